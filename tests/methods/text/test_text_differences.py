"""Differences by words: they read well, keep Ukrainian words whole, and rebuild both sides."""

from __future__ import annotations

import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.text import (
    Kind,
    Piece,
    SingleText,
    add_clause,
    amend_clause,
    compare,
    differences,
    open_bracket,
    withdraw_bracket,
)

KEPT, REMOVED, ADDED = Kind.KEPT, Kind.REMOVED, Kind.ADDED
texts = st.lists(
    st.sampled_from(
        [
            "we",
            "agree",
            "not",
            "to",
            "п’ять",
            "пʼять",
            "п'ять",
            "будь-який",
            ",",
            ".",
            "(",
            ")",
            "«",
            "»",
            "м́ати",
            "2026",
            "x_y",
            "🕊",
        ]
    ),
    max_size=30,
).map(" ".join)


def joined(pieces: tuple[Piece, ...], without: Kind) -> str:
    return "".join(piece.words for piece in pieces if piece.kind is not without)


def test_one_replaced_word() -> None:
    assert differences("Archives open in May.", "Archives open in June.") == (
        Piece(KEPT, "Archives open in"), Piece(REMOVED, " May"), Piece(ADDED, " June"), Piece(KEPT, "."),
    )  # fmt: skip


def test_an_apostrophe_of_any_kind_stays_inside_its_word() -> None:
    for apostrophe in "’ʼ'":
        old, new = f"Сім{apostrophe}я приїде.", f"Сім{apostrophe}ї приїдуть."
        assert differences(old, new) == (
            Piece(REMOVED, f"Сім{apostrophe}я приїде"), Piece(ADDED, f"Сім{apostrophe}ї приїдуть"), Piece(KEPT, "."),
        )  # fmt: skip


def test_a_hyphen_joins_a_word() -> None:
    assert differences("будь-який звіт", "будь-хто звіт")[:2] == (Piece(REMOVED, "будь-який"), Piece(ADDED, "будь-хто"))


def test_a_comma_kept_between_two_changes_is_read_with_them() -> None:
    assert differences("red, green end", "blue, brown end") == (
        Piece(REMOVED, "red, green"), Piece(ADDED, "blue, brown"), Piece(KEPT, " end"),
    )  # fmt: skip


def test_nothing_and_something() -> None:
    assert (differences("", ""), differences("", "a b"), differences("a b", "")) == (
        (), (Piece(ADDED, "a b"),), (Piece(REMOVED, "a b"),),
    )  # fmt: skip


def test_a_frequent_word_in_a_long_text_is_still_matched() -> None:
    words = [f"w{k} the" for k in range(400)]
    changed = differences(" ".join(words), " ".join([*words[:200], "new", *words[200:]]))
    assert [piece.kind for piece in changed] == [KEPT, ADDED, KEPT]
    assert changed[1] == Piece(ADDED, " new")


def test_thousands_of_one_word_are_shown_as_replaced_rather_than_never() -> None:
    assert [piece.kind for piece in differences("a " * 3000, "b " + "a " * 3000)] == [REMOVED, ADDED]


@given(texts, texts)
def test_pieces_rebuild_both_sides(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert joined(pieces, without=REMOVED) == new
    assert "".join(joined(pieces, without=ADDED).split()) == "".join(old.split())
    assert all(piece.words for piece in pieces)


@given(st.text(max_size=60), st.text(max_size=60))
def test_pieces_rebuild_any_text(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert joined(pieces, without=REMOVED) == new
    assert "".join(joined(pieces, without=ADDED).split()) == "".join(old.split())


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert differences(text, text) == ((Piece(KEPT, text),) if text else ())


# What takes difflib alone half a minute: little in common, and that everywhere.
LONG = 9_900
WORST = {
    "words between full stops": (
        " . ".join(f"a{n}" for n in range(LONG // 8)),
        " . ".join(f"b{n}" for n in range(1200)),
    ),
    "few words in turn": ("a b c d e " * (LONG // 10), "e d c b a " * (LONG // 10)),
    "marks alone": (".," * (LONG // 2), ",." * (LONG // 2)),
    "one word again and again": ("a " * (LONG // 2), "b " + "a " * (LONG // 2)),
}


@pytest.mark.parametrize("worst", WORST)
def test_no_two_wordings_of_a_clause_take_long_to_compare(worst: str) -> None:
    old, new = (words[:LONG] for words in WORST[worst])
    began = process_time()
    pieces = differences(old, new)
    assert process_time() - began < 1.5
    assert joined(pieces, without=REMOVED) == new
    assert "".join(joined(pieces, without=ADDED).split()) == "".join(old.split())


def test_a_whole_text_of_such_clauses_takes_no_longer_for_each() -> None:
    """The steps are those of the whole text: a hundred hard clauses do not take a hundred times as long."""
    old, new = SingleText(), SingleText()
    for number in range(20):
        old = add_clause(old, f"c{number}", WORST["words between full stops"][0][:LONG])
        new = add_clause(new, f"c{number}", WORST["words between full stops"][1][:LONG])
    began = process_time()
    compare(old, new)
    assert process_time() - began < 4


def test_a_sentence_that_stayed_is_seen_between_sentences_without_a_word_in_common() -> None:
    kept = "This sentence stays where it was, word by word."
    ends = [" ".join(f"{mark}{n} , , ;" for n in range(500)) for mark in "abcd"]
    pieces = differences(f"{ends[0]} {kept} {ends[1]}", f"{ends[2]} {kept} {ends[3]}")
    assert [piece.words for piece in pieces if kept in piece.words and piece.kind is KEPT]


@given(st.integers(0, 2**32), st.integers(1, 40), st.integers(0, 1600), st.integers(0, 1600))
def test_pieces_of_long_wordings_rebuild_both_sides(seed: int, vocabulary: int, first: int, second: int) -> None:
    chance = random.Random(seed)
    words = [f"w{n}" for n in range(vocabulary)] + [",", ".", "?"]
    old, new = (" ".join(chance.choices(words, k=count)) for count in (first, second))
    pieces = differences(old, new)
    assert joined(pieces, without=REMOVED) == new
    assert "".join(joined(pieces, without=ADDED).split()) == "".join(old.split())
    assert all(one.kind is not other.kind for one, other in zip(pieces, pieces[1:], strict=False))


def test_two_texts_are_compared_clause_by_clause() -> None:
    old = add_clause(add_clause(SingleText(), "a", "One stays."), "b", "Two moves.")
    old = open_bracket(old, "b", side=2, stands="Two", wants="2", reason="")
    new = add_clause(withdraw_bracket(old, "b", side=2), "c", "Three comes.")
    new = amend_clause(new, "b", "Two rests.", side=0, version=3).text
    new = open_bracket(new, "a", side=1, stands="One", wants="1", reason="")
    a, b, c = compare(old, new)
    assert (a.opened, a.closed, a.pieces) == ((1,), (), (Piece(KEPT, "One stays."),))
    assert (b.closed, [piece.kind for piece in b.pieces]) == ((2,), [KEPT, REMOVED, ADDED, KEPT])
    assert (c.is_new, c.is_gone, c.is_unchanged) == (True, False, False)
    assert all(change.is_unchanged for change in compare(old, old))


def test_a_clause_only_the_old_text_has_is_gone() -> None:
    old = add_clause(SingleText(), "a", "One.")
    assert [(change.key, change.is_gone, change.pieces) for change in compare(old, SingleText())] == [
        ("a", True, (Piece(REMOVED, "One."),))
    ]
