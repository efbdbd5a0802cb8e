"""Counts by side for the public: thresholds, the cap, and that hidden cells stay hidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.refusals import say, sentences
from tracktwo.methods.counts import PublicRow, publish
from tracktwo.methods.record import Refusal


def test_large_cells_are_shown_with_their_number_of_voters() -> None:
    assert publish({1: (60, 30, 5)}).rows[1] == PublicRow((60, 30, 5), voters=95)


def test_a_zero_is_shown() -> None:
    assert publish({1: (6, 7, 0)}).rows[1] == PublicRow((6, 7, 0), voters=13)


def test_nine_voters_are_withheld() -> None:
    assert publish({1: (5, 0, 4)}).rows[1] == PublicRow((None, None, None), reason="counts.small_side")


def test_a_small_cell_takes_the_number_of_voters_with_it() -> None:
    assert publish({1: (30, 20, 3)}).rows[1] == PublicRow((30, 20, None), reason="counts.small_cell")


def test_a_small_cell_that_the_table_itself_would_give_away_takes_the_whole_side() -> None:
    assert publish({1: (6, 0, 4)}).rows[1] == PublicRow((None, None, None), reason="counts.small_side")


def test_unanimity_is_shown_as_at_least_nine_tenths() -> None:
    assert publish({1: (40, 0, 0)}) == publish({1: (36, 4, 0)})
    assert publish({1: (40, 0, 0)}).rows[1] == PublicRow((None, None, None), capped=0, reason="counts.capped")


def test_a_sum_over_sides_needs_every_side() -> None:
    assert publish({1: (30, 20, 3), 2: (30, 20, 50)}).sums == (60, 40, None)


def row_key(row: PublicRow) -> Hashable:
    return (row.cells, row.voters, row.capped, row.reason)


def test_no_hidden_cell_of_one_side_can_be_worked_out() -> None:
    alike: dict[Hashable, list[tuple[int, ...]]] = defaultdict(list)
    for cells in product(range(42), range(7), range(7)):
        alike[row_key(publish({1: cells}).rows[1])].append(cells)
    for (shown, *_), worlds in alike.items():
        for place, count in enumerate(shown):
            assert count is not None or len({cells[place] for cells in worlds}) >= 2


def test_no_hidden_cell_can_be_worked_out_from_the_other_side_and_the_sums() -> None:
    alike: dict[Hashable, list[tuple[tuple[int, ...], ...]]] = defaultdict(list)
    sides = list(product(range(12), range(12)))
    for first, second in product(sides, sides):
        table = publish({1: first, 2: second})
        alike[(row_key(table.rows[1]), row_key(table.rows[2]), table.sums)].append((first, second))
    for (first_row, second_row, _), worlds in alike.items():
        for side, row in enumerate((first_row, second_row)):
            for place, count in enumerate(row[0]):
                assert count is not None or len({world[side][place] for world in worlds}) >= 2


@given(st.dictionaries(st.integers(1, 5), st.tuples(*[st.integers(0, 400)] * 3), min_size=1))
def test_every_shown_number_is_true_and_large_enough(counts: dict[int, tuple[int, int, int]]) -> None:
    for side, row in publish(counts).rows.items():
        assert all(shown in (None, true) for shown, true in zip(row.cells, counts[side], strict=True))
        assert all(shown in (None, 0) or shown >= 5 for shown in row.cells)
        assert row.voters in (None, sum(counts[side]))


@pytest.mark.parametrize(("counts", "code"), [
    ({}, "counts.no_side"),
    ({1: (1, 2), 2: (1, 2, 3)}, "counts.uneven_rows"),
    ({1: (-1, 20, 0)}, "counts.below_zero"),
])  # fmt: skip
def test_impossible_counts_are_refused(counts: dict[int, tuple[int, ...]], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        publish(counts)
    assert refused.value.code == code
    assert code in sentences()


def test_the_reasons_for_withholding_can_be_said() -> None:
    reasons = {publish(counts).rows[1].reason for counts in ({1: (40, 0, 0)}, {1: (30, 20, 3)}, {1: (1, 2, 3)})}
    assert reasons == {"counts.capped", "counts.small_cell", "counts.small_side"}
    assert say(Refusal("counts.capped")).startswith("At least 90 % of this community")
