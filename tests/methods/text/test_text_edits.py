"""Editing the single text: brackets, late edits that are kept, the freeze."""

from __future__ import annotations

import pytest

from tracktwo.data.refusals import sentences
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import (
    THIRD_PARTY,
    Agreed,
    Bracket,
    Clause,
    Reservation,
    Rival,
    SingleText,
    add_clause,
    amend_clause,
    composed,
    freeze,
    open_bracket,
    resolve_bracket,
    withdraw_bracket,
)

WORDS = "Archives closed since that spring should be opened to scholars of both communities."


def one_clause(words: str = WORDS) -> SingleText:
    return add_clause(SingleText(), "archives", words)


def bracketed() -> SingleText:
    return open_bracket(
        one_clause(), "archives", side=1, stands="since that spring", wants="since February", reason="Name the date"
    )


def refusal(deed: object, *args: object, **kwargs: object) -> Refusal:
    with pytest.raises(Refusal) as refused:
        deed(*args, **kwargs)  # type: ignore[operator]
    assert refused.value.code in sentences()
    return refused.value


def test_a_new_clause_stands_behind_the_one_named() -> None:
    text = add_clause(add_clause(one_clause(), "seminar", "A seminar meets."), "copies", "In copies.", after="archives")
    assert [clause.key for clause in text.clauses] == ["archives", "copies", "seminar"]


def test_an_amendment_made_on_what_stands_replaces_it() -> None:
    amended = amend_clause(one_clause(), "archives", "Archives open.", side=THIRD_PARTY, version=1)
    assert (amended.refused, amended.text.clause("archives")) == (
        None,
        Clause("archives", 2, (Agreed("Archives open."),)),
    )


def test_a_late_amendment_changes_nothing_that_stands_and_is_kept_in_its_sides_bracket() -> None:
    first = amend_clause(one_clause(), "archives", "Archives open in May.", side=1, version=1).text
    late = amend_clause(first, "archives", "Archives open in June.", side=2, version=1, reason="Too early")
    assert late.refused == Refusal("text.stale", clause="archives", expected=1, current=2)
    assert late.text.clause("archives").standing == "Archives open in May."
    assert late.text.clause("archives").brackets == {2: Rival(2, "Archives open in June.", "Too early")}


def test_a_second_late_amendment_of_a_side_is_kept_aside_in_its_bracket() -> None:
    text = amend_clause(bracketed(), "archives", "Quite other words.", side=1, version=1).text
    assert text.clause("archives").brackets == {
        1: Bracket(1, "since that spring", "since February", "Name the date", aside=("Quite other words.",))
    }


def test_an_amendment_under_an_open_bracket_becomes_a_bracket_itself() -> None:
    amended = amend_clause(bracketed(), "archives", "Archives stay closed.", side=2, version=2)
    assert amended.refused == Refusal("text.under_bracket", clause="archives", count=1)
    assert sorted(amended.text.clause("archives").brackets) == [1, 2]


def test_typing_what_stands_already_changes_nothing() -> None:
    text = bracketed()
    assert amend_clause(text, "archives", f"  {WORDS} ", side=2, version=1).text == text


def test_typing_a_late_wording_twice_keeps_it_once() -> None:
    first = amend_clause(bracketed(), "archives", "Archives stay closed.", side=2, version=1).text
    assert amend_clause(first, "archives", "Archives stay closed.", side=2, version=1).text == first


def test_a_bracket_parts_the_agreed_words() -> None:
    assert bracketed().clause("archives").segments == (
        Agreed("Archives closed "),
        Bracket(1, "since that spring", "since February", "Name the date"),
        Agreed(" should be opened to scholars of both communities."),
    )
    assert bracketed().clause("archives").standing == WORDS


def test_an_adopted_alternative_joins_the_agreed_words() -> None:
    text = resolve_bracket(bracketed(), "archives", side=1, adopt=True, version=2)
    expected = "Archives closed since February should be opened to scholars of both communities."
    assert text.clause("archives") == Clause("archives", 3, (Agreed(expected),))


