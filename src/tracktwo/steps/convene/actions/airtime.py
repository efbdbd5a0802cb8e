"""Tap to time: seconds go to a community, the third party or the interpreter, never to a person."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.floor import THIRD_PARTY, Watch
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import floor_of, hold, show
from tracktwo.steps.convene.convert import phase_now, watch_of
from tracktwo.steps.convene.models import Airtime, Floor, Session
from tracktwo.steps.convene.queries import are_sides_timed


@transaction.atomic
def time_side(session: Session, side: int | None, *, by: Standing, now: datetime, token: str) -> None:
    """Time a community (0: the third party; None: nobody). A tap on whoever is timed stops the watch.

    Refuses ``convene.session_closed``, ``convene.no_phase_timed``, ``convene.side_too_small`` and
    ``floor.side_unknown``.
    """
    if not once(token, by.account):
        return
    session = hold(session)
    if side is not None and not are_sides_timed(session):
        raise Refusal("convene.side_too_small")
    if side and not session.workshop.programme.communities.filter(number=side).exists():
        raise Refusal("floor.side_unknown")
    floor = floor_of(session)
    tap_side(session, floor, None if floor.timed == side else side, now)
    if floor.timed is None or floor.timed == THIRD_PARTY:
        session.hands.filter(has_floor=True).update(has_floor=False)
    show(session)


@transaction.atomic
def interpret(session: Session, *, by: Standing, now: datetime, token: str) -> None:
    """The interpreter begins, or ends. Refuses ``convene.session_closed`` and ``floor.nobody_timed``."""
    if not once(token, by.account):
        return
    session = hold(session)
    floor = floor_of(session)
    watch, whose, time = watch_of(floor).interpret(now)
    _book(session, phase_now(session, now), whose, time)
    _set(floor, watch)
    show(session)


def tap_side(session: Session, floor: Floor, side: int | None, now: datetime) -> None:
    """Book what the tap ends and turn the watch; for deeds that hold it. Refuses ``convene.no_phase_timed``."""
    phase = phase_now(session, now)
    if phase is None and side is not None:
        raise Refusal("convene.no_phase_timed")
    watch, whose, time = watch_of(floor).tap(side, now)
    _book(session, phase, whose, time)
    _set(floor, watch)


def settle(session: Session, now: datetime, *, stop: bool) -> None:
    """Book the running time to the phase that is on, before the clock leaves it; the watch runs on unless ``stop``."""
    floor = Floor.objects.filter(session=session).exclude(timed=None).first()
    if floor is None:
        return
    running = watch_of(floor)
    watch, whose, time = running.tap(None if stop else running.side, now)
    _book(session, phase_now(session, now), whose, time)
    _set(floor, Watch(watch.side, watch.since, running.is_interpreted and not stop))
    if stop:
        session.hands.filter(has_floor=True).update(has_floor=False)


def _set(floor: Floor, watch: Watch) -> None:
    floor.timed, floor.since, floor.is_interpreted = watch.side, watch.since, watch.is_interpreted
    floor.save(update_fields=["timed", "since", "is_interpreted"])


def _book(session: Session, phase: str | None, whose: int | None, time: timedelta) -> None:
    seconds = int(time.total_seconds())
    if phase is None or whose is None or seconds == 0:
        return
    Airtime.objects.get_or_create(session=session, phase=phase, side=whose)
    session.airtime.filter(phase=phase, side=whose).update(seconds=F("seconds") + seconds)
