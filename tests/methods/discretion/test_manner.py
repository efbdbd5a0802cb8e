"""Quotation marks, first persons and contested words."""

from __future__ import annotations

from datetime import date

import pytest

from tracktwo.methods.discretion import AGREED, AVOID, DUAL, LIKELY, LOOK, Term, lint

TERMS = (
    Term("Kiev", "en", AVOID, "Kyiv", "a source", date(2026, 11, 25)),
    Term("українська криза", "uk", AVOID, "війна"),
    Term("на Украине", "ru", DUAL, "в Украине"),
    Term("Kyiv", "en", AGREED),
)


def found(text: str, language: str = "") -> list[tuple[str, str, str]]:
    return [(text[hit.start : hit.end], hit.kind, hit.grade) for hit in lint(text, terms=TERMS, language=language)]


@pytest.mark.parametrize(
    "said",
    [
        "“I shall not sign this while the archive is shut.”",
        "«Я цього не підпишу, доки архів зачинено.»",
        "„Ми не поїдемо туди більше ніколи“",
        '"We were told to leave by the evening."',
    ],
)
def test_speech_between_quotation_marks_is_likely(said: str) -> None:
    assert (said, "quotation", LIKELY) in found(f"Then it was said: {said} And silence.")


@pytest.mark.parametrize("said", ["“Journal of Peace Research”", "«Меморіал»", "„так“", '"one-text procedure"'])
def test_titles_and_single_words_between_marks_are_let_pass(said: str) -> None:
    assert found(f"They read {said} together.") == []


@pytest.mark.parametrize("said", ["I was there.", "Це мій дім.", "Мне сказали уехать.", "Then I’ve seen it."])
def test_a_first_person_is_likely(said: str) -> None:
    assert [hit[1:] for hit in found(said)] == [("first_person", LIKELY)]


@pytest.mark.parametrize(
    "said", ["World War I ended.", "Track I diplomacy.", "i. one", "We met.", "Ми зустрілися.", "Annex I (map)."]
)
def test_numerals_and_the_voice_of_the_room_are_let_pass(said: str) -> None:
    assert found(said) == []


def test_a_term_is_found_in_every_case_and_only_in_its_own_language() -> None:
    assert found("They met in Kiev.") == [("Kiev", "term", LIKELY)]
    assert found("Про українську кризу писали.") == [("українську кризу", "term", LIKELY)]
    assert found("Это было на Украине.") == [("на Украине", "term", LOOK)]
    assert found("They met in Kiev.", "uk") == []
    assert found("Встреча в Киеве. They met in Kyiv.") == []


def test_a_term_says_what_to_write_instead_and_who_says_so() -> None:
    assert [(hit.use, hit.source) for hit in lint("In Kiev.", terms=TERMS)] == [("Kyiv", "a source")]
