"""Opening a session, running its clock, closing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

from django.db import transaction

from tracktwo.foundation.live.actions import once, wipe_traces
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.floor import Press
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.airtime import settle
from tracktwo.steps.convene.actions.assent import drop_assents
from tracktwo.steps.convene.actions.caucus import end_caucuses
from tracktwo.steps.convene.actions.clearance import check_cleared
from tracktwo.steps.convene.actions.floor import hold, note, show
from tracktwo.steps.convene.actions.pulse import end_checkins
from tracktwo.steps.convene.actions.statements import SAID
from tracktwo.steps.convene.actions.wordings import WORDED, forget_wordings
from tracktwo.steps.convene.convert import clock_of, planned_phases, used_minutes
from tracktwo.steps.convene.models import (
    Assent,
    AssentRoll,
    ClockPress,
    Floor,
    Hand,
    PaperCount,
    PaperPoll,
    RollCall,
    Session,
    SideCount,
    Statement,
)
from tracktwo.steps.convene.pace import forget_pace
from tracktwo.steps.convene.queries import is_covered, open_vote, session_now
from tracktwo.steps.convene.shared import forget
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.queries import current_agenda

MOVES = {Press.BEGIN, Press.NEXT, Press.BACK}


@transaction.atomic
def open_session(
    workshop: Workshop,
    minutes: int,
    phases: Sequence[str] | None = None,
    *,
    stays_inside: bool = False,
    by: Standing,
    now: datetime,
    token: str,
) -> Session | None:
    """Open the workshop's next session along the adopted agenda; its clock waits for "begin".

    ``phases`` are the keys it covers (all without them); of a session that ``stays_inside`` nothing said is carried on,
    of any other what was said and never who said it (the Chatham House Rule). None when the form came twice. Refuses
    ``convene.workshop_closed``, ``convene.no_agenda``, ``convene.session_open``, ``floor.no_phases``, what
    ``actions.clearance`` refuses, and ``floor.too_short``.
    """
    if not once(token, by.account):
        return None
    agenda = current_agenda(workshop.programme)
    planned = planned_phases(agenda, minutes, phases) if agenda else []
    session = begin_session(workshop, planned, agenda.words if agenda else {}, by=by, now=now)
    if stays_inside:
        _keep_inside(session, by, now)
    return session


def begin_session(
    workshop: Workshop,
    phases: Sequence[Sequence[object]],
    words: Mapping[str, Mapping[str, str]],
    *,
    by: Standing,
    now: datetime,
) -> Session:
    """Open a session of these phases with their minutes; for deeds in a transaction that have asked for the token.

    Refuses as ``open_session``.
    """
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    agenda = current_agenda(workshop.programme)
    if workshop.closed_at is not None and workshop.closed_at <= now:
        raise Refusal("convene.workshop_closed")
    if agenda is None:
        raise Refusal("convene.no_agenda")
    if session_now(workshop.programme) is not None:
        raise Refusal("convene.session_open")
    check_cleared(workshop)
    session = Session.objects.create(
        workshop=workshop,
        number=workshop.sessions.count() + 1,
        agenda=agenda,
        phases=[list(phase) for phase in phases],
        words=dict(words),
        is_covered=is_covered(workshop, None),  # whoever talks apart already is
        opened_at=now,
    )
    minutes = sum(int(str(planned)) for _key, planned in phases)
    note("convene.session_opened", session, by, now, minutes=minutes, version=agenda.version)
    show(session)
    return session


@transaction.atomic
def press_clock(
    session: Session, press: Press, *, seen: int, minutes: int = 0, by: Standing, now: datetime, token: str
) -> None:
    """One press of the clock. ``seen`` is how many presses the screen knew of.

    Refuses ``convene.clock_moved`` when another screen has pressed in between (two people who press "next" mean one
    phase, not two), and what the clock itself refuses (``floor.press_*``, ``floor.minutes_added``).
    """
    if not once(token, by.account):
        return
    session = hold(session)
    clock = clock_of(session)
    if seen != len(clock.events):
        raise Refusal("convene.clock_moved")
    after = clock.press(press, now, minutes).read(now)
    settle(session, now, stop=press == Press.PAUSE or after.state == "closed")
    ClockPress.objects.create(session=session, number=seen + 1, press=press, at=now, minutes=minutes)
    if press in (Press.PAUSE, Press.RESUME):
        Floor.objects.filter(session=session).update(break_offered=None)
    place = clock_of(session).read(now).place
    if press in MOVES and place is not None:
        note("convene.phase_begun", session, by, now, place=place + 1)
    show(session)


@transaction.atomic
def keep_inside(session: Session, *, by: Standing, now: datetime, token: str) -> None:
    """From now on nothing said in this session leaves the room, what was said before included. There is no way back:
    people have spoken under that word. Refuses ``convene.session_closed``.
    """
    if once(token, by.account):
        session = hold(session)
        if not session.stays_inside:
            _keep_inside(session, by, now)
            show(session)


def _keep_inside(session: Session, by: Standing, now: datetime) -> None:
    session.stays_inside = True
    session.save(update_fields=["stays_inside"])
    note("convene.kept_inside", session, by, now)


@transaction.atomic
def close_session(session: Session, *, by: Standing, now: datetime, token: str) -> None:
    """Close the session and erase what was needed only to run it; the record gets counts of the whole room.

    Refuses ``convene.session_closed`` and ``convene.vote_still_open``.
    """
    if not once(token, by.account):
        return
    session = hold(session)
    if open_vote(session) is not None or session.polls.filter(is_open=True).exists():
        raise Refusal("convene.vote_still_open")
    settle(session, now, stop=True)
    session.used, session.closed_at = used_minutes(session, now), now
    session.save(update_fields=["used", "closed_at"])
    end_checkins(session)
    end_caucuses(session.workshop, by, now)
    for row in session.restatements.all():
        forget_wordings(row)
    session.restatements.filter(is_open=True).update(is_open=False)
    drop_assents(Assent.objects.filter(draft__restatement__session=session))
    _erase_room_state(session)
    transaction.on_commit(partial(forget, session.workshop_id))
    for kind in (SAID, WORDED):
        transaction.on_commit(partial(forget_pace, kind, session.pk))
    note("convene.session_closed", session, by, now, **_aggregates(session))
    show(session)


def _erase_room_state(session: Session) -> None:
    session.presses.all().delete()
    session.hands.all().delete()
    session.paper_counts.all().delete()
    session.paper_polls.all().delete()
    Floor.objects.filter(session=session).delete()
    # Gone since each vote closed; asked again, because here is where people are told that nothing remains.
    RollCall.objects.filter(vote__session=session).delete()
    SideCount.objects.filter(vote__session=session).delete()
    wipe_traces(RollCall, SideCount, AssentRoll, Assent, PaperCount, PaperPoll, Hand, Floor, ClockPress)


def _aggregates(session: Session) -> dict[str, int]:
    return {
        "statements": session.statements.count(),
        "kept": session.statements.filter(state=Statement.State.KEPT).count(),
        "votes": session.asked,
        "met": session.met,
    }
