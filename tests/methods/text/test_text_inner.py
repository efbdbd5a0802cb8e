"""Brackets inside brackets, amendments as brackets, criticism in one-text mode."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.record import Refusal
from tracktwo.methods.text import (
    Agreed,
    Bracket,
    Criticism,
    Inner,
    Rival,
    SingleText,
    add_clause,
    amend_clause,
    changed_stretch,
    criticise_clause,
    freeze,
    open_bracket,
    open_inner,
    propose_words,
    resolve_bracket,
    resolve_inner,
    withdraw_inner,
)

WORDS = "Archives closed since the war should be opened."
TEXT = add_clause(SingleText(), "1", WORDS)


def nested() -> SingleText:
    text = open_bracket(TEXT, "1", side=1, stands="the war", wants="the full-scale invasion of 2022", reason="Named.")
    return open_inner(text, "1", owner=1, side=2, stands="full-scale invasion", wants="events", reason="The law.")


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught:
        deed()
    return caught.value.code


def test_a_bracket_inside_a_bracket_is_the_second_level_and_changes_no_word_that_stands() -> None:
    text = nested()
    [_, bracket, _] = text.clause("1").segments
    assert isinstance(bracket, Bracket)
    assert bracket.within == (Inner(2, 4, "full-scale invasion", "events", "The law."),)
    assert (text.clause("1").depth, text.open_brackets, text.clause("1").standing) == (2, 2, WORDS)


@pytest.mark.parametrize(("adopt", "wants"), [(True, "the events of 2022"), (False, "the full-scale invasion of 2022")])
def test_settled_the_alternative_takes_the_inner_words_or_keeps_its_own(adopt: bool, wants: str) -> None:
    text = resolve_inner(nested(), "1", owner=1, side=2, adopt=adopt, version=3)
    bracket = text.clause("1").brackets[1]
    assert (bracket.wants, bracket.within, text.clause("1").depth) == (wants, (), 1)


def test_inner_brackets_behind_an_adopted_one_move_along() -> None:
    text = open_inner(nested(), "1", owner=1, side=3, stands="2022", wants="that year", reason="Plain.")
    text = resolve_inner(text, "1", owner=1, side=2, adopt=True, version=4)
    text = resolve_inner(text, "1", owner=1, side=3, adopt=True, version=5)
    assert text.clause("1").brackets[1].wants == "the events of that year"


def test_an_alternative_is_not_adopted_over_a_bracket_inside_it() -> None:
    assert refused(lambda: resolve_bracket(nested(), "1", side=1, adopt=True, version=3)) == "text.brackets_inside"


def test_an_inner_bracket_may_stand_in_a_late_wording_of_the_whole_clause() -> None:
    text = amend_clause(TEXT, "1", "Open all archives now.", side=1, version=9).text
    text = open_inner(text, "1", owner=1, side=2, stands="now", wants="in copies", reason="Safer.")
    assert isinstance(text.clause("1").brackets[1], Rival)
    assert resolve_inner(text, "1", owner=1, side=2, adopt=True, version=3).clause("1").brackets[1].wants == (
        "Open all archives in copies."
    )


@pytest.mark.parametrize(("deed", "code"), [
    (lambda text: open_inner(text, "1", owner=1, side=1, stands="2022", wants="", reason="r"), "text.own_bracket"),
    (lambda text: open_inner(text, "1", owner=1, side=2, stands="2022", wants="", reason="r"), "text.inner_exists"),
    (lambda text: open_inner(text, "1", owner=1, side=3, stands="scale", wants="x", reason="r"), "text.too_deep"),
    (lambda text: open_inner(text, "1", owner=1, side=3, stands="peace", wants="x", reason="r"), "text.words_not_found"),
    (lambda text: open_inner(text, "1", owner=2, side=3, stands="2022", wants="x", reason="r"), "text.no_bracket"),
    (lambda text: withdraw_inner(text, "1", owner=1, side=3), "text.no_bracket"),
    (lambda text: resolve_inner(text, "1", owner=1, side=2, adopt=True, version=1), "text.stale_resolution"),
    (lambda text: open_inner(freeze(text, with_reservations=True), "1", owner=1, side=3, stands="", wants="x", reason=""),
     "text.frozen"),
])  # fmt: skip
def test_what_cannot_be_is_refused(deed: Callable[[SingleText], object], code: str) -> None:
    assert refused(lambda: deed(nested())) == code


def test_frozen_with_reservations_both_levels_are_kept_beside_the_text() -> None:
    kept = freeze(nested(), with_reservations=True).reservations
    assert [(one.side, one.stands, one.wants) for one in kept] == [
        (1, "the war", "the full-scale invasion of 2022"),
        (2, "full-scale invasion", "events"),
    ]


def test_an_amendment_brackets_from_the_first_word_that_differs_to_the_last() -> None:
    done = propose_words(TEXT, "1", "Archives closed since 2022 could be opened.", side=2, version=1, reason="Softer.")
    assert done.refused is None
    assert done.text.clause("1").segments == (
        Agreed("Archives closed since "),
        Bracket(2, "the war should", "2022 could", "Softer."),
        Agreed(" be opened."),
    )


def test_an_amendment_on_words_long_gone_is_kept_whole_and_merged_with_nothing() -> None:
    moved = amend_clause(TEXT, "1", "Archives stay closed.", side=0, version=1).text
    late = propose_words(moved, "1", "Archives open today.", side=1, version=1, reason="Time.")
    assert late.refused == Refusal("text.stale", clause="1", expected=1, current=2)
    assert late.text.clause("1").rivals == (Rival(1, "Archives open today.", "Time."),)
    assert late.text.clause("1").standing == "Archives stay closed."


def test_an_amendment_that_reaches_into_a_bracket_is_kept_beside_it() -> None:
    done = propose_words(nested(), "1", "Archives closed since then shall open.", side=3, version=3, reason="Short.")
    assert done.refused is not None
    assert (done.refused.code, done.text.clause("1").rivals[0].side) == ("text.under_bracket", 3)


words = st.lists(st.sampled_from(["we", "п’ять", "open", "not", "doors,", "of", "(so)"]), max_size=8).map(" ".join)


@given(words, words)
def test_put_in_place_the_changed_stretch_gives_the_new_words(old: str, new: str) -> None:
    start, stands, wants = changed_stretch(old, new)
    assert old[start : start + len(stands)] == stands
    put = old[:start] + wants + old[start + len(stands) :]
    assert put.split() == new.split()


def test_in_one_text_mode_only_the_third_party_words_and_the_others_criticise() -> None:
    text = replace(TEXT, one_text=True)
    assert refused(lambda: propose_words(text, "1", "Other.", side=1, version=1, reason="r")) == "text.one_text"
    assert refused(
        lambda: open_bracket(text, "1", side=1, stands="the war", wants="it", reason="r")
    ) == "text.one_text"  # fmt: skip
    said = criticise_clause(text, "1", "War is not our word.", side=1, version=1)
    assert said.clause("1").unanswered == (Criticism(1, 1, "War is not our word."),)
    answered = amend_clause(said, "1", "Archives closed since 2022 should be opened.", side=0, version=1).text
    assert (answered.clause("1").unanswered, len(answered.clause("1").criticisms)) == ((), 1)


def test_a_text_of_brackets_takes_no_criticism() -> None:
    assert refused(lambda: criticise_clause(TEXT, "1", "No.", side=1, version=1)) == "text.bracketed_mode"
