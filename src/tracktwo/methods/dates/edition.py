"""A convention's edition: one meeting of one association, in one city, on known or projected days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FIRM = ("held", "confirmed")
UNSURE = ("provisional", "projected")
OUT = ("cancelled", "moved")
STATUSES = FIRM + UNSURE + OUT

CITY_OPEN = "city open"
_ONLINE = frozenset({"online", "virtual"})

EditionKey = tuple[str, str, str]


@dataclass(frozen=True)
class Edition:
    """One edition of a convention.

    ``country`` is an ISO 3166-1 alpha-2 code, or "" when the venue is online or not announced; ``start``
    and ``end`` are the first and last day of the convention itself; ``status`` is one of ``STATUSES``;
    ``source`` says who says so.
    """

    association: str
    convention: str
    edition: str
    city: str
    country: str
    start: date
    end: date
    status: str
    source: str = ""
    note: str = ""

    @property
    def key(self) -> EditionKey:
        return (self.association, self.convention, self.edition)

    @property
    def is_online(self) -> bool:
        """An online edition has no doorstep: nobody can meet just before it."""
        return not self.country and self.city.strip().casefold() in _ONLINE

    @property
    def venue_is_open(self) -> bool:
        """The association has not said where; entry cannot be checked yet."""
        return not self.country and not self.is_online

    @property
    def place_name(self) -> str:
        """What people call it for short: the city, or while the venue is open the association and its number."""
        return f"{self.association} {self.edition}" if self.venue_is_open else self.city


def in_order(editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Editions by opening day, then by name: the one order in which every plan reads them."""
    return tuple(sorted(editions, key=lambda edition: (edition.start, edition.key)))
