"""What every deed in the room begins and ends with."""

from __future__ import annotations

from datetime import datetime

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import touch
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.models import Floor, Session

ROOM = "convene"


def hold(session: Session) -> Session:
    """The session as it stands, held until the deed is done: deeds in one room happen one after the other.

    Refuses ``convene.session_closed``.
    """
    held = Session.objects.select_for_update().get(pk=session.pk)
    if held.closed_at is not None:
        raise Refusal("convene.session_closed")
    return held


def floor_of(session: Session) -> Floor:
    """The session's floor; for deeds that hold the session."""
    return Floor.objects.get_or_create(session=session)[0]


def show(session: Session) -> None:
    """Every screen in the room fetches again."""
    touch(ROOM, session.workshop_id)


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
