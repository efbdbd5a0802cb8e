"""Editing an agenda: whatever is done to it, the shares add up and no phase is left without time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.data.refusals import sentences
from tracktwo.methods.floor import (
    KELMAN,
    SUSTAINED,
    Line,
    Lines,
    add_line,
    drop_line,
    give_time,
    lay_out,
    move_line,
    resize,
    set_shares,
    whole,
)
from tracktwo.methods.record import Refusal

ABC = (Line("a", 20), Line("b", 30), Line("c", 50))
KEYS = "abcdefgh"
Edit = Callable[[Lines], Lines]


def edits() -> st.SearchStrategy[Edit]:
    """Any deed of the editor with any argument, sensible or not."""
    key, number = st.sampled_from(KEYS), st.integers(-200, 200)
    return st.one_of(
        st.builds(lambda k, n: lambda lines: move_line(lines, k, n), key, number),
        st.builds(lambda k, n: lambda lines: give_time(lines, k, n), key, number),
        st.builds(lambda k: lambda lines: drop_line(lines, k), key),
        st.builds(lambda k, n: lambda lines: add_line(lines, k, n), key, number),
        st.builds(lambda w: lambda lines: set_shares(lines, w), st.dictionaries(key, number, max_size=8)),
    )


@given(st.lists(st.integers(1, 60), min_size=1, max_size=6), st.lists(edits(), max_size=30))
@settings(max_examples=150)
def test_any_sequence_of_edits_still_adds_up_to_the_session(shares: list[int], deeds: list[Edit]) -> None:
    lines: Lines = tuple(Line(key, share) for key, share in zip(KEYS, shares, strict=False))
    for deed in deeds:
        try:
            lines = deed(lines)
        except Refusal as refused:
            assert refused.code in sentences()
        assert (whole(lines), min(line.share for line in lines) >= 1) == (sum(shares), True)
        assert len({line.key for line in lines}) == len(lines)


@given(st.lists(st.integers(1, 300), min_size=1, max_size=8), st.integers(1, 3000))
def test_another_length_keeps_the_proportions(shares: list[int], total: int) -> None:
    lines = tuple(Line(key, share) for key, share in zip(KEYS, shares, strict=False))
    if total < len(lines):
        with pytest.raises(Refusal):
            resize(lines, total)
        return
    after = resize(lines, total)
    assert (whole(after), [line.key for line in after]) == (total, [line.key for line in lines])
    longer = [(before.share, line.share) for before, line in zip(lines, after, strict=True)]
    assert all(one[1] <= other[1] + 1 for one in longer for other in longer if one[0] <= other[0])


@given(st.lists(st.integers(1, 90), min_size=1, max_size=7), st.lists(st.integers(20, 240), min_size=1, max_size=9))
def test_an_agenda_laid_out_over_sittings_fills_each_and_keeps_its_order(
    shares: list[int], sittings: list[int]
) -> None:
    lines = tuple(Line(key, share) for key, share in zip(KEYS, shares, strict=False))
    laid = lay_out(lines, sittings)
    assert [whole(sitting) for sitting in laid] == sittings
    order = [line.key for sitting in laid for line in sitting]
    assert order == sorted(order)
    in_all = {key: sum(line.share for sitting in laid for line in sitting if line.key == key) for key in order}
    assert in_all == {line.key: line.share for line in resize(lines, sum(sittings))}


def test_what_one_phase_gains_the_others_give_in_proportion() -> None:
    assert give_time(ABC, "a", 16) == (Line("a", 36), Line("b", 24), Line("c", 40))


def test_a_phase_takes_no_more_than_there_is_and_keeps_one() -> None:
    assert give_time(ABC, "a", 500) == (Line("a", 98), Line("b", 1), Line("c", 1))
    assert give_time(ABC, "c", -500)[2] == Line("c", 1)


def test_typed_shares_are_kept_and_only_the_rest_adapts() -> None:
    assert set_shares(ABC, {"a": 40, "c": 45}) == (Line("a", 40), Line("b", 15), Line("c", 45))


def test_where_every_share_is_typed_and_they_do_not_add_up_they_are_proportions() -> None:
    assert whole(set_shares(ABC, {"a": 10, "b": 10, "c": 10})) == 100


def test_a_phase_moves_and_stops_at_the_ends() -> None:
    assert [line.key for line in move_line(ABC, "c", -4)] == ["c", "a", "b"]
    assert [line.key for line in move_line(ABC, "a", 9)] == ["b", "c", "a"]


def test_a_phase_taken_off_leaves_its_time_to_the_others() -> None:
    after = drop_line(ABC, "b")
    assert (whole(after), [line.key for line in after]) == (100, ["a", "c"])
    assert add_line(after, "b", 1)[1] == Line("b", 33)


@pytest.mark.parametrize(("deed", "code"), [
    (lambda: move_line(ABC, "z", 0), "floor.line_unknown"), (lambda: drop_line(ABC[:1], "a"), "floor.last_line"),
    (lambda: add_line(ABC, "a"), "floor.phase_twice"), (lambda: set_shares(ABC, {"a": 0}), "floor.share_not_positive"),
    (lambda: set_shares(ABC, {"a": 99}), "floor.share_too_large"), (lambda: resize((), 10), "floor.no_phases"),
    (lambda: resize(ABC, 2), "floor.too_short"), (lambda: add_line((Line("a", 1),), "b"), "floor.too_short"),
])  # fmt: skip
def test_what_cannot_be_done_to_an_agenda_is_refused(deed: Callable[[], object], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        deed()
    assert (refused.value.code, code in sentences()) == (code, True)


def test_both_templates_weigh_a_hundred_and_share_no_phase() -> None:
    keys = [phase.key for phase in (*KELMAN, *SUSTAINED)]
    assert (sum(phase.weight for phase in SUSTAINED), len(set(keys))) == (100, len(keys))
