"""The silence procedure: announced, answered, objected to, affirmed, ended by the clock, told to everybody at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from tracktwo.foundation.jobs.actions import enqueue_at
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import SingleText, clean_words
from tracktwo.methods.text.silence import Outcome, check_hours, find_outcome
from tracktwo.steps.agree.actions.keeping import cut, locked, move, note, seated_side, words_within
from tracktwo.steps.agree.actions.leaks import refuse_standing_leaks
from tracktwo.steps.agree.models import Affirmation, Objection, Reach, Silence, Text
from tracktwo.steps.agree.queries import (
    communities_of,
    has_unsaved_words,
    languages_behind,
    open_round_of,
    running_silence,
    seats_of,
)
from tracktwo.steps.select.models import Seat

LONGEST_OBJECTION = 1000
MOST_OBJECTIONS = 200


@transaction.atomic
def announce_silence(text: Text, *, hours: int, by: Standing, now: datetime) -> Silence:
    """Fix the text as it stands, in all its languages, and let it stand unless somebody objects within these hours.

    Nobody is asked to be silent on words by which somebody could be known: ``agree.leaks_stand``, as at a freeze.
    """
    row, state = locked(text)
    hours = check_hours(hours)
    _check_announced(row, state, now)
    version = cut(row, state, now.date()) if has_unsaved_words(row) else row.versions.get(number=row.version)
    expires = now + timedelta(hours=hours)
    silence = Silence.objects.create(
        text=row,
        version=version,
        number=row.silences.count() + 1,
        hours=hours,
        opened_at=now,
        expires_at=expires,
    )
    seats = sorted((seat.account_id, seat.community.number) for seat in seats_of(row, now.date()))
    Reach.objects.bulk_create(Reach(silence=silence, account_id=account, side=side) for account, side in seats)
    note("agree.silence_announced", row, by, now, number=version.number, hours=hours, digest=version.digest)
    enqueue_at(expires, "agree.end_silence", silence.pk)
    return silence


def _check_announced(row: Text, state: SingleText, now: datetime) -> None:
    if not any(clause.standing for clause in state.clauses):
        raise Refusal("agree.no_words")
    if state.frozen:
        raise Refusal("text.frozen")
    if state.open_brackets:
        raise Refusal("agree.brackets_first", count=state.open_brackets)
    behind = languages_behind(row)
    if behind:
        raise Refusal("agree.languages_behind", languages=", ".join(behind))
    if not seats_of(row, now.date()):
        raise Refusal("agree.nobody_seated")
    if running_silence(row) is not None:
        raise Refusal("agree.silence_running")
    if open_round_of(row) is not None:
        raise Refusal("agree.round_open")
    refuse_standing_leaks(row, state)


@transaction.atomic
def say_received(text: Text, *, account: Account) -> None:
    """ "Received, and I am safe to answer": the person can object if need be. Said once, it stands."""
    silence = _running(text)
    if not silence.reaches.filter(account=account).update(is_reached=True):
        raise Refusal("agree.no_seat")


@transaction.atomic
def vouch_for(text: Text, reach: int, *, by: Standing) -> None:
    """A guarantor has reached somebody of the own community by another way, and that person is safe to answer."""
    silence = _running(text)
    if not silence.reaches.filter(pk=reach, side=by.side).update(is_reached=True):
        raise Refusal("agree.other_side")


@transaction.atomic
def object_to(text: Text, clause: str, *, reason: str, wants: str, seat: Seat, token: str, now: datetime) -> None:
    """Lay an objection on the heap. Nothing tells who did, nor when; with other words it is told whose community's.

    Refuses ``agree.silence_over``, ``agree.no_seat``, ``agree.reason_empty``, ``agree.heap_full``.
    """
    if not once(token):
        return
    silence, (row, state) = _running(text), locked(text)
    side = seated_side(row, seat, now.date())
    state.clause(clause)
    if now >= silence.expires_at:
        raise Refusal("agree.silence_over")
    reason, wants = words_within(reason, LONGEST_OBJECTION), clean_words(wants)
    if not reason:
        raise Refusal("agree.reason_empty")
    if silence.objections.count() >= MOST_OBJECTIONS:
        raise Refusal("agree.heap_full", most=MOST_OBJECTIONS)
    silence.objections.create(clause=clause, reason=reason, wants=wants, side=side if wants else None)


@transaction.atomic
def affirm(text: Text, *, by: Standing, now: datetime) -> None:
    """A guarantor says that the own community, asked, affirms the text. Said once, it stands."""
    silence = _running(text)
    if by.side is None:
        raise Refusal("agree.other_side")
    _row, new = Affirmation.objects.get_or_create(silence=silence, side=by.side)
    if new:
        note("agree.silence_affirmed", silence.text, by, now, number=silence.version.number)


@transaction.atomic
def call_off(text: Text, *, by: Standing, now: datetime) -> None:
    """End a silence that should not have begun. What was objected is shown, as at any end."""
    silence = _running(text)
    _end(silence, Silence.State.CALLED_OFF, now)
    note("agree.silence_called_off", silence.text, by, now, number=silence.version.number)


@transaction.atomic
def end_silence(text: Text, *, now: datetime) -> Outcome | None:
    """What the clock decides, done once by the worker or whoever looks first: nobody can hasten it, nor hold it up.

    None where no silence runs. Objections with other words become brackets of their communities.
    """
    row, state = locked(text)
    silence = running_silence(row)
    if silence is None or now < silence.expires_at:
        return None
    _forget_the_gone(silence, now)
    objections = list(silence.objections.all())
    found = find_outcome(
        communities_of(silence), len(objections), expires_at=silence.expires_at, hours=silence.hours, now=now
    )
    if found.until is not None:
        silence.expires_at, silence.extended = found.until, silence.extended + 1
        silence.unreached = silence.reaches.filter(is_reached=False).count()
        silence.save(update_fields=["expires_at", "extended", "unreached"])
        _by_the_clock("agree.silence_extended", silence, now, hours=silence.hours)
        enqueue_at(found.until, "agree.end_silence", silence.pk)
        return found.outcome
    _end(silence, Silence.State(found.outcome), now)
    for one in objections:
        state = _as_bracket(row, state, one, now)
    deed = {"kept": "agree.silence_kept", "broken": "agree.silence_broken"}.get(found.outcome, "agree.silence_void")
    _by_the_clock(deed, silence, now)
    return found.outcome


def end_silences(now: datetime) -> int:
    """End every silence whose time is past, where no worker has; returns how many."""
    over = Silence.objects.filter(state=Silence.State.RUNNING, expires_at__lte=now).select_related("text")
    return sum(end_silence(silence.text, now=now) is not None for silence in over)


def _as_bracket(row: Text, state: SingleText, one: Objection, now: datetime) -> SingleText:
    if not one.wants or one.side is None:
        return state
    version = state.clause(one.clause).version
    told = {"key": one.clause, "words": one.wants, "side": one.side, "version": version, "reason": one.reason}
    try:
        return move(row, state, "propose", now, **told).text
    except Refusal:  # the very words that stand: nothing to bracket, the reason is shown all the same
        return state


def _forget_the_gone(silence: Silence, now: datetime) -> None:
    """Whoever gave up the seat or has no consent any more has no part in it: not heard, not waited for, not counted."""
    here = {seat.account_id for seat in seats_of(silence.text, now.date())}
    silence.reaches.exclude(account_id__in=here).delete()


def _end(silence: Silence, state: Silence.State, now: datetime) -> None:
    silence.state, silence.ended_on = state, now.date()
    silence.save(update_fields=["state", "ended_on"])
    silence.reaches.all().delete()


def _running(text: Text) -> Silence:
    row, _state = locked(text)
    silence = running_silence(row)
    if silence is None:
        raise Refusal("agree.no_silence")
    return silence


def _by_the_clock(deed: str, silence: Silence, now: datetime, **facts: int) -> None:
    """In the record it stands under the convener's role: the rule was the host's, the moment nobody's."""
    record(
        deed,
        book=silence.text.workshop.programme.compartment.book,
        role=Role.CONVENER,
        kind="text",
        key=str(silence.text.workshop.number),
        at=now,
        workshop=silence.text.workshop.number,
        number=silence.version.number,
        **facts,
    )
