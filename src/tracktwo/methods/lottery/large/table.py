"""Cohorts on a table: kinds are dealt to them like cards, then exchanged until every cohort keeps every rule.

Two cohorts exchange one person each. How often a kind sits in all never changes by that.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.variety import vary
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits

Whole = NDArray[np.int64]

# The number of seats counts as much as this many quotas when the kinds are dealt.
_SEATS_COUNT = 2
# Exchanges that are looked at of each sort; steps allowed for each cohort, and as how many a wide look counts.
_NEAR_LOOKS, _WIDE_LOOKS, _STEPS, _DEAR = 30, 60, 8, 20
_NEVER = 1_000


@dataclass(frozen=True, eq=False)
class Exchange:
    """One of kind ``away`` for one of kind ``here``: the cohort gains as many broken seats as ``gain`` says.

    The other cohort gives a seat of each rule in ``gives`` and gets one of each in ``gets``.
    """

    away: int
    here: int
    gain: int
    gives: Whole
    gets: Whole


class Table:
    """``totals``: how often each kind is to sit in all ``cohorts`` together.

    An empty chair is a kind of its own, the last; it belongs to no rule.
    """

    def __init__(self, setting: Setting, totals: Whole, cohorts: int) -> None:
        self._setting, self._cohorts = setting, cohorts
        self._lower, self._upper = setting.limits
        self._members = np.vstack([setting.members.T, np.zeros((1, len(setting.rules)), dtype=np.int64)])
        self._sizes = np.array([*setting.sizes, setting.seats + cohorts])
        self._hands = np.zeros((len(self._members), cohorts), dtype=np.int16)
        self._counts = np.zeros((cohorts, len(setting.rules)), dtype=np.int64)
        self._less, self._more = np.zeros_like(self._counts), np.zeros_like(self._counts)
        self._broken = np.zeros(cohorts, dtype=np.int64)
        self._step, self._spent = 0, 0
        self._deal(totals)
        self._near = _Neighbours(setting)
        self._weigh(slice(None))

    def seatings(self) -> list[Seating]:
        return [tuple(hand) for hand in self._hands[:-1].T.tolist()]

    def _deal(self, totals: Whole) -> None:
        """The largest kinds first, each to the cohorts that have had least of its rules: in whole numbers, so that no
        rounding decides.
        """
        lead = np.zeros_like(self._counts)
        for place, kind in enumerate(sorted(range(len(totals)), key=lambda kind: (-int(totals[kind]), kind))):
            rules = np.flatnonzero(self._members[kind])
            every, rest = divmod(int(totals[kind]), self._cohorts)
            chosen = self._choose(lead, rules, rest, place)
            self._hands[kind] = every
            self._hands[kind, chosen] += 1
            self._counts[:, rules] += every
            self._counts[np.ix_(chosen, rules)] += 1
            lead[:, rules] -= rest
            lead[np.ix_(chosen, rules)] += self._cohorts
        seats = self._counts[:, 0]
        self._hands[-1] = seats.max() - seats

    def _choose(self, lead: Whole, rules: Whole, rest: int, place: int) -> Whole:
        """The ``rest`` cohorts with the least lead; no two are equal, so every machine chooses the same."""
        score = lead[:, rules].sum(axis=1) + (_SEATS_COUNT - 1) * lead[:, 0]
        turned = (np.arange(self._cohorts) + place * 7919) % self._cohorts
        return np.sort(np.argpartition(score * self._cohorts + turned, rest)[:rest]) if rest else np.arange(0)

    def _weigh(self, cohorts: slice | list[int]) -> None:
        """By how much each breaks its rules, and what one seat less or more of a rule adds to that."""
        counts = self._counts[cohorts]
        broken = self._breaks(counts)
        self._less[cohorts] = self._breaks(counts - 1) - broken
        self._more[cohorts] = self._breaks(counts + 1) - broken
        self._broken[cohorts] = broken.sum(axis=1)

    @property
    def _turn(self) -> int:
        return self._step % 97

    def _breaks(self, counts: Whole) -> Whole:
        return np.asarray(np.maximum(0, self._lower - counts) + np.maximum(0, counts - self._upper))

    def valid_seatings(self) -> list[Seating]:
        """Those that keep every rule."""
        return [tuple(hand) for hand in self._hands[:-1, self._broken == 0].T.tolist()]

    def mend(self, limits: Limits, *, spared: int = 0) -> bool:
        """Exchange until every cohort but ``spared`` keeps every rule (True), or until the allowance is used up.

        Raises ``lottery.stopped``.
        """
        waiting = deque(np.flatnonzero(self._broken).tolist())
        while len(waiting) > spared and self._spent < _STEPS * self._cohorts:
            if limits.stop is not None and limits.stop():
                raise Refusal("lottery.stopped")
            cohort = waiting.popleft()
            waiting += self._mend_cohort(cohort)
        return int((self._broken > 0).sum()) <= spared

    def _mend_cohort(self, cohort: int) -> list[int]:
        """Exchanges that make things better, until one only moves the trouble on; who is in trouble after that."""
        met = [cohort]
        better = True
        while better and self._broken[cohort]:
            move, better = self._choose_move(cohort)
            if move is not None:
                self._exchange(cohort, *move)
                met.append(move[1])
        return [one for one in dict.fromkeys(reversed(met)) if self._broken[one]]

    def _choose_move(self, cohort: int) -> tuple[Move | None, bool]:
        """An exchange, and whether it makes things better."""
        self._step, self._spent = self._step + 1, self._spent + 1
        better, level = self._find(cohort, self._look_near(cohort))
        if better is None:
            self._spent += _DEAR
            better, other = self._find(cohort, self._look_wide(cohort))
            level = level or other
        return better or level, better is not None

    def _find(self, cohort: int, exchanges: Iterator[Exchange]) -> tuple[Move | None, Move | None]:
        """The first exchange with another cohort that mends more than it breaks; else the first that breaks as much."""
        level: Move | None = None
        for exchange in exchanges:
            sums = self._ask_others(cohort, exchange)
            best = int(sums.min())
            if best > 0 or (best == 0 and level is not None):
                continue
            others = np.flatnonzero(sums == best)
            move = exchange, int(others[self._step * 7919 % len(others)])
            if best < 0:
                return move, None
            level = move
        return None, level

    def _ask_others(self, cohort: int, exchange: Exchange) -> Whole:
        """What the exchange breaks in all, with each other cohort."""
        away, here = exchange.away, exchange.here
        can = (self._hands[here] > 0) & (self._hands[away] < self._sizes[away])
        can[cohort] = False
        sums = self._less[:, exchange.gives].sum(axis=1) + self._more[:, exchange.gets].sum(axis=1)
        return np.asarray(np.where(can, sums, _NEVER) + exchange.gain)

    def _look_near(self, cohort: int) -> Iterator[Exchange]:
        """Exchanges of two kinds that differ by one feature only: those disturb least."""
        moves = self._near.of(np.flatnonzero(self._hands[:-1, cohort]))
        gains = self._less[cohort, moves[:, 2]] + self._more[cohort, moves[:, 3]]
        good = np.flatnonzero((gains < 0) & (self._hands[moves[:, 1], cohort] < self._sizes[moves[:, 1]]))
        if len(good) > _NEAR_LOOKS:
            good = good[np.arange(_NEAR_LOOKS) * len(good) // _NEAR_LOOKS]
        for place in good[np.argsort(gains[good] + vary(good, self._turn) / 2, kind="stable")]:
            away, here, gets, gives = moves[place].tolist()
            yield Exchange(away, here, int(gains[place]), np.array([gives]), np.array([gets]))

    def _look_wide(self, cohort: int) -> Iterator[Exchange]:
        """All others, the least disturbing first."""
        held = np.flatnonzero(self._hands[:, cohort])
        free = np.flatnonzero(self._hands[:, cohort] < self._sizes)
        gains, apart = self._compare(cohort, held, free)
        ones, others = np.nonzero(gains < 0)
        key = 4 * apart[ones, others] + gains[ones, others] + vary(np.arange(len(ones)), self._turn) * 0.9
        for place in np.argsort(key, kind="stable")[:_WIDE_LOOKS]:
            away, here = int(held[ones[place]]), int(free[others[place]])
            change = self._members[here] - self._members[away]
            gain = int(gains[ones[place], others[place]])
            yield Exchange(away, here, gain, np.flatnonzero(change > 0), np.flatnonzero(change < 0))

    def _compare(self, cohort: int, held: Whole, free: Whole) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """What every exchange of one held for one free adds to what is broken, and by how many rules the two differ.

        All whole and small, so that floating products are exact.
        """
        mine, theirs = self._members[held].astype(np.float32), self._members[free].astype(np.float32)
        less, more = self._less[cohort].astype(np.float32), self._more[cohort].astype(np.float32)
        both = (mine * (less + more)) @ theirs.T
        gains = (mine @ less)[:, None] + (theirs @ more)[None, :] - both
        apart = mine.sum(axis=1)[:, None] + theirs.sum(axis=1)[None, :] - 2 * (mine @ theirs.T)
        return gains, apart

    def _exchange(self, cohort: int, exchange: Exchange, other: int) -> None:
        away, here = exchange.away, exchange.here
        self._hands[[away, here], cohort] += np.array([-1, 1], dtype=np.int16)
        self._hands[[away, here], other] += np.array([1, -1], dtype=np.int16)
        change = self._members[here] - self._members[away]
        self._counts[cohort] += change
        self._counts[other] -= change
        self._weigh([cohort, other])


# An exchange, and with which cohort.
Move = tuple[Exchange, int]


class _Neighbours:
    """For every kind the kinds that differ from it by one rule left and one entered."""

    def __init__(self, setting: Setting) -> None:
        without: dict[frozenset[int], list[tuple[int, int]]] = defaultdict(list)
        for kind, members in enumerate(setting.members.T):
            rules = frozenset(np.flatnonzero(members).tolist())
            for rule in rules:
                without[rules - {rule}].append((kind, rule))
        moves = sorted(
            (one, other, left, entered)
            for alike in without.values()
            for one, left in alike
            for other, entered in alike
            if left != entered
        )
        # Kind, other kind, rule left, rule entered.
        self._moves = np.array(moves, dtype=np.int64).reshape(-1, 4)
        self._starts = np.searchsorted(self._moves[:, 0], np.arange(len(setting.kinds) + 1))

    def of(self, kinds: Whole) -> Whole:
        """The moves of all these kinds, one after another."""
        parts = [self._moves[self._starts[kind] : self._starts[kind + 1]] for kind in kinds]
        return np.concatenate([self._moves[:0], *parts])
