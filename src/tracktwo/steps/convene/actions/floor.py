"""What every deed in the room begins and ends with."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Case, F, QuerySet, Value, When

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import touch
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.models import Floor, Session

ROOM, DESK = "convene", "convene.desk"


def hold(session: Session) -> Session:
    """The session as it stands, held until the deed is done: deeds in one room happen one after the other.

    Refuses ``convene.session_closed``.
    """
    held = Session.objects.select_for_update().get(pk=session.pk)
    if held.closed_at is not None:
        raise Refusal("convene.session_closed")
    return held


def turn_line(roll: QuerySet[Any], account: Account, flag: str) -> bool:
    """Mark that somebody on the roll has answered; False where it was marked already. For deeds that hold the session.

    Every line of the roll is written again, in the order in which it lies there: no transaction id and no place on a
    page tells which line has turned, or after which.
    """
    if not roll.filter(account=account, **{flag: False}).exists():
        return False
    roll.update(**{flag: Case(When(account=account, then=Value(True)), default=F(flag))})
    return True


def floor_of(session: Session) -> Floor:
    """The session's floor; for deeds that hold the session."""
    return Floor.objects.get_or_create(session=session)[0]


def show(session: Session) -> None:
    """Every screen in the room fetches again."""
    touch(ROOM, session.workshop_id)
    show_desk(session)


def show_desk(session: Session) -> None:
    """The third party's screens fetch again: how many have answered concerns no telephone in the room.

    Forty answers would otherwise make forty telephones ask forty times, and tell each of them when another has voted.
    """
    touch(DESK, session.workshop_id)


def note(deed: str, session: Session, by: Standing, now: datetime, **facts: object) -> None:
    """Into the record: which session, what was decided; never a word that was said."""
    workshop = session.workshop
    record(
        deed,
        book=workshop.programme.compartment.book,
        role=by.role,
        side=by.side,
        kind="session",
        key=f"{workshop.number}.{session.number}",
        at=now,
        workshop=workshop.number,
        session=session.number,
        **facts,
    )
