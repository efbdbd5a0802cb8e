"""How long a plan takes, with its proof and a reason for every edition left: a Markdown table.

    python benchmarks/planning.py [--write]

Calendars are invented, always the same: editions on any day of the year, in twenty countries, with two days of slack;
every person travels on one of five passports. One thread, one run, without starting Python; seconds are of the wall,
and longer than those of the processor where others use it too.
"Asked" counts editions that could have been taken; "exact" those whose price is told as one number, the others are told
between two. ``--write`` keeps the table in docs/reference/benchmarks-planning.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tracktwo.methods.dates import (
    Delegation,
    DelegationLine,
    Edition,
    EntryRule,
    KeepClear,
    Plan,
    Promised,
    Wishes,
    plan,
)

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "benchmarks-planning.md"
HEAD = (
    *("years x editions a year x people", "wished", "workshops", "points", "gap"),
    *("asked", "exact", "CPU seconds", "seconds", "peak MB"),
)
Seconds = tuple[float, float]  # of the processor, of the wall
FIRST_YEAR, TODAY = 2027, date(2026, 11, 1)
COUNTRIES = (
    *("AM", "AR", "AT", "BR", "CA", "CH", "CY", "DE", "ES", "GB"),
    *("GE", "IT", "JP", "KR", "KZ", "PT", "RS", "TR", "US", "IE"),
)
PASSPORTS = ("AM", "GE", "PL", "RU", "UA")
KEPT = (
    KeepClear("both", "02-24", "an anniversary", "anniversary"),
    KeepClear("North", "08-24", "a national day", "national"),
    KeepClear("South", "06-12", "a national day", "national"),
    KeepClear("both", "orthodox-easter", "Orthodox Easter", "religious"),
)
CALENDARS = ((4, 8, 16), (5, 8, 40), (5, 12, 60), (5, 40, 40))


def main() -> None:
    lines = [*lines_of_table()]
    if read_arguments().write:
        PAGE.write_text(page(lines), encoding="utf-8")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--write", action="store_true", help="keep the table in the documentation")
    return parser.parse_args()


def lines_of_table() -> Iterator[str]:
    yield told(*HEAD)
    yield told(*["---"] * len(HEAD))
    for years, a_year, people in CALENDARS:
        calendar = Calendar(years, a_year, people)
        for wished in (None, 2 * years - 2):
            made, seconds = calendar.plan(wished)
            yield told(calendar, "as many as fit" if wished is None else wished, *figures(made, seconds))
        made, seconds = calendar.plan_again(made)
        yield told(calendar, "again, a quarter cancelled", *figures(made, seconds))


class Calendar:
    """An invented calendar with its delegation and borders."""

    def __init__(self, years: int, a_year: int, people: int) -> None:
        self.name = f"{years} x {a_year} x {people}"
        chance = random.Random(self.name)  # noqa: S311 - an invented calendar, always the same
        self.years = years
        self.editions = [edition(chance, FIRST_YEAR + year, place) for year in range(years) for place in range(a_year)]
        self.people = Delegation(
            tuple(
                DelegationLine(("North", "South")[place % 2], chance.choice(PASSPORTS), chance.choice(COUNTRIES), 1)
                for place in range(people)
            )
        )
        self.rules = [
            EntryRule(passport, country, *chance.choice(NEEDS), None, None, "invented", TODAY)
            for passport in PASSPORTS
            for country in COUNTRIES
        ]

    def __str__(self) -> str:
        return self.name

    def wishes(self, number: int | None) -> Wishes:
        first, last = date(FIRST_YEAR, 1, 1), date(FIRST_YEAR + self.years - 1, 12, 31)
        return Wishes(first, last, workshops=number, months_min=5, months_max=12, slack_days=2)

    def plan(self, number: int | None, **more: object) -> tuple[Plan, Seconds]:
        started, worked = time.perf_counter(), time.process_time()
        made = plan(self.editions, self.people, self.rules, KEPT, self.wishes(number), TODAY, **more)  # type: ignore[arg-type]
        return made, (time.process_time() - worked, time.perf_counter() - started)

    def plan_again(self, before: Plan) -> tuple[Plan, Seconds]:
        """After the association of every fourth workshop has called it off."""
        lost = {one.edition.key for one in before.workshops[::4]}
        self.editions = [replace(one, status="cancelled") if one.key in lost else one for one in self.editions]
        promised = [Promised(one.edition, one.first, one.last) for one in before.workshops]
        return self.plan(None, before=promised)


NEEDS = (("visa-free", 0), ("visa-free", 0), ("e-visa", 21), ("visa", 120))


def edition(chance: random.Random, year: int, place: int) -> Edition:
    start = date(year, 1, 1) + timedelta(days=chance.randrange(360))
    country = chance.choice(COUNTRIES)
    status = chance.choice(("confirmed", "provisional", "projected"))
    named = (f"Society {place % 20}", f"Congress {place}", str(year), f"{country} {chance.randrange(4)}")
    return Edition(*named, country, start, start + timedelta(days=3), status, "invented")


EXACT = {"plan.costs_more", "plan.just_as_good", "plan.changes_more", "plan.moves_more"}
BETWEEN = {"plan.costs_between", "plan.changes_at_most"}


def figures(made: Plan, seconds: Seconds) -> tuple[object, ...]:
    codes = [{reason.code for reason in left.reasons} for left in made.rejected]
    exact, between = (sum(bool(one & told) for one in codes) for told in (EXACT, BETWEEN))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shown = (f"{100 * made.gap:.2f} %", exact + between, exact, *(f"{one:.2f}" for one in seconds), f"{memory:.0f}")
    return len(made.workshops), made.objective, *shown


def told(*cells: object) -> str:
    line = "| " + " | ".join(str(cell) for cell in cells) + " |"
    print(line, flush=True)
    return line


def page(lines: list[str]) -> str:
    explained = (__doc__ or "").split("[--write]\n\n")[1].split(" ``--write``")[0]
    load = f"Load when it ended: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores."
    day = date.today()  # noqa: DTZ011 - the day on a page
    machine = f"Measured on {day}, {platform.machine()}, Python {platform.python_version()}. {load}"
    made = "Made by `python benchmarks/planning.py --write`; `make bench` prints it."
    return "\n".join(["# Benchmarks: planning", "", made, "", explained, "", machine, "", *lines, ""])


if __name__ == "__main__":
    main()
