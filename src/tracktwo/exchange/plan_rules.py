"""The rules of a plan in: wishes, weights, entry rules and days to keep clear, in one TOML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.entry_rules import entry_rules_in
from tracktwo.exchange.significant_dates import is_month_day
from tracktwo.exchange.toml_doors import Keys, Toml, list_tables, read_toml
from tracktwo.methods.dates import EntryRule, KeepClear, Weights, Wishes

TABLES = ("wishes", "weights", "lead_days", "entry", "keep_clear")
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


def read_plan_rules(source: bytes | BinaryIO | Path) -> PlanRules:
    """``[wishes]``, ``[weights]``, ``[lead_days]``, ``[[entry]]`` and ``[[keep_clear]]``, each optional.

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
    )


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
    found = []
    for place, table in enumerate(list_tables(content, "keep_clear"), start=1):
        keys = Keys(table, f"keep_clear {place}", ("community", "month_day", "name", "kind"))
        month_day = keys.words("month_day")
        if not is_month_day(month_day):
            raise keys.refuse("rules.month_day", "month_day")
        found.append(KeepClear(keys.words("community"), month_day, keys.words("name"), keys.words("kind")))
    return tuple(found)
