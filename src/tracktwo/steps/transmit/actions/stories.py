"""Tell a story, translate it, approve it, and let somebody read it; take any of this back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import check_passage, composed_letters
from tracktwo.steps.select.models import Seat
from tracktwo.steps.transmit.models import Audience, Story, StoryConsent, StoryText
from tracktwo.steps.transmit.queries import certain_hits

MOST_STORIES = 5


@transaction.atomic
def tell(seat: Seat, *, language: str, title: str, words: str, now: datetime) -> Story:
    """The teller's own words are approved by being told; nobody reads them yet but those who translate."""
    if language not in dict(settings.LANGUAGES):
        raise Refusal("transmit.story_language")
    Seat.objects.select_for_update().get(pk=seat.pk)
    if seat.stories.filter(taken_back_on=None).count() >= MOST_STORIES:
        raise Refusal("transmit.stories_full", most=MOST_STORIES)
    _check_words(seat, title, words, language)
    story = Story.objects.create(seat=seat, language=language, told_on=now.date())
    story.texts.create(language=language, title=title.strip(), words=words.strip(), approved_on=now.date())
    return story


@transaction.atomic
def retell(story: Story, *, title: str, words: str, now: datetime) -> None:
    """Other words in the own language: every translation has to be approved anew."""
    story = _standing(story)
    _check_words(story.seat, title, words, story.language)
    StoryText.objects.update_or_create(
        story=story,
        language=story.language,
        defaults={"title": title.strip(), "words": words.strip(), "approved_on": now.date()},
    )
    story.texts.exclude(language=story.language).update(approved_on=None)


@transaction.atomic
def translate(story: Story, *, language: str, title: str, words: str) -> None:
    """Another language by a translator: nobody reads it before the teller has said yes to these words."""
    story = _standing(story)
    if language == story.language or language not in dict(settings.LANGUAGES):
        raise Refusal("transmit.story_language")
    _check_words(story.seat, title, words, language)
    StoryText.objects.update_or_create(
        story=story,
        language=language,
        defaults={"title": title.strip(), "words": words.strip(), "approved_on": None},
    )


@transaction.atomic
def approve_translation(story: Story, *, language: str, seen: str, now: datetime) -> None:
    """The teller has read this translation, as it stood when the page was opened."""
    text = _standing(story).texts.filter(language=language).first()
    if text is None or composed_letters(text.words) != composed_letters(seen):
        raise Refusal("transmit.story_changed")
    text.approved_on = now.date()
    text.save(update_fields=["approved_on"])


@transaction.atomic
def let_read(story: Story, audiences: Collection[str], *, by: Standing, now: datetime) -> None:
    """Exactly these audiences may read it from now on; the record counts them and knows no words."""
    story = _standing(story)
    wanted = {Audience(one) for one in audiences}
    had = set(story.consents.values_list("audience", flat=True))
    story.consents.exclude(audience__in=wanted).delete()
    StoryConsent.objects.bulk_create(
        StoryConsent(story=story, audience=one, given_on=now.date()) for one in sorted(wanted - had)
    )
    if wanted != had:
        _record("transmit.story_let", story, by, now, number=len(wanted))


@transaction.atomic
def take_back(story: Story, *, by: Standing, now: datetime) -> None:
    """The story is erased in every language, and with it every consent; what others copied is beyond us."""
    story = _standing(story)
    story.texts.all().delete()
    story.consents.all().delete()
    story.taken_back_on = now.date()
    story.save(update_fields=["taken_back_on"])
    _record("transmit.story_taken_back", story, by, now)


def _check_words(seat: Seat, title: str, words: str, language: str) -> None:
    if not title.strip() or not words.strip():
        raise Refusal("transmit.story_empty")
    check_passage(title, words)
    pointing = certain_hits(seat.workshop, f"{title}\n{words}", language, jigsaws=False)
    if pointing:
        raise Refusal("transmit.points_to_somebody", count=pointing)


def _standing(story: Story) -> Story:
    held = Story.objects.select_for_update().get(pk=story.pk)
    if held.taken_back_on is not None:
        raise Refusal("transmit.story_gone")
    return held


def _record(deed: str, story: Story, by: Standing, now: datetime, **facts: object) -> None:
    """By the day and without the story's number: nobody shall count along whose it is."""
    workshop = story.seat.workshop
    record(
        deed,
        book=workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="workshop",
        key=str(workshop.number),
        at=now,
        **facts,
    )
