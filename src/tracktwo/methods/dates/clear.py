"""Days to keep clear: national days, anniversaries and holy days of the communities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

EVERY_COMMUNITY = ("both", "all")
ORTHODOX_EASTER = "orthodox-easter"


@dataclass(frozen=True)
class KeepClear:
    """A day that returns every year, or comes in one year only.

    ``community`` is a name, or "both" or "all" for every community; ``month_day`` is "MM-DD",
    "orthodox-easter", or "YYYY-MM-DD" for one that comes once; ``kind`` is a word such as national,
    anniversary or religious, and the wishes say which kinds are never crossed.
    """

    community: str
    month_day: str
    name: str
    kind: str

    def day_in(self, year: int) -> date | None:
        """The day in ``year``; None where the year has no such day (29 February, or a day of another year)."""
        if self.month_day == ORTHODOX_EASTER:
            return orthodox_easter(year)
        if len(self.month_day) == len("2026-08-24"):
            day = date.fromisoformat(self.month_day)
            return day if day.year == year else None
        month, day_of_month = (int(part) for part in self.month_day.split("-"))
        if (month, day_of_month) == (2, 29) and not _is_leap(year):
            return None
        return date(year, month, day_of_month)

    def belongs_to(self, community: str) -> bool:
        return self.community == community or self.community in EVERY_COMMUNITY


@dataclass(frozen=True, order=True)
class ClearDay:
    """One dated occurrence of a day to keep clear."""

    day: date
    name: str
    community: str
    kind: str


def clear_days(rules: Iterable[KeepClear], first: date, last: date) -> tuple[ClearDay, ...]:
    """Every occurrence from ``first`` to ``last``, both included, in order of day, name and community."""
    years = range(first.year, last.year + 1)
    found = {
        ClearDay(day, rule.name, rule.community, rule.kind)
        for rule in rules
        for year in years
        if (day := rule.day_in(year)) is not None and first <= day <= last
    }
    return tuple(sorted(found))


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday in the Gregorian calendar, for 1900 to 2099.

    Meeus, Astronomical Algorithms, 2nd edition, page 69 (Julian Easter), plus the 13 days between the
    calendars.
    """
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
