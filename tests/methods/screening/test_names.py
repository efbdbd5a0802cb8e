"""One name in several alphabets, romanisations and dresses is one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.methods.screening import forms_of, skeleton, words_of

# Four ways to romanise, each written down from its own table and none from ours.
BGN_RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
PASSPORT_RUSSIAN = BGN_RUSSIAN | {"ё": "e", "й": "i", "ъ": "ie", "ю": "iu", "я": "ia"}
SCHOLARLY_RUSSIAN = BGN_RUSSIAN | {
    "ё": "jo", "ж": "ž", "й": "j", "х": "x", "ц": "c", "ч": "č", "ш": "š", "щ": "šč", "ь": "ʹ", "ю": "ju", "я": "ja",
}  # fmt: skip
NATIONAL_UKRAINIAN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia",
}  # fmt: skip


def romanised(word: str, table: dict[str, str]) -> str:
    return "".join(table[letter] for letter in word)


RUSSIAN = ["университет", "щербаков", "чаянов", "жуковский", "общество", "учёный", "юридический", "цель", "петербург"]
UKRAINIAN = ["університет", "грушевський", "щастя", "київ", "житомир", "суспільство", "їжак", "єдність", "юність"]


@pytest.mark.parametrize("word", RUSSIAN)
def test_a_russian_word_is_the_same_word_in_two_romanisations(word: str) -> None:
    assert {skeleton(romanised(word, table)) for table in (BGN_RUSSIAN, PASSPORT_RUSSIAN)} == {skeleton(word)}


@pytest.mark.parametrize("word", ["щербаков", "чаянов", "жуковский", "шостакович", "юность"])
def test_scholarly_letters_with_a_hook_are_read_too(word: str) -> None:
    assert skeleton(romanised(word, SCHOLARLY_RUSSIAN)) == skeleton(word)


@pytest.mark.parametrize("word", UKRAINIAN)
def test_a_ukrainian_word_is_the_same_word_in_its_national_romanisation(word: str) -> None:
    assert skeleton(romanised(word, NATIONAL_UKRAINIAN)) == skeleton(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Грушевський", "Hrushevsky"),
        ("Грушевский", "Grushevskij"),
        ("Щербаківський", "Shcherbakivskyi"),
        ("Ельцин", "Yeltsin"),
        ("Хабаровск", "Khabarovsk"),
        ("Łódź", "Lodz"),
        ("Für", "Fuer"),
    ],
)
def test_one_place_or_person_in_two_writings(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Киев", "Харьков"), ("Alder", "Elder"), ("форум", "фонд"), ("мир", "мера")]
)
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    "name",
    [
        "Oak and Heron Society",
        "OAK AND HERON SOCIETY, Inc.",
        "The Society of Oak and Heron",
        "«Oak & Heron Society»",
        "Oak\u00a0and Heron Society e.V.",
        "Oak and Heron Society (Porto)",
    ],
)
def test_capitals_order_marks_and_legal_forms_do_not_count(name: str) -> None:
    assert forms_of(name) == forms_of("Oak and Heron Society")


def test_an_abbreviation_in_brackets_is_a_name_of_its_own_and_a_place_is_not() -> None:
    whole, short = forms_of("Centre for Reeds and Rushes"), forms_of("CeRR")
    assert forms_of("Centre for Reeds and Rushes (CeRR)") == whole | short
    assert forms_of("Centre for Reeds and Rushes (Berlin)") == whole


def test_a_name_of_small_words_alone_still_is_a_name() -> None:
    assert words_of("The And") == ("the", "and")


@given(st.text(max_size=60))
def test_whatever_is_written_has_a_skeleton_and_the_same_one_in_capitals(name: str) -> None:
    assert forms_of(name) == forms_of(name)
    assert all(word for form in forms_of(name) for word in form)


@given(st.lists(st.sampled_from(RUSSIAN), min_size=1, max_size=5, unique=True), st.randoms(use_true_random=False))
def test_a_name_in_any_order_alphabet_and_case_has_one_form(words: list[str], chance) -> None:
    shuffled = list(words)
    chance.shuffle(shuffled)
    latin = " ".join(romanised(word, BGN_RUSSIAN).upper() for word in shuffled)
    assert forms_of(" ".join(words)) == forms_of(f"ООО «{latin}»")
