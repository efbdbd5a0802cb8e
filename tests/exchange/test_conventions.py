"""Convention editions in: what is read, and what is refused at which row and column."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.data import tables
from tracktwo.data.refusals import say
from tracktwo.exchange.conventions import read_conventions, write_conventions
from tracktwo.methods.dates import STATUSES, Edition
from tracktwo.methods.record import Refusal, Refusals

HEADER = "association,convention,edition,city,country,start,end,status,source,note\n"
GOOD = "EISA,Pan-European Conference,2026,Lisbon,PT,2026-09-01,2026-09-04,held,eisa-net.org,a note\n"


def refused(text: str | bytes) -> list[tuple[str, object, object]]:
    """Code, row and column of every refusal; each can be said."""
    content = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(Refusal) as caught:
        read_conventions(content)
    each = caught.value.each if isinstance(caught.value, Refusals) else (caught.value,)
    assert all(say(one) for one in each)
    return [(one.code, one.params.get("row"), one.params.get("column")) for one in each]


def test_a_row_becomes_an_edition() -> None:
    assert read_conventions((HEADER + GOOD).encode()) == (
        Edition(
            "EISA",
            "Pan-European Conference",
            "2026",
            "Lisbon",
            "PT",
            date(2026, 9, 1),
            date(2026, 9, 4),
            "held",
            "eisa-net.org",
            "a note",
        ),
    )


def test_source_and_note_may_be_missing_and_case_is_forgiven() -> None:
    text = HEADER.replace(",source,note", "") + "EISA,Conference,2026,Lisbon,pt,2026-09-01,2026-09-04,Held\n"
    edition = read_conventions(text.encode())[0]
    assert (edition.country, edition.status, edition.source, edition.note) == ("PT", "held", "", "")


@pytest.mark.parametrize(
    ("was", "becomes", "code", "column"),
    [
        ("2026-09-01", "2026-09-31", "cell.day", "start"),
        ("2026-09-01", "01.09.2026", "cell.day", "start"),
        ("2026-09-01", "20260901", "cell.day", "start"),
        ("2026-09-01", "٢٠٢٦-٠٩-٠١", "cell.day", "start"),
        ("2026-09-04", "1026-09-04", "cell.day", "end"),
        ("2026-09-04", "", "cell.day", "end"),
        ("2026-09-04", "2026-08-31", "conventions.ends_before_start", "end"),
        (",held,", ",rumoured,", "cell.choice", "status"),
        (",PT,", ",XX,", "cell.country", "country"),
        (",PT,", ",PRT,", "cell.country", "country"),
        ("Lisbon", "", "cell.blank", "city"),
        ("EISA,", ",", "cell.blank", "association"),
        ("Lisbon", "=HYPERLINK(1)", "table.formula", "city"),
    ],
)
def test_a_bad_cell_is_refused_at_its_row_and_column(was: str, becomes: str, code: str, column: str) -> None:
    assert refused(HEADER + GOOD.replace(was, becomes, 1)) == [(code, 2, column)]


def test_every_bad_row_is_told_at_once() -> None:
    text = HEADER + GOOD.replace(",PT,", ",XX,") + GOOD.replace(",2026,", ",2027,").replace("held", "gone")
    assert refused(text) == [("cell.country", 2, "country"), ("cell.choice", 3, "status")]


def test_an_edition_that_stands_twice_names_both_rows() -> None:
    with pytest.raises(Refusals) as caught:
        read_conventions((HEADER + GOOD + GOOD.replace("Lisbon", "Porto")).encode())
    expected = Refusal("conventions.edition_repeated", row=3, column="edition", first=2)
    assert caught.value.each == (expected,)


def test_a_missing_column_and_an_unknown_one_are_named() -> None:
    assert refused((HEADER + GOOD).replace("status", "state")) == [
        ("table.column_missing", None, "status"),
        ("table.column_unknown", None, "state"),
    ]


@pytest.mark.parametrize(
    ("name", "code"), [("list.ics", "conventions.not_calendar"), ("list.json", "conventions.not_json")]
)
def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / name).write_text(HEADER + GOOD)
    with pytest.raises(Refusal) as caught:
        read_conventions(tmp_path / name)
    assert caught.value == Refusal(code)


def test_more_than_ten_megabytes_are_refused_unread() -> None:
    assert refused((HEADER + GOOD).encode() + b" " * 10_000_001)[0][0] == "table.too_large"


def test_more_editions_than_any_calendar_holds_are_refused() -> None:
    rows = "".join(GOOD.replace(",2026,", f",{number},", 1) for number in range(2_001))
    assert refused(HEADER + rows)[0][0] == "table.too_many_rows"


def composed(text: str) -> str:
    """As the door gives it back: composed letters, no outer space."""
    return unicodedata.normalize("NFC", text).strip()


words = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=20).map(composed)
editions = st.builds(
    lambda association, city, country, days, length, status, note: Edition(
        association, "Congress", "1", city, country, days, date.fromordinal(days.toordinal() + length), status, "", note
    ),
    words,
    words,
    st.sampled_from(["PT", "GB", "KR", ""]),
    st.dates(date(1990, 1, 1), date(2089, 1, 1)),
    st.integers(0, 9),
    st.sampled_from(STATUSES),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=30).map(composed),
)


@given(st.lists(editions, min_size=1, max_size=5, unique_by=lambda edition: edition.key))
def test_what_is_written_is_read_back(each: list[Edition]) -> None:
    """A note that a spreadsheet would run comes back with the apostrophe that stops it."""
    found = read_conventions(write_conventions(each))
    assert [replace(edition, note=edition.note.lstrip("'")) for edition in found] == [
        replace(edition, note=edition.note.lstrip("'")) for edition in each
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        read_conventions(content)
    except Refusal as refusal:
        assert refusal.code


def test_the_packaged_editions_keep_their_doubts() -> None:
    found = read_conventions(tables.conventions_csv())
    unverified = [edition for edition in found if edition.source == "unverified"]
    assert len(found) == 27
    assert {edition.status for edition in unverified} == {"provisional"}
    assert next(e.status for e in found if e.city == "Honolulu") == "cancelled"


@pytest.mark.oracle
def test_the_packaged_editions_are_the_reference_ones(oracle_data: Path) -> None:
    assert read_conventions(oracle_data / "conventions.csv") == read_conventions(tables.conventions_csv())
