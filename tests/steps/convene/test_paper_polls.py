"""Approval, ranking and consent on paper: counted twice alone, told by the one table, and no ballot is kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.test.client import Client
from django.utils.html import escape

from tests.cast import Cast
from tests.steps.convene.stage import Room, open_room, token
from tests.steps.convene.test_convene_pages import page
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert.paper import pile_of
from tracktwo.steps.convene.models import PaperPoll, Poll, Statement
from tracktwo.steps.select.models import Seat

ORDERS = ("1 2 3", "1, 3, 2", "1;2;3", "2 1 3", "1 2 3.", "3 2 1", "1 3 2")


@pytest.fixture
def said(room: Room) -> list[Statement]:
    """Of eight and seven people, three sentences."""
    return [room.say(f"Sentence {number}.") for number in (1, 2, 3)]


def form(kind: str, asked: list[Statement], **typed: object) -> dict[str, Any]:
    return {"kind": kind, "ask": [one.pk for one in asked], "once": token(), **typed}


def orders(asked: list[Statement], first: tuple[str, ...] = ORDERS, second: tuple[str, ...] = ORDERS) -> dict[str, Any]:
    return form("ranking", asked, orders_1="\n".join(first), orders_2="\n".join(second))


def approvals(asked: list[Statement], **typed: object) -> dict[str, Any]:
    counted = {f"approve_{side}_{one.pk}": cell for side in (1, 2) for one, cell in zip(asked, (5, 3, 2), strict=True)}
    return form("approval", asked, ballots_1=8, ballots_2=7, **counted) | typed


def consents(asked: list[Statement], first: tuple[int, ...] = (5, 2, 0), second: tuple[int, ...] = (4, 3, 0)) -> Any:
    cells = {f"answer_{side}_{at}": cell for side, pile in ((1, first), (2, second)) for at, cell in enumerate(pile)}
    return form("consent", asked[:1], **cells)


def send(room: Room, account: Account, fields: dict[str, Any]) -> tuple[int, str]:
    answer = room.client(account).post(room.url("paper_polls"), fields)
    return answer.status_code, answer.headers.get("Location") or answer.content.decode()


def count_twice(room: Room, fields: dict[str, Any]) -> Poll:
    for account in (room.cast.facilitator, room.cast.rapporteur):
        assert send(room, account, fields | {"once": token()})[0] == 302
    return Poll.objects.get()


@pytest.mark.parametrize("kind", ["approval", "ranking", "consent"])
def test_what_two_people_count_alike_is_a_result_as_from_telephones(
    room: Room, said: list[Statement], kind: str
) -> None:
    fields = {"approval": approvals, "ranking": orders, "consent": consents}[kind](said)
    poll = count_twice(room, fields)
    assert (poll.on_paper, poll.is_open, poll.kind, PaperPoll.objects.exists()) == (True, False, kind, False)
    assert [side["kind"] for side in poll.result["sides"]] == ["shown", "shown"]
    assert poll.result["met"] == {"approval": [True, False, False], "ranking": [True, False, False]}.get(kind, [True])
    entry = Entry.objects.get(deed="convene.paper_poll_counted")
    assert (entry.facts["question"], entry.facts["asked"]) == (kind, 1 if kind == "consent" else 3)
    assert "on paper, counted by two people" in page(room.client(room.people[1][0]), room.url("room_wall"))


def test_a_ranking_on_paper_has_the_same_counters_as_one_from_telephones(room: Room, said: list[Statement]) -> None:
    paper = count_twice(room, orders(said)).result
    more = [room.say(f"Other {number}.").pk for number in (1, 2, 3)]
    poll = actions.open_poll(room.session, "ranking", more, by=room.by, token=token())
    assert poll is not None
    for side in (1, 2):
        for account, order in zip(room.people[side], ORDERS, strict=False):
            places = [int(place) - 1 for place in order if place.isdigit()]
            actions.cast_poll(room.session, poll.pk, places, account=account, token=token())
    actions.close_poll(room.session, poll.pk, {}, by=room.by, now=room.began, token=token())
    poll.refresh_from_db()
    assert poll.result == paper


def test_no_ballot_is_kept_and_the_order_of_lines_leaves_nothing(room: Room, said: list[Statement]) -> None:
    community = room.cast.programme.communities.get(number=1)
    turned = {"orders_1": "\n".join(ORDERS[::-1])}
    assert pile_of("ranking", said, community, orders(said)) == pile_of("ranking", said, community, turned)
    send(room, room.cast.facilitator, orders(said))
    cells = PaperPoll.objects.get().cells
    assert [len(counters) for _side, _voters, counters, _words in cells] == [9, 9]
    send(room, room.cast.rapporteur, orders(said, first=ORDERS[::-1]))
    assert Poll.objects.get().result is not None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1 2 4", "ballot 2, place 3: no number of a statement that is asked about (1, 2, 3)"),
        ("1 x 3", "ballot 2, place 2: no number of a statement"),
        ("1 2 2", "ballot 2, place 3: statement 2 stands on this ballot already"),
        ("2 1", "ballot 2, place 3: empty, and missing on it: 3"),
        ("1 2 3 1", "ballot 2, place 4: statement 1 stands on this ballot already"),
    ],
)
def test_a_ballot_that_cannot_be_is_named_by_its_line_and_place_and_stays_in_the_field(
    room: Room, said: list[Statement], line: str, told: str
) -> None:
    status, shown = send(room, room.cast.facilitator, orders(said, second=(ORDERS[0], line)))
    name = room.cast.programme.communities.get(number=2).name
    assert (status, escape(f"{name}, {told}") in shown, f"{ORDERS[0]}\n{line}" in shown) == (422, True, True)
    assert not PaperPoll.objects.exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"ballots_1": ""}, "the number of its ballots is missing"),
        ({"approve": "x"}, "statement 2: a whole number is missing"),
        ({"approve": "9"}, "statement 2: more approvals (9) than ballots (8)"),
        ({"ballots_1": "9"}, "has more votes than people in the room"),
    ],
)
def test_approvals_that_cannot_be_are_named_by_community_and_statement(
    room: Room, said: list[Statement], typed: dict[str, str], told: str
) -> None:
    typed = {f"approve_1_{said[1].pk}" if name == "approve" else name: value for name, value in typed.items()}
    status, shown = send(room, room.cast.facilitator, approvals(said, **typed))
    assert (status, told in shown, PaperPoll.objects.exists()) == (422, True, False)


def test_a_missing_answer_to_a_consent_is_named(room: Room, said: list[Statement]) -> None:
    status, shown = send(room, room.cast.facilitator, consents(said) | {"answer_2_1": ""})
    assert (status, "answer 2 of three: a whole number is missing" in shown) == (422, True)


def test_too_few_ballots_give_no_result(room: Room, said: list[Statement]) -> None:
    status, shown = send(room, room.cast.facilitator, consents(said, (2, 0, 0), (2, 0, 0)))
    assert (status, "Fewer than 5 have voted." in shown) == (422, True)


def test_a_community_that_all_consents_is_not_shown(room: Room, said: list[Statement]) -> None:
    sides = count_twice(room, consents(said, (8, 0, 0), (4, 3, 0))).result["sides"]
    assert [(side["kind"], side["cells"]) for side in sides] == [("withheld", None), ("shown", [4, 3, 0])]


def test_two_counts_that_differ_keep_nothing_and_the_first_stays(room: Room, said: list[Statement]) -> None:
    send(room, room.cast.facilitator, consents(said))
    status, shown = send(room, room.cast.rapporteur, consents(said, (4, 3, 0)))
    assert (status, "The two counts are not the same." in shown, Poll.objects.exists()) == (422, True, False)
    assert PaperPoll.objects.get().counted_by == room.cast.facilitator


def test_the_first_may_count_again_and_the_second_never_sees_it(room: Room, said: list[Statement]) -> None:
    for pile in ((5, 2, 0), (3, 4, 0)):
        send(room, room.cast.facilitator, consents(said, pile))
    assert PaperPoll.objects.get().cells[0][2] == [3, 4, 0]
    client, where = room.client(room.cast.rapporteur), room.url("paper_polls")
    assert "counted once, count it again" in page(client, where)
    assert "Ballots about several statements wait" in page(client, room.url("paper"))
    shown = page(client, f"{where}?kind=consent&ask={said[0].pk}")
    assert ('name="answer_1_0" value=""' in shown, 'value="3"' in shown) == (True, False)


def test_a_form_that_comes_twice_is_answered_alike_and_counts_once(room: Room, said: list[Statement]) -> None:
    send(room, room.cast.facilitator, consents(said))
    fields = consents(said)
    answers = [send(room, room.cast.rapporteur, fields) for _again in range(2)]
    assert (answers, Poll.objects.count()) == ([(302, room.url("wall"))] * 2, 1)


def test_a_question_is_asked_once_by_telephone_or_on_paper_and_not_half_of_it(
    room: Room, said: list[Statement]
) -> None:
    send(room, room.cast.facilitator, approvals(said))
    half = approvals(said) | {"ask": [one.pk for one in said[:2]]}
    assert "waits for its second count together with others" in send(room, room.cast.rapporteur, half)[1]
    send(room, room.cast.rapporteur, approvals(said))
    shown = room.client(room.cast.facilitator).get(room.url("paper_polls"), {"kind": "approval", "ask": said[0].pk})
    assert shown.status_code == 422
    again = send(room, room.cast.facilitator, approvals(said))
    assert (again[0], "took part in such a question already" in again[1], Poll.objects.count()) == (422, True, 1)


def test_a_small_community_says_its_word_for_each_statement(cast: Cast) -> None:
    room = open_room(cast, sizes=(8, 4))
    said = [room.say(f"Sentence {number}.") for number in (1, 2, 3)]
    fields = approvals(said)
    assert send(room, cast.facilitator, fields)[0] == 422
    poll = count_twice(room, fields | {"heard_2": "yes", "agrees_2": [said[0].pk]})
    assert [side["kind"] for side in poll.result["sides"]] == ["shown", "aloud"]
    assert poll.result["met"] == [True, False, False]


def test_who_sits_afar_has_no_ballot(room: Room, said: list[Statement]) -> None:
    seat = room.workshop.seats.filter(community__number=2).first()
    Seat.objects.filter(pk=seat.pk).update(is_remote=True)
    status, shown = send(room, room.cast.facilitator, consents(said))
    assert (status, "has more votes than people in the room" in shown) == (422, True)
    assert "1 seat is taken from afar" in page(
        room.client(room.cast.facilitator), f"{room.url('paper_polls')}?kind=consent&ask={said[0].pk}"
    )


@pytest.mark.parametrize("end", ["hold", "close", "erase"])
def test_a_count_goes_with_the_words_with_the_session_or_when_it_is_erased(
    room: Room, said: list[Statement], end: str
) -> None:
    send(room, room.cast.facilitator, approvals(said))
    if end == "hold":
        actions.sort_statement(room.session, said[1].pk, "held", "names", sender=room.cast.facilitator, token=token())
    elif end == "close":
        room.close()
    else:
        fields = {"way": "drop", "waiting": PaperPoll.objects.get().pk, "once": token()}
        assert send(room, room.cast.rapporteur, fields) == (302, room.url("paper_polls"))
    assert not PaperPoll.objects.exists()


@pytest.mark.parametrize("query", ["kind=approval", "kind=dance&ask=1", "kind=consent&ask=1&ask=2"])
def test_a_question_that_cannot_be_asked_is_refused_before_anything_is_counted(
    room: Room, said: list[Statement], query: str
) -> None:
    client: Client = room.client(room.cast.facilitator)
    answer = client.get(f"{room.url('paper_polls')}?{query}")
    assert (answer.status_code, "Which question was on the ballots" in answer.content.decode()) == (422, True)
