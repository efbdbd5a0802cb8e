"""Names: through alphabets, declensions, diminutives, lookalikes and one slip; and what is let pass."""

from __future__ import annotations

import pytest

from tracktwo.methods.discretion import CERTAIN, LIKELY, LOOK, Hit, Lexicon, Member, lint, make_lexicon

KEY = b"k" * 32
LEXICON = make_lexicon(
    [
        Member(names=("Олена Петрівна Зозуленко",), nicknames=("Барс", "Тихий Дон")),
        Member(names=("Александр Соловьёв",)),
        Member(names=("Iryna Hnatkivska",)),
        Member(names=("Сергій Коваль",)),
        Member(names=("Яків Щербаківський",)),
        Member(names=("Скрипаль, Федір",)),
    ],
    KEY,
)


def found(text: str, lexicon: Lexicon = LEXICON) -> list[tuple[str, str, str]]:
    """The words of every hit on a name, with grade and reason."""
    hits: list[Hit] = [hit for hit in lint(text, lexicon) if hit.kind in ("name", "nickname")]
    return [(text[hit.start : hit.end], hit.grade, hit.reason) for hit in hits]


@pytest.mark.parametrize(
    "name",
    [
        "Олена Зозуленко",
        "Зозуленко Олена",
        "Зозуленко О. П.",
        "О. Зозуленко",
        "Зозуленко, Олена",
        "Оленою Зозуленко",
        "Алёна Зозуленко",
        "Olena Zozulenko",
        "Lenа Zozulenko",
        "Elena Zozulenko",
    ],
)
def test_a_surname_beside_a_given_name_is_certain(name: str) -> None:
    assert [hit[1:] for hit in found(f"Про це сказала {name} учора.")] == [(CERTAIN, "full_name")]


@pytest.mark.parametrize(
    "name",
    [
        *("Соловьёва", "Соловьёву", "Соловьёвым", "Соловьёве", "Соловьёвы", "Соловьёвых", "Соловьева", "Соловйова"),
        *("Соловйову", "Соловйовим", "Соловйовій", "Соловйовою", "Солов’йова"),
        *("Solovyov", "Solovyev", "Soloviov", "Solov'ëv", "Solovjova", "Solovyov’s"),
        *("Гнатківської", "Гнатківській", "Гнатківську", "Гнатківською", "Гнатківському", "Гнатковской", "Гнатковскую"),
        *("Щербаківського", "Щербаковского", "Shcherbakivskyi", "Shcherbakivsky", "Ščerbakivsʹkyj", "Ŝerbakìvsʹkij"),
        *("Скрипаля", "Скрипалеві", "Скрипалем", "Skrypalia", "Skrypal’", "Скрипалю"),
    ],
)
def test_a_surname_is_found_in_every_case_and_alphabet(name: str) -> None:
    # Соловйовій sounds like the dative of соловей, a nightingale.
    grade = LIKELY if name in ("Соловйовій", "Соловьёвы") else CERTAIN
    assert [hit[1] for hit in found(f"Тоді слово мала {name} знову.")] == [grade]


@pytest.mark.parametrize("name", ["Лєна", "Оленку", "Лене", "Саші", "Шурою", "Іринка", "Серёжу", "Яшко", "Федька"])
def test_a_diminutive_is_likely(name: str) -> None:
    assert [hit[1] for hit in found(f"Потім прийшла {name} сама.")] == [LIKELY]


def test_a_given_name_and_a_patronymic_are_enough() -> None:
    assert found("Просимо вас, Олено Петрівно, почати.") == [("Олено Петрівно", CERTAIN, "given_and_patronymic")]


@pytest.mark.parametrize(
    "name",
    ["Зoзуленко", "Зозулeнкo", "З0зуленко", "Зозу\u00adленко", "Зозу\u200bленко", "Ｚozulenko"],
)
def test_letters_of_another_alphabet_and_figures_hide_nobody(name: str) -> None:
    assert [hit[1] for hit in found(f"Потім говорила {name} знову.")] == [CERTAIN]


@pytest.mark.parametrize("name", ["З о з у л е н к о", "Зозу-\nленко", "Зозу**ленко**", "З.о.з.у.л.е.н.к.о"])
def test_a_name_taken_apart_is_put_together(name: str) -> None:
    assert [hit[1] for hit in found(f"Потім {name} пішла.")] == [CERTAIN]


@pytest.mark.parametrize("name", ["Зозуленнко", "Зозленко", "Зоузленко", "Зазуленко", "Zozulenka"])
def test_one_slip_in_a_surname_is_seen(name: str) -> None:
    assert len(found(f"Потім говорила {name} знову.")) == 1


@pytest.mark.parametrize("text", ["Потім говорила Зузаленка.", "Тут щебече зозуля.", "Зозулині черевички цвітуть."])
def test_two_slips_are_another_word(text: str) -> None:
    assert found(text) == []


def test_a_surname_that_is_a_word_counts_only_where_it_is_written_as_a_name() -> None:
    assert found("У селі лишився один коваль, і до коваля ходили всі.") == []
    assert found("Коваль у селі один.") == [("Коваль", LOOK, "surname_is_a_word")]
    assert found("Це сказав Коваль учора.") == [("Коваль", LIKELY, "surname_is_a_word")]
    assert found("Це сказав Сергій Коваль.") == [("Сергій Коваль", CERTAIN, "full_name")]


def test_a_namesake_with_another_given_name_is_worth_a_look_only() -> None:
    assert found("Так писав Тарас Соловйов у листах.") == [("Соловйов", LOOK, "surname_of_another")]
    assert found("Наукові праці: Т. Соловйов, 1912.") == [("Соловйов", LOOK, "surname_of_another")]


def test_a_given_name_beside_a_strange_surname_is_worth_a_look_only() -> None:
    assert found("Це вірш, який написала Олена Теліга.") == [("Олена", LOOK, "given_of_another")]


def test_a_surname_written_small_is_likely() -> None:
    assert found("у списку є щербаківський та інші") == [("щербаківський", LIKELY, "surname_small")]


def test_a_nickname_of_one_word_and_of_two() -> None:
    assert found("Тоді Барсу дали слово.") == [("Барсу", CERTAIN, "nickname")]
    assert found("Лист від Тихого Дону лежав.") == [("Тихого Дону", CERTAIN, "nickname")]


def test_a_text_without_a_roster_name_has_no_hit() -> None:
    text = "Учасники домовилися, що архіви відкриють. The participants met in spring. Участники пишут письма."
    assert found(text) == []
