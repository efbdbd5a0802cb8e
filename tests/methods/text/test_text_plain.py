"""How long sentences are, in three languages and with their marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.text import sentence_lengths


@pytest.mark.parametrize(
    ("passage", "counts"),
    [
        ("", ()),
        ("— … !", ()),
        ("Archives are open.", (3,)),
        ("Are they? They are! In copies…", (2, 2, 2)),
        ("«Сім’я приїде.» Будь-який архів відкрито.", (2, 3)),
        ("Они сказали «да». Мы тоже", (3, 2)),
        ("A heading without a stop\n\nAnd a paragraph.", (5, 3)),
        ("One line\nand the next.", (5,)),
        ("At 3.5 per cent.", (5,)),
    ],
)
def test_words_are_counted_sentence_by_sentence(passage: str, counts: tuple[int, ...]) -> None:
    assert sentence_lengths(passage) == counts


@given(st.lists(st.integers(1, 40), max_size=12))
def test_sentences_put_one_behind_the_other_keep_their_lengths(counts: list[int]) -> None:
    assert sentence_lengths(" ".join(" ".join(["слово"] * count) + "." for count in counts)) == tuple(counts)
