"""Which rules hold for a programme: those of the house, the imported passport table, and a file of its own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import cache

from tracktwo.data import tables
from tracktwo.exchange.entry_rules import passport_rules
from tracktwo.exchange.plan_rules import PlanRules, read_plan_rules
from tracktwo.methods import dates
from tracktwo.steps.plan.convert.borders import Border
from tracktwo.steps.plan.models import PassportRow, RulesFile
from tracktwo.steps.programme.models import Programme


def own_rules(programme: Programme) -> PlanRules | None:
    """What the programme's own file says; None where it has none."""
    row = RulesFile.objects.filter(programme=programme).first()
    return None if row is None else read_plan_rules(row.content.encode())


def imported_table(programme: Programme) -> PassportRow | None:
    """One row of the imported passport table: its source and day are those of all."""
    return programme.passport_rows.first()


@cache
def _house_rules() -> PlanRules:
    """The house's own table does not change while the house stands."""
    return read_plan_rules(tables.entry_rules_toml())


def rules_in_force(programme: Programme, passports: Collection[str] = ()) -> PlanRules:
    """All that is known, one beside the other: where several speak, the planner hears the one checked last.

    ``passports`` are looked up in the imported table beside those of the delegation.
    """
    house = _house_rules()
    own = own_rules(programme)
    entry = (*house.entry, *_imported(programme, passports))
    if own is None:
        return replace(house, entry=entry)
    return replace(
        own,
        entry=(*entry, *own.entry),
        transit=(*house.transit, *own.transit),
        exits=_exits(house.exits, own.exits),
    )


def _exits(house: tuple[dates.ExitRule, ...], own: tuple[dates.ExitRule, ...]) -> tuple[dates.ExitRule, ...]:
    """An own hint takes the place of the house's of the same kind."""
    said = {(rule.passport, rule.residence, rule.kind) for rule in own}
    return (*(rule for rule in house if (rule.passport, rule.residence, rule.kind) not in said), *own)


def _imported(programme: Programme, also: Collection[str]) -> tuple[dates.EntryRule, ...]:
    """Only for passports that somebody travels on: the table has forty thousand rows."""
    passports = set(programme.delegation.values_list("passport", flat=True)) | set(also)
    rows = programme.passport_rows.filter(passport__in=passports)
    return tuple(rule for row in rows for rule in passport_rules(row.passport, row.says, row.checked_on, row.source))


def borders_asked(programme: Programme) -> list[Border]:
    """Rules for every passport of the delegation at every place of the list, places by code."""
    book = rules_in_force(programme)
    table = dates.EntryTable(book.entry)
    people: dict[str, int] = {}
    for line in programme.delegation.all():
        people[line.passport] = people.get(line.passport, 0) + line.count
    asked = _places(programme)
    found = ((passport, table.rule_for(passport, place, day)) for place, day in asked for passport in sorted(people))
    return [Border(rule, people[passport]) for passport, rule in found if rule is not None]


def borders_unknown(programme: Programme) -> list[tuple[str, str]]:
    """(passport, country) of what nobody has looked up."""
    known = {(border.rule.passport, border.rule.destination) for border in borders_asked(programme)}
    passports = sorted(set(programme.delegation.values_list("passport", flat=True)))
    return [
        (passport, place)
        for place, _ in _places(programme)
        for passport in passports
        if place != passport and (passport, place) not in known
    ]


def _places(programme: Programme) -> list[tuple[str, date]]:
    """Countries of the editions that can still be chosen, each with the day of the last one there."""
    listed = programme.editions.exclude(country="").exclude(status__in=dates.OUT)
    latest: dict[str, date] = {}
    for country, start in listed.order_by("start").values_list("country", "start"):
        latest[country] = start
    return sorted(latest.items())
