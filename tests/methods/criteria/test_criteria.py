"""From sheets to eligibility: by hand, and as properties."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.criteria import CRITERIA, Apart, Sheet, Thresholds, find_apart, judge
from tracktwo.methods.record import Refusal

TWO_EACH = Thresholds(dict.fromkeys(CRITERIA, Fraction(2)), Fraction(5, 2))


def sheet(assessor: str, *scores: int) -> Sheet:
    return Sheet(assessor, dict(zip(CRITERIA, scores, strict=True)))


def test_two_assessors_by_hand() -> None:
    found = judge([sheet("Quartz", 3, 4, 2, 1, 3), sheet("Agate", 2, 4, 2, 3, 4)], TWO_EACH)
    assert (found.suitability, found.means["influence"], found.short, found.eligible) == (
        Fraction(14, 5),
        Fraction(5, 2),
        (),
        True,
    )


def test_one_criterion_below_its_threshold_is_enough() -> None:
    found = judge([sheet("Quartz", 4, 4, 1, 4, 4), sheet("Agate", 4, 4, 2, 4, 4)], TWO_EACH)
    assert (found.eligible, found.short) == (False, ("moderation",))


def test_a_mean_equal_to_its_threshold_passes_and_a_low_overall_does_not() -> None:
    found = judge([sheet("Quartz", 2, 2, 2, 2, 2), sheet("Agate", 2, 2, 2, 2, 2)], TWO_EACH)
    assert (found.short, found.eligible) == (("overall",), False)


def test_two_points_apart_call_for_a_conversation_and_one_does_not() -> None:
    found = find_apart([sheet("Quartz", 3, 4, 2, 1, 3), sheet("Agate", 2, 4, 2, 3, 4)])
    assert found == (Apart("commitment", 1, 3),)


sheets = st.lists(
    st.lists(st.integers(0, 4), min_size=len(CRITERIA), max_size=len(CRITERIA)), min_size=2, max_size=5
).map(lambda rows: [sheet(f"assessor {place}", *row) for place, row in enumerate(rows)])


@given(sheets)
def test_the_order_of_the_sheets_changes_nothing(given_sheets: list[Sheet]) -> None:
    assert judge(given_sheets[::-1], TWO_EACH) == judge(given_sheets, TWO_EACH)


@given(sheets, st.sampled_from(CRITERIA))
def test_a_better_score_never_makes_anybody_ineligible(given_sheets: list[Sheet], criterion: str) -> None:
    first = given_sheets[0]
    better = Sheet(first.assessor, dict(first.scores) | {criterion: min(4, first.scores[criterion] + 1)})
    before, after = judge(given_sheets, TWO_EACH), judge([better, *given_sheets[1:]], TWO_EACH)
    assert after.suitability >= before.suitability and set(after.short) <= set(before.short)


@given(sheets)
def test_suitability_is_the_mean_of_all_scores(given_sheets: list[Sheet]) -> None:
    every = [score for one in given_sheets for score in one.scores.values()]
    assert judge(given_sheets, TWO_EACH).suitability == Fraction(sum(every), len(every))


GOOD = sheet("Quartz", 3, 3, 3, 3, 3)


@pytest.mark.parametrize(("given_sheets", "thresholds", "code"), [
    ([GOOD], TWO_EACH, "criteria.too_few"),
    ([GOOD, GOOD], TWO_EACH, "criteria.twice"),
    ([GOOD, sheet("Agate", 3, 3, 3, 3, 5)], TWO_EACH, "criteria.off_scale"),
    ([GOOD, sheet("Agate", 3, 3, 3, 3, -1)], TWO_EACH, "criteria.off_scale"),
    ([GOOD, Sheet("Agate", {"influence": 3})], TWO_EACH, "criteria.incomplete"),
    ([GOOD, Sheet("Agate", dict.fromkeys(CRITERIA, True))], TWO_EACH, "criteria.off_scale"),
    ([GOOD, sheet("Agate", 3, 3, 3, 3, 3)], Thresholds(TWO_EACH.least, Fraction(5)), "criteria.threshold"),
    ([GOOD, sheet("Agate", 3, 3, 3, 3, 3)], Thresholds({}, Fraction(2)), "criteria.threshold"),
])  # fmt: skip
def test_what_cannot_be_judged_is_refused(given_sheets: list[Sheet], thresholds: Thresholds, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        judge(given_sheets, thresholds)
    assert refused.value.code == code