def test_a_bracket_kept_out_or_withdrawn_leaves_what_stood() -> None:
    kept = resolve_bracket(bracketed(), "archives", side=1, adopt=False, version=2)
    assert kept == withdraw_bracket(bracketed(), "archives", side=1)
    assert kept.clause("archives").segments == (Agreed(WORDS),)


def test_an_adopted_deletion_leaves_no_gap() -> None:
    text = open_bracket(
        one_clause("It meets each spring, without names."),
        "archives",
        side=2,
        stands=", without names",
        wants="",
        reason="",
    )
    assert (
        resolve_bracket(text, "archives", side=2, adopt=True, version=2).clause("archives").standing
        == "It meets each spring."
    )
    text = open_bracket(
        one_clause("It meets each spring quietly."), "archives", side=2, stands="quietly", wants="", reason=""
    )
    assert (
        resolve_bracket(text, "archives", side=2, adopt=True, version=2).clause("archives").standing
        == "It meets each spring."
    )


def test_an_insertion_stands_at_the_end() -> None:
    text = open_bracket(one_clause("It meets."), "archives", side=2, stands="", wants="In May.", reason="")
    assert text.clause("archives").standing == "It meets."
    assert (
        resolve_bracket(text, "archives", side=2, adopt=True, version=2).clause("archives").standing
        == "It meets. In May."
    )


def test_two_insertions_settled_in_either_order_leave_single_spaces() -> None:
    text = open_bracket(one_clause("It meets."), "archives", side=1, stands="", wants="In May.", reason="")
    text = open_bracket(text, "archives", side=2, stands="", wants="In June.", reason="")
    text = resolve_bracket(text, "archives", side=2, adopt=True, version=3)
    assert text.clause("archives").standing == "It meets. In June."
    text = resolve_bracket(text, "archives", side=1, adopt=True, version=4)
    assert text.clause("archives").standing == "It meets. In May. In June."


def test_words_are_found_only_whole_and_a_repeated_one_by_its_occurrence() -> None:
    text = one_clause("The art of the part is art.")
    repeated = refusal(open_bracket, text, "archives", side=1, stands="art", wants="craft", reason="")
    assert repeated == Refusal("text.words_ambiguous", clause="archives", count=2)
    text = open_bracket(text, "archives", side=1, stands="art", wants="craft", reason="", occurrence=2)
    assert (
        resolve_bracket(text, "archives", side=1, adopt=True, version=2).clause("archives").standing
        == "The art of the part is craft."
    )


def test_words_inside_another_sides_bracket_are_not_agreed_words() -> None:
    found = refusal(open_bracket, bracketed(), "archives", side=2, stands="that spring", wants="then", reason="")
    assert found == Refusal("text.words_not_found", clause="archives")


def test_a_community_has_one_bracket_in_a_clause() -> None:
    found = refusal(open_bracket, bracketed(), "archives", side=1, stands="scholars", wants="all", reason="")
    assert found == Refusal("text.bracket_exists", clause="archives", side=1)


def test_a_decision_on_a_clause_that_has_moved_on_is_refused() -> None:
    found = refusal(resolve_bracket, bracketed(), "archives", side=1, adopt=True, version=1)
    assert found == Refusal("text.stale_resolution", clause="archives", expected=1, current=2)


def test_a_wording_of_the_whole_clause_cannot_swallow_the_brackets_inside() -> None:
    text = amend_clause(bracketed(), "archives", "Archives stay closed.", side=2, version=2).text
    found = refusal(resolve_bracket, text, "archives", side=2, adopt=True, version=3)
    assert found == Refusal("text.brackets_inside", clause="archives", count=1)
    text = resolve_bracket(withdraw_bracket(text, "archives", side=1), "archives", side=2, adopt=True, version=4)
    assert text.clause("archives").standing == "Archives stay closed."


