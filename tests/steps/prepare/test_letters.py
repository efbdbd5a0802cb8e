"""Letters: the name stands in the bytes alone, the reveal in the record first, what is missing is said."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document as read_docx
from docx.oxml.ns import qn
from pypdf import PdfReader

from tests.cast import NOW, Cast
from tests.steps.workshops import a_workshop, seat_everybody
from tests.vault_place import two_officers
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.vault.actions import keep_identity, seal, unseal
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.actions.letters import keep_letter_text, make_letter
from tracktwo.steps.prepare.convert.letters import LetterWords
from tracktwo.steps.prepare.models import LetterText
from tracktwo.steps.prepare.queries.letters import missing_for
from tracktwo.steps.select.models import Nomination, Seat

WHY = "The consulate asks for the letter."


@pytest.fixture
def workshop(cast: Cast, vault: None) -> Workshop:
    return a_workshop(cast, timezone.localdate() + timedelta(days=60))


@pytest.fixture
def seat(cast: Cast, workshop: Workshop) -> Seat:
    """Somebody marked, whom the vault knows by name and affiliation."""
    seat = seat_everybody(cast, workshop)["Wader 1 1"]
    identity = {"name": "Canary Marked", "contact": "canary@example.org", "affiliation": "Reed Hall"}
    Nomination.objects.create(
        programme=cast.programme,
        community=seat.community,
        person=keep_identity(cast.programme.compartment, identity),
        account=seat.account,
        state="consented",
        proposed_on=NOW.date(),
    )
    return seat


@pytest.fixture
def opened(cast: Cast, seat: Seat):
    by = cast.by(cast.officer, "prepare.letters")
    unseal(two_officers(), by=by, now=timezone.now())
    yield
    seal(by=by, now=timezone.now())


def letter(cast: Cast, seat: Seat, kind: str = "visa", language: str = "en", form: str = "docx") -> bytes:
    by = cast.by(cast.officer, "prepare.letters")
    return make_letter(seat, kind, language, form, account=cast.officer, reason=WHY, by=by, now=timezone.now())


def cells(content: bytes) -> dict[str, str]:
    tables = read_docx(io.BytesIO(content)).tables
    return {row.cells[0].text: row.cells[1].text for table in tables for row in table.rows}


def test_a_letter_holds_what_the_vault_holds_and_leaves_the_rest_blank(cast: Cast, seat: Seat, opened: None) -> None:
    found = cells(letter(cast, seat))
    assert (found["Name"], found["Affiliation"], found["Place"]) == ("Canary Marked", "Reed Hall", "Porto")
    assert {found[blank].strip(".") for blank in ("Date of birth", "Citizenship", "Number of the passport")} == {""}


def test_the_contact_stands_in_no_letter_and_no_file_tells_who_made_it(cast: Cast, seat: Seat, opened: None) -> None:
    with zipfile.ZipFile(io.BytesIO(letter(cast, seat, "invitation"))) as packed:
        said = "".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())
        assert [name for name in packed.namelist() if name.startswith("docProps")] == []
    assert [word for word in ("canary@", "Two rooms", cast.officer.alias, seat.account.alias) if word in said] == []


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Letter of invitation"), ("uk", "Лист-запрошення"), ("ru", "Письмо-приглашение")],
)
def test_a_letter_is_in_its_own_language_and_marked_so(
    cast: Cast, seat: Seat, opened: None, language: str, title: str
) -> None:
    sheet = read_docx(io.BytesIO(letter(cast, seat, "invitation", language)))
    assert sheet.paragraphs[0].text == title
    assert {mark.get(qn("w:val")) for mark in sheet.styles.element.iter(qn("w:lang"))} == {language}


def test_as_pdf_it_is_tagged_and_has_no_author(cast: Cast, seat: Seat, opened: None) -> None:
    sheet = PdfReader(io.BytesIO(letter(cast, seat, "visa", "uk", "pdf")))
    assert sheet.trailer["/Root"]["/MarkInfo"]["/Marked"].value is True
    assert ("/Author" in sheet.metadata, sheet.trailer["/Root"]["/Lang"]) == (False, "uk")
    assert "Canary Marked" in sheet.pages[0].extract_text()


def test_the_reveal_is_in_the_record_before_the_letter_and_neither_says_who(
    cast: Cast, seat: Seat, opened: None
) -> None:
    letter(cast, seat)
    last = list(list_entries(cast.programme.compartment.book))[-2:]
    assert [entry.deed for entry in last] == ["vault.revealed", "prepare.letter_made"]
    told = "".join(entry.leaf for entry in last)
    assert [word for word in ("Canary", seat.account.alias, WHY, "digest_of_file") if word in told] == []


def test_a_sealed_vault_gives_no_letter_and_records_none(cast: Cast, seat: Seat) -> None:
    with pytest.raises(Refusal) as refused:
        letter(cast, seat)
    assert refused.value.code == "vault.sealed"
    assert not [one for one in list_entries(cast.programme.compartment.book) if one.deed == "prepare.letter_made"]


def test_a_seat_without_anybody_in_the_vault_gets_none(cast: Cast, seat: Seat, opened: None) -> None:
    with pytest.raises(Refusal, match=r"prepare\.nobody_behind"):
        letter(cast, seat.workshop.seats.exclude(pk=seat.pk).first())


def test_what_letters_lack_is_counted_while_the_vault_is_sealed(cast: Cast, seat: Seat, workshop: Workshop) -> None:
    assert missing_for(workshop) == {"person": 5, "papers": 1}
    workshop.city = ""
    assert "place" in missing_for(workshop)


def test_the_page_shows_the_letter_by_alias_and_says_what_is_missing(
    cast: Cast, seat: Seat, workshop: Workshop
) -> None:
    address = reverse("prepare:letters", args=[cast.programme.key, workshop.number])
    page = cast.client(cast.convener).get(f"{address}?letter=visa&language=ru").content.decode()
    assert ('<article lang="ru">' in page, "[Wader 1 1]" in page, "the vault does not hold them" in page) == (
        True,
        True,
        True,
    )


def test_the_page_gives_the_file_with_a_name_that_says_nothing(
    cast: Cast, seat: Seat, workshop: Workshop, opened: None
) -> None:
    address = reverse("prepare:letters", args=[cast.programme.key, workshop.number])
    asked = {"seat": str(seat.pk), "letter": "visa", "language": "en", "form": "docx", "reason": WHY}
    answer = cast.client(cast.convener).post(address, asked)
    assert (answer["Content-Disposition"], answer["Cache-Control"]) == (
        'attachment; filename="letter.docx"',
        "no-store",
    )
    assert cells(answer.content)["Name"] == "Canary Marked"


def test_the_host_changes_the_words_of_one_language_and_the_record_holds_their_digest(
    cast: Cast, seat: Seat, workshop: Workshop, opened: None
) -> None:
    address = reverse("prepare:letter_text", args=[cast.programme.key, workshop.number, "visa", "en"])
    cast.client(cast.convener).post(address, {"body": "Let the scholar in.", "costs": "", "closing": ""})
    texts = [
        "\n".join(line.text for line in read_docx(io.BytesIO(letter(cast, seat, "visa", language))).paragraphs)
        for language in ("en", "uk")
    ]
    assert ["Let the scholar in." in text for text in texts] == [True, False]
    kept = [one.leaf for one in list_entries(cast.programme.compartment.book) if one.deed == "prepare.letter_text_kept"]
    assert (len(kept), "scholar" in kept[0]) == (1, False)


def test_words_kept_again_take_the_place_of_those_before(cast: Cast, workshop: Workshop) -> None:
    by = cast.by(cast.convener, "prepare.arrange")
    for body in ("First.", "Second."):
        keep_letter_text(cast.programme, "visa", "en", LetterWords(body, "", ""), by=by, now=NOW)
    assert [row.body for row in LetterText.objects.all()] == ["Second."]


@pytest.mark.parametrize(("which", "language"), [("visa", "de"), ("brief", "en")])
def test_words_of_no_letter_are_unknown(cast: Cast, workshop: Workshop, which: str, language: str) -> None:
    address = reverse("prepare:letter_text", args=[cast.programme.key, workshop.number, which, language])
    assert cast.client(cast.convener).get(address).status_code == 404
