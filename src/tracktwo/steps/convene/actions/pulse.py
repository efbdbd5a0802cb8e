"""Check-ins as counters, interventions by type and minute, the day as the third party saw it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.live.actions import once, wipe_traces
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import composed
from tracktwo.steps.convene.actions.floor import floor_of, hold, show, show_desk, turn_line
from tracktwo.steps.convene.convert import may_tell, phase_now, used_minutes
from tracktwo.steps.convene.models import (
    LONGEST_THOUGHT,
    STEPS,
    CheckIn,
    CheckInRoll,
    Floor,
    Intervention,
    Reflection,
    Session,
)
from tracktwo.steps.select.queries import list_seats

OFFERED = (Intervention.Kind.BREAK, Intervention.Kind.RULE, Intervention.Kind.CAUCUS)  # when it is hard for many


@transaction.atomic
def open_checkin(session: Session, *, by: Standing, now: datetime, token: str) -> CheckIn | None:
    """Ask how it is for everybody; a round still open ends, told or not as the table allows.

    None when the form came twice. Refuses ``convene.session_closed``.
    """
    if not once(token, by.account):
        return None
    session = hold(session)
    end_checkins(session)
    seats = sorted(seat.account_id for seat in list_seats(session.workshop))
    number, phase = session.checkins.count() + 1, phase_now(session, now) or ""
    found = CheckIn.objects.create(session=session, number=number, phase=phase, cells=[0] * STEPS, members=len(seats))
    CheckInRoll.objects.bulk_create(CheckInRoll(checkin=found, account_id=account) for account in seats)
    show(session)
    return found


@transaction.atomic
def check_in(session: Session, checkin: int, step: int, word: str, *, account: Account, token: str) -> None:
    """One answer, 1 to 5 and perhaps a word of the list, counted and kept nowhere.

    Refuses ``convene.session_closed``, ``convene.checkin_over``, ``convene.checkin_answer`` and
    ``convene.voted_already``.
    """
    if not once(token, account):
        return
    found = hold(session).checkins.filter(pk=checkin, is_open=True).first()
    if found is None or not found.roll.filter(account=account).exists():
        raise Refusal("convene.checkin_over")
    if not 1 <= step <= STEPS or (word and word not in CheckIn.Word.values):
        raise Refusal("convene.checkin_answer")
    if not turn_line(found.roll.all(), account, "has_answered"):
        raise Refusal("convene.voted_already")
    found.cells[step - 1] += 1
    if word:
        found.words = dict(sorted({**found.words, word: found.words.get(word, 0) + 1}.items()))
    found.save(update_fields=["cells", "words"])
    show_desk(found.session)


@transaction.atomic
def end_checkin(session: Session, *, by: Standing, token: str) -> None:
    """End the round; only then does the console show it. Refuses ``convene.session_closed``."""
    if not once(token, by.account):
        return
    session = hold(session)
    end_checkins(session)
    show(session)


def end_checkins(session: Session) -> None:
    """End what is open and erase the roll; where nothing may be shown, the counts are erased as well."""
    for found in session.checkins.filter(is_open=True):
        found.roll.all().delete()
        found.is_open = False
        if not may_tell(found):
            found.cells, found.words = [0] * STEPS, {}
        found.save(update_fields=["is_open", "cells", "words"])
        wipe_traces(CheckInRoll, CheckIn)


@transaction.atomic
def log_intervention(session: Session, kind: str, *, by: Standing, now: datetime, token: str) -> None:
    """Type and minute of the session, nothing else. Refuses ``convene.session_closed``, ``convene.kind_missing``."""
    if not once(token, by.account):
        return
    session = hold(session)
    if kind not in Intervention.Kind.values:
        raise Refusal("convene.kind_missing")
    _log(session, kind, now)
    show(session)


@transaction.atomic
def act_on_pulse(session: Session, kind: str, *, by: Standing, now: datetime, token: str) -> None:
    """One of the three things a low check-in offers: logged, and offered no more for that round; the rules go on the
    wall. Refuses ``convene.session_closed`` and ``convene.kind_missing``.
    """
    if not once(token, by.account):
        return
    session = hold(session)
    if kind not in OFFERED:
        raise Refusal("convene.kind_missing")
    _log(session, kind, now)
    session.checkins.filter(is_open=False).update(is_acted_on=True)
    if kind == Intervention.Kind.RULE:
        Floor.objects.filter(pk=floor_of(session).pk).update(shows_rules=True)
    show(session)


def _log(session: Session, kind: str, now: datetime) -> None:
    """A break stays offered until the clock is paused for it."""
    minute = sum(used_minutes(session, now))
    Intervention.objects.create(session=session, kind=kind, minute=minute)
    if kind == Intervention.Kind.BREAK:
        Floor.objects.filter(pk=floor_of(session).pk).update(break_offered=minute)


@transaction.atomic
def show_rules(session: Session, is_shown: bool, *, by: Standing, token: str) -> None:
    """Put the ground rules on the wall, or take them off again. Refuses ``convene.session_closed``."""
    if not once(token, by.account):
        return
    session = hold(session)
    Floor.objects.filter(pk=floor_of(session).pk).update(shows_rules=is_shown)
    show(session)


@transaction.atomic
def reflect(session: Session, moved: str, stuck: str, tomorrow: str, *, by: Standing, token: str) -> None:
    """Keep the day's reflection; also after the close. Refuses ``convene.text_empty``, ``convene.text_long``."""
    if not once(token, by.account):
        return
    texts = [composed(text, LONGEST_THOUGHT) for text in (moved, stuck, tomorrow)]
    if not any(texts):
        raise Refusal("convene.text_empty")
    longest = max(map(len, texts))
    if longest > LONGEST_THOUGHT:
        raise Refusal("convene.text_long", length=longest, most=LONGEST_THOUGHT)
    Reflection.objects.create(session=session, moved=texts[0], stuck=texts[1], tomorrow=texts[2])
