"""The rules of a plan in: wishes, weights, borders, days to keep clear and the host's means, in one TOML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.entry_rules import entry_rules_in, exit_rules_in, transit_rules_in
from tracktwo.exchange.public_holidays import countries_known
from tracktwo.exchange.significant_dates import is_month_day
from tracktwo.exchange.toml_doors import Keys, Toml, read_each, read_toml
from tracktwo.methods.dates import (
    Away,
    EntryRule,
    ExitRule,
    Facilitator,
    KeepClear,
    Means,
    Price,
    TransitRule,
    Weights,
    Wishes,
    is_country,
)

TABLES = (
    *("wishes", "weights", "lead_days", "entry", "transit", "exit", "keep_clear", "holidays"),
    *("facilitators_needed", "facilitator", "away", "price"),
)
_DAYS = ("first_day", "last_day")
_WISHES = tuple(one.name for one in fields(Wishes) if one.name not in ("locked", *_DAYS, "hard_kinds"))
_WEIGHTS = tuple(one.name for one in fields(Weights))


@dataclass(frozen=True)
class PlanRules:
    """What the file says. ``wishes`` holds only the fields it names; ``keep_clear`` None means it names
    none.
    """

    entry: tuple[EntryRule, ...]
    wishes: Mapping[str, object]
    weights: Weights
    keep_clear: tuple[KeepClear, ...] | None
    transit: tuple[TransitRule, ...] = ()
    exits: tuple[ExitRule, ...] = ()
    holidays: tuple[tuple[str, str], ...] = ()  # (community, country)
    means: Means = Means()


def read_plan_rules(source: bytes | BinaryIO | Path) -> PlanRules:
    """``[wishes]``, ``[weights]``, ``[lead_days]``, ``facilitators_needed``, and lists of ``[[entry]]``,
    ``[[transit]]``, ``[[exit]]``, ``[[keep_clear]]``, ``[[holidays]]``, ``[[facilitator]]``, ``[[away]]`` and
    ``[[price]]``, each optional.

    Raises Refusal ``rules.…`` with place and key; unknown tables and keys are refused, so that a misspelt
    wish is never silently forgotten.
    """
    content = read_toml(source)
    Keys(content, "file", TABLES)
    return PlanRules(
        entry=entry_rules_in(content),
        wishes=_wishes(content),
        weights=_weights(content),
        keep_clear=_keep_clear(content) if "keep_clear" in content else None,
        transit=transit_rules_in(content),
        exits=exit_rules_in(content),
        holidays=read_each(content, "holidays", ("community", "country"), _holidays),
        means=_means(content),
    )


def tables_in(source: bytes | BinaryIO | Path) -> tuple[str, ...]:
    """Which of the known tables a file has, in our order."""
    content = read_toml(source)
    return tuple(name for name in TABLES if name in content)


def _wishes(content: Toml) -> dict[str, object]:
    keys = Keys(content.get("wishes", {}), "wishes", (*_DAYS, *_WISHES, "hard_kinds"))
    found: dict[str, object] = {name: keys.day(name) for name in _DAYS if name in keys.table}
    found |= {name: keys.whole(name) for name in _WISHES if name in keys.table}
    if "hard_kinds" in keys.table:
        found["hard_kinds"] = _kinds(keys)
    return found


def _kinds(keys: Keys) -> tuple[str, ...]:
    kinds = keys.table["hard_kinds"]
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise keys.refuse("rules.list_of_words", "hard_kinds")
    return tuple(kind.casefold() for kind in kinds)


def _weights(content: Toml) -> Weights:
    keys = Keys(content.get("weights", {}), "weights", _WEIGHTS)
    return replace(Weights(), **{name: keys.whole(name) for name in keys.table})


def _keep_clear(content: Toml) -> tuple[KeepClear, ...]:
    return read_each(content, "keep_clear", ("community", "month_day", "name", "kind"), _kept)


def _kept(keys: Keys) -> KeepClear:
    month_day = keys.words("month_day")
    if not is_month_day(month_day):
        raise keys.refuse("rules.month_day", "month_day")
    return KeepClear(keys.words("community"), month_day, keys.words("name"), keys.words("kind"))


def _holidays(keys: Keys) -> tuple[str, str]:
    country = keys.words("country").upper()
    if country not in countries_known():
        raise keys.refuse("rules.holidays_country", "country")
    return keys.words("community"), country


def _means(content: Toml) -> Means:
    needed = Keys(content, "file", TABLES).whole("facilitators_needed", Means.facilitators_needed)
    return Means(
        away=read_each(content, "away", ("who", "from", "until"), _away),
        facilitators=read_each(content, "facilitator", ("alias", "per_year"), _facilitator),
        facilitators_needed=needed,
        prices=read_each(content, "price", ("country", "per_person", "fixed", "source", "checked_on", "note"), _price),
    )


def _away(keys: Keys) -> Away:
    keys.check_dates()
    return Away(keys.words("who"), keys.day("from"), keys.day("until"))


def _facilitator(keys: Keys) -> Facilitator:
    return Facilitator(keys.words("alias"), keys.whole("per_year"))


def _price(keys: Keys) -> Price:
    country = keys.words("country").upper()
    if not is_country(country):
        raise keys.refuse("rules.country", "country")
    return Price(
        country, keys.whole("per_person"), keys.whole("fixed", 0), keys.words("source"), keys.day("checked_on")
    )
