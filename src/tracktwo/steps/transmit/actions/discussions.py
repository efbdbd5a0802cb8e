"""Open the session for whoever comes, moderate, close it, and bring the harvest home."""

from __future__ import annotations

import secrets
import time
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import once
from tracktwo.foundation.live.pace import Pace
from tracktwo.foundation.people.models import Role, Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.actions.log import log_transmission
from tracktwo.steps.transmit.models import (
    LONGEST_REMARK,
    Audience,
    Discussion,
    Grade,
    Remark,
    Response,
    Transmission,
)

# Read aloud and typed on a phone: no letter that looks like another.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
MOST_WAITING = 300
# The whole hall stands behind one address, and whoever floods it on purpose can change theirs: everybody shares one
# pace, which no hall reaches by asking and which leaves a moderator in command of a flood. A full hall
# writes one a second at its liveliest.
PACE = Pace(most=60, seconds=60.0)


@transaction.atomic
def begin_discussion(workshop: Workshop, *, by: Standing, now: datetime) -> Discussion:
    """One session after a workshop, under an address that says nothing."""
    Workshop.objects.select_for_update().get(pk=workshop.pk)
    if Discussion.objects.filter(workshop=workshop).exists():
        raise Refusal("transmit.discussion_exists")
    code = "".join(secrets.choice(LETTERS) for _place in range(8))
    made = Discussion.objects.create(workshop=workshop, code=code)
    _record("transmit.discussion_opened", made, by, now)
    return made


@transaction.atomic
def remark(
    discussion: Discussion, words: str, *, language: str, to: int | None = None, token: str | None = None
) -> None:
    """A question or an answer from the hall. It waits for the moderator; a form sent twice is heard once."""
    held = _open(discussion)
    if token is not None and not once(token):
        return
    said = _plain(words)
    if not said or len(said) > LONGEST_REMARK:
        raise Refusal("transmit.remark_length", most=LONGEST_REMARK)
    if held.remarks.filter(state=Remark.State.WAITING).count() >= MOST_WAITING:
        raise Refusal("transmit.remarks_full")
    if not PACE.take(held.code, time.monotonic()):
        raise Refusal("transmit.remarks_too_fast")
    held.remarks.create(answers=_question(held, to), language=_language(language), words=said)


def _plain(words: str) -> str:
    """One line without the signs that turn or hide what others read."""
    return " ".join("".join(char if char.isprintable() else " " for char in words).split())


def _question(discussion: Discussion, number: int | None) -> Remark | None:
    """An answer belongs to a question that is shown; to anything else it is a question of its own."""
    if number is None:
        return None
    return discussion.remarks.filter(pk=number, state=Remark.State.SHOWN, answers=None).first()


def _language(code: str) -> str:
    return code if code in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


@transaction.atomic
def note_from_paper(discussion: Discussion, words: str, *, language: str) -> None:
    """A slip of paper, typed by the moderator and so shown at once."""
    held, said = _open(discussion), _plain(words)
    if not said or len(said) > LONGEST_REMARK:
        raise Refusal("transmit.remark_length", most=LONGEST_REMARK)
    state = Remark.State.SHOWN
    held.remarks.create(language=_language(language), words=said, state=state, on_paper=True)


@transaction.atomic
def judge_remark(discussion: Discussion, number: int, *, show: bool) -> None:
    """Show what waits, or set it aside; what is shown can be set aside again."""
    held = _open(discussion)
    state = Remark.State.SHOWN if show else Remark.State.ASIDE
    held.remarks.filter(pk=number).update(state=state)


@transaction.atomic
def harvest(discussion: Discussion, *, by: Standing, now: datetime) -> Transmission:
    """Close it: what was shown goes to the cohort and, by count, into the log; what was not is erased."""
    held = _open(discussion)
    shown = held.remarks.filter(state=Remark.State.SHOWN)
    questions, answers = shown.filter(answers=None).count(), shown.exclude(answers=None).count()
    held.remarks.exclude(state=Remark.State.SHOWN).delete()
    held.closed_on = now.date()
    PACE.forget(held.code)
    held.save(update_fields=["closed_on"])
    _record("transmit.discussion_harvested", held, by, now, questions=questions, answers=answers)
    return log_transmission(
        held.workshop,
        month=now.date(),
        agent=Role(by.role),
        channel=Transmission.Channel.CONVENTION,
        audience=Audience.CONVENTION,
        community=None,
        direction=Transmission.Direction.BACK,
        brief=None,
        content=_harvest_words(held, questions, answers),
        findings=(),
        response=Response.ASKED if questions else Response.NONE,
        grade=Grade.CONFIRMED,
        harm=Transmission.Harm.NONE,
        harm_words="",
        follow_up_on=None,
        by=by,
        now=now,
    )


def _harvest_words(discussion: Discussion, questions: int, answers: int) -> str:
    with translation.override(discussion.workshop.programme.language):
        return _("Open session: questions %(questions)s, answers %(answers)s.") % {
            "questions": questions,
            "answers": answers,
        }


def _open(discussion: Discussion) -> Discussion:
    held = Discussion.objects.select_for_update().get(pk=discussion.pk)
    if held.closed_on is not None:
        raise Refusal("transmit.discussion_closed")
    return held


def _record(deed: str, discussion: Discussion, by: Standing, now: datetime, **facts: object) -> None:
    workshop = discussion.workshop
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
