"""A session is proposed in the numbers of its association, by alias, with the own yes of everybody in it."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from secrets import token_urlsafe

import pytest
from docx import Document as open_docx

from tests.cast import NOW
from tests.steps.transmit.given import Post
from tests.vault_place import deeds
from tracktwo.methods.record import Refusal
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.prepare.actions import ask_panel, take_back_panel
from tracktwo.steps.prepare.models import Consent, PanelAsked
from tracktwo.steps.prepare.uses import uses_of
from tracktwo.steps.select.models import Seat
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import lacks
from tracktwo.steps.transmit.models import ConsentUse, Proposal, ProposalPart
from tracktwo.steps.transmit.queries import halted, parts_at, seats_behind


def ask(post: Post, *, but: int = 0) -> None:
    """The cohort is asked about a session, and every seat says yes to it, except the last few."""
    by = post.cast.by(post.cast.convener, "prepare.change")
    panel = ask_panel(post.workshop, {"en": "Copies"}, by=by, now=NOW, token=token_urlsafe(8))
    for seat in list(post.seats.values())[: len(post.seats) - but]:
        answer_session(seat, panel, given=True)


def answer_session(seat: Seat, panel: PanelAsked, *, given: bool, until: date | None = None) -> None:
    said = {"product": Consent.Product.PANEL, "panel": panel, "given": given, "changed_on": NOW.date()}
    Consent.objects.create(seat=seat, until=until, **said)


def begun(post: Post, association: str = "ASEEES", kind: str = "roundtable") -> Proposal:
    if not post.workshop.panels_asked.exists():
        ask(post)
    said = {"language": "en", "title": "Copies", "abstract": "Of archives.", "panel": "1"}
    return actions.begin_proposal(post.workshop, association=association, kind=kind, **said)


def ready(post: Post) -> Proposal:
    post.consent()
    proposal = begun(post)
    fill(post, proposal, *ROUNDTABLE)
    say(post, proposal)
    return proposal


def release(post: Post, proposal: Proposal) -> None:
    actions.release_proposal(proposal, by=post.cast.by(post.cast.convener, "transmit.propose"), now=NOW)


def fill(post: Post, proposal: Proposal, *parts: tuple[str, str]) -> None:
    for role, alias in parts:
        actions.add_part(proposal, role=role, alias=alias, title="On copies")


def say(post: Post, proposal: Proposal, *, agreed: bool = True) -> None:
    for part in proposal.parts.exclude(seat=None).select_related("seat__account"):
        by = post.cast.by(part.seat.account, "transmit.answer")
        actions.answer_part(part, agreed=agreed, by=by, now=NOW)


def missing(proposal: Proposal) -> list[str]:
    return lacks(proposal, parts_at(proposal), seats_behind(proposal, NOW.date()))


ROUNDTABLE = (("chair", ""), ("speaker", "Wader 1 1"), ("speaker", "Wader 1 2"), ("speaker", "Wader 2 1"))


def test_a_roundtable_is_complete_with_a_chair_three_speakers_and_every_yes(post: Post) -> None:
    post.consent()
    proposal = begun(post)
    fill(post, proposal, *ROUNDTABLE)
    assert missing(proposal) == ["3 people have not said yes yet."]
    say(post, proposal)
    assert missing(proposal) == []
    post.post(post.cast.convener, "proposal", proposal.pk, deed="release")
    assert Proposal.objects.get().released_at is not None
    assert deeds(post.cast.programme.compartment.book)[-1] == "transmit.proposal_released"
    assert ConsentUse.objects.filter(kind="proposal").count() == len(post.seats)


@pytest.mark.parametrize(
    ("association", "kind", "parts", "said"),
    [
        ("ASEEES", "roundtable", ROUNDTABLE[1:], "There is one chair; here there are 0."),
        ("ASEEES", "roundtable", ROUNDTABLE[:3], "3 to 5 papers or speakers; here there are 2"),
        ("ASEEES", "panel", ROUNDTABLE, "1 to 2 discussants; here there are 0"),
        ("ISA", "panel", ROUNDTABLE, "4 to 6 papers or speakers; here there are 3"),
        ("ASEEES", "panel", (*ROUNDTABLE, ("discussant", "Wader 1 1")), "speaks and discusses"),
        ("ASEEES", "roundtable", (*ROUNDTABLE[1:], ("chair", "Wader 2 1")), "The chair speaks too"),
        ("ASEEES", "roundtable", (*ROUNDTABLE[:3], ("speaker", "Wader 1 3")), "one community"),
    ],
)
def test_each_rule_of_an_association_is_said_in_words(
    post: Post, association: str, kind: str, parts: tuple[tuple[str, str], ...], said: str
) -> None:
    proposal = begun(post, association, kind)
    fill(post, proposal, *parts)
    say(post, proposal)
    assert [one for one in missing(proposal) if said in one]
    with pytest.raises(Refusal, match=r"transmit\.proposal_lacks"):
        release(post, proposal)


def test_roles_and_papers_of_one_person_are_counted_over_all_sessions(post: Post) -> None:
    sessions = [begun(post, "ASEEES", "panel") for _turn in range(3)]
    for proposal in sessions:
        fill(post, proposal, ("speaker", "Wader 1 1"))
    said = missing(sessions[0])
    assert "Somebody stands in more than 2 sessions." in said
    assert "Somebody gives more than 1 papers." in said


def test_a_yes_taken_back_opens_the_session_again(post: Post) -> None:
    proposal = ready(post)
    release(post, proposal)
    with pytest.raises(Refusal, match=r"transmit\.proposal_released"):
        fill(post, proposal, ("speaker", "Wader 2 2"))
    person = post.seats["Wader 2 1"].account
    part = ProposalPart.objects.get(seat__account=person)
    post.post(person, "own_parts", part=part.pk, answer="no")
    proposal = Proposal.objects.get()
    assert (proposal.released_at, missing(proposal)) == (None, ["1 person has not said yes yet."])


def test_nobody_answers_for_somebody_else(post: Post) -> None:
    proposal = begun(post)
    fill(post, proposal, *ROUNDTABLE)
    part = ProposalPart.objects.get(seat__account__alias="Wader 2 1")
    answer = post.post(post.seats["Wader 1 1"].account, "own_parts", part=part.pk, answer="yes")
    assert (answer.status_code, ProposalPart.objects.filter(agreed_on=None).count()) == (422, 4)


def test_the_file_has_aliases_and_neither_metadata_nor_a_link_outside(post: Post) -> None:
    proposal = ready(post)
    answer = post.get(post.cast.convener, "proposal_file", proposal.pk)
    sheet = open_docx(BytesIO(answer.content))
    cells = [cell.text for row in sheet.tables[0].rows for cell in row.cells]
    assert [alias for _role, alias in ROUNDTABLE if alias and alias not in cells] == []
    assert [rel for rel in sheet.part.rels.values() if rel.is_external] == []
    assert sheet.core_properties.author == ""


def test_nobody_is_placed_in_a_session_about_which_nobody_was_asked(post: Post) -> None:
    proposal = ready(post)
    actions.choose_panel(proposal, "")
    proposal.refresh_from_db()
    assert [one for one in missing(proposal) if "has not been asked about this session" in one]
    with pytest.raises(Refusal, match=r"transmit\.proposal_lacks"):
        release(post, proposal)
    post.post(post.cast.convener, "proposal", proposal.pk, deed="panel", panel="1")
    proposal.refresh_from_db()
    say(post, proposal)
    release(post, proposal)


def named(post: Post, proposal: Proposal) -> list[str]:
    """Which aliases the file has."""
    sheet = open_docx(BytesIO(post.get(post.cast.convener, "proposal_file", proposal.pk).content))
    return [cell.text for row in sheet.tables[0].rows for cell in row.cells if cell.text.startswith("Wader")]


def test_to_clear_the_session_of_a_draft_and_choose_it_again_tells_nothing_of_a_no(post: Post) -> None:
    proposal = ready(post)
    answer_session(post.seats["Wader 1 1"], proposal.panel, given=False)
    with_it = named(post, proposal)
    post.post(post.cast.convener, "proposal", proposal.pk, deed="panel", panel="")
    without = named(post, proposal)
    post.post(post.cast.convener, "proposal", proposal.pk, deed="panel", panel="1")
    assert (with_it, without, named(post, proposal)) == (["Wader 1 2", "Wader 2 1"], [], [])


def test_another_session_asks_everybody_anew_and_the_same_one_nobody(post: Post) -> None:
    proposal = ready(post)
    ask(post)
    found = []
    for number in ("1", "2", "1"):
        actions.choose_panel(proposal, number)
        found.append(proposal.parts.exclude(agreed_on=None).count())
    assert found == [3, 0, 0]


def test_a_draft_of_which_no_session_is_chosen_names_and_asks_nobody(post: Post) -> None:
    proposal = ready(post)
    Proposal.objects.update(panel=None)  # as drafts stood before sessions were chosen
    account, part = post.seats["Wader 2 1"].account, proposal.parts.get(seat=post.seats["Wader 2 1"])
    assert named(post, proposal) == []
    post.post(account, "own_parts", part=part.pk, answer="no")
    answer = post.post(account, "own_parts", part=part.pk, answer="yes")
    found = [one.what for one in waiting(walker_for(post.cast.programme, account, NOW))]
    assert "Say whether you stand in a session of the convention" not in found
    assert (answer.status_code, ProposalPart.objects.get(pk=part.pk).agreed_on) == (422, None)
    page = post.get(account, "own_parts").content.decode()
    assert ("not chosen yet which session it is" in page, "Yes, I stand in it" in page) == (True, False)


def test_what_was_ready_before_sessions_were_chosen_keeps_those_who_stand_in_it(post: Post) -> None:
    proposal = ready(post)
    Proposal.objects.update(panel=None, released_at=NOW)
    assert named(post, proposal) == ["Wader 1 1", "Wader 1 2", "Wader 2 1"]


@pytest.mark.parametrize("how", ["no", "lapsed", "never"])
def test_whoever_has_no_yes_to_the_session_stands_in_none(post: Post, how: str) -> None:
    proposal = ready(post)
    seat, panel = post.seats["Wader 2 1"], proposal.panel
    if how == "never":
        Consent.objects.filter(seat=seat, panel=panel).delete()
    else:
        answer_session(seat, panel, given=how == "lapsed", until=NOW.date() if how == "lapsed" else None)
    assert missing(proposal) == ["1 person has not said yes yet."]
    with pytest.raises(Refusal, match=r"transmit\.proposal_lacks"):
        release(post, proposal)
    sheet = open_docx(BytesIO(post.get(post.cast.convener, "proposal_file", proposal.pk).content))
    assert "Wader 2 1" not in [cell.text for row in sheet.tables[0].rows for cell in row.cells]


def test_a_place_is_not_taken_without_a_yes_to_the_session(post: Post) -> None:
    ask(post, but=6)
    proposal = begun(post)
    fill(post, proposal, *ROUNDTABLE)
    part = ProposalPart.objects.get(seat__account__alias="Wader 2 1")
    answer = post.post(part.seat.account, "own_parts", part=part.pk, answer="yes")
    assert (answer.status_code, ProposalPart.objects.get(pk=part.pk).agreed_on) == (422, None)
    assert "The session among your consents" in post.get(part.seat.account, "own_parts").content.decode()


def test_a_no_to_the_session_halts_what_was_ready_and_it_can_be_filled_anew(post: Post) -> None:
    proposal = ready(post)
    release(post, proposal)
    seat, panel = post.seats["Wader 2 1"], proposal.panel
    assert halted(post.workshop, NOW.date()) == set()
    with pytest.raises(Refusal, match=r"transmit\.proposal_stands"):
        actions.reopen_proposal(proposal, NOW)
    answer_session(seat, panel, given=False)
    assert halted(post.workshop, NOW.date()) == {("proposal", proposal.pk)}
    assert post.get(post.cast.convener, "proposal_file", proposal.pk).status_code == 422
    post.post(post.cast.convener, "proposal", proposal.pk, deed="reopen")
    assert (Proposal.objects.get().released_at, ConsentUse.objects.count()) == (None, 0)


def test_a_yes_to_the_session_that_lapses_halts_it_from_that_day(post: Post) -> None:
    proposal = ready(post)
    release(post, proposal)
    day = NOW.date() + timedelta(days=9)
    answer_session(post.seats["Wader 2 1"], proposal.panel, given=True, until=day)
    found = [halted(post.workshop, day - timedelta(days=left)) for left in (1, 0)]
    assert found == [set(), {("proposal", proposal.pk)}]


def test_a_no_of_somebody_who_does_not_stand_in_it_halts_nothing(post: Post) -> None:
    proposal = ready(post)
    release(post, proposal)
    answer_session(post.seats["Wader 1 3"], proposal.panel, given=False)
    assert halted(post.workshop, NOW.date()) == set()


def test_a_yes_to_another_session_is_none_to_this_one(post: Post) -> None:
    proposal = ready(post)
    by = post.cast.by(post.cast.convener, "prepare.change")
    ask_panel(post.workshop, {"en": "Schools"}, by=by, now=NOW, token=token_urlsafe(8))
    actions.choose_panel(proposal, "2")
    proposal.refresh_from_db()
    assert missing(proposal) == ["3 people have not said yes yet."]
    with pytest.raises(Refusal, match=r"transmit\.panel_unknown"):
        actions.choose_panel(proposal, "3")


def test_a_question_about_a_session_stays_while_a_proposal_is_about_it(post: Post) -> None:
    ask(post, but=len(post.seats))
    proposal = begun(post)
    by = post.cast.by(post.cast.convener, "prepare.change")
    with pytest.raises(Refusal, match=r"prepare\.panel_in_use"):
        take_back_panel(proposal.panel, by=by, now=NOW)
    proposal.delete()
    take_back_panel(PanelAsked.objects.get(), by=by, now=NOW)
    assert not post.workshop.panels_asked.exists()


def test_the_person_reads_where_the_yes_to_the_session_was_used(post: Post) -> None:
    proposal = ready(post)
    release(post, proposal)
    refs = {
        alias: [one.ref.hex for one in post.seats[alias].consents.filter(panel=proposal.panel)]
        for alias in ("Wader 2 1", "Wader 1 3")
    }
    assert [[use.what for use in uses_of(refs[alias])] for alias in refs] == [["Copies"], []]


def test_a_place_in_a_session_that_was_refused_asks_nobody_any_further(post: Post) -> None:
    proposal = begun(post)
    fill(post, proposal, *ROUNDTABLE)
    account, what = post.seats["Wader 2 1"].account, "Say whether you stand in a session of the convention"
    before = [one.what for one in waiting(walker_for(post.cast.programme, account, NOW))]
    answer_session(post.seats["Wader 2 1"], proposal.panel, given=False)
    after = [one.what for one in waiting(walker_for(post.cast.programme, account, NOW))]
    assert (what in before, what in after) == (True, False)
