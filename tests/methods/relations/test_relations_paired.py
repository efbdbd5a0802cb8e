"""Two waves of one question: linking, suppression, and the sentence on what it cannot show."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.refusals import say
from tracktwo.methods.record import Refusal
from tracktwo.methods.relations import (
    Answer,
    Change,
    NotShown,
    PairedResult,
    cannot_show,
    link_waves,
    paired,
    sign_flip_p,
)

WARMTH_BEFORE = [20, 35, 40, 10, 50, 30, 45, 25, 60, 15, 30, 20]
WARMTH_AFTER = [30, 40, 55, 10, 65, 50, 40, 45, 70, 35, 45, 30]


def wave(values: list[int], sides: list[int], first: int = 0) -> list[Answer]:
    return [
        Answer(f"link {first + k:02}", side, value) for k, (value, side) in enumerate(zip(values, sides, strict=True))
    ]


def twelve(sides: list[int]) -> PairedResult:
    return paired(wave(WARMTH_BEFORE, sides), wave(WARMTH_AFTER, sides))


def test_twelve_people_of_two_communities_are_shown_together_and_apart() -> None:
    result = twelve([1] * 6 + [2] * 6)
    assert isinstance(result.overall, Change)
    assert (result.overall.pairs, result.overall.changed) == (12, 11)
    assert (result.overall.mean_before, result.overall.mean_after) == (Fraction(380, 12), Fraction(515, 12))
    changes = [after - before for before, after in zip(WARMTH_BEFORE, WARMTH_AFTER, strict=True)]
    assert result.overall.p == sign_flip_p(changes)
    assert [side.change is not None for side in result.sides] == [True, True]


def test_one_community_below_six_withholds_every_community() -> None:
    result = twelve([1] * 7 + [2] * 5)
    assert isinstance(result.overall, Change)
    assert [(side.side, side.change, side.reason) for side in result.sides] == [
        (1, None, "relations.side_withheld"), (2, None, "relations.side_withheld"),
    ]  # fmt: skip


def test_five_linked_people_are_withheld_and_told_why_it_could_not_have_shown_anything() -> None:
    result = paired(wave(WARMTH_BEFORE[:5], [1] * 5), wave(WARMTH_AFTER[:5], [1] * 5))
    assert result.overall == NotShown(5, "relations.few")
    assert result.cannot_show == (
        Refusal("relations.few", pairs=5),
        Refusal("relations.no_cause"),
        Refusal("relations.cannot_reach", count=5, fraction="1/16", p="0.0625"),
    )


def test_all_alike_in_one_wave_is_withheld() -> None:
    result = paired(wave([0] * 7, [1] * 7), wave(list(range(7)), [1] * 7))
    assert result.overall == NotShown(7, "relations.alike")


def test_all_moved_by_the_same_amount_is_withheld() -> None:
    result = paired(wave(list(range(7)), [1] * 7), wave(list(range(5, 12)), [1] * 7))
    assert result.overall == NotShown(7, "relations.alike")


def test_answers_without_a_partner_are_counted() -> None:
    result = paired(wave(WARMTH_BEFORE, [1] * 12), wave(WARMTH_AFTER, [1] * 12, first=3))
    assert isinstance(result.overall, Change)
    assert (result.overall.pairs, result.unlinked_before, result.unlinked_after) == (9, 3, 3)


def test_a_phrase_typed_by_two_people_links_nobody() -> None:
    twice = [Answer("same", 1, 3), Answer("same", 1, 5), Answer("other", 1, 4)]
    linked = link_waves(twice, [Answer("same", 1, 4), Answer("other", 1, 6)])
    assert (len(linked.pairs), linked.unlinked_before, linked.unlinked_after) == (1, 2, 1)


def test_a_phrase_from_the_other_community_does_not_link() -> None:
    linked = link_waves([Answer("same", 1, 3)], [Answer("same", 2, 3)])
    assert (linked.pairs, linked.unlinked_before, linked.unlinked_after) == ((), 1, 1)


def test_twelve_pairs_say_how_much_they_would_miss() -> None:
    assert cannot_show(12, 11) == (Refusal("relations.no_cause"), Refusal("relations.power", pairs=12, noticed=66))


def test_too_few_changes_are_named_where_the_number_of_pairs_would_do() -> None:
    least = Refusal("relations.too_few_changed", count=4, fraction="1/8", p="0.125")
    assert cannot_show(12, 4) == (Refusal("relations.no_cause"), least)


def test_every_limit_has_its_sentence() -> None:
    limits = [*cannot_show(5, 5), *cannot_show(12, 4), *cannot_show(12, 11)]
    assert "0.0625" in say(limits[1])
    assert all("%(" not in say(limit) for limit in limits)


answers = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 7), st.integers(1, 7)), max_size=24)


def waves(rows: list[tuple[int, int, int]]) -> tuple[list[Answer], list[Answer]]:
    sides = [side for side, _, _ in rows]
    return wave([before for _, before, _ in rows], sides), wave([after for _, _, after in rows], sides)


@given(answers)
def test_nothing_is_shown_of_fewer_than_six(rows: list[tuple[int, int, int]]) -> None:
    result = paired(*waves(rows))
    shown = [side.change for side in result.sides if side.change is not None]
    assert isinstance(result.overall, NotShown) or result.overall.pairs >= 6
    assert all(change.pairs >= 6 for change in shown)
    assert len(shown) in (0, len(result.sides))


@given(answers, st.data())
def test_of_a_withheld_split_nothing_but_the_whole_follows(
    rows: list[tuple[int, int, int]], data: st.DataObject
) -> None:
    """Whoever in the room gave which answers: while the split is withheld, the result is the same."""
    result = paired(*waves(rows))
    if all(side.change is None for side in result.sides):
        people = data.draw(st.permutations([(before, after) for _, before, after in rows]))
        mixed = [(side, before, after) for (side, _, _), (before, after) in zip(rows, people, strict=True)]
        other = paired(*waves(mixed))
        assert (other.overall, other.cannot_show) == (result.overall, result.cannot_show)


@given(answers)
def test_exchanging_the_waves_mirrors_the_result(rows: list[tuple[int, int, int]]) -> None:
    before, after = waves(rows)
    there, back = paired(before, after).overall, paired(after, before).overall
    if isinstance(there, NotShown):
        assert back == there
    else:
        assert isinstance(back, Change)
        assert (back.p, back.estimate, back.mean_after) == (there.p, -there.estimate, there.mean_before)


@given(answers, st.data())
def test_the_order_of_answers_changes_nothing(rows: list[tuple[int, int, int]], data: st.DataObject) -> None:
    before, after = waves(rows)
    assert paired(data.draw(st.permutations(before)), data.draw(st.permutations(after))) == paired(before, after)
