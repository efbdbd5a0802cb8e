"""What a result says, what it withholds, and that what is kept of it is what may be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.steps.measure.waves import Asked
from tracktwo.data.instruments import RELATIONS_SHORT, Instrument, Item
from tracktwo.documents.tree import Figure, Note, Paragraph, Part, Table
from tracktwo.methods.record import canonical_json
from tracktwo.methods.relations import Answer, NotShown, PairedResult, paired
from tracktwo.steps.measure.convert.kept import for_public, kept_result, result_to_keep
from tracktwo.steps.measure.convert.questions import answers_to, questions_for
from tracktwo.steps.measure.convert.results import cannot_show_sentences, items_of, result_parts
from tracktwo.steps.measure.convert.words import amount, chance, signed
from tracktwo.steps.measure.models import Result

WARMTH = RELATIONS_SHORT.item("warmth")
RISING = ({1: [40, 50, 60, 40, 30, 20, 50, 60], 2: [30] * 4 + [40] * 4}, {1: [50] * 7 + [40], 2: [40, 50, 30, 40] * 2})


def waves_of(pairs: list[tuple[int, int, int]]) -> PairedResult:
    """(side, before, after) for each linked person."""
    early = [Answer(f"{place:064x}", side, before) for place, (side, before, _after) in enumerate(pairs)]
    late = [Answer(f"{place:064x}", side, after) for place, (side, _before, after) in enumerate(pairs)]
    return paired(early, late)


people = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 7), st.integers(1, 7)), max_size=14)


@settings(max_examples=60, deadline=None)
@given(people)
def test_what_is_kept_comes_back_as_it_was(pairs: list[tuple[int, int, int]]) -> None:
    result = waves_of(pairs)
    assert kept_result(result_to_keep(result)) == result


@settings(max_examples=60, deadline=None)
@given(people)
def test_outside_the_room_nothing_is_shown_below_ten_linked_people(pairs: list[tuple[int, int, int]]) -> None:
    shown = for_public(waves_of(pairs))
    sizes = Counter(side for side, _before, _after in pairs)
    overall_shown = not isinstance(shown.overall, NotShown)
    sides_shown = any(one.change for one in shown.sides)
    assert not overall_shown or len(pairs) >= 10
    assert not sides_shown or min(sizes.values()) >= 10


def worlds(size: int) -> Iterator[tuple[tuple[int, int], ...]]:
    """Every way in which so many people can have answered no or yes before and after, whoever is who."""
    return combinations_with_replacement(list(product((0, 1), repeat=2)), size)


@pytest.mark.parametrize("sizes", [(1, 0), (3, 3), (5, 1), (4, 4), (6, 0), (6, 1), (6, 2), (7, 1)])
def test_from_what_is_kept_nobodys_answer_follows(sizes: tuple[int, int]) -> None:
    """All worlds are tried: those that look alike leave to every community at least two answers in each wave."""
    looks: dict[bytes, list[set[int]]] = {}
    for world in product(*(worlds(size) for size in sizes)):
        pairs = [(side, *pair) for side, members in enumerate(world, start=1) for pair in members]
        seen = looks.setdefault(_look(waves_of(pairs)), [set(), set(), set(), set()])
        for side, before, after in pairs:
            seen[2 * side - 2].add(before)
            seen[2 * side - 1].add(after)
    told = [seen for seen in looks.values() if any(len(answers) == 1 for answers in seen)]
    assert told == []


def _look(result: PairedResult) -> bytes:
    kept = result_to_keep(result)
    return canonical_json([kept["shown"], repr(kept["overall"]), repr(kept["sides"]), repr(kept["cannot_show"])])


def test_a_community_of_five_is_shown_nowhere_and_withholds_the_other(asked: Asked) -> None:
    asked.both({1: RISING[0][1], 2: RISING[0][2][:5]}, {1: RISING[1][1], 2: RISING[1][2][:5]})
    result = kept_result(Result.objects.get().items[0])
    assert [(one.change, one.reason) for one in result.sides] == [(None, "relations.side_withheld")] * 2


def test_answers_without_a_partner_are_counted_and_never_averaged(asked: Asked) -> None:
    asked.both({1: RISING[0][1], 2: RISING[0][2]}, {1: RISING[1][1], 2: RISING[1][2][:5]})
    result = kept_result(Result.objects.get().items[0])
    assert (result.overall.pairs, result.unlinked_before, result.unlinked_after) == (13, 3, 0)


def test_an_item_that_nobody_answered_says_that_nobody_could_be_linked(asked: Asked) -> None:
    asked.both(*RISING)
    trust = {one["item"]: kept_result(one) for one in Result.objects.get().items}["trust"]
    assert trust.overall == NotShown(0, "relations.few")


def parts_of(asked: Asked, *, public: bool) -> list[Part]:
    each = [(item, one) for item, one in items_of(Result.objects.get(), public=public) if item.key == "warmth"]
    return result_parts(each, list(asked.cast.programme.communities.all()), "w1", level=1, public=public)


def test_what_cannot_be_shown_stands_before_any_number(asked: Asked) -> None:
    asked.both(*RISING)
    first = parts_of(asked, public=False)[0]
    assert isinstance(first, Note)
    said = [paragraph.words[0].text for paragraph in first.paragraphs]
    assert [sentence.split()[0] for sentence in said] == ["Without", "With", "1"]
    assert "about 81 of 100" in said[1]


def test_the_page_has_the_picture_by_community_and_its_numbers(asked: Asked) -> None:
    asked.both(*RISING)
    figure = next(part for part in parts_of(asked, public=False) if isinstance(part, Figure))
    assert figure.table is not None
    assert [row[1][0].text for row in figure.table.rows] == ["8", "8"]


def test_outside_the_room_eight_in_a_community_are_too_few_for_a_picture(asked: Asked) -> None:
    asked.both(*RISING)
    kinds = [type(part) for part in parts_of(asked, public=True)]
    assert (Figure in kinds, Table in kinds) == (False, True)


def test_when_nothing_may_be_shown_the_reason_is_said_once_and_no_table_stands(asked: Asked) -> None:
    asked.both({1: [40, 50]}, {1: [50, 60]})
    each = items_of(Result.objects.get(), public=False)
    kept = [(item, one) for item, one in each if item.key == "warmth"]
    parts = result_parts(kept, [], "w1", level=1, public=False)
    assert [type(part) for part in parts] == [Note, Paragraph]
    assert "It can never fall to 0.05" in " ".join(cannot_show_sentences(kept))


def test_a_person_counts_once_with_the_mean_over_the_others_or_not_at_all() -> None:
    slips = [
        {"link": "a", "side": 1, "values": {"warmth.2": 40, "warmth.3": 45}},
        {"link": "b", "side": 1, "values": {"warmth.2": 40}},
        {"link": "c", "side": 2, "values": {"trust.1": 3, "trust.3": 4}},
    ]
    assert answers_to(WARMTH, slips, [1, 2, 3]) == [Answer("a", 1, Fraction(85, 2))]


def test_an_item_about_nobody_is_asked_once() -> None:
    hope = Item("hope", "How hopeful are you?", 1, 7, "not at all", "very", 1, False, "own")
    instrument = Instrument("own", 1, (hope,))
    assert [question.name for question in questions_for(instrument, [], 1)] == ["hope"]
    assert answers_to(hope, [{"link": "a", "side": 1, "values": {"hope": 3}}], [1, 2]) == [Answer("a", 1, 3)]


def test_nobody_is_asked_about_the_own_community(asked_three: Asked) -> None:
    communities = list(asked_three.cast.programme.communities.all())
    names = {question.name for question in questions_for(RELATIONS_SHORT, communities, 2)}
    assert names == {f"{item.key}.{side}" for item in RELATIONS_SHORT.items for side in (1, 3)}


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ["−2.5", "+6", "0", "5/1024 ≈ 0.0049"]), ("uk", ["−2,5", "+6", "0", "5/1024 ≈ 0,0049"])],
)
def test_numbers_are_said_in_the_readers_language(language: str, said: list[str]) -> None:
    with translation.override(language):
        assert [amount(Fraction(-5, 2)), signed(Fraction(6)), signed(Fraction(0)), chance(Fraction(5, 1024))] == said


def test_numbers_are_rounded_and_not_cut() -> None:
    assert (amount(Fraction(83, 16)), chance(Fraction(5, 128))) == ("5.19", "5/128 ≈ 0.0391")


def test_a_very_small_p_is_not_said_as_nought() -> None:
    assert (chance(Fraction(1, 32768)), chance(Fraction(1))) == ("1/32768 < 0.0001", "1")
