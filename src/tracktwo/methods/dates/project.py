"""Editions not announced yet, projected from the pattern of past ones; never a city, always marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median_low

from tracktwo.methods.dates.edition import CITY_OPEN, OUT, Edition, in_order

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NTH = ("first", "second", "third", "fourth", "last")


@dataclass(frozen=True)
class Pattern:
    """How a convention returns: every ``interval`` years, on the ``nth`` ``weekday`` (0: Monday) of
    ``month``.
    """

    interval: int
    month: int
    weekday: int
    nth: int
    length_days: int

    def opening(self, year: int) -> date:
        """The ``nth`` weekday of the month; the last one where the month has no fifth."""
        first = date(year, self.month, 1)
        day = first + timedelta(days=(self.weekday - first.weekday()) % 7 + 7 * (self.nth - 1))
        return day if day.month == self.month else day - timedelta(days=7)

    def __str__(self) -> str:
        every = "every year" if self.interval == 1 else f"every {self.interval} years"
        return f"{_NTH[self.nth - 1]} {_DAYS[self.weekday]} of {_MONTHS[self.month - 1]}, {every}"


def project_editions(history: Iterable[Edition], years: Iterable[int]) -> tuple[Edition, ...]:
    """Projected editions, in those ``years`` after the last known one, of every convention seen twice.

    Month and weekday are the most frequent ones (the latest wins a tie), the week in the month and the
    interval are low medians; the interval is counted per edition number where editions are numbered.
    Cancelled and moved editions teach nothing, but a year in which one is known is never projected again.
    Country stays "" (so entry cannot be checked) and the note names the editions learnt from. Time O(n log
    n).
    """
    wanted = sorted(set(years))
    series: dict[tuple[str, str], list[Edition]] = {}
    for edition in in_order(tuple(history)):
        series.setdefault((edition.association, edition.convention), []).append(edition)
    return in_order(tuple(found for known in series.values() for found in _project(known, wanted)))


def find_pattern(editions: Iterable[Edition]) -> Pattern | None:
    """The pattern of one convention's editions, or None when fewer than two were held or fixed."""
    known = [edition for edition in in_order(tuple(editions)) if edition.status not in (*OUT, "projected")]
    if len({edition.start.year for edition in known}) < 2:
        return None
    month = _most_frequent([edition.start.month for edition in known])
    weeks = [(edition.start.day - 1) // 7 + 1 for edition in known if edition.start.month == month]
    return Pattern(
        interval=_interval(known),
        month=month,
        weekday=_most_frequent([edition.start.weekday() for edition in known]),
        nth=median_low(weeks),
        length_days=median_low([(edition.end - edition.start).days + 1 for edition in known]),
    )


def _project(known: list[Edition], years: list[int]) -> list[Edition]:
    pattern = find_pattern(known)
    if pattern is None:
        return []
    learnt = [edition for edition in known if edition.status not in (*OUT, "projected")]
    taken = {edition.start.year for edition in known}
    last = learnt[-1]
    return [
        _edition(pattern, learnt, year)
        for year in years
        if year > last.start.year and (year - last.start.year) % pattern.interval == 0 and year not in taken
    ]


def _edition(pattern: Pattern, learnt: list[Edition], year: int) -> Edition:
    last = learnt[-1]
    opening = pattern.opening(year)
    seen = ", ".join(f"{edition.edition} ({edition.start.year})" for edition in learnt)
    return Edition(
        association=last.association,
        convention=last.convention,
        edition=_label(last, pattern, year),
        city=CITY_OPEN,
        country="",
        start=opening,
        end=opening + timedelta(days=pattern.length_days - 1),
        status="projected",
        source="projection",
        note=f"projected from {seen}: {pattern}",
    )


def _label(last: Edition, pattern: Pattern, year: int) -> str:
    """The next number where editions are numbered, else the year."""
    number = _number(last)
    return str(year) if number is None else str(number + (year - last.start.year) // pattern.interval)


def _interval(known: list[Edition]) -> int:
    steps = []
    for before, after in zip(known, known[1:], strict=False):
        years = after.start.year - before.start.year
        if years > 0:
            steps.append(max(1, round(years / _editions_between(before, after))))
    return median_low(steps)


def _editions_between(before: Edition, after: Edition) -> int:
    """Of editions 57 and 63 we know that six lie between, even where the file lists none of them."""
    numbers = _number(before), _number(after)
    if numbers[0] is None or numbers[1] is None:
        return 1
    return max(1, numbers[1] - numbers[0])


def _number(edition: Edition) -> int | None:
    """A running number; a year used as a name ("2024") is not one."""
    text = edition.edition.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None


def _most_frequent(values: list[int]) -> int:
    counts = Counter(values)
    return max(reversed(values), key=lambda value: counts[value])
