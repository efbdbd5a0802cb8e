"""No finding goes further than was said, no brief further than its consents; what stood on a consent is remembered."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.cast import NOW
from tests.steps.transmit.given import FINDINGS, TEXTS, Post, a_sheet
from tests.vault_place import deeds
from tracktwo.foundation.people.policies import role_of
from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare.actions import answer_consents
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import Line, Sheet, brief_document, fingerprint, outgoing, sheet_of
from tracktwo.steps.transmit.models import Brief, ConsentUse, Finding
from tracktwo.steps.transmit.queries import balance, list_cells, list_findings, reached, uses_revoked


def take_back(post: Post, alias: str, *, given: bool = False) -> None:
    seat = post.seats[alias]
    by = role_of(seat.account, "prepare.own", post.cast.programme.compartment)
    answer_consents(seat, {Consent.Product.BRIEFS: given}, by=by, now=NOW)


def test_a_finding_stays_with_the_cohort_until_somebody_decides(post: Post) -> None:
    Finding.objects.all().delete()
    assert [int(face.level) for face in list_findings(post.workshop)] == [0, 0]
    with pytest.raises(Refusal, match=r"transmit\.nothing_may_go"):
        post.begin("leadership", 1)
    assert Brief.objects.count() == 0


@pytest.mark.parametrize(("level", "audiences"), [(1, 1), (2, 2), (3, 4)], ids=["leadership", "elites", "public"])
def test_a_level_holds_the_ones_before_it(post: Post, level: int, audiences: int) -> None:
    post.levels(c1=level, c2=0)
    begun = 0
    for audience, side in (("leadership", 1), ("elites", 1), ("public", 1), ("convention", None)):
        try:
            brief = post.begin(audience, side)
        except Refusal:
            continue
        begun += 1
        assert [line.words for line in outgoing(sheet_of(brief), audience)] == [{"en": FINDINGS[0]}]
    assert begun == audiences


def test_a_paragraph_goes_no_further_than_its_finding(post: Post) -> None:
    post.levels(c1=1)
    brief = post.begin("leadership", 1)
    line = Line("findings", "1", 3, {"en": "Copies."})
    with pytest.raises(Refusal) as refused:
        actions.write_sheet(brief, Sheet({}, (line,)), seen=fingerprint(brief))
    assert refused.value == Refusal("transmit.beyond_finding", paragraph=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        brief.paragraphs.update(level=4)


def test_a_finding_drawn_back_draws_its_paragraphs_with_it(post: Post) -> None:
    brief = post.written("elites", 1)
    post.approve(brief)
    post.levels(c2=1)
    brief = Brief.objects.get()
    assert [line.level for line in sheet_of(brief).lines] == [2, 1]
    assert brief.approved_on is None
    assert [line.clause for line in outgoing(sheet_of(brief), "elites")] == ["1"]


def test_what_does_not_go_that_far_is_in_no_file(post: Post) -> None:
    brief = post.begin("elites", 1)
    sheet = Sheet({"en": "T"}, (*a_sheet("elites").lines, Line("findings", "", 1, {"en": "For leaders alone."})))
    actions.write_sheet(brief, sheet, seen=fingerprint(brief))
    told = str(brief_document(brief.texts.get(language="en"), NOW))
    page = post.get(post.cast.convener, "brief", brief.cell.pk).content.decode()
    assert ("For leaders alone." in told, "For leaders alone." in page, "stays out of this brief" in page) == (
        False,
        True,
        True,
    )


def test_levels_are_recorded_by_number_and_digest(post: Post) -> None:
    post.post(post.cast.convener, "findings", 1, level_1="3", level_2="0")
    assert [face.level.value for face in list_findings(post.workshop)] == [3, 0]
    assert deeds(post.cast.programme.compartment.book)[-1] == "transmit.levels_set"


def test_a_stale_sheet_overwrites_nothing_and_keeps_what_was_typed(post: Post) -> None:
    brief = post.written("public", 1)
    fields = {"title_en": "Mine", "words_1_en": "My words.", "seen": "0" * 64}
    for number in (1, 2, 3):
        fields |= {f"section_{number}": "findings", f"level_{number}": "3", f"clause_{number}": ""}
    answer = post.post(post.cast.rapporteur, "words", brief.cell.pk, **fields)
    page = answer.content.decode()
    assert (answer.status_code, "My words." in page, "Nothing was overwritten" in page) == (422, True, True)
    assert brief.texts.get(language="en").title == TEXTS["en"][0]


def test_a_leaders_brief_without_options_or_steps_is_none(post: Post) -> None:
    post.consent()
    brief = post.begin("leadership", 1)
    actions.write_brief(brief, TEXTS)
    post.approve(brief)
    with pytest.raises(Refusal) as refused:
        post.release(brief)
    assert refused.value == Refusal("transmit.sections_missing", sections="Options, Joint steps")


def test_a_brief_longer_than_its_audience_reads_is_not_released(post: Post) -> None:
    post.consent()
    brief = post.written("leadership", 1)
    sheet = sheet_of(brief)
    long = Line("findings", "", 3, dict.fromkeys(TEXTS, "Archives are open to scholars. " * 80))
    actions.write_sheet(brief, Sheet(sheet.titles, (*sheet.lines, long, long, long)), seen=fingerprint(brief))
    post.approve(Brief.objects.get())
    with pytest.raises(Refusal) as refused:
        post.release(brief)
    assert (refused.value.code, refused.value.params["most"]) == ("transmit.too_long", 2)


def test_an_abstract_is_counted_in_words(post: Post) -> None:
    post.consent()
    brief = post.begin("convention", None)
    words = " ".join(["archive"] * 251)
    line = Line("abstract", "", 3, dict.fromkeys(TEXTS, words))
    actions.write_sheet(brief, Sheet(dict.fromkeys(TEXTS, "T"), (line,)), seen=fingerprint(brief))
    with pytest.raises(Refusal) as refused:
        post.release(brief)
    assert (refused.value.params["size"], refused.value.params["most"]) == (251, 250)


def test_a_release_remembers_every_consent_it_stands_on(post: Post) -> None:
    brief = post.released("elites", 1)
    uses = ConsentUse.objects.filter(kind="brief", number=brief.pk)
    assert sorted(use.seat.pk for use in uses) == sorted(seat.pk for seat in post.seats.values())
    assert {(use.layer, use.given_on) for use in uses} == {("briefs", NOW.date())}


def test_a_consent_taken_back_halts_what_stood_on_it_and_says_where(post: Post) -> None:
    brief = post.released("elites", 1)
    take_back(post, "Wader 2 3")
    answers = [
        post.get(post.cast.convener, name, brief.cell.pk, "en").status_code
        for name in ("brief_file", "brief_word", "brief_html")
    ]
    page = post.get(post.cast.convener, "brief", brief.cell.pk).content.decode()
    matrix = post.get(post.cast.convener, "about").content.decode()
    assert (answers, len(uses_revoked(post.workshop))) == ([422, 422, 422], 1)
    assert ("handed out no more" in page, "released on" in page, "Wader 2 3" in page) == (True, True, False)
    assert "handed out no more" in matrix
    take_back(post, "Wader 2 3", given=True)
    assert post.get(post.cast.convener, "brief_file", brief.cell.pk, "en").status_code == 200


def test_what_reached_whom_counts_released_briefs_and_nothing_halted(post: Post) -> None:
    post.levels(c1=3, c2=1)
    brief = post.begin("public", 2)
    actions.write_brief(brief, {code: (title, body.split("\n\n")[0]) for code, (title, body) in TEXTS.items()})
    post.consent()
    post.approve(brief, 2)
    post.release(brief)
    cells = list_cells(post.workshop)
    rows = reached(post.workshop, cells)
    assert [row.states.count("carried") for row in rows] == [1, 0]
    assert rows[1].states.count("kept") == 5
    assert balance(rows, cells) == {1: (0, 4), 2: (1, 4)}
    take_back(post, "Wader 1 1")
    assert balance(reached(post.workshop, cells), cells) == {1: (0, 4), 2: (0, 4)}


def test_the_gauge_says_which_community_is_behind(post: Post) -> None:
    post.released("public", 2)
    page = post.get(post.cast.convener, "about").content.decode()
    assert "Community A has been reached with less than Community B" in page
    assert page.count("<svg") >= 2


def test_a_participant_reads_where_the_yes_was_used_before_taking_it_back(post: Post) -> None:
    seat = next(iter(post.seats.values()))
    place = reverse("prepare:consents", args=[post.cast.programme.key])
    before = post.cast.client(seat.account).get(place).content.decode()
    post.released()
    after = post.cast.client(seat.account).get(place).content.decode()
    assert ["Where your yes was used" in page for page in (before, after)] == [False, True]