def test_an_open_bracket_refuses_the_freeze() -> None:
    assert refusal(freeze, bracketed()) == Refusal("text.brackets_open", count=1)


def test_by_choice_open_brackets_become_reservations() -> None:
    frozen = freeze(bracketed(), with_reservations=True)
    assert frozen.clause("archives").segments == (Agreed(WORDS),)
    assert frozen.reservations == (Reservation("archives", 1, "since that spring", "since February", "Name the date"),)


def test_a_late_wording_of_the_third_party_is_no_reservation() -> None:
    text = amend_clause(bracketed(), "archives", "Later words.", side=THIRD_PARTY, version=1).text
    assert refusal(freeze, text, with_reservations=True) == Refusal("text.draft_open")


@pytest.mark.parametrize("deed", [
    lambda text: add_clause(text, "more", "More."),
    lambda text: amend_clause(text, "archives", "Other.", side=1, version=1),
    lambda text: open_bracket(text, "archives", side=1, stands="Archives", wants="All", reason=""),
    lambda text: withdraw_bracket(text, "archives", side=1),
    lambda text: resolve_bracket(text, "archives", side=1, adopt=True, version=1),
    freeze,
])  # fmt: skip
def test_a_frozen_text_takes_no_edit(deed: object) -> None:
    assert refusal(deed, freeze(one_clause())) == Refusal("text.frozen")


@pytest.mark.parametrize(("key", "words", "code"), [
    ("archives", "More.", "text.key_taken"), ("Archive", "More.", "text.key_shape"), ("", "More.", "text.key_shape"),
    ("more", " \n ", "text.empty"), ("more", "a\u202eb", "text.bidi"), ("more", "a\x07b", "text.control"),
    ("more", "\ud800", "text.control"), ("more", "a" * 10_001, "text.too_long"),
])  # fmt: skip
def test_a_clause_that_cannot_be_is_refused(key: str, words: str, code: str) -> None:
    assert refusal(add_clause, one_clause(), key, words).code == code


@pytest.mark.parametrize(("side", "stands", "wants", "code"), [
    (0, "Archives", "All", "text.side_needed"), (1, "Archives", "Archives", "text.same_words"),
    (1, "", "", "text.same_words"), (1, "Archives", "a\u2066b", "text.bidi"),
])  # fmt: skip
def test_a_bracket_that_cannot_be_is_refused(side: int, stands: str, wants: str, code: str) -> None:
    assert (
        refusal(open_bracket, one_clause(), "archives", side=side, stands=stands, wants=wants, reason="").code == code
    )


def test_a_bracket_or_clause_that_is_not_there_is_refused() -> None:
    assert refusal(withdraw_bracket, one_clause(), "archives", side=1).code == "text.no_bracket"
    assert refusal(withdraw_bracket, one_clause(), "seminar", side=1).code == "text.clause_unknown"


def test_ten_thousand_characters_and_persian_joiners_are_taken() -> None:
    assert len(one_clause("a" * 10_000).clause("archives").standing) == 10_000
    assert one_clause("می\u200cروم").clause("archives").standing == "می\u200cروم"


def test_white_space_and_invisible_leftovers_are_made_plain() -> None:
    assert (
        one_clause(" Two\u00a0 words\r\nand\u200b a\u00ad third.\ufeff ").clause("archives").standing
        == "Two words and a third."
    )


def test_a_run_of_accents_longer_than_a_clause_is_not_put_in_order_and_comes_back_to_be_refused() -> None:
    accents = "a" + "\u0300\u0327" * 1_000_000
    assert refusal(add_clause, one_clause(), "more", accents) == Refusal("text.too_long", length=2_000_001, most=10_000)
    assert composed("e\u0301" * 300, 300) == "é" * 300
    assert composed("e\u0301" * 301, 300) == "e\u0301" * 301


def test_what_is_dropped_between_a_letter_and_its_accent_keeps_them_not_apart() -> None:
    assert one_clause("cafe\u200b\u0301").clause("archives").standing == "café"
