"""What a workshop needs of the host: free days, facilitators who are not worn out, money."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Away:
    """Days on which ``who`` cannot be there: a facilitator of this alias, else something every workshop needs."""

    who: str
    first: date
    last: date

    def meets(self, first: date, last: date) -> bool:
        return self.first <= last and first <= self.last


@dataclass(frozen=True)
class Facilitator:
    """How many workshops a facilitator would carry in one calendar year."""

    alias: str
    per_year: int


@dataclass(frozen=True)
class Price:
    """What a workshop costs in one country: for each person and beside, in whole units of the host's currency."""

    country: str
    per_person: int
    fixed: int
    source: str
    checked_on: date


@dataclass(frozen=True)
class Means:
    """All of it; where there are no facilitators in the list, nobody is counted."""

    away: tuple[Away, ...] = ()
    facilitators: tuple[Facilitator, ...] = ()
    facilitators_needed: int = 1
    prices: tuple[Price, ...] = ()

    def workshops_a_year(self) -> int | None:
        """How many the facilitators would carry in a year; None where none are listed."""
        if not self.facilitators:
            return None
        return sum(one.per_year for one in self.facilitators) // max(1, self.facilitators_needed)

    def missing(self, first: date, last: date) -> tuple[Away, ...]:
        """What every workshop needs and is away on these days."""
        aliases = {one.alias for one in self.facilitators}
        return tuple(away for away in self.away if away.who not in aliases and away.meets(first, last))

    def facilitators_present(self, first: date, last: date) -> int:
        gone = {away.who for away in self.away if away.meets(first, last)}
        return sum(one.alias not in gone for one in self.facilitators)

    def thousands(self, country: str, people: int) -> int:
        """The price of a workshop there in thousands, rounded; 0 where nobody has estimated it."""
        price = _last_checked(one for one in self.prices if one.country == country)
        return 0 if price is None else (price.per_person * people + price.fixed + 500) // 1000


def _last_checked(prices: Iterable[Price]) -> Price | None:
    return max(prices, key=lambda one: one.checked_on, default=None)
