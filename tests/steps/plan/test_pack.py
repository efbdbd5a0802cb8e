"""An application that says what is missing, names nobody without the vault, and opens as a document."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document as read_docx
from docx.oxml.ns import qn

from tests.cast import NOW, Cast
from tests.steps.plan.given import convener
from tests.steps.workshops import a_workshop, seat_everybody
from tests.vault_place import two_officers
from tracktwo.exchange.budgets import BudgetLine, read_budget, write_budget
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.vault.actions import keep_identity, unseal
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.actions import pack
from tracktwo.steps.plan.actions.calendar import mark_deadline
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries.pack import BLANK, missing
from tracktwo.steps.programme.actions import set_money_ways
from tracktwo.steps.select.models import Nomination, Seat

WHOLE = BLANK | {
    "title": "Listening before the convention",
    "coordinators": "The host’s convener",
    "abstract": "Scholars of two communities listen to one another.",
    "description": "What is new.\n\nWhy now.",
    "relation": "A roundtable on the second day.",
    "commitments": "Everybody has agreed.",
    "alternates": "Sapling 1\nSapling 2",
    "budget": "travel; tickets for twelve; 9600\nrooms; four nights; 4 800.50",
}


def filled(cast: Cast) -> Workshop:
    workshop = a_workshop(cast, date(2031, 5, 5))
    seat_everybody(cast, workshop)
    mark_deadline(workshop, "roster_freeze", met=True, by=convener(cast), now=NOW)
    return workshop


def keep(cast: Cast, workshop: Workshop, language: str = "en", **changed: str) -> None:
    pack.keep_application(workshop, WHOLE | changed, language=language, by=cast.by(cast.convener, "plan.pack"), now=NOW)


def made(cast: Cast, workshop: Workshop) -> bytes:
    return pack.make_pack(workshop, by=cast.by(cast.convener, "plan.pack"), now=NOW)


def said_in(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())


def test_an_empty_application_says_everything_that_is_missing(cast: Cast) -> None:
    assert missing(a_workshop(cast, date(2031, 5, 5))) == [
        "title", "coordinators", "abstract", "description", "relation", "commitments",
        "budget", "participants", "alternates", "freeze",
    ]  # fmt: skip


def test_a_whole_one_is_complete_and_a_long_one_is_told(cast: Cast) -> None:
    workshop = filled(cast)
    keep(cast, workshop)
    assert missing(workshop) == []
    keep(cast, workshop, abstract="word " * 201, alternates="Sapling 1")
    assert missing(workshop) == ["abstract_long", "alternates"]


def test_the_document_holds_every_field_of_the_form_in_order(cast: Cast) -> None:
    workshop = filled(cast)
    keep(cast, workshop)
    sheet = read_docx(io.BytesIO(made(cast, workshop)))
    headings = [line.text for line in sheet.paragraphs if line.style.name in ("Title", "Heading 1", "Caption")]
    assert headings == [
        "Listening before the convention", "Coordinators", "Dates, place and duration", "Abstract",
        "Description and rationale", "Relation to the convention", "Participants and alternates",
        "Statement of commitment", "Budget", "Biographies",
    ]  # fmt: skip
    dates, people, budget = sheet.tables
    assert [row.cells[0].text for row in people.rows][1:3] == ["[Wader 1 1]", "[Wader 1 2]"]
    assert [row.cells[3].text for row in people.rows][-2:] == ["alternate", "alternate"]
    assert budget.rows[-1].cells[2].text == "14,400.50"
    assert dates.rows[1].cells[1].text == "5 May 2031 – 8 May 2031"


def test_an_unfinished_one_is_marked_as_a_draft_with_what_is_missing(cast: Cast) -> None:
    text = "\n".join(line.text for line in read_docx(io.BytesIO(made(cast, filled(cast)))).paragraphs)
    assert ("Draft. Still missing:" in text, "Abstract: not written yet." in text) == (True, True)


@pytest.mark.parametrize(("language", "heading"), [("uk", "Кошторис"), ("ru", "Смета"), ("en", "Budget")])
def test_it_is_in_its_own_language_and_marked_so_whoever_downloads_it(cast: Cast, language: str, heading: str) -> None:
    workshop = filled(cast)
    keep(cast, workshop, language)
    sheet = read_docx(io.BytesIO(made(cast, workshop)))
    assert {mark.get(qn("w:val")) for mark in sheet.styles.element.iter(qn("w:lang"))} == {language}
    assert heading in [line.text for line in sheet.paragraphs]


def test_it_names_nobody_and_carries_no_properties(cast: Cast) -> None:
    workshop = filled(cast)
    keep(cast, workshop)
    with zipfile.ZipFile(io.BytesIO(made(cast, workshop))) as packed:
        assert [name for name in packed.namelist() if name.startswith("docProps")] == []
    assert [word for word in ("python-docx", "Heron", "Two rooms") if word in said_in(made(cast, workshop))] == []


def test_names_come_from_the_vault_alone_and_each_reveal_is_recorded_first(cast: Cast, vault: None) -> None:
    workshop = a_workshop(cast, date(2031, 5, 5))
    nominee = cast.nominees[1]
    handle = keep_identity(
        cast.programme.compartment,
        {"name": "Canary Marked", "contact": "canary@example.org", "affiliation": "Reed Hall"},
    )
    Nomination.objects.create(
        programme=cast.programme, community=cast.programme.communities.get(number=1), person=handle, account=nominee,
        state="consented", proposed_on=NOW.date(),
    )  # fmt: skip
    Seat.objects.create(workshop=workshop, account=nominee, community=cast.programme.communities.get(number=1))
    assert "Canary" not in said_in(made(cast, workshop))
    said = {"account": cast.officer, "reason": "The association asks for names.", "now": timezone.now()}
    by = cast.by(cast.officer, "plan.pack_named")
    with pytest.raises(Refusal) as refused:
        pack.make_named_pack(workshop, by=by, **said)
    assert refused.value.code == "vault.sealed"
    unseal(two_officers(), by=by, now=timezone.now())
    text = said_in(pack.make_named_pack(workshop, by=by, **said))
    assert ("Canary Marked" in text, "Reed Hall" in text, f"[{nominee.alias}]" in text) == (True, True, False)
    deeds = [entry.deed for entry in list_entries(cast.programme.compartment.book)]
    assert deeds[-2:] == ["vault.revealed", "plan.application_made"]


def test_the_record_says_that_it_was_kept_and_made_and_holds_no_word_of_it(cast: Cast) -> None:
    workshop = filled(cast)
    keep(cast, workshop)
    made(cast, workshop)
    last = list(list_entries(cast.programme.compartment.book))[-2:]
    assert [entry.deed for entry in last] == ["plan.application_kept", "plan.application_made"]
    assert "roundtable" not in "".join(entry.leaf for entry in last)


MALFORMED = {
    "two parts": ({"budget": "travel; 900"}, "budget.cells", 1, None),
    "four parts": ({"budget": "travel; a; b; 900"}, "budget.cells", 1, None),
    "an unknown kind": ({"budget": "\nbribes; a; 900"}, "budget.kind", 2, "kind"),
    "no word": ({"budget": "travel; ; 900"}, "budget.what", 1, "what"),
    "a comma": ({"budget": "travel; a; 9,00"}, "budget.amount", 1, "amount"),
    "a minus": ({"budget": "travel; a; -900"}, "budget.amount", 1, "amount"),
    "no number": ({"budget": "travel; a; NaN"}, "budget.amount", 1, "amount"),
    "other digits": ({"budget": "travel; a; ٣"}, "budget.amount", 1, "amount"),
    "three places": ({"budget": "travel; a; 1.005"}, "budget.amount", 1, "amount"),
    "too many lines": ({"budget": "travel; a; 1\n" * 41}, "budget.too_many", None, None),
    "an unknown alternate": ({"alternates": "Sapling 1\nNobody"}, "pack.alternate_unknown", 2, "alternates"),
    "an alternate with a seat": ({"alternates": "wader 1 1"}, "pack.alternate_seated", 1, "alternates"),
    "an alternate twice": ({"alternates": "Sapling 1\nSAPLING 1"}, "pack.alternate_twice", 2, "alternates"),
}


@pytest.mark.parametrize(("changed", "code", "row", "column"), MALFORMED.values(), ids=MALFORMED.keys())
def test_a_malformed_application_is_refused_with_its_place_and_nothing_is_kept(
    cast: Cast, changed: dict, code: str, row: int | None, column: str | None
) -> None:
    workshop = filled(cast)
    with pytest.raises(Refusal) as refused:
        keep(cast, workshop, **changed)
    found = next(iter(getattr(refused.value, "each", (refused.value,))))
    assert (found.code, found.params.get("row"), found.params.get("column")) == (code, row, column)
    assert not hasattr(Workshop.objects.get(), "application")


def test_a_fee_is_refused_where_nobody_is_paid_one(cast: Cast) -> None:
    workshop = filled(cast)
    keep(cast, workshop, budget="fee; a talk; 100")
    set_money_ways(cast.programme, payers_apart=False, no_honorarium=True, by=convener(cast), now=NOW)
    with pytest.raises(Refusal) as refused:
        keep(cast, workshop, budget="travel; a; 1\nfee; a talk; 100")
    assert (refused.value.code, refused.value.params["row"]) == ("pack.fee", 2)


def test_a_budget_written_is_read_back_equal() -> None:
    lines = read_budget(WHOLE["budget"])
    assert (read_budget(write_budget(lines)), lines[0].kind, type(lines[0])) == (lines, "travel", BudgetLine)


def test_the_convener_fills_it_in_and_downloads_it_on_the_page(cast: Cast) -> None:
    filled(cast)
    client = cast.client(cast.convener)
    address = reverse("plan:pack", args=[cast.programme.key, 1])
    assert client.post(address, WHOLE | {"language": "uk"}).status_code == 302
    shown = client.get(address).content.decode()
    assert ("Everything the form asks for is there" in shown, "A roundtable on the second day." in shown) == (
        True,
        True,
    )
    answer = client.get(reverse("plan:pack_file", args=[cast.programme.key, 1]))
    assert (answer.status_code, answer["Content-Disposition"], answer["Cache-Control"]) == (
        200, 'attachment; filename="application.docx"', "no-store",
    )  # fmt: skip
    assert client.post(address, WHOLE | {"language": "en", "budget": "travel"}).status_code == 422
