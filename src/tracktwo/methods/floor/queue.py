"""Who speaks next: a rule that everybody can check in the head, and moves by hand that stay visible.

In words, for k communities:

1. A community in which somebody waits comes at the latest after 2 (k - 1) turns of the others. If several are due, the
   one whose last turn lies furthest back comes first.
2. Otherwise the community that has had less time so far comes next. Equal time: the one with fewer turns; equal turns:
   in the order of the day (``order_of_sides``).
3. Inside a community whoever has not spoken in this session comes first, then whoever asked earlier.
4. Whoever the facilitator has moved comes before all of these, in the order of the moves.

With two communities the first sentence says: never a third turn in a row while somebody of the other side waits. Time
is of communities; the rule needs nobody's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from tracktwo.methods.record import Refusal

TYPICAL = 120  # seconds that a turn still to come is taken to last, for the list of those after the next


@dataclass(frozen=True)
class Hand:
    """One person who waits. ``key`` says nothing to this method; ``asked`` grows with every request.

    ``is_first``: has not had the floor in this session. ``moved``: place among those moved by hand, or None.
    """

    key: str
    side: int
    asked: int
    is_first: bool = True
    moved: int | None = None


@dataclass(frozen=True)
class Heard:
    """What the session has heard: seconds by community, and the communities of all turns so far, latest last.

    ``sides`` are all communities in the order of the day.
    """

    sides: tuple[int, ...]
    seconds: Mapping[int, int] = field(default_factory=dict)
    turns: tuple[int, ...] = ()

    def then(self, side: int, seconds: int) -> Heard:
        """After one more turn."""
        more = {**self.seconds, side: self.seconds.get(side, 0) + seconds}
        return replace(self, seconds=more, turns=(*self.turns, side))

    def turns_since(self, side: int) -> int:
        """How many turns of others since the last one of this community (all of them where it had none)."""
        for since, spoke in enumerate(reversed(self.turns)):
            if spoke == side:
                return since
        return len(self.turns)


def longest_wait(communities: int) -> int:
    """After how many turns of others a waiting community comes at the latest: 2 (k - 1)."""
    return 2 * (communities - 1)


def next_hand(hands: Sequence[Hand], heard: Heard) -> Hand | None:
    """Who has the floor next, or None where nobody waits. O(hands).

    Refuses ``floor.hand_twice`` and ``floor.side_unknown``.
    """
    _check(hands, heard)
    return _next(hands, heard) if hands else None


def queue(hands: Sequence[Hand], heard: Heard) -> tuple[Hand, ...]:
    """All who wait, in the order in which they would speak if nobody else came and each took ``TYPICAL`` seconds.

    The first is ``next_hand``. O(hands squared). Refuses as ``next_hand`` does.
    """
    _check(hands, heard)
    waiting, found = list(hands), []
    while waiting:
        hand = _next(waiting, heard)
        waiting.remove(hand)
        found.append(hand)
        heard = heard.then(hand.side, TYPICAL)
    return tuple(found)


def move(order: Sequence[Hand], key: str, by: int) -> tuple[Hand, ...]:
    """The queue after the facilitator moved one person ``by`` places (negative: towards the front).

    Everybody down to the place touched keeps it by hand, so that what the facilitator saw is what stays. At an end of
    the queue nothing moves. Refuses ``floor.hand_unknown``.
    """
    place = next((place for place, hand in enumerate(order) if hand.key == key), None)
    if place is None:
        raise Refusal("floor.hand_unknown")
    to = min(max(place + by, 0), len(order) - 1)
    if to == place:
        return tuple(order)
    turned = [hand for hand in order if hand.key != key]
    turned.insert(to, order[place])
    last = max(place, to, *(here for here, hand in enumerate(turned) if hand.moved is not None))
    return tuple(replace(hand, moved=here if here <= last else None) for here, hand in enumerate(turned))


def _check(hands: Sequence[Hand], heard: Heard) -> None:
    if len({hand.key for hand in hands}) < len(hands):
        raise Refusal("floor.hand_twice")
    if any(hand.side not in heard.sides for hand in hands):
        raise Refusal("floor.side_unknown")


def _next(hands: Sequence[Hand], heard: Heard) -> Hand:
    moved = [hand for hand in hands if hand.moved is not None]
    if moved:
        return min(moved, key=lambda hand: (hand.moved or 0, hand.asked))
    side = _side({hand.side for hand in hands}, heard)
    return min((hand for hand in hands if hand.side == side), key=lambda hand: (not hand.is_first, hand.asked))


def _side(waiting: set[int], heard: Heard) -> int:
    most = longest_wait(len(heard.sides))
    due = [side for side in waiting if 0 < most <= heard.turns_since(side)]
    if due:
        return min(due, key=lambda side: (-heard.turns_since(side), *_quiet(side, heard)))
    return min(waiting, key=lambda side: _quiet(side, heard))


def _quiet(side: int, heard: Heard) -> tuple[int, int, int]:
    return (heard.seconds.get(side, 0), heard.turns.count(side), heard.sides.index(side))
