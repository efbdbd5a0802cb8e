"""A form that comes again after its answer was lost is answered as it was the first time, whatever is over by then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

import pytest

from tests.cast import Cast
from tests.steps.convene.stage import Room, add_workshop, adopt_kelman, take_seats, token
from tests.steps.convene.test_convene_planned_apart import url
from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Caucus, Poll, Session, Statement
from tracktwo.steps.plan.models import Workshop

Sent = tuple[Account, str, dict[str, object]]


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    adopt_kelman(cast)
    found = add_workshop(cast)
    take_seats(cast, found, (6, 6))
    return found


@pytest.mark.parametrize(("side", "leads_to"), [(None, "console"), (1, "apart_desk")])
def test_a_planned_sitting_opened_twice_by_one_form_is_opened_once(
    cast: Cast, workshop: Workshop, side: int | None, leads_to: str
) -> None:
    row = actions.add_planned(workshop, workshop.starts_on, time(18), 60, ["needs_and_fears"], side)
    sent, hazel = {"workshop": 1, "number": row.number, "once": token()}, cast.client(cast.facilitator)
    answers = [hazel.post(url(cast, "open_planned"), sent) for _again in range(2)]
    assert [(one.status_code, one.headers.get("Location")) for one in answers] == [(302, url(cast, leads_to))] * 2
    assert Session.objects.count() + Caucus.objects.count() == 1
    assert hazel.post(url(cast, "open_planned"), sent | {"once": token()}).status_code == 422


def opened(room: Room) -> Poll:
    poll = actions.open_poll(room.session, "consent", [room.say().pk], by=room.by, token=token())
    assert poll is not None
    return poll


def a_statement(room: Room) -> Sent:
    return room.people[1][0], "say", {"text": "We fear being forgotten.", "language": "en"}


def an_answer(room: Room) -> Sent:
    return room.people[1][0], "answer_poll", {"poll": opened(room).pk, "place": "0"}


def an_end_of_a_poll(room: Room) -> Sent:
    poll = opened(room)
    for account in (*room.people[1][:3], *room.people[2][:3]):
        actions.cast_poll(room.session, poll.pk, [0], account=account, token=token())
    return room.cast.facilitator, "close_poll", {"poll": poll.pk}


def a_close(room: Room) -> Sent:
    return room.cast.facilitator, "close", {}


@pytest.mark.parametrize("deed", [a_statement, an_answer, an_end_of_a_poll, a_close])
def test_after_the_session_has_closed_it_is_answered_as_before_and_does_nothing(
    room: Room, deed: Callable[[Room], Sent]
) -> None:
    account, name, fields = deed(room)
    sent, client = fields | {"once": token()}, room.client(account)
    first = client.post(room.url(name), sent)
    open_now = Session.objects.filter(closed_at=None).first()
    if open_now is not None:
        for poll in open_now.polls.filter(is_open=True):
            actions.withdraw_poll(open_now, poll.pk, by=room.by, token=token())
        room.close()
    before = Statement.objects.count()
    again = client.post(room.url(name), sent)
    assert [(one.status_code, one.headers.get("Location")) for one in (first, again)] == [
        (302, first.headers["Location"])
    ] * 2
    assert Statement.objects.count() == before
    other = client.post(room.url(name), fields | {"once": token()})
    assert (other.status_code, "The session is closed." in other.content.decode()) == (422, True)
