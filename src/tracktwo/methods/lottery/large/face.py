"""The seatings of which a lottery with given chances can consist: where it stands at a limit on average, each of its
seatings must stand there. Kinds that always or never sit are settled; the rest is a smaller question.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from tracktwo.methods.lottery.kinds import Rule, Seating, Setting


@dataclass(frozen=True)
class Face:
    """``setting`` asks for the open kinds alone, by ``kinds`` of the whole question; they sit ``seats`` on average.
    ``settled``: how many of every other kind always sit.
    """

    setting: Setting
    kinds: tuple[int, ...]
    seats: tuple[Fraction, ...]
    settled: Seating

    def complete(self, seating: Seating) -> Seating:
        """A seating of the open kinds as one of the whole question."""
        whole = list(self.settled)
        for kind, seated in zip(self.kinds, seating, strict=True):
            whole[kind] = seated
        return tuple(whole)


def find_face(setting: Setting, seats: tuple[Fraction, ...]) -> Face:
    """``seats``: of each kind on average, so that every rule is kept."""
    kinds = tuple(kind for kind, size in enumerate(setting.sizes) if 0 < seats[kind] < size)
    settled = tuple(0 if 0 < seat < size else int(seat) for seat, size in zip(seats, setting.sizes, strict=True))
    place = {kind: number for number, kind in enumerate(kinds)}
    rules = tuple(_narrow(rule, seats, settled, place) for rule in setting.rules)
    kept = (rules[0], *(rule for rule in rules[1:] if rule.kinds))
    smaller = Setting(tuple(setting.kinds[kind] for kind in kinds), kept, setting.seats - sum(settled))
    return Face(smaller, kinds, tuple(seats[kind] for kind in kinds), settled)


def _narrow(rule: Rule, seats: tuple[Fraction, ...], settled: Seating, place: dict[int, int]) -> Rule:
    count = sum((seats[kind] for kind in rule.kinds), Fraction(0))
    always = sum(settled[kind] for kind in rule.kinds)
    lower, upper = (int(count), int(count)) if count in (rule.lower, rule.upper) else (rule.lower, rule.upper)
    kinds = tuple(place[kind] for kind in rule.kinds if kind in place)
    return replace(rule, kinds=kinds, lower=lower - always, upper=upper - always)
