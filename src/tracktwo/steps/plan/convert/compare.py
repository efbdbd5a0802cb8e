"""Two plans side by side: what of one is still there in the other, and what it costs."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tracktwo.methods import dates
from tracktwo.steps.plan.convert.view import CostRow, WorkshopRow
from tracktwo.steps.plan.convert.words import cost_words


@dataclass(frozen=True)
class Compared:
    """``rows`` are the workshops tried, each with what it is against the plan kept; ``gone`` what leaves it."""

    rows: tuple[tuple[WorkshopRow, str], ...]
    gone: tuple[WorkshopRow, ...]
    points: int
    was: int
    worse: tuple[CostRow, ...]
    better: tuple[CostRow, ...]

    @property
    def is_same(self) -> bool:
        return not self.gone and all(said == _("stays") for _row, said in self.rows)


def compare(
    kept: dates.Plan, tried: dates.Plan, was: tuple[WorkshopRow, ...], now: tuple[WorkshopRow, ...]
) -> Compared:
    """``was`` and ``now`` are the workshops of both in words, in the order of the plans."""
    firsts = {one.edition.key: one.first for one in kept.workshops}
    keys = {one.edition.key for one in tried.workshops}
    differences = _differences(kept, tried)
    return Compared(
        rows=tuple(
            (row, _stands(one, firsts.get(one.edition.key))) for row, one in zip(now, tried.workshops, strict=True)
        ),
        gone=tuple(row for row, one in zip(was, kept.workshops, strict=True) if one.edition.key not in keys),
        points=tried.objective,
        was=kept.objective,
        worse=tuple(row for row in differences if row.count > 0),
        better=tuple(CostRow(row.words, -row.count, -row.points) for row in differences if row.count < 0),
    )


def _stands(workshop: dates.Workshop, before: object) -> str:
    if before is None:
        return _("comes")
    return _("stays") if before == workshop.first else _("moves")


def _differences(kept: dates.Plan, tried: dates.Plan) -> list[CostRow]:
    ours, theirs = _sum(kept), _sum(tried)
    found = []
    for kind in sorted({*ours, *theirs}):
        (count, points), (was, weighed) = theirs.get(kind, (0, 0)), ours.get(kind, (0, 0))
        found.append(CostRow(cost_words(kind), count - was, points - weighed))
    return sorted((row for row in found if row.count), key=lambda row: -abs(row.points))


def _sum(plan: dates.Plan) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for cost in (*(cost for workshop in plan.workshops for cost in workshop.costs), *plan.shared_costs):
        count, points = found.get(cost.kind, (0, 0))
        found[cost.kind] = (count + cost.count, points + cost.points)
    return found
