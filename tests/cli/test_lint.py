"""``tracktwo lint``: places as an editor shows them, three endings, three languages, and no name unless asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tracktwo.cli.methods.lint import lint

ROSTER = "name,email,community,profession,city\n" + "".join(
    f"{name},,{community},{profession},{city}\n"
    for name, community, profession, city in [
        ("Олена Зозуленко", "Ukraine", "historian", "Kharkiv|Харків"),
        ("Александр Соловьёв", "Russia", "sociologist", "Moscow|Москва"),
        ("Iryna Hnatkivska", "Ukraine", "lawyer", "Lviv|Львів"),
        ("Петро Дубенко", "Ukraine", "lawyer", "Lviv|Львів"),
        ("Ганна Криничко", "Ukraine", "lawyer", "Lviv|Львів"),
    ]
)
TEXT = "# Звіт\n\nПро архів говорила **Зозуленко**.\nThey met in Kiev.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "roster.csv").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


def ask(place: Path, *more: str, language: str = "en") -> tuple[int, str]:
    app = typer.Typer()
    app.command()(lint)
    asked = [str(place / "text.md"), "--roster", str(place / "roster.csv"), "--language", language, *more]
    result = CliRunner().invoke(app, asked)
    return result.exit_code, result.output


def test_a_certain_hit_ends_with_three_and_is_told_by_row_and_column(place: Path) -> None:
    code, output = ask(place)
    assert code == 3
    assert "3:22  Name, certain\n    A surname of somebody on the roster." in output
    assert "4:13  Contested term, likely" in output
    assert "Зозуленко" not in output


def test_the_words_are_shown_when_asked_for(place: Path) -> None:
    assert "3:22  Name, certain  Зозуленко" in ask(place, "--show")[1]


def test_as_json_a_hit_has_row_column_and_offset(place: Path) -> None:
    code, output = ask(place, "--json")
    told = json.loads(output)
    first = told["hits"][0]
    assert (code, told["members"], told["counts"]) == (3, 5, {"certain": 1, "likely": 1, "look": 0})
    assert {name: first[name] for name in ("row", "column", "end_row", "end_column", "kind", "grade", "reason")} == {
        "row": 3, "column": 22, "end_row": 3, "end_column": 31, "kind": "name", "grade": "certain", "reason": "surname"
    }  # fmt: skip
    assert TEXT[first["start"] : first["end"]] == "Зозуленко"
    assert (told["hits"][1]["use"], "words" in first) == ("Kyiv", False)


def test_without_a_certain_hit_it_ends_with_nought_and_strictly_with_three(place: Path) -> None:
    (place / "text.md").write_text("They met in Kiev.", encoding="utf-8")
    assert (ask(place)[0], ask(place, "--strict")[0]) == (0, 3)


def test_nothing_found_is_said_with_the_number_of_people(place: Path) -> None:
    (place / "text.md").write_text("The participants met in spring.", encoding="utf-8")
    assert ask(place) == (0, "Nothing was found by which somebody of these 5 could be known.\n")


def test_a_jigsaw_names_the_place_of_the_word_to_drop(place: Path) -> None:
    (place / "text.md").write_text("A lawyer from Lviv came.\nA sociologist came from Moscow.\n", encoding="utf-8")
    code, output = ask(place)
    assert code == 0
    assert "2:3  Jigsaw, likely\n    Put together, these words fit one person on the roster." in output


@pytest.mark.parametrize(("language", "said"), [("uk", "Ім’я, напевно"), ("ru", "Имя, наверняка")])
def test_it_speaks_the_language_asked_for(place: Path, language: str, said: str) -> None:
    assert said in ask(place, language=language)[1]


def test_terms_of_ones_own_replace_the_packages(place: Path) -> None:
    (place / "terms.csv").write_text("term,language,standing,use\narchive,en,avoid,store\n", encoding="utf-8")
    (place / "text.md").write_text("An archive in Kiev.", encoding="utf-8")
    assert [hit["use"] for hit in json.loads(ask(place, "--terms", str(place / "terms.csv"), "--json")[1])["hits"]] == [
        "store"
    ]


def test_a_bad_roster_ends_with_one_by_row_and_column(place: Path) -> None:
    (place / "roster.csv").write_text("name,email\nОлена Зозуленко,nowhere\n", encoding="utf-8")
    code, output = ask(place, "--json")
    assert code == 1
    assert "Row 2, column email" in output
    assert '"code": "roster.email"' in output
    assert "озуленко" not in output


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(place: Path, content: bytes) -> None:
    (place / "text.md").write_bytes(content)
    assert ask(place)[0] == 1


def test_a_file_that_is_not_there_is_refused(place: Path) -> None:
    (place / "text.md").unlink()
    assert ask(place) == (1, "The file cannot be read. Check where it is and whether you may read it.\n")
