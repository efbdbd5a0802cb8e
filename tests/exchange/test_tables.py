"""The CSV door: what it takes, what it refuses and where."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tracktwo.data.refusals import say, sentences
from tracktwo.exchange.tables import Row, is_formula, read_table, write_table
from tracktwo.methods.record import Refusal, Refusals


def refusals_of(source: bytes, **options: object) -> list[tuple[str, dict[str, object]]]:
    with pytest.raises(Refusal) as caught:
        read_table(source, **options)
    each = caught.value.each if isinstance(caught.value, Refusals) else (caught.value,)
    assert all(say(refusal) for refusal in each)
    return [(refusal.code, dict(refusal.params)) for refusal in each]


def codes_of(source: bytes, **options: object) -> list[str]:
    return [code for code, _ in refusals_of(source, **options)]


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    table = read_table(b'id,note\nwren,"two\nlines"\n\nrook,x\n')
    assert table.header == ("id", "note")
    assert table.rows == (Row(2, {"id": "wren", "note": "two\nlines"}), Row(4, {"id": "rook", "note": "x"}))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_three_delimiters_are_understood(delimiter: str) -> None:
    table = read_table(f"id{delimiter}side\nwren{delimiter}1\n".encode())
    assert (table.delimiter, table.rows[0].cells) == (delimiter, {"id": "wren", "side": "1"})


@pytest.mark.parametrize(
    ("codec", "named"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("utf-16", "utf-16"), ("cp1251", "windows-1251")],
)
def test_cyrillic_survives_every_encoding_taken(codec: str, named: str) -> None:
    table = read_table("id;місто\nїжак;Львів — «центр»\n".encode(codec))
    assert (table.header, table.encoding) == (("id", "місто"), named)
    assert table.rows[0]["місто"] == "Львів — «центр»"


@pytest.mark.parametrize("codec", ["latin-1", "koi8-r", "cp866", "cp1250"])
def test_other_encodings_are_refused_rather_than_guessed(codec: str) -> None:
    text = "id,town\nwren,Straße Zürich\n" if codec in {"latin-1", "cp1250"} else "id,town\nсойка,Большая Роща\n"
    assert codes_of(text.encode(codec)) == ["table.encoding"]


@pytest.mark.parametrize("source", [b"", b" \n\r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(source: bytes) -> None:
    assert codes_of(source) == ["table.empty"]


@pytest.mark.parametrize("rows", ["", "\r\n", ",\n,\n", '"",""\n'])
def test_a_header_without_a_row_is_no_list(rows: str) -> None:
    """Taken for an empty list it would silently clear what stood before."""
    assert codes_of(f"id,name\n{rows}".encode()) == ["table.no_rows"]


def test_a_workbook_is_named_as_such() -> None:
    assert codes_of(b"PK\x03\x04rest") == ["table.workbook"]
    assert codes_of(b"id\n\x00\n") == ["table.workbook"]


class CountingStream(io.BytesIO):
    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        piece = super().read(size)
        self.taken += len(piece)
        return piece


def test_ten_megabytes_are_refused_after_reading_half() -> None:
    stream = CountingStream(b"id\n" + b"wren\n" * 2_000_000)
    with pytest.raises(Refusal) as caught:
        read_table(stream)
    assert caught.value == Refusal("table.too_large", limit=5_000_000)
    assert stream.taken == 5_000_001


def test_too_many_rows_are_refused() -> None:
    assert codes_of(b"id\n" + b"wren\n" * 4, max_rows=3) == ["table.too_many_rows"]


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        read_table(tmp_path / "nothing.csv")
    assert caught.value.code == "table.unreadable"


def test_letters_written_in_two_codes_become_one() -> None:
    decomposed = unicodedata.normalize("NFD", "id,місто\nжук,Київ\n")
    assert read_table(decomposed.encode()) == read_table("id,місто\nжук,Київ\n".encode())


def test_a_sign_that_becomes_a_semicolon_splits_nothing() -> None:
    assert read_table("id,note\nauk,a\u037eb\n".encode()).rows[0]["note"] == "a;b"


def test_a_file_and_a_stream_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "pool.csv"
    path.write_bytes(b"id\nwren\n")
    assert read_table(path) == read_table(io.BytesIO(b"id\nwren\n")) == read_table(b"id\nwren\n")


def test_missing_columns_are_named_with_those_found() -> None:
    assert refusals_of(b"id,town\nwren,x\n", required=["id", "side", "age"]) == [
        ("table.column_missing", {"column": "side", "found": "id, town"}),
        ("table.column_missing", {"column": "age", "found": "id, town"}),
    ]


def test_columns_beyond_the_list_are_refused() -> None:
    assert refusals_of(b"id,twon\nwren,x\n", required=["id"], optional=["town"]) == [
        ("table.column_unknown", {"column": "twon", "expected": "id, town"})
    ]


def test_headings_match_in_any_case_and_by_alias() -> None:
    table = read_table(b"NationBuilder_ID, Side\nwren,1\n", required=["id", "side"], aliases={"nationbuilder_id": "id"})
    assert table.header == ("id", "side")


def test_an_alias_beside_its_name_is_a_repeated_heading() -> None:
    assert codes_of(b"id,nationbuilder_id\n1,2\n", required=["id"], aliases={"nationbuilder_id": "id"}) == [
        "table.header_repeated"
    ]


def test_a_blank_heading_between_others_is_refused_and_one_at_the_right_is_not() -> None:
    assert refusals_of(b"id,,town\n1,2,3\n") == [("table.header_blank", {"column": 2})]
    assert read_table(b"id,town,,\n1,2,,\n").header == ("id", "town")


def test_all_bad_rows_are_told_at_once_in_their_order() -> None:
    source = 'id,town\nwren,x\nrook\nwren,=1+1\n"a\x07",x\njay,‮x\n'.encode()
    assert refusals_of(source, unique=["id"]) == [
        ("table.ragged", {"row": 3, "cells": 1, "columns": 2}),
        ("table.formula", {"row": 4, "column": "town"}),
        ("table.repeated", {"row": 4, "column": "id", "first": 2}),
        ("table.control", {"row": 5, "column": "id"}),
        ("table.control", {"row": 6, "column": "town"}),
    ]


def test_a_blank_in_a_unique_column_is_refused() -> None:
    assert refusals_of(b"id,town\n,x\n", unique=["id"]) == [("table.required_blank", {"row": 2, "column": "id"})]


def test_a_cell_beyond_two_thousand_letters_is_refused() -> None:
    assert read_table(b"id\n" + b"a" * 2000).rows[0]["id"] == "a" * 2000
    assert codes_of(b"id\n" + b"a" * 2001) == ["table.long"]
    assert codes_of(b"id\n" + b"a" * 200_000) == ["table.long"]


def test_an_open_quotation_mark_is_refused_with_its_row() -> None:
    assert [(code, params["row"]) for code, params in refusals_of(b'id\nwren\n"rook\n')] == [("table.quotes", 3)]


def test_a_flood_of_bad_rows_is_cut_short_and_counted() -> None:
    each = refusals_of(b"id\n" + b"=x\n" * 500)
    assert (len(each), each[-1]) == (201, ("table.more", {"count": 300}))


@pytest.mark.parametrize("cell", ["=1", "@sum", "+cmd|x", "-x", "\tx", "\rx", "＝1", "+1+cmd"])
def test_formulas_are_recognised(cell: str) -> None:
    assert is_formula(cell)


@pytest.mark.parametrize("cell", ["-5", "+380 44 123-45-67", "-1.5e-7", "-", "—", "+3 %", "a=b", "", "1-2"])
def test_numbers_telephones_and_dashes_are_not_formulas(cell: str) -> None:
    assert not is_formula(cell)


def test_a_dangerous_cell_is_written_with_an_apostrophe() -> None:
    assert write_table(["id"], [["=1+1"], ["-5"], [None], [" @x"]]) == b"id\r\n'=1+1\r\n-5\r\n\"\"\r\n' @x\r\n"


def test_a_mark_is_written_when_asked() -> None:
    assert write_table(["id"], [], bom=True) == b"\xef\xbb\xbfid\r\n"


def test_every_sentence_has_what_it_needs() -> None:
    table = {code: text for code, text in sentences().items() if code.startswith("table.")}
    assert len(table) == 19


plain = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Cf"], include_characters="\n,;\t\"' абвїґ"), max_size=20
).map(lambda text: unicodedata.normalize("NFC", text).strip())
safe = plain.filter(lambda cell: not is_formula(cell))
headings = st.lists(safe.filter(bool), min_size=1, max_size=5, unique=True)


@given(headings.flatmap(lambda h: st.tuples(st.just(h), st.lists(st.lists(safe, min_size=len(h), max_size=len(h))))))
def test_what_is_written_is_read_again(table: tuple[list[str], list[list[str]]]) -> None:
    header, rows = table
    assume(any(any(row) for row in rows))
    back = read_table(write_table(header, rows))
    assert list(back.header) == header
    kept = [row for row in rows if any(row)]
    assert [[row[name] for name in header] for row in back.rows] == kept


@given(st.lists(st.tuples(plain.filter(bool), plain), min_size=1, max_size=5))
def test_what_is_written_never_holds_a_formula(rows: list[tuple[str, str]]) -> None:
    back = read_table(write_table(["one", "two"], rows))
    assert not any(is_formula(cell) for row in back.rows for cell in row.cells.values())


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        table = read_table(content, unique=["id"])
    except Refusal:
        return
    assert all(set(row.cells) == set(table.header) for row in table.rows)


@given(
    st.text(st.sampled_from('id,;\t\r\n"=+-@ж\x00\x1b\u202ea '), max_size=60),
    st.sampled_from(["utf-8", "utf-16"]),
)
def test_any_text_is_read_or_refused(text: str, codec: str) -> None:
    try:
        table = read_table(text.encode(codec), required=["id"])
    except Refusal:
        return
    assert "id" in table.header
