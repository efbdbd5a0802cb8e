"""The fonts: every file that is named exists, with its licence, and holds the letters of the three languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import tracktwo
from tracktwo.documents.glyphs import COVERAGE, covered, printable

HOME = Path(tracktwo.__file__).parent
PAGES = HOME / "site" / "static"
LETTERS = "АаБбВвГгҐґДдЕеЄєЖжЗзИиІіЇїЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЬьЮюЯяЁёЪъЫыЭэ№₴«»„“”’ʼ—–…≥≤×→"


def in_range(char: str, spans: str) -> bool:
    ends = [span.strip().removeprefix("U+").partition("-") for span in spans.split(",")]
    return any(int(first, 16) <= ord(char) <= int(last or first, 16) for first, _, last in ends)


def test_the_style_sheet_names_the_faces_that_are_there_and_nothing_else():
    css = (PAGES / "css" / "fonts.css").read_text(encoding="utf-8")
    named = re.findall(r'url\("\.\./fonts/([^"]+)"\)', css)
    assert sorted(named) == sorted(path.name for path in (PAGES / "fonts").glob("*.woff2"))
    assert css.count("url(") == len(named) == css.count("font-display: swap")


def test_every_web_face_is_woff2():
    assert {path.read_bytes()[:4] for path in (PAGES / "fonts").glob("*.woff2")} == {b"wOF2"}


@pytest.mark.parametrize("letter", "іїєґІЇЄҐёыэъʼ’№«»")
def test_each_letter_of_the_languages_lies_in_a_range_of_every_face(letter):
    css = (PAGES / "css" / "fonts.css").read_text(encoding="utf-8")
    holding = [spans for spans in re.findall(r"unicode-range: ([^;]+);", css) if in_range(letter, spans)]
    assert len(holding) == 5


@pytest.mark.parametrize("folder", [PAGES / "fonts", HOME / "documents" / "fonts"], ids=["pages", "documents"])
def test_both_licences_and_the_origin_lie_beside_the_fonts(folder):
    for licence in ("OFL-SourceSerif4.txt", "OFL-SourceSans3.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / licence).read_text(encoding="utf-8")
    assert "npm" in (folder / "README.md").read_text(encoding="utf-8")


def test_the_document_fonts_stay_under_two_megabytes():
    assert sum(path.stat().st_size for path in COVERAGE.parent.iterdir()) < 2_000_000


def test_the_three_languages_can_be_set():
    assert set(LETTERS) <= covered()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("plain", "plain"),
        ("и\u0306", "й"),
        ("a\tb\r\nc\u2028d", "a b\nc\nd"),
        ("中", "[U+4E2D]"),
        ("a\u202eb", "a[U+202E]b"),
        ("\x00", "[U+0000]"),
        ("\ufefffirst", "first"),
        ("soft\u00adhyphen", "soft\u00adhyphen"),
    ],
)
def test_what_cannot_be_set_is_printed_by_its_number(written, printed):
    assert printable(written) == printed
