"""A brief is released once, when its text is agreed, its words are in every language, read, and consented to."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from tests.cast import NOW, Cast
from tests.steps.transmit.given import FINDINGS, TEXTS, Post, a_sheet, past_workshop
from tests.vault_place import deeds
from tracktwo.foundation.people.policies import role_of
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.models import Text
from tracktwo.steps.prepare.actions import answer_consents
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.programme.path import Walker
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import Stage, fingerprint, outgoing, sheet_of, stage_of
from tracktwo.steps.transmit.models import Brief
from tracktwo.steps.transmit.path import state, waiting


def test_a_brief_begins_with_the_agreed_words_and_their_digest(post: Post) -> None:
    brief = post.begin()
    said = [line.words for line in outgoing(sheet_of(brief), "elites")]
    agreed = Text.objects.get(workshop=post.workshop)
    assert (said, brief.text_digest) == ([{"en": words} for words in FINDINGS], agreed.digest)


def test_no_brief_is_begun_before_the_text_is_frozen(cast: Cast) -> None:
    workshop = past_workshop(cast)
    cells = actions.open_matrix(workshop)
    with pytest.raises(Refusal, match=r"transmit\.nothing_agreed"):
        actions.begin_brief(cells[0])
    assert Brief.objects.count() == 0


def test_no_brief_is_begun_in_a_waived_cell(post: Post) -> None:
    post.set(post.cell("public", 2), "waived", reason="Nobody may be reached.")
    with pytest.raises(Refusal, match=r"transmit\.waived"):
        post.begin("public", 2)


def test_release_asks_for_languages_then_a_reader_then_consents(post: Post) -> None:
    brief = post.begin()
    said = []

    def write() -> None:
        actions.write_sheet(brief, a_sheet("elites"), seen=fingerprint(brief))

    for mend in (write, lambda: post.approve(brief), post.consent):
        with pytest.raises(Refusal) as refused:
            post.release(brief)
        said.append(refused.value)
        mend()
    assert said == [
        Refusal("transmit.languages_missing", languages="Українська, Русский"),
        Refusal("transmit.not_approved"),
        Refusal("transmit.consents_missing", count=6),
    ]
    assert post.release(brief).cell.state == "delivered"


def test_a_language_with_a_title_and_no_words_is_missing(post: Post) -> None:
    brief = post.begin()
    actions.write_brief(brief, TEXTS | {"uk": ("Копії", "   \n\n ")})
    with pytest.raises(Refusal) as refused:
        post.approve(brief)
    assert refused.value == Refusal("transmit.languages_missing", languages="Українська")


def test_every_stage_of_a_cell_is_named(post: Post) -> None:
    cell, stages = post.cell("elites", 1), []

    def note(without: int = 0) -> None:
        stages.append(stage_of(post.cell("elites", 1), without))

    note()
    post.set(cell, "in_hand", owner="rapporteur")
    note()
    brief = post.begin()
    note()
    actions.write_sheet(brief, a_sheet("elites"), seen=fingerprint(brief))
    note()
    post.approve(brief)
    note(without=2)
    note()
    post.consent()
    post.release(brief)
    note()
    assert stages == list(Stage)


def test_a_reader_of_another_community_approves_nothing(post: Post) -> None:
    brief = post.written("elites", 1)
    answer = post.post(post.cast.readers[2], "approve", brief.cell.pk, seen=fingerprint(brief))
    assert (answer.status_code, Brief.objects.get().approved_on) == (404, None)
    assert "Approve for my community" not in post.get(post.cast.readers[2], "brief", brief.cell.pk).content.decode()


def test_a_reader_approves_the_words_that_were_read(post: Post) -> None:
    brief = post.written()
    seen = fingerprint(brief)
    actions.write_brief(brief, {"en": ("Copies and a seminar", "Something else entirely.\n\nAnd more.")})
    answer = post.post(post.cast.readers[1], "approve", brief.cell.pk, seen=seen)
    assert (answer.status_code, "have changed since" in answer.content.decode()) == (422, True)
    assert Brief.objects.get().approved_on is None


def test_new_words_take_the_approval_back_and_the_same_words_do_not(post: Post) -> None:
    brief = post.written()
    post.approve(brief)
    actions.write_brief(brief, TEXTS)
    same = Brief.objects.get().approved_on
    actions.write_brief(brief, {"ru": ("Копии и семинар", "Другие слова.")})
    assert (same, Brief.objects.get().approved_on) == (NOW.date(), None)


def test_the_convention_needs_no_reader(post: Post) -> None:
    assert post.released("convention", None).released_at == NOW


def test_a_consent_taken_back_stops_the_release(post: Post) -> None:
    post.consent()
    brief = post.written()
    post.approve(brief)
    seat = post.seats["Wader 2 3"]
    by = role_of(seat.account, "prepare.own", post.cast.programme.compartment)
    answer_consents(seat, {Consent.Product.BRIEFS: False}, by=by, now=NOW)
    answer = post.post(post.cast.convener, "release", brief.cell.pk)
    page = answer.content.decode()
    assert (answer.status_code, "1 seat has not consented" in page, "Wader" in page) == (422, True, False)
    assert Brief.objects.get().released_at is None


def test_a_seat_given_up_is_not_asked(post: Post) -> None:
    post.consent(but=1)
    seat = list(post.seats.values())[-1]
    seat.withdrawn_on = NOW.date()
    seat.save()
    assert post.released().released_at == NOW


def test_nothing_changes_after_the_release(post: Post) -> None:
    brief = post.released()
    before = fingerprint(brief)
    for deed in (
        lambda: actions.write_brief(brief, {"en": ("Other", "Other.")}),
        lambda: post.approve(brief),
        lambda: post.release(brief),
        lambda: post.set(post.cell("elites", 1), "waived", reason="Regretted."),
        lambda: post.set(post.cell("elites", 1), "open"),
    ):
        with pytest.raises(Refusal, match=r"transmit\.released_already"):
            deed()
    answer = post.post(post.cast.rapporteur, "words", brief.cell.pk, title_en="Other", words_1_en="Other.")
    after = fingerprint(Brief.objects.get())
    assert (answer.status_code, after, post.cell("elites", 1).state) == (422, before, "delivered")


def test_release_is_recorded_with_the_digest_of_the_agreed_text(post: Post) -> None:
    post.released()
    assert deeds(post.cast.programme.compartment.book)[-2:] == ["transmit.brief_approved", "transmit.brief_released"]


def test_the_page_walks_from_the_agreed_words_to_the_release(post: Post) -> None:
    post.consent()
    cell = post.cell("public", 2)
    post.post(post.cast.rapporteur, "brief", cell.pk)
    typed = {f"title_{code}": title for code, (title, _body) in TEXTS.items()}
    for number in (1, 2, 3):
        typed |= {f"section_{number}": "findings", f"level_{number}": 3, f"clause_{number}": ""}
    for code, (_title, body) in TEXTS.items():
        typed |= {f"words_{number}_{code}": words for number, words in enumerate(body.split("\n\n"), start=1)}
    post.post(post.cast.rapporteur, "words", cell.pk, **typed, seen=fingerprint(Brief.objects.get()))
    post.post(post.cast.readers[2], "approve", cell.pk, seen=fingerprint(Brief.objects.get()))
    post.post(post.cast.convener, "release", cell.pk)
    page = post.get(post.cast.guarantors[1], "brief", cell.pk).content.decode()
    assert ("Released on" in page, [title in page for title, _body in TEXTS.values()]) == (True, [True] * 3)


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_the_brief_is_a_tagged_pdf_in_its_language_without_any_person(post: Post, language: str) -> None:
    brief = post.released()
    answer = post.get(post.cast.readers[1], "brief_file", brief.cell.pk, language)
    pdf = PdfReader(BytesIO(answer.content))
    catalogue, told = pdf.trailer["/Root"], "".join(page.extract_text() for page in pdf.pages)
    title, body = TEXTS[language]
    assert answer["Content-Type"] == "application/pdf"
    assert (pdf.metadata.title, catalogue["/Lang"][:2], bool(catalogue["/MarkInfo"]["/Marked"])) == (
        title,
        language,
        True,
    )
    assert (pdf.metadata.author, "/StructTreeRoot" in catalogue) == (None, True)
    assert [part for part in body.split("\n\n") if part not in " ".join(told.split())] == []
    everybody = [account.alias for account in post.cast.everyone().values() if account]
    assert [alias for alias in everybody if alias in told or alias.encode() in answer.content] == []


def test_a_draft_says_that_it_is_one_and_a_released_brief_does_not(post: Post) -> None:
    brief = post.written()
    said = []
    for _turn in range(2):
        answer = post.get(post.cast.convener, "brief_file", brief.cell.pk, "en")
        told = "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
        said.append("Draft, not released" in told)
        if _turn == 0:
            post.approve(brief)
            post.consent()
            post.release(brief)
    assert said == [True, False]


def test_the_same_brief_is_the_same_bytes(post: Post) -> None:
    brief = post.released()
    files = {post.get(post.cast.convener, "brief_file", brief.cell.pk, "uk").content for _again in range(2)}
    assert len(files) == 1


def test_a_language_without_words_has_no_file(post: Post) -> None:
    brief = post.begin()
    assert post.get(post.cast.convener, "brief_file", brief.cell.pk, "uk").status_code == 404
    assert post.get(post.cast.convener, "brief_file", brief.cell.pk, "xx").status_code == 404


def walker(post: Post, account) -> Walker:
    standings = account.standings.filter(compartment=post.cast.programme.compartment)
    roles = frozenset(standings.values_list("role", "side"))
    return Walker(post.cast.programme, account, roles, timezone.now() + timedelta(days=1))


def test_what_waits_is_told_to_whom_it_waits_for(post: Post) -> None:
    post.written("public", 1)
    mine = {
        who.alias: [one.what for one in waiting(walker(post, who)) if one.mine]
        for who in (post.cast.readers[1], post.cast.readers[2], post.cast.convener)
    }
    assert mine == {
        "Reader 1": ["Read the brief: Public, Community A"],
        "Reader 2": [],
        "Heron": ["Say who carries the findings: 6 cells are open"],
    }


def test_the_step_is_done_when_every_cell_is_filled_or_waived(post: Post) -> None:
    stages = [state(walker(post, post.cast.convener)).words]
    post.released()
    for cell in post.workshop.cells.exclude(state="delivered"):
        post.set(cell, "waived", reason="Nobody may be reached.")
    stages.append(state(walker(post, post.cast.convener)).state)
    assert stages == ["0 of 7 cells filled", "done"]


def test_a_draft_for_the_other_community_is_unknown_to_a_reader_until_it_is_released(cast: Cast) -> None:
    cells = actions.open_matrix(past_workshop(cast))
    other = next(cell for cell in cells if cell.community and cell.community.number == 2)
    brief = Brief.objects.create(cell=other, text_digest="0" * 64)
    address = reverse("transmit:brief", args=[cast.programme.key, other.pk])
    client = cast.client(cast.readers[1])
    before = client.get(address).status_code
    brief.released_at = NOW
    brief.save()
    own = cast.client(cast.readers[2]).get(address).status_code
    assert (before, client.get(address).status_code, own) == (404, 200, 200)
