"""Between the rows of the floor and the methods that order the queue and balance the airtime."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from tracktwo.methods.floor import INTERPRETER, THIRD_PARTY, Heard, Watch, balance, queue
from tracktwo.methods.floor import Hand as Waiting
from tracktwo.steps.convene.models import Airtime, Floor, Hand, Session
from tracktwo.steps.programme.models import Community
from tracktwo.steps.select.queries import list_seats

BAR = 100  # the longest bar of the balance, in its own units


def watch_of(floor: Floor) -> Watch:
    return Watch(floor.timed, floor.since, floor.is_interpreted)


def heard_of(airtime: Iterable[Airtime], floor: Floor, sides: Sequence[int], now: datetime) -> Heard:
    """What the session has heard up to now, the turn that is on included."""
    seconds: Counter[int] = Counter()
    for row in airtime:
        seconds[row.side] += row.seconds
    watch = watch_of(floor)
    if watch.whose is not None:
        seconds[watch.whose] += int(watch.elapsed(now).total_seconds())
    return Heard(tuple(sides), seconds, tuple(floor.turns))


def waiting_of(hand: Hand) -> Waiting:
    return Waiting(str(hand.pk), hand.side, hand.asked or 0, not hand.has_spoken, hand.moved)


@dataclass(frozen=True)
class HandFace:
    """One line of the queue."""

    pk: int
    account: object
    alias: str
    community: Community
    place: int
    is_first: bool
    is_moved: bool


@dataclass(frozen=True)
class Bar:
    """One account's airtime in the phase: whole minutes, and its length beside the longest."""

    side: int
    community: Community | None
    minutes: int
    length: int
    is_on: bool


@dataclass(frozen=True)
class FloorFace:
    """The floor as the console shows it."""

    hands: tuple[HandFace, ...]
    speaking: HandFace | None
    bars: tuple[Bar, ...]
    equal: int  # where the communities' bars would end if they were even
    timed: int | None
    is_interpreted: bool
    is_shown: bool
    on_wall: str = "count"
    shows_rules: bool = False
    break_offered: int | None = None

    @property
    def next_hands(self) -> tuple[HandFace, ...]:
        return self.hands[:2]

    @property
    def more(self) -> int:
        return max(len(self.hands) - 2, 0)

    def of(self, account: object) -> HandFace | None:
        """This person's own line among those who wait."""
        return next((hand for hand in self.hands if hand.account == account), None)

    def place_of(self, account: object) -> str:
        """What this person may see of the queue, as far as it changes by itself."""
        own = self.of(account)
        order = ",".join(str(hand.pk) for hand in self.hands) if self.is_shown else ""
        return f"{own.place if own else ''}|{order}"

    @property
    def scope(self) -> str:
        """What of the face changes without anybody tapping anything."""
        order = ",".join(str(hand.pk) for hand in self.hands)
        return f"{order}|{','.join(f'{bar.minutes}.{bar.length // 4}' for bar in self.bars)}"


@dataclass(frozen=True)
class FloorRows:
    """The rows of an open session's floor as they were read; what time does with them needs no database."""

    floor: Floor
    hands: tuple[Hand, ...]
    airtime: tuple[Airtime, ...]

    def face(self, communities: Sequence[Community], phase: str | None, now: datetime) -> FloorFace:
        """``communities`` in the order of the day."""
        floor, rows = self.floor, {str(hand.pk): hand for hand in self.hands}
        sides, named = [community.number for community in communities], {c.number: c for c in communities}
        waiting = [waiting_of(hand) for hand in self.hands if hand.asked is not None]
        order = queue(waiting, heard_of(self.airtime, floor, sides, now))
        faces = tuple(_hand_face(rows[hand.key], named, place) for place, hand in enumerate(order, start=1))
        speaking = next((_hand_face(hand, named, 0) for hand in self.hands if hand.has_floor), None)
        bars, equal = _bars(self, communities, phase, now)
        told = (
            floor.timed,
            floor.is_interpreted,
            floor.is_shown,
            floor.on_wall,
            floor.shows_rules,
            floor.break_offered,
        )
        return FloorFace(faces, speaking, bars, equal, *told)


def hands_of(session: Session) -> QuerySet[Hand]:
    """Of whoever still has a seat: who gave it up, or had it taken back, neither waits for the floor nor has it."""
    return session.hands.filter(account__in=list_seats(session.workshop).values("account"))


def floor_rows(session: Session) -> FloorRows:
    floor = Floor.objects.filter(session=session).first() or Floor(session=session)
    return FloorRows(floor, tuple(hands_of(session).select_related("account")), tuple(session.airtime.all()))


def floor_face(session: Session, communities: Sequence[Community], phase: str | None, now: datetime) -> FloorFace:
    """The face of an open session's floor, ``communities`` in the order of the day."""
    return floor_rows(session).face(communities, phase, now)


def _hand_face(hand: Hand, named: dict[int, Community], place: int) -> HandFace:
    is_moved = hand.moved is not None
    community = named[hand.side]
    return HandFace(hand.pk, hand.account_id, hand.account.alias, community, place, not hand.has_spoken, is_moved)


def _bars(
    rows: FloorRows, communities: Sequence[Community], phase: str | None, now: datetime
) -> tuple[tuple[Bar, ...], int]:
    seconds = Counter({row.side: row.seconds for row in rows.airtime if row.phase == phase})
    watch = watch_of(rows.floor)
    if watch.whose is not None:
        seconds[watch.whose] += int(watch.elapsed(now).total_seconds())
    found = balance(seconds, [community.number for community in communities])
    longest = max([*seconds.values(), 1])
    accounts = [*((c.number, c) for c in communities), (THIRD_PARTY, None), (INTERPRETER, None)]
    bars = tuple(
        Bar(side, community, seconds[side] // 60, seconds[side] * BAR // longest, watch.whose == side)
        for side, community in accounts
    )
    return bars, int(found.equal * BAR / longest)
