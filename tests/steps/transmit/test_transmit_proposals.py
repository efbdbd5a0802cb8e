"""A session is proposed in the numbers of its association, by alias, with the own yes of everybody in it."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document as open_docx

from tests.cast import NOW
from tests.steps.transmit.given import Post
from tests.vault_place import deeds
from tracktwo.methods.record import Refusal
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import lacks
from tracktwo.steps.transmit.models import ConsentUse, Proposal, ProposalPart
from tracktwo.steps.transmit.queries import parts_at


def begun(post: Post, association: str = "ASEEES", kind: str = "roundtable") -> Proposal:
    return actions.begin_proposal(
        post.workshop, association=association, kind=kind, language="en", title="Copies", abstract="Of archives."
    )


def fill(post: Post, proposal: Proposal, *parts: tuple[str, str]) -> None:
    for role, alias in parts:
        actions.add_part(proposal, role=role, alias=alias, title="On copies")


def say(post: Post, proposal: Proposal, *, agreed: bool = True) -> None:
    for part in proposal.parts.exclude(seat=None).select_related("seat__account"):
        by = post.cast.by(part.seat.account, "transmit.answer")
        actions.answer_part(part, agreed=agreed, by=by, now=NOW)


def missing(proposal: Proposal) -> list[str]:
    return lacks(proposal, parts_at(proposal))


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
        actions.release_proposal(proposal, by=post.cast.by(post.cast.convener, "transmit.propose"), now=NOW)


def test_roles_and_papers_of_one_person_are_counted_over_all_sessions(post: Post) -> None:
    sessions = [begun(post, "ASEEES", "panel") for _turn in range(3)]
    for proposal in sessions:
        fill(post, proposal, ("speaker", "Wader 1 1"))
    said = missing(sessions[0])
    assert "Somebody stands in more than 2 sessions." in said
    assert "Somebody gives more than 1 papers." in said


def test_a_yes_taken_back_opens_the_session_again(post: Post) -> None:
    post.consent()
    proposal = begun(post)
    fill(post, proposal, *ROUNDTABLE)
    say(post, proposal)
    actions.release_proposal(proposal, by=post.cast.by(post.cast.convener, "transmit.propose"), now=NOW)
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
    proposal = begun(post)
    fill(post, proposal, *ROUNDTABLE)
    answer = post.get(post.cast.convener, "proposal_file", proposal.pk)
    sheet = open_docx(BytesIO(answer.content))
    cells = [cell.text for row in sheet.tables[0].rows for cell in row.cells]
    assert [alias for _role, alias in ROUNDTABLE if alias and alias not in cells] == []
    assert [rel for rel in sheet.part.rels.values() if rel.is_external] == []
    assert sheet.core_properties.author == ""
