"""What stays of a workshop in numbers: found years later, polls counted like votes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.steps.convene.stage import Room, add_workshop, open_room
from tests.steps.convene.test_convene_pages import page
from tests.steps.convene.test_convene_polls import ask, cast_all, close
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.steps.convene.models import Session
from tracktwo.steps.measure.convert.path_parts import room_parts
from tracktwo.steps.plan.models import Workshop

COUNTERS = ("convener", "facilitator", "rapporteur")


def links(html: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', html)


def numbers_of(room: Room, workshop: int = 1) -> str:
    return reverse("convene:numbers", args=[room.cast.programme.key, workshop])


def counted(html: str) -> dict[str, str]:
    """The lines of a page that are a name and a number."""
    return dict(re.findall(r'<tr><th scope="row">([^<]+)</th><td class="num">(\d+)</td></tr>', html))


# Reached by links


@pytest.mark.parametrize("later", [True, False])
@pytest.mark.parametrize("who", COUNTERS)
def test_the_numbers_of_a_finished_workshop_are_reached_from_its_sessions(room: Room, later: bool, who: str) -> None:
    room.close()
    Workshop.objects.update(starts_on="2020-01-01", ends_on="2020-01-03")
    if later:
        add_workshop(room.cast, starts_in=100)
    client = room.client(getattr(room.cast, who))
    shown = page(client, room.url("about"))
    assert links(shown).count(numbers_of(room)) == 1
    assert "Workshop 1 in numbers" in page(client, numbers_of(room))


def test_who_may_not_read_them_sees_no_link_to_them(room: Room) -> None:
    room.close()
    for account in (room.people[1][0], room.cast.guarantors[1], room.cast.assessor):
        assert numbers_of(room) not in links(page(room.client(account), room.url("about")))


@pytest.mark.parametrize("who", COUNTERS)
def test_the_way_into_the_room_is_reached_from_the_page_of_the_step(cast: Cast, who: str) -> None:
    client, about = cast.client(getattr(cast, who)), reverse("convene:about", args=[cast.programme.key])
    door = reverse("convene:doorway", args=[cast.programme.key])
    assert door in links(page(client, about))
    assert "Way into the room" in page(client, door)


# Polls count


ALL_CONSENT = {side: [(0,)] * 5 + [(1,)] for side in (1, 2)}


def answered(room: Room, kind: str, sentences: int, answers: dict[int, Sequence[Sequence[int]]]) -> None:
    poll = ask(room, kind, sentences)
    for side, given in answers.items():
        cast_all(room, poll, side, given)
    close(room, poll)


@pytest.fixture
def polled(cast: Cast) -> Room:
    """A vote that is agreed, a consent that is, an approval of two statements of two, a ranking of none."""
    room = open_room(cast, sizes=(6, 6))
    vote = room.ask(room.say("We meet again."))
    for side in (1, 2):
        room.answers(vote, side, ["agree"] * 5 + ["disagree"])
    room.close_vote(vote)
    answered(room, "consent", 1, ALL_CONSENT)
    answered(room, "approval", 2, {side: [(0, 1)] * 5 + [()] for side in (1, 2)})
    answered(room, "ranking", 2, {1: [(0, 1)] * 5 + [(1, 0)], 2: [(1, 0)] * 5 + [(0, 1)]})
    return room


def test_an_agreed_consent_alone_is_one_vote_and_one_statement_agreed(cast: Cast) -> None:
    room = open_room(cast, sizes=(6, 6))
    answered(room, "consent", 1, ALL_CONSENT)
    assert "1 result, as far as the room may read it" in page(cast.client(cast.facilitator), room.url("close"))
    room.close()
    found = counted(page(cast.client(cast.convener), numbers_of(room)))
    assert (found["Votes"], found["Statements agreed by every community in a vote"]) == ("1", "1")


def test_polls_are_counted_on_every_page_and_in_the_record_as_votes_are(polled: Room) -> None:
    hazel = polled.client(polled.cast.facilitator)
    assert "4 results, as far as the room may read them" in page(hazel, polled.url("close"))
    polled.close()
    found = counted(page(hazel, numbers_of(polled)))
    assert (found["Votes"], found["Statements agreed by every community in a vote"]) == ("4", "4")
    assert '<td class="num">4</td><td class="num">3</td></tr>' in page(hazel, polled.url("about"))
    entry = list_entries(polled.cast.programme.compartment.book, deed="convene.session_closed").get()
    assert (entry.facts["votes"], entry.facts["met"]) == (4, 3)


def test_the_report_counts_polls_too(polled: Room) -> None:
    polled.close()
    row = room_parts(polled.cast.programme)[-1].rows[0]
    assert [cell[0].text for cell in row][-2:] == ["4", "3"]


def test_a_statement_agreed_twice_is_one_statement(cast: Cast) -> None:
    room = open_room(cast, sizes=(6, 6))
    answered(room, "consent", 1, ALL_CONSENT)
    vote = room.ask(room.session.statements.get())
    for side in (1, 2):
        room.answers(vote, side, ["agree"] * 5 + ["passed"])
    room.close_vote(vote)
    session = Session.objects.get()
    assert (session.asked, session.met, len(session.agreed)) == (2, 2, 1)


def test_a_poll_that_is_withdrawn_counts_nowhere(cast: Cast) -> None:
    room = open_room(cast, sizes=(6, 6))
    poll = ask(room, "consent", 1)
    room.session.polls.filter(pk=poll.pk).delete()
    room.close()
    session = Session.objects.get()
    assert (session.asked, session.met, session.agreed) == (0, 0, set())
