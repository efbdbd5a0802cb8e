"""The closing sheet: the frozen words, the communities that signed, and how to check them; no name, always the same."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.cast import Cast
from tests.steps.agree.stage import DRAFTED, Table, lay_table
from tracktwo.foundation.ledger.models import Checkpoint, Entry
from tracktwo.methods.text import from_data
from tracktwo.steps.agree.convert import signatures_on, words_of_digest


def told(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


@pytest.fixture
def frozen(cast: Cast) -> Table:
    table = lay_table(cast, languages=("uk",))
    for clause, words in zip("123", ("Одна кімната.", "Архіви.", "Семінар."), strict=True):
        table.translate(clause, words)
    table.freeze()
    return table


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_it_is_a_tagged_pdf_that_says_what_was_agreed_and_how_to_check_it(frozen: Table, language: str) -> None:
    content = frozen.get(frozen.member(1), "closing", language).content
    pdf, words = PdfReader(BytesIO(content)), told(content)
    root = pdf.trailer["/Root"]
    checkpoint = Checkpoint.objects.get()
    assert (pdf.metadata.title, root["/Lang"], bool(root["/MarkInfo"]["/Marked"])) == (
        frozen.text.title,
        language,
        True,
    )
    assert all(one in words for one in (DRAFTED[0], "Одна кімната.", words_of_digest(frozen.text.digest)))
    assert frozen.text.digest in words.replace(" ", "")
    assert checkpoint.root in words.replace(" ", "")
    assert checkpoint.size > Entry.objects.get(deed="agree.frozen").seq
    everybody = [one.alias for people in frozen.cast.participants.values() for one in people]
    assert not [alias for alias in everybody if alias in words]


def test_it_stays_the_same_however_the_record_grows(frozen: Table) -> None:
    first = frozen.get(frozen.member(1), "closing", "en").content
    frozen.cast.client(frozen.cast.convener)
    lay_another_entry(frozen)
    assert frozen.get(frozen.member(2), "closing", "en").content == first


def lay_another_entry(table: Table) -> None:
    from tracktwo.foundation.ledger.actions import record
    from tracktwo.foundation.people.models import Role

    book = table.cast.programme.compartment.book
    record("agree.text_opened", book=book, role=Role.CONVENER, kind="text", key="9", workshop=9)


def test_only_signatures_on_exactly_the_frozen_words_stand_on_it(frozen: Table) -> None:
    version = frozen.text.versions.get()
    assert [one.side for one in signatures_on(frozen.text, version)] == [1, 2]
    frozen.text.signatures.filter(side=2).update(digest="0" * 64)
    assert [one.side for one in signatures_on(frozen.text, version)] == [1]


def test_a_reservation_stands_on_the_sheet_with_its_community(cast: Cast) -> None:
    table = lay_table(cast)
    table.open_bracket(1)
    table.freeze(with_reservations=True)
    assert len(from_data(table.text.state).reservations) == 1
    assert "on clause 2: “2022”" in told(table.get(table.member(2), "closing", "en").content)


def test_an_open_text_has_none(table: Table) -> None:
    assert table.get(table.member(1), "closing", "en").status_code == 404
    assert Checkpoint.objects.count() == 0
