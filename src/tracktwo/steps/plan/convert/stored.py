"""Rows to the planner's values and back; a stored plan read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, timedelta
from typing import Any

from tracktwo.methods import dates
from tracktwo.steps.plan.models import DelegationProfile, Edition, Workshop

COLUMNS = tuple(field.name for field in fields(dates.Edition))
DAYS = ("first_day", "last_day")
# What the form asks beside the days, with what is proposed at first.
PROPOSED: dict[str, Any] = {
    "workshops": None,
    "months_min": 6,
    "months_max": 14,
    "offset_days": 1,
    "slack_days": 2,
    "length_days": 4,
    "clear_before": 0,
    "clear_after": 0,
    "hard_kinds": ["national", "anniversary"],
    "promised": [],
}
# Params of reasons that are days; JSON has no days of its own.
_DAYS_IN_REASONS = ("day", "workshop_day", "today", "first_day", "last_day", "first", "last", "checked_on")


def edition_value(row: Edition) -> dates.Edition:
    return dates.Edition(**{column: getattr(row, column) for column in COLUMNS})


def edition_columns(edition: dates.Edition) -> dict[str, Any]:
    return {column: getattr(edition, column) for column in COLUMNS}


def delegation_value(rows: Iterable[DelegationProfile]) -> dates.Delegation:
    """Communities go by number: the planner needs no name, and names differ by language."""
    return dates.Delegation(
        tuple(dates.DelegationLine(str(row.community.number), row.passport, row.residence, row.count) for row in rows)
    )


def stand_in(workshop: Workshop) -> dates.Edition:
    """A workshop whose edition is no longer listed still takes its place in the rhythm."""
    opening = workshop.ends_on + timedelta(days=1)
    named = ("workshop", "workshop", str(workshop.number))
    return dates.Edition(*named, workshop.city, workshop.country, opening, opening, "held")


def edition_of(workshop: Workshop) -> dates.Edition:
    return edition_value(workshop.edition) if workshop.edition else stand_in(workshop)


def locked_value(workshop: Workshop, today: date) -> dates.Locked:
    held = workshop.closed_at is not None or workshop.starts_on <= today
    return dates.Locked(edition_of(workshop).key, workshop.starts_on, workshop.ends_on, held=held)


def wishes_value(said: Mapping[str, Any], locked: Iterable[dates.Locked]) -> dates.Wishes:
    """``said`` is what the form kept (days as YYYY-MM-DD, ``promised`` apart)."""
    plain = {name: value for name, value in said.items() if name not in (*DAYS, "promised", "hard_kinds", "weights")}
    days = {name: date.fromisoformat(said[name]) for name in DAYS}
    return dates.Wishes(**days, **plain, hard_kinds=tuple(said["hard_kinds"]), locked=tuple(locked))


def promise(edition: dates.Edition, said: Mapping[str, Any]) -> dates.Locked:
    """A workshop promised before this edition: on the days that the wishes prefer."""
    last = edition.start - timedelta(days=said["offset_days"])
    return dates.Locked(edition.key, last - timedelta(days=said["length_days"] - 1), last)


def kept_rules(inputs: Mapping[str, Any]) -> tuple[dates.KeepClear, ...]:
    """The days to keep clear that a stored plan was made with."""
    return tuple(dates.KeepClear(*day) for day in inputs["keep_clear"])


def plan_value(result: Mapping[str, Any]) -> dates.Plan:
    """A stored plan.json as the value it was written from; sentences in it are passed over."""
    workshops = tuple(_workshop(each) for each in result["workshops"])
    rejected = tuple(_rejected(each) for each in result["rejected"])
    listed = {one.edition.key: one.edition for one in (*workshops, *rejected)}
    return dates.Plan(
        workshops=workshops,
        rejected=rejected,
        alternatives=tuple(_alternative(each, listed) for each in result["alternatives"]),
        shared_costs=_costs(result["shared_costs"]),
        objective=result["objective"],
        bound=result["bound"],
        gap=result["gap"],
        editions=result["editions"],
        constraints=result["constraints"],
        today=date.fromisoformat(result["today"]),
        changes=_changes(result.get("changes"), listed),
    )


def _workshop(each: Mapping[str, Any]) -> dates.Workshop:
    return dates.Workshop(
        number=each["number"],
        edition=_edition(each["edition"]),
        first=date.fromisoformat(each["first"]),
        last=date.fromisoformat(each["last"]),
        offset_days=each["offset_days"],
        locked=each["locked"],
        held=each["held"],
        costs=_costs(each["costs"]),
        remarks=_reasons(each["remarks"]),
        entry=tuple(dates.EntryClass(**needs) for needs in each["entry"]),
        apply_by=date.fromisoformat(each["apply_by"]) if each["apply_by"] else None,
    )


def _rejected(each: Mapping[str, Any]) -> dates.Rejected:
    reasons, remarks = _reasons(each["reasons"]), _reasons(each["remarks"])
    return dates.Rejected(_edition(each["edition"]), reasons, remarks, each["may_enter"])


def _edition(each: Mapping[str, Any]) -> dates.Edition:
    days = {name: date.fromisoformat(each[name]) for name in ("start", "end")}
    return dates.Edition(**{**each, **days})


def _alternative(each: Mapping[str, Any], listed: Mapping[dates.EditionKey, dates.Edition]) -> dates.Alternative:
    def found(names: Iterable[Mapping[str, str]]) -> tuple[dates.Edition, ...]:
        return tuple(listed[name["association"], name["convention"], name["edition"]] for name in names)

    # Plans kept before alternatives were explained hold no more than their points.
    worse, better = (_costs(each.get(name, ())) for name in ("worse", "better"))
    return dates.Alternative(found(each["leave"]), found(each["come"]), each["costs_more"], worse, better)


def _changes(each: Mapping[str, Any] | None, listed: Mapping[dates.EditionKey, dates.Edition]) -> dates.Changes | None:
    if each is None:
        return None

    def named(name: Mapping[str, str]) -> dates.Edition:
        return listed[name["association"], name["convention"], name["edition"]]

    moved = tuple(
        dates.Moved(named(one["edition"]), *(date.fromisoformat(one[day]) for day in ("was", "now")))
        for one in each["moved"]
    )
    leave = tuple(_edition(one) for one in each["leave"])
    return dates.Changes(each["stay"], moved, leave, tuple(map(named, each["come"])), each["days"])


def _costs(each: Iterable[Mapping[str, Any]]) -> tuple[dates.Cost, ...]:
    return tuple(dates.Cost(**cost) for cost in each)


def _reasons(each: Iterable[Mapping[str, Any]]) -> tuple[dates.Reason, ...]:
    return tuple(dates.Reason(one["code"], _params(one["params"])) for one in each)


def _params(params: Mapping[str, Any]) -> dict[str, Any]:
    return {name: date.fromisoformat(value) if name in _DAYS_IN_REASONS else value for name, value in params.items()}
