"""Views and labels that several tests draw: communities are trees, and there may be two or three."""

from __future__ import annotations

from types import ModuleType
from typing import Any, NamedTuple

from tracktwo.documents.charts import chance_histogram, quota_bars, waves
from tracktwo.documents.tree import Side

SIDES = (Side("Alder community", 1), Side("Birch community", 2), Side("Cedar community", 3))

QUOTA_LABELS = {
    "title": "What the quotas ask",
    "description": "For each quota: pool, lottery and allowed range.",
    "key": "Thin: pool. Full: lottery. Dashed: cohort, still to come",
    "caption": "Quotas as numbers",
    "quota": "Quota",
    "pool": "In the pool",
    "share": "Pool, scaled to the seats",
    "expected": "Expected",
    "allowed": "Allowed",
    "drawn": "Drawn",
    "range": "%(least)s to %(most)s",
    "not_drawn": "still to come",
    "decimal": ".",
}
CHANCE_LABELS = {
    "title": "How likely each person is",
    "description": "Number of people by chance of selection.",
    "axis": "Chance of being chosen; height is people",
    "percent": "%(amount)s %%",
    "floor": "Nobody below %(amount)s",
    "decimal": ".",
    "caption": "Chances as numbers",
    "chance": "Chance",
    "span": "%(low)s to %(high)s",
}
WAVE_LABELS = {
    "title": "Trust before and after",
    "description": "Each person's answers in two waves, with medians.",
    "low": "not at all",
    "high": "very much",
    "decimal": ".",
    "caption": "Answers as numbers",
    "community": "Community",
    "wave": "Wave",
    "people": "People",
    "median": "Median",
    "interval": "95 % interval",
    "span": "%(low)s to %(high)s",
    "answers": "Answers",
    "none": "none",
}


class Chart(NamedTuple):
    """A chart module with a view and its labels."""

    module: ModuleType
    view: Any
    labels: dict[str, str]


def quotas(communities: int, drawn: int | None = None) -> quota_bars.QuotaView:
    own = tuple(quota_bars.QuotaRow(side.label, 14, 4.0, 4, 4, drawn, side) for side in SIDES[:communities])
    return quota_bars.QuotaView(
        pool_size=14 * communities,
        seats=4 * communities,
        rows=(*own, quota_bars.QuotaRow("Has taken part before", 7, 3.25, 2, 5, drawn)),
    )


def chances(communities: int) -> chance_histogram.ChanceView:
    spread = (0.24, 0.3, 0.31, 0.45, 1.0)
    return chance_histogram.ChanceView(
        tuple(chance_histogram.ChanceGroup(side, spread) for side in SIDES[:communities])
    )


def answers(communities: int) -> waves.WavesView:
    people = ((2.0, 3.0), (2.0, 4.0), (3.0, 3.0), (4.0, 6.0), (1.0, 4.0), (3.0, 5.0))
    middles = (waves.Middle(2.5, 2, 3), waves.Middle(4.0, 3, 5))
    return waves.WavesView(
        ("Before", "After"),
        1,
        7,
        tuple(waves.WaveSide(side, people, middles) for side in SIDES[:communities]),
    )


def charts(communities: int) -> tuple[Chart, ...]:
    return (
        Chart(quota_bars, quotas(communities), QUOTA_LABELS),
        Chart(chance_histogram, chances(communities), CHANCE_LABELS),
        Chart(waves, answers(communities), WAVE_LABELS),
    )
