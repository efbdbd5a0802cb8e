"""A community apart, as it sees itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet

from tracktwo.methods.floor import Hand as Waiting
from tracktwo.methods.floor import Heard, queue
from tracktwo.steps.convene.convert.sessions import whole_minutes
from tracktwo.steps.convene.models import Caucus, CaucusHand, CaucusLine
from tracktwo.steps.select.queries import list_seats


def apart_waiting(hand: CaucusHand, side: int) -> Waiting:
    return Waiting(str(hand.pk), side, hand.asked or 0, not hand.has_spoken)


@dataclass(frozen=True)
class ApartFace:
    """Who waits and speaks by alias, the wall, and the whole minutes left (nought when it is over time)."""

    caucus: Caucus
    hands: tuple[CaucusHand, ...]
    speaking: CaucusHand | None
    lines: tuple[CaucusLine, ...]
    left: int

    def place_of(self, account: object) -> int:
        """Place in the queue from 1, nought for who does not wait."""
        return next((place for place, hand in enumerate(self.hands, start=1) if hand.account_id == account), 0)


def minutes_left(caucus: Caucus, now: datetime) -> int:
    return max(whole_minutes(caucus.opened_at + timedelta(minutes=caucus.minutes) - now), 0)


def hands_apart(caucus: Caucus) -> QuerySet[CaucusHand]:
    """Of whoever still has a seat, as in the room."""
    return caucus.hands.filter(account__in=list_seats(caucus.workshop).values("account"))


def apart_face(caucus: Caucus, now: datetime) -> ApartFace:
    rows = {str(hand.pk): hand for hand in hands_apart(caucus).select_related("account")}
    waiting = [apart_waiting(hand, caucus.side) for hand in rows.values() if hand.asked is not None]
    return ApartFace(
        caucus,
        tuple(rows[hand.key] for hand in queue(waiting, Heard((caucus.side,)))),
        next((hand for hand in rows.values() if hand.has_floor), None),
        tuple(caucus.lines.all()),
        minutes_left(caucus, now),
    )
