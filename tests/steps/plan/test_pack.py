"""An application that says what is missing, names nobody without the vault, and opens as a document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document as read_docx
from docx.oxml.ns import qn

from tests.cast import NOW, Cast, person
from tests.steps.plan.given import convener
from tests.steps.workshops import a_workshop, seat_everybody
from tests.vault_place import two_officers
from tracktwo.exchange.budgets import BudgetLine, read_budget, write_budget
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.people.models import Account
from tracktwo.foundation.vault.actions import keep_identity, reveal, unseal
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan import rosters
from tracktwo.steps.plan.actions import pack
from tracktwo.steps.plan.actions.calendar import mark_deadline
from tracktwo.steps.plan.models import Application, Workshop
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


REASON = "The association asks for names."


def known(cast: Cast, seats: int = 1) -> Workshop:
    """A workshop in which the first nominee sits whom the vault knows; and so many others that have seats as well."""
    workshop = a_workshop(cast, date(2031, 5, 5))
    community = cast.programme.communities.get(number=1)
    people = [cast.nominees[1], *(person(f"Stint {n}") for n in range(2, seats + 1))]
    for n, account in enumerate(people):
        told = {"name": f"Canary Marked {n}", "contact": f"canary{n}@example.org", "affiliation": "Reed Hall"}
        Nomination.objects.create(
            programme=cast.programme, community=community, person=keep_identity(cast.programme.compartment, told),
            account=account, state="consented", proposed_on=NOW.date(),
        )  # fmt: skip
        Seat.objects.create(workshop=workshop, account=account, community=community)
    return workshop


def ask(cast: Cast, workshop: Workshop, account: Account | None = None) -> None:
    account = account or cast.convener
    by = cast.by(account, "plan.pack_named")
    pack.ask_named_pack(workshop, account=account, by=by, now=timezone.now())


def named(cast: Cast, workshop: Workshop, account: Account | None = None, reason: str = REASON) -> str:
    account = account or cast.officer
    by = cast.by(account, "plan.pack_named")
    return said_in(pack.make_named_pack(workshop, account=account, reason=reason, by=by, now=timezone.now()))


def refused_with(code: str, deed: Callable[[], object]) -> None:
    with pytest.raises(Refusal) as refused:
        deed()
    assert refused.value.code == code


def open_vault(cast: Cast) -> None:
    unseal(two_officers(), by=cast.by(cast.officer, "plan.pack_named"), now=timezone.now())


def test_names_come_from_the_vault_alone_and_one_reveal_for_all_is_recorded_first(cast: Cast, vault: None) -> None:
    workshop = known(cast, seats=25)
    assert "Canary" not in said_in(made(cast, workshop))
    ask(cast, workshop)
    refused_with("vault.sealed", lambda: named(cast, workshop))
    open_vault(cast)
    text = named(cast, workshop)
    assert (text.count("Canary Marked") >= 25, "Reed Hall" in text, "[Stint" in text) == (True, True, False)
    entries = list(list_entries(cast.programme.compartment.book))
    assert [entry.deed for entry in entries if entry.deed.startswith("vault.pack")] == [
        "vault.pack_asked", "vault.pack_revealed",
    ]  # fmt: skip
    assert [entry.deed for entry in entries][-2:] == ["vault.pack_revealed", "plan.application_made"]
    assert '"count":25' in entries[-2].leaf.replace(" ", "")


def test_a_pack_takes_two_and_one_yes_opens_one(cast: Cast, vault: None) -> None:
    workshop = known(cast)
    open_vault(cast)
    refused_with("vault.pack_not_asked", lambda: named(cast, workshop))
    ask(cast, workshop, cast.officer)
    refused_with("vault.pack_same_person", lambda: named(cast, workshop, cast.officer))
    refused_with("vault.reason_length", lambda: named(cast, workshop, cast.convener, "because"))
    assert "Canary" in named(cast, workshop, cast.convener)
    refused_with("vault.pack_not_asked", lambda: named(cast, workshop, cast.convener))


def test_the_question_is_another_one_when_somebody_has_come_in_since(cast: Cast, vault: None) -> None:
    workshop = known(cast)
    open_vault(cast)
    ask(cast, workshop)
    known_later = {"name": "Canary Later", "contact": "later@example.org"}
    Nomination.objects.create(
        programme=cast.programme, community=cast.programme.communities.get(number=1), account=cast.nominees[2],
        person=keep_identity(cast.programme.compartment, known_later), state="consented", proposed_on=NOW.date(),
    )  # fmt: skip
    Seat.objects.create(workshop=workshop, account=cast.nominees[2], community=cast.programme.communities.get(number=1))
    refused_with("vault.pack_not_asked", lambda: named(cast, workshop))


def test_a_pack_leaves_the_hour_of_single_reveals_alone_and_has_a_day_of_its_own(cast: Cast, vault: None) -> None:
    workshop = known(cast, seats=21)
    open_vault(cast)
    for _day in range(3):
        ask(cast, workshop)
        named(cast, workshop)
    ask(cast, workshop)
    refused_with("vault.pack_quota", lambda: named(cast, workshop))
    who = Nomination.objects.first().person
    by = cast.by(cast.officer, "vault.reveal")
    told = reveal(who, account=cast.officer, reason=REASON, by=by, now=timezone.now())
    assert told["name"] == "Canary Marked 0"


def test_two_people_open_the_names_on_the_page(cast: Cast, vault: None) -> None:
    known(cast)
    open_vault(cast)
    first, second = cast.client(cast.convener), cast.client(cast.officer)
    key = [cast.programme.key, 1]
    assert "Ask for the names" in first.get(reverse("plan:pack", args=key)).content.decode()
    assert first.post(reverse("plan:pack_ask", args=key)).status_code == 302
    assert "You have asked" in first.get(reverse("plan:pack", args=key)).content.decode()
    assert f"{cast.convener.alias} asks for these names" in second.get(reverse("plan:pack", args=key)).content.decode()
    assert first.post(reverse("plan:pack_named", args=key), {"reason": REASON}).status_code == 422
    assert second.post(reverse("plan:pack_named", args=key), {"reason": REASON})["Cache-Control"] == "no-store"


def test_alternates_of_a_drawn_cohort_come_from_their_draw_alone(cast: Cast, monkeypatch) -> None:
    """Which draw that is: tests/steps/select/test_select_draws.py."""
    workshop = filled(cast)
    keep(cast, workshop)
    drawn: list[str] = []
    monkeypatch.setattr(rosters, "_alternates", [(lambda _w: drawn, lambda _w, _by, _now: drawn)])
    assert missing(workshop) == ["alternates_undrawn"]
    by = cast.by(cast.convener, "plan.change")
    refused_with("pack.no_alternates", lambda: pack.take_alternates(workshop, by=by, now=NOW))
    drawn += ["Sapling 2", "Mica"]
    refused_with("pack.alternate_undrawn", lambda: keep(cast, workshop))
    pack.take_alternates(workshop, by=by, now=NOW)
    assert (missing(workshop), Application.objects.get().fields["alternates"]) == ([], "Sapling 2\nMica")


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
