"""Five years of forty editions for forty people: planned, proven and explained. How fast, says benchmarks/planning.py."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "planning.py"
MOST_GAP = 0.01


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = spec_from_file_location("planning_benchmark", BENCHMARK)
    assert spec and spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("wished", [None, 8])
def test_the_largest_calendar_of_the_benchmark_is_planned_without_a_gap_and_with_every_reason(
    benchmark: ModuleType, wished
) -> None:
    years, a_year, people = benchmark.CALENDARS[-1]
    assert (years, a_year, people) == (5, 40, 40)
    calendar = benchmark.Calendar(years, a_year, people)
    made, _seconds = calendar.plan(wished)
    assert made.gap <= MOST_GAP
    assert len(made.workshops) == (wished or len(made.workshops)) and made.workshops
    # Nothing is left without a reason, however many there are.
    assert len(made.workshops) + len(made.rejected) == len(calendar.editions)
    assert [left for left in made.rejected if not left.reasons] == []


def test_planning_again_after_cancellations_leaves_out_what_is_lost(benchmark: ModuleType) -> None:
    calendar = benchmark.Calendar(*benchmark.CALENDARS[-1])
    before, _seconds = calendar.plan(None)
    made, _seconds = calendar.plan_again(before)
    assert made.gap <= MOST_GAP
    lost = {one.edition.key for one in before.workshops[::4]}
    assert not lost & {one.edition.key for one in made.workshops}
