"""Stories: whose, for whom, and in which approved words."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.models import Brief, Story, StoryText


@dataclass(frozen=True)
class ToldStory:
    """A story as its audience reads it: approved words by language, and nothing of whose it is but the community."""

    number: int
    side: int
    community: str
    texts: tuple[StoryText, ...]


def access_stories(programme: Programme) -> QuerySet[Story]:
    """Those of the third party: by community, and not by alias."""
    found = Story.objects.filter(seat__workshop__programme=programme, taken_back_on=None)
    return found.select_related("seat__community", "seat__workshop__programme__compartment").prefetch_related("texts")


def access_own_stories(account: Account, programme: Programme) -> QuerySet[Story]:
    """The teller's own, also those taken back, of which only the day is left."""
    own = Story.objects.filter(seat__account=account, seat__workshop__programme=programme)
    return own.select_related("seat__workshop__programme__compartment").prefetch_related("texts", "consents")


def stories_in(brief: Brief) -> list[tuple[str, StoryText]]:
    """Community and words of every story that the audience of this brief may read, in every approved language."""
    told = stories_for(brief.cell.workshop, brief.cell.audience)
    return [(story.community, text) for story in told for text in story.texts]


def stories_for(workshop: Workshop, audience: str) -> list[ToldStory]:
    """What this audience may read: approved by the teller, language by language, while the teller lets it."""
    found = Story.objects.filter(seat__workshop=workshop, taken_back_on=None, consents__audience=audience)
    found = found.select_related("seat__community").prefetch_related("texts").order_by("id")
    told = [
        ToldStory(
            story.pk,
            story.seat.community.number,
            story.seat.community.name,
            tuple(text for text in story.texts.all() if text.approved_on is not None),
        )
        for story in found
    ]
    return [one for one in told if one.texts]
