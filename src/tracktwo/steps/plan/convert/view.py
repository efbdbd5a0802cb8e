"""A plan as the page shows it: rows in words, and the strip over the years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tracktwo.documents.charts.plan_strip import CLASH, SHUT, mark_key, plan_strip, view_of
from tracktwo.documents.tree import Side
from tracktwo.methods import dates
from tracktwo.steps.plan.convert.stored import DAYS, edition_value, kept_rules, plan_value
from tracktwo.steps.plan.convert.words import (
    EXITS,
    OUT_OF_TIME,
    cost_words,
    country_words,
    kept_day_words,
    kind_words,
    reason_words,
    status_words,
)
from tracktwo.steps.plan.models import Edition, Plan
from tracktwo.steps.programme.models import Community


@dataclass(frozen=True)
class WorkshopRow:
    number: int
    place: str
    first: date
    last: date
    convention: str
    opens: date
    status: str
    when: str
    to_check: bool
    may_enter: int | None
    apply_by: date | None
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class LeftRow:
    place: str
    convention: str
    first: date
    last: date
    status: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class CostRow:
    words: str
    count: int
    points: int


@dataclass(frozen=True)
class AlternativeRow:
    leave: str
    come: str
    costs_more: int
    worse: tuple[CostRow, ...]
    better: tuple[CostRow, ...]


@dataclass(frozen=True)
class ChangesRow:
    """What a plan changes of the one before it, in words."""

    stay: int
    moved: tuple[tuple[str, date, date], ...]
    leave: str
    come: str
    days: int


@dataclass(frozen=True)
class PlanPicture:
    """Everything a page or file needs of one stored plan, in the reader's language."""

    plan: dates.Plan
    people: int
    workshops: tuple[WorkshopRow, ...]
    left: tuple[LeftRow, ...]
    out_of_time: tuple[LeftRow, ...]
    costs: tuple[CostRow, ...]
    alternatives: tuple[AlternativeRow, ...]
    hints: tuple[str, ...]
    changes: ChangesRow | None
    lying: SafeString
    upright: SafeString

    @property
    def key(self) -> tuple[tuple[SafeString, str], ...]:
        """What the marks in the strip mean."""
        said = {
            CLASH: _("left: a day to keep clear"),
            SHUT: _("left: somebody could not enter in time"),
            "unsure": _("not certain yet"),
        }
        return tuple((mark_safe(mark_key(why)), words) for why, words in said.items())  # noqa: S308 - our own picture

    @property
    def gap_percent(self) -> float:
        return 100 * self.plan.gap

    @property
    def to_check(self) -> int:
        return sum(row.to_check for row in self.workshops)


def picture_of(row: Plan, communities: Sequence[Community], today: date) -> PlanPicture:
    """A stored plan; ``communities`` in the order of the day: it is the order of the threads."""
    return picture_of_value(plan_value(row.result), row.wishes, communities, today)


def picture_of_value(
    plan: dates.Plan, inputs: Mapping[str, Any], communities: Sequence[Community], today: date
) -> PlanPicture:
    """The same of a plan that nobody has kept, with what went into it."""
    names = {str(community.number): community.name for community in communities}
    people = sum(line[3] for line in inputs["delegation"])
    years = tuple(date.fromisoformat(inputs[name]) for name in DAYS)
    out_of_time = [left for left in plan.rejected if _is_out_of_time(left, years)]
    in_time = [left for left in plan.rejected if left not in out_of_time]
    lying, upright = _strips(plan, inputs, communities, people, today)
    return PlanPicture(
        plan=plan,
        people=people,
        workshops=tuple(_workshop_row(workshop, names, today) for workshop in plan.workshops),
        left=tuple(_left_row(left, names) for left in in_time),
        out_of_time=tuple(_left_row(left, names) for left in out_of_time),
        costs=_cost_rows(plan),
        alternatives=tuple(map(_alternative_row, plan.alternatives)),
        hints=_hints(plan, names),
        changes=_changes_row(plan.changes),
        lying=lying,
        upright=upright,
    )


def _is_out_of_time(left: dates.Rejected, years: tuple[date, ...]) -> bool:
    """Outside the years whatever else speaks against it, or past already."""
    outside = not years[0] <= left.edition.start <= years[-1]
    return outside or all(reason.code in OUT_OF_TIME for reason in left.reasons)


def _workshop_row(workshop: dates.Workshop, names: Mapping[str, str], today: date) -> WorkshopRow:
    edition = workshop.edition
    return WorkshopRow(
        number=workshop.number,
        place=place_words(edition),
        first=workshop.first,
        last=workshop.last,
        convention=convention_words(edition),
        opens=edition.start,
        status=status_words(edition.status),
        when=_when(workshop.first, workshop.last, today),
        to_check=edition.status in ("provisional", "projected") and not workshop.held,
        may_enter=None if edition.venue_is_open else _admitted(workshop),
        apply_by=None if workshop.held else workshop.apply_by,
        remarks=tuple(
            reason_words(remark, names)
            for remark in workshop.remarks
            if remark.code not in ("plan.is_provisional", "plan.is_projected", *EXITS)
        ),
    )


def _hints(plan: dates.Plan, names: Mapping[str, str]) -> tuple[str, ...]:
    """Who may not be let out is the same before every workshop, so it is said once."""
    ahead = (workshop for workshop in plan.workshops if not workshop.held)
    found = (remark for workshop in ahead for remark in workshop.remarks if remark.code in EXITS)
    return tuple(dict.fromkeys(reason_words(remark, names) for remark in found))


