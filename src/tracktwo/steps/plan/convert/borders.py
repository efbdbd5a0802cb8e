"""Rules of borders and ways as rows in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracktwo.methods import dates
from tracktwo.steps.plan.convert.words import countries_words, country_words, exit_words, requirement_words

Row = tuple[str, ...]


@dataclass(frozen=True)
class Border:
    """What one passport needs for one country, by the rule in force, and how many travel on it."""

    rule: dates.EntryRule
    people: int


def border_rows(borders: Iterable[Border]) -> list[Row]:
    """(country, passport, people, requirement, days of lead, source, checked on)"""
    return [
        (
            country_words(border.rule.destination),
            country_words(border.rule.passport),
            str(border.people),
            requirement_words(border.rule.requirement),
            str(border.rule.lead_days or ""),
            border.rule.source,
            _day(border.rule.checked_on),
        )
        for border in borders
    ]


def transit_rows(rules: Iterable[dates.TransitRule]) -> list[Row]:
    """(residence, destinations, via, what is asked there, source, checked on); one row for rules that differ only in
    where they lead.
    """
    found: dict[tuple[str, tuple[str, ...], bool, str, date], list[str]] = {}
    for rule in rules:
        key = (rule.residence, rule.via, rule.airside, rule.source, rule.checked_on)
        found.setdefault(key, []).append(rule.destination)
    return [
        (
            country_words(residence),
            ", ".join(sorted(map(country_words, to))),
            countries_words(via),
            _("nothing: planes are changed") if airside else _("entry, by its own rules"),
            source,
            _day(checked_on),
        )
        for (residence, via, airside, source, checked_on), to in found.items()
    ]


def exit_rows(rules: Iterable[dates.ExitRule]) -> list[Row]:
    """(residence, passport, whom it concerns, source, checked on)"""
    return [
        (
            country_words(rule.residence),
            country_words(rule.passport),
            exit_words(rule.kind),
            rule.source,
            _day(rule.checked_on),
        )
        for rule in rules
    ]


def means_rows(means: dates.Means) -> list[Row]:
    """(what, said) of absences, facilitators and prices."""
    away = [(one.who, f"{_day(one.first)} – {_day(one.last)}") for one in means.away]
    carried = [(one.alias, _("workshops a year: %(number)s") % {"number": one.per_year}) for one in means.facilitators]
    prices = [
        (
            country_words(one.country),
            _("%(each)s for each person, %(fixed)s beside") % {"each": one.per_person, "fixed": one.fixed},
        )
        for one in means.prices
    ]
    return [*away, *carried, *prices]


def _day(day: date) -> str:
    return str(date_format(day, "DATE_FORMAT"))
