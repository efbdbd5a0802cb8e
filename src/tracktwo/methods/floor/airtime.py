"""Airtime by community: one hand on a running watch, moved by taps. Nobody's own time exists anywhere.

The time in which an interpreter repeats what was said belongs to no community: it is counted apart, so that a side
whose words are carried over a second time does not seem to have spoken twice as long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction

from tracktwo.methods.record import Refusal

THIRD_PARTY = 0  # facilitators and hosts; communities are numbered from 1
INTERPRETER = -1
LONGEST_TAP = timedelta(minutes=30)  # beyond that somebody forgot to tap; the rest is nobody's


@dataclass(frozen=True)
class Watch:
    """Who is being timed (None: nobody) since when; ``is_interpreted`` while the interpreter speaks for them."""

    side: int | None = None
    since: datetime | None = None
    is_interpreted: bool = False

    @property
    def whose(self) -> int | None:
        """On whose account the time goes."""
        return INTERPRETER if self.is_interpreted and self.side is not None else self.side

    def elapsed(self, now: datetime) -> timedelta:
        """Since the last tap; never below nought when a machine's clock jumps back, never above ``LONGEST_TAP``."""
        if self.side is None or self.since is None:
            return timedelta(0)
        return min(max(now - self.since, timedelta(0)), LONGEST_TAP)

    def tap(self, side: int | None, now: datetime) -> tuple[Watch, int | None, timedelta]:
        """The watch on another side (or stopped), and what the tap ends: whose account, how long."""
        return Watch(side, None if side is None else now), self.whose, self.elapsed(now)

    def interpret(self, now: datetime) -> tuple[Watch, int | None, timedelta]:
        """The interpreter begins or ends; refuses ``floor.nobody_timed`` where nobody is being timed."""
        if self.side is None:
            raise Refusal("floor.nobody_timed")
        turned = replace(self, since=now, is_interpreted=not self.is_interpreted)
        return turned, self.whose, self.elapsed(now)


@dataclass(frozen=True)
class Share:
    """One community's time: seconds, and its part of all the communities' time (0 where nobody spoke)."""

    side: int
    seconds: int
    part: Fraction


@dataclass(frozen=True)
class Balance:
    """Airtime of a phase or a session. ``equal`` is the number of seconds at which all communities were even."""

    shares: tuple[Share, ...]
    third_party: int
    interpreted: int
    equal: Fraction

    @property
    def total(self) -> int:
        return sum(share.seconds for share in self.shares) + self.third_party + self.interpreted


def balance(seconds: Mapping[int, int], sides: Sequence[int]) -> Balance:
    """Seconds by account -> shares of the communities in the order given. Refuses ``floor.no_sides``."""
    if not sides:
        raise Refusal("floor.no_sides")
    spoken = sum(seconds.get(side, 0) for side in sides)
    shares = tuple(
        Share(side, seconds.get(side, 0), Fraction(seconds.get(side, 0), spoken) if spoken else Fraction(0))
        for side in sides
    )
    third, interpreted = seconds.get(THIRD_PARTY, 0), seconds.get(INTERPRETER, 0)
    return Balance(shares, third, interpreted, Fraction(spoken, len(sides)))