def _alternative_row(other: dates.Alternative) -> AlternativeRow:
    return AlternativeRow(
        _places(other.leave), _places(other.come), other.costs_more, _rows(other.worse), _rows(other.better)
    )


def _rows(costs: Iterable[dates.Cost]) -> tuple[CostRow, ...]:
    return tuple(CostRow(cost_words(cost.kind), cost.count, cost.points) for cost in costs)


def _changes_row(changes: dates.Changes | None) -> ChangesRow | None:
    if changes is None:
        return None
    moved = tuple((one.edition.place_name, one.was, one.now) for one in changes.moved)
    return ChangesRow(changes.stay, moved, _places(changes.leave), _places(changes.come), changes.days)


def _when(first: date, last: date, today: date) -> str:
    if last < today:
        return _("over")
    return _("under way") if first <= today else ""


def _admitted(workshop: dates.Workshop) -> int:
    return sum(needs.count for needs in workshop.entry if needs.is_admitted)


def _left_row(left: dates.Rejected, names: Mapping[str, str]) -> LeftRow:
    edition = left.edition
    # A feast during the convention forbids nothing, and is worth knowing all the same.
    touched = (remark for remark in left.remarks if remark.code == "plan.day_touched")
    return LeftRow(
        place=place_words(edition),
        convention=convention_words(edition),
        first=edition.start,
        last=edition.end,
        status=status_words(edition.status),
        reasons=tuple(reason_words(reason, names) for reason in (*left.reasons, *touched)),
    )


def place_words(edition: dates.Edition) -> str:
    return _("Place not announced") if edition.venue_is_open else edition.city


def convention_words(edition: dates.Edition) -> str:
    return f"{edition.convention} {edition.edition}"


def _places(editions: Iterable[dates.Edition]) -> str:
    return ", ".join(
        f"{edition.place_name} ({date_format(edition.start, 'YEAR_MONTH_FORMAT')})" for edition in editions
    )


def _cost_rows(plan: dates.Plan) -> tuple[CostRow, ...]:
    counts: dict[str, tuple[int, int]] = {}
    for cost in (*(cost for workshop in plan.workshops for cost in workshop.costs), *plan.shared_costs):
        count, points = counts.get(cost.kind, (0, 0))
        counts[cost.kind] = (count + cost.count, points + cost.points)
    rows = [CostRow(cost_words(kind), count, points) for kind, (count, points) in counts.items() if points]
    return tuple(sorted(rows, key=lambda row: -row.points))


def _strips(
    plan: dates.Plan, inputs: Mapping[str, object], communities: Sequence[Community], people: int, today: date
) -> tuple[SafeString, SafeString]:
    first, last = (date.fromisoformat(str(inputs[name])) for name in DAYS)
    clear = dates.clear_days(kept_rules(inputs), first, last)
    sides = {str(community.number): Side(community.name, community.number) for community in communities}
    view = replace(view_of(plan, clear, sides, first, last), today=today)
    labels = _labels(plan, first, last, people)
    pictures = (
        plan_strip(view, labels, prefix="lying"),
        plan_strip(view, labels, prefix="upright", upright=True),
    )
    # Our own charts: every word in them was escaped where it was set.
    lying, upright = (mark_safe(picture) for picture in pictures)  # noqa: S308
    return lying, upright


def _labels(plan: dates.Plan, first: date, last: date, people: int) -> dict[str, str]:
    cities = "; ".join(
        f"{one.number} {one.edition.place_name}, {date_format(one.first, 'DATE_FORMAT')}" for one in plan.workshops
    )
    return {
        "title": _("Conventions and workshops, %(first)s to %(last)s") % {"first": first.year, "last": last.year},
        "description": _(
            "Workshops: %(count)s. %(cities)s. Filled circles are conventions chosen, open circles conventions left;"
            " woven marks are days a community keeps clear. A cross in a circle: a day to keep clear stood against it;"
            " a bar: somebody could not enter in time; a broken circle: not certain yet."
        )
        % {"count": len(plan.workshops), "cities": cities},
        "conventions": _("Conventions"),
        "may_enter": _("May enter, of %(total)s") % {"total": people},
        "keep_clear": _("Days to keep clear"),
        "today": _("Today"),
        "january": _("Jan"),
        "july": _("Jul"),
    }


def edition_rows(editions: Iterable[Edition]) -> list[tuple[Edition, str, str, str]]:
    """Each edition with its place, country and status in words; the latest first, because the future is planned."""
    return [
        (row, place_words(value), country_words(row.country), status_words(row.status))
        for row in sorted(editions, key=lambda row: row.start, reverse=True)
        for value in (edition_value(row),)
    ]


def kept_rows(table: Iterable[dates.KeepClear]) -> list[tuple[str, str, str, str]]:
    """(who, day, name, kind) of each day, in words."""
    return [
        (
            _("everybody named here") if day.community in dates.EVERY_COMMUNITY else day.community,
            _month_day(day.month_day),
            kept_day_words(day.name),
            kind_words(day.kind),
        )
        for day in table
    ]


def _month_day(said: str) -> str:
    if said == dates.ORTHODOX_EASTER:
        return _("moves with Orthodox Easter")
    month, day = (int(part) for part in said.split("-"))
    return date_format(date(2024, month, day), "j E")  # a leap year, so that every day exists
