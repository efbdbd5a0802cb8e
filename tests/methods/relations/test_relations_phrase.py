"""The phrase that links waves: drawn evenly, typed forgivingly, stored only as a keyed hash."""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data.phrase_words import PHRASE_WORDS
from tracktwo.data.refusals import sentences
from tracktwo.methods.record import Refusal
from tracktwo.methods.relations import check_phrase, issue_phrase, link_key, normalise_phrase

KEY = bytes(range(32))
TREES = ("alder", "birch", "cedar", "larch")


def test_a_phrase_from_known_bytes_by_hand() -> None:
    assert issue_phrase(TREES, bytes([0, 0, 0, 1, 1, 2, 255, 255])) == "alder birch cedar larch"


def test_every_word_is_as_likely_as_every_other() -> None:
    drawn = Counter(issue_phrase(TREES, k.to_bytes(2, "big") * 4).split()[0] for k in range(65536))
    assert set(drawn.values()) == {65536 // 4}


@pytest.mark.parametrize("words", [TREES[:3], ("alder",), ("elm", "Elm"), ()])
def test_a_list_that_would_favour_a_word_is_a_fault_of_the_caller(words: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="power of two"):
        issue_phrase(words, bytes(8))


def test_too_little_entropy_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="entropy"):
        issue_phrase(TREES, bytes(7))


@pytest.mark.parametrize("typed", [
    "Зелёный м'ята ЛЕС сойка", "зеленый м’ята лес  сойка ", "Зелёный, мʼята, лес, сойка.",
    "зелёный-мята-лес-сойка",
])  # fmt: skip
def test_case_spacing_apostrophes_and_yo_make_no_difference(typed: str) -> None:
    assert normalise_phrase(typed) == "зеленый мята лес сойка"


@pytest.mark.parametrize(("typed", "count"), [("", 0), ("alder birch cedar", 3), ("a b c d e", 5), ("---", 0)])
def test_any_other_number_of_words_is_refused(typed: str, count: int) -> None:
    with pytest.raises(Refusal) as refused:
        normalise_phrase(typed)
    assert refused.value == Refusal("relations.phrase_words", count=count, words=4)
    assert refused.value.code in sentences()


def test_a_slip_of_the_finger_is_named_by_its_place() -> None:
    with pytest.raises(Refusal) as refused:
        check_phrase("alder birsch cedar larch", [TREES, ("oak", "elm")])
    assert refused.value == Refusal("relations.phrase_unknown", place=2)
    assert refused.value.code in sentences()


def test_words_of_two_lists_do_not_make_a_phrase() -> None:
    with pytest.raises(Refusal) as refused:
        check_phrase("alder birch cedar oak", [TREES, ("oak", "elm")])
    assert refused.value.code == "relations.phrase_unknown"


def test_the_link_is_an_hmac_of_the_normalised_phrase() -> None:
    expected = hmac.new(KEY, b"tracktwo phrase 1\0alder birch cedar larch", hashlib.sha256).hexdigest()
    assert link_key("Alder  birch, CEDAR larch", KEY) == expected
    assert link_key("alder birch cedar larch", KEY[::-1]) != expected


def test_a_short_key_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="32"):
        link_key("alder birch cedar larch", KEY[:31])


@pytest.mark.parametrize("language", sorted(PHRASE_WORDS))
def test_each_language_has_256_words_that_stay_apart_when_typed(language: str) -> None:
    words = PHRASE_WORDS[language]
    assert len(words) == 256
    assert len({normalise_phrase(f"{word} a a a").split()[0] for word in words}) == 256


@given(st.sampled_from(sorted(PHRASE_WORDS)), st.binary(min_size=8, max_size=8))
def test_every_issued_phrase_is_recognised_however_it_is_typed(language: str, entropy: bytes) -> None:
    phrase = issue_phrase(PHRASE_WORDS[language], entropy)
    assert check_phrase(phrase.upper(), list(PHRASE_WORDS.values())) == normalise_phrase(phrase)
    assert link_key(phrase.title(), KEY) == link_key(phrase, KEY)
