"""Attributes put together: whom they leave, how sure that is, and which word hides most."""

from __future__ import annotations

from tracktwo.methods.discretion import CERTAIN, LIKELY, LOOK, Hit, Traits, lint

WORDS = {
    ("profession", "historian"): ("historian", "історик", "історикиня"),
    ("profession", "lawyer"): ("lawyer", "юрист", "юристка"),
    ("city", "Lviv"): ("Lviv", "Львів", "Львов"),
    ("city", "Kharkiv"): ("Kharkiv", "Харків", "Харьков"),
    ("sex", "woman"): ("woman", "жінка"),
    ("sex", "man"): ("man", "чоловік"),
}
# Historians: two women of Lviv and a man of Kharkiv; lawyers: five of Lviv, of whom one woman.
MEMBERS = (
    *({"profession": "historian", "city": "Lviv", "sex": "woman"} for _each in range(2)),
    {"profession": "historian", "city": "Kharkiv", "sex": "man"},
    {"profession": "lawyer", "city": "Lviv", "sex": "woman"},
    *({"profession": "lawyer", "city": "Lviv", "sex": "man"} for _each in range(4)),
)
TRAITS = Traits(MEMBERS, WORDS)


def found(text: str) -> list[Hit]:
    return [hit for hit in lint(text, traits=TRAITS) if hit.kind == "jigsaw"]


def words(text: str, hit: Hit) -> list[str]:
    return [text[start:end] for start, end in hit.parts]


def test_two_words_that_fit_one_person_are_likely_and_three_are_certain() -> None:
    two = "A historian spoke of a street in Kharkiv."
    three = "A historian spoke, a man of Kharkiv."
    assert [(hit.grade, hit.reason, words(two, hit)) for hit in found(two)] == [
        (LIKELY, "one_fits", ["historian", "Kharkiv"])
    ]
    assert [(hit.grade, words(three, hit)) for hit in found(three)] == [(CERTAIN, ["historian", "man", "Kharkiv"])]


def test_words_that_fit_two_are_likely() -> None:
    assert [(hit.grade, hit.reason) for hit in found("A historian from Lviv asked first.")] == [(LIKELY, "two_fit")]


def test_words_that_fit_more_are_let_pass() -> None:
    assert found("A lawyer from Lviv asked first. A lawyer spoke.") == []


def test_it_is_found_in_every_declension_and_language() -> None:
    text = "Розповідала історикиня зі Львова, і жінка не мовчала. У Харькове историк."
    assert [words(text, hit) for hit in found(text)][0] == ["історикиня", "Львова", "жінка"]


def test_neighbouring_sentences_are_put_together_less_surely() -> None:
    hits = found("The woman asked first. She is a lawyer.")
    assert [(hit.grade, hit.reason) for hit in hits] == [(LIKELY, "one_fits_across")]


def test_a_man_and_a_woman_are_two_people() -> None:
    assert found("A man and a woman came.") == []


def test_a_single_word_is_worth_a_look() -> None:
    assert [(hit.grade, hit.reason) for hit in found("Kharkiv was cold.")] == [(LOOK, "one_word_fits")]


def test_the_word_to_drop_is_the_one_that_hides_most() -> None:
    text = "A lawyer, a woman."
    hit = found(text)[0]
    assert text[slice(*(hit.drop or (0, 0)))] == "woman"


def test_a_list_of_dozens_of_attributes_is_read_in_reasonable_time() -> None:
    many = Traits(
        tuple({f"c{column}": f"word{row % 7}x{column}" for column in range(24)} for row in range(60)),
        None,
    )
    text = " ".join(f"word{value}x{column}" for column in range(24) for value in range(7))
    assert all(hit.start < hit.end for hit in lint(text, traits=many))
