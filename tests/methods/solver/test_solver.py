"""The solver's room: exact small answers, limits by work, the same answer every time."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.methods.solver import Draft, Limits, LiveProgram, Model, Status, solve_lp, solve_mip


def knapsack(weights: list[int], gains: list[int], room: int) -> Model:
    draft = Draft()
    columns = [draft.add_choice(cost=gain) for gain in gains]
    draft.add_row(dict(zip(columns, map(float, weights), strict=True)), upper=room)
    return draft.build(maximise=True)


def hard_knapsack() -> Model:
    draft = Draft()
    columns = [draft.add_choice(cost=50 + (37 * place) % 51) for place in range(60)]
    for row in range(8):
        draft.add_row({column: 20.0 + (31 * column * (row + 3) + 17 * row) % 61 for column in columns}, upper=900)
    return draft.build(maximise=True)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 20)), min_size=1, max_size=7), st.integers(0, 60))
def test_a_small_knapsack_is_solved_as_by_trying_everything(things: list[tuple[int, int]], room: int) -> None:
    weights, gains = [w for w, _ in things], [g for _, g in things]
    best = max(
        sum(g for g, kept in zip(gains, choice, strict=True) if kept)
        for choice in product([0, 1], repeat=len(things))
        if sum(w for w, kept in zip(weights, choice, strict=True) if kept) <= room
    )
    solution = solve_mip(knapsack(weights, gains, room))
    assert (solution.status, solution.objective, solution.bound) == (Status.OPTIMAL, best, best)


def test_a_linear_program_gives_values_and_duals() -> None:
    draft = Draft()
    x, y = draft.add_column(cost=3), draft.add_column(cost=5)
    draft.add_row({x: 1}, upper=4)
    draft.add_row({y: 2}, upper=12)
    draft.add_row({x: 3, y: 2}, upper=18)
    solution = solve_lp(draft.build(maximise=True))
    # The Wyndor Glass example of Hillier and Lieberman: 36 at (2, 6), shadow prices 0, 3/2, 1.
    assert solution.objective == pytest.approx(36)
    assert solution.values == pytest.approx([2, 6])
    assert solution.duals == pytest.approx([0, 1.5, 1])


def test_contradictory_rows_are_infeasible() -> None:
    draft = Draft()
    x = draft.add_column(upper=1)
    draft.add_row({x: 1}, lower=2)
    assert solve_mip(draft.build()).status is Status.INFEASIBLE


def test_bounds_the_wrong_way_round_are_infeasible() -> None:
    draft = Draft()
    draft.add_column(lower=2, upper=1)
    assert solve_mip(draft.build()).status is Status.INFEASIBLE


def test_an_open_end_is_unbounded() -> None:
    draft = Draft()
    draft.add_column(cost=1)
    assert solve_mip(draft.build(maximise=True)).status is Status.UNBOUNDED


def test_a_node_limit_stops_with_a_bound() -> None:
    solution = solve_mip(hard_knapsack(), Limits(nodes=1))
    assert solution.status is Status.STOPPED
    assert solution.objective < solution.bound


def test_stop_is_asked_and_obeyed() -> None:
    asked = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 3

    assert solve_mip(hard_knapsack(), Limits(stop=stop)).status is Status.STOPPED
    assert len(asked) > 3


def test_the_same_model_gives_the_same_answer() -> None:
    first, second = (solve_mip(hard_knapsack(), Limits(nodes=20)) for _ in range(2))
    assert np.array_equal(first.values, second.values)
    assert first.bound == second.bound


def test_a_live_program_follows_its_changes() -> None:
    draft = Draft()
    x = draft.add_column(cost=1, upper=3)
    row = draft.add_row({x: 1}, upper=2)
    program = LiveProgram(draft.build(maximise=True))
    assert program.solve().objective == pytest.approx(2)
    program.set_row_bounds(row, 0, 5)
    assert program.solve().objective == pytest.approx(3)
    program.add_column([row], [1.0], cost=2)
    assert program.solve().objective == pytest.approx(10)
    program.set_costs(np.array([3.0, 2.0]))
    assert program.solve().objective == pytest.approx(13)


def test_an_infeasible_live_program_shows_why() -> None:
    draft = Draft()
    x = draft.add_column(upper=1)
    draft.add_row({x: 1}, lower=2)
    program = LiveProgram(draft.build())
    assert program.solve().status is Status.INFEASIBLE
    assert abs(program.infeasibility_ray()[0]) > 0
