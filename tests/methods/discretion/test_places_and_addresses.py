"""Institutions and addresses of the roster."""

from __future__ import annotations

import pytest

from tracktwo.methods.discretion import CERTAIN, LIKELY, Member, lint, make_lexicon

LEXICON = make_lexicon(
    [
        Member(
            affiliations=("Харківський національний університет імені Каразіна", "Kharkiv Karazin University"),
            workplaces=("Музей історії Подолу",),
            emails=("o.zozulenko@univ.example.org", "@olena_zz"),
            phones=("+380 67 123-45-67",),
        )
    ],
    b"k" * 32,
)


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[hit.start : hit.end], hit.kind, hit.grade) for hit in lint(text, LEXICON)]


@pytest.mark.parametrize(
    "said",
    [
        "Харківського національного університету імені Каразіна",
        "Харківському національному університеті імені Каразіна",
        "Kharkiv Karazin University",
        "Kharkivskyi natsionalnyi universytet imeni Karazina",
    ],
)
def test_an_institution_is_certain_in_any_case_and_alphabet(said: str) -> None:
    assert found(f"Вона працює в {said} давно.") == [(said, "affiliation", CERTAIN)]


@pytest.mark.parametrize("said", ["Харківського національного університету", "Каразіна"])
def test_a_short_name_of_it_is_likely(said: str) -> None:
    assert found(f"Вона з {said} давно.") == [(said, "affiliation", LIKELY)]


def test_a_place_of_work_has_its_own_kind() -> None:
    assert found("Зустріч у Музеї історії Подолу.") == [("Музеї історії Подолу", "workplace", CERTAIN)]


@pytest.mark.parametrize("said", ["університету", "національний університет", "історії Подолу"])
def test_common_words_of_a_name_say_nothing(said: str) -> None:
    assert found(f"Ми говорили про {said} і про мир.") == []


@pytest.mark.parametrize(
    "said",
    [
        "o.zozulenko@univ.example.org",
        "O.Zozulenko@Univ.Example.org",
        "o.zozulenko+news@univ.example.org",
        "o.zozulenko [at] univ.example.org",
        "o.zozulenko (собака) univ [крапка] example [крапка] org",
        "@olena_zz",
        "t.me/olena_zz",
    ],
)
def test_an_address_is_certain_however_it_is_spelt(said: str) -> None:
    hits = found(f"Пишіть на {said} сьогодні.")
    assert [hit[1:] for hit in hits] == [("email", CERTAIN)]


def test_what_stands_before_the_at_is_likely() -> None:
    assert found("Пишіть на o.zozulenko@other.example сьогодні.") == [
        ("o.zozulenko@other.example", "email", LIKELY),
    ]


@pytest.mark.parametrize("said", ["+380 67 123-45-67", "067 123 45 67", "(067) 123-45-67", "0038067.123.45.67"])
def test_a_telephone_is_certain_however_it_is_written(said: str) -> None:
    assert [hit[1:] for hit in found(f"Тел. {said}, щодня.")] == [("phone", CERTAIN)]


def test_other_numbers_and_addresses_are_let_pass() -> None:
    assert found("Тел. 067 765 43 21, info@example.org, ISBN 978-3-16-148410-0, у 2014–2022 роках.") == []
