"""What stays of a workshop in numbers: found years later, polls counted like votes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.steps.convene.stage import Room, add_workshop, open_room, token
from tests.steps.convene.test_convene_pages import page
from tests.steps.convene.test_convene_polls import ask, cast_all, close
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.steps.convene import actions
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


# Bars


def test_a_bar_stands_under_its_label_so_that_the_table_is_as_wide_as_a_telephone(room: Room) -> None:
    """In a column of its own it had to be scrolled for."""
    room.close()
    shown = page(room.client(room.cast.convener), numbers_of(room))
    tables = re.findall(r'<table class="bars">.*?</table>', shown, re.DOTALL)
    assert [table.count('scope="col"') for table in tables] == [3, 2][: len(tables)] != []
    assert all(table.count("<svg") == table.count('scope="row"') > 0 and "<td><svg" not in table for table in tables)


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
    assert (
        'data-head="Votes" class="num">4</td><td data-head="Agreed by every community" class="num">3</td></tr>'
        in page(hazel, polled.url("about"))
    )
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


# How the room felt, and when the third party did something


def felt(room: Room, steps: Sequence[int]) -> None:
    checkin = actions.open_checkin(room.session, by=room.by, now=room.began, token=token())
    assert checkin is not None
    for account, step in zip(room.people[1], steps, strict=False):
        actions.check_in(room.session, checkin.pk, step, "", account=account, token=token())
    actions.end_checkin(room.session, by=room.by, token=token())


def test_each_told_round_is_a_picture_with_words_and_a_table_beside(room: Room) -> None:
    felt(room, (1, 2, 2, 3, 3, 3, 5))
    felt(room, (4, 4, 4, 4, 4, 3))
    room.close()
    shown = page(room.client(room.cast.convener), numbers_of(room))
    pairs = shown.split('<div class="pair twin">')[1:]
    titles = re.findall(r'<title id="(pulse-[^"]+)-title">([^<]+)</title>', shown)
    assert titles == [
        ("pulse-1-1", "How the room felt: session 1, check-in 1"),
        ("pulse-1-2", "How the room felt: session 1, check-in 2"),
    ]
    assert "1: 1, 2: 2, 3: 3, 4: 0, 5: 1." in pairs[0]
    assert [re.findall(r'<td class="num">(\d+)</td>', one)[:5] for one in pairs] == [
        ["1", "2", "3", "0", "1"], ["0", "0", "1", "5", "0"],
    ]  # fmt: skip


@pytest.mark.parametrize("steps", [(1, 2, 3, 4, 5), (3, 3, 3, 3, 3, 3)])
def test_a_round_that_may_not_be_told_has_neither_picture_nor_number(room: Room, steps: tuple[int, ...]) -> None:
    felt(room, steps)
    room.close()
    shown = page(room.client(room.cast.facilitator), numbers_of(room))
    assert ("Session 1, check-in 1" in shown, "pulse-1-1" in shown, shown.count("not shown")) == (True, False, 1)


def test_interventions_stand_by_session_with_type_and_minute(room: Room) -> None:
    for minute, kind in ((31, "break"), (7, "process")):
        now = room.began + timedelta(minutes=minute)
        actions.log_intervention(room.session, kind, by=room.by, now=now, token=token())
    room.close()
    shown = page(room.client(room.cast.rapporteur), numbers_of(room)).split('<h3 id="im">')[1]
    assert re.findall(r'<th scope="row">(\d+)</th><td class="num">(\d+)</td><td>([^<]+)</td>', shown) == [
        ("1", "7", "observation on process"), ("1", "31", "a break offered"),
    ]  # fmt: skip
    assert room.cast.facilitator.alias not in shown.split("</table>")[0]


def test_where_nothing_was_noted_no_minutes_are_shown(room: Room) -> None:
    room.close()
    assert '<h3 id="im">' not in page(room.client(room.cast.facilitator), numbers_of(room))
