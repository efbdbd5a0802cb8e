"""Words that are held leave every screen at once, whatever is asked about them at that moment."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.steps.convene.stage import Room, token
from tests.steps.convene.telephone import House, Telephone
from tests.steps.convene.test_convene_needs import answer, begin, heard, refused, write
from tests.steps.convene.test_convene_pages import page, send
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.live.queries import version
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions, ahead, shared
from tracktwo.steps.convene.models import (
    Assent,
    PollCount,
    PollRoll,
    Restatement,
    RollCall,
    SideCount,
    Statement,
)
from tracktwo.steps.transmit.queries.findings import worked_out

NAMED = "Ask Petrel from the ministry."
REASON = "Held off the wall: it names somebody"


def hold(room: Room, statement: Statement) -> None:
    actions.sort_statement(room.session, statement.pk, "held", "names", sender=room.cast.rapporteur, token=token())


def voted(room: Room) -> Statement:
    """A vote on it is over."""
    said = room.say(NAMED)
    vote = room.ask(said)
    for side in (1, 2):
        room.answers(vote, side, ["agree"] * 5 + ["disagree"])
    room.close_vote(vote)
    return said


def in_vote(room: Room) -> Statement:
    said = room.say(NAMED)
    vote = room.ask(said)
    room.answers(vote, 1, ["agree", "disagree"])
    return said


def polled(room: Room, kind: str, *, is_over: bool) -> Statement:
    said = room.say(NAMED)
    others = [] if kind == "consent" else [room.say("A yearly meeting.").pk]
    poll = actions.open_poll(room.session, kind, [said.pk, *others], by=room.by, token=token())
    assert poll is not None
    for account in [*room.people[1][:6], *room.people[2][:6]] if is_over else room.people[1][:2]:
        answer = [0, 1] if kind == "ranking" else [0]
        actions.cast_poll(room.session, poll.pk, answer, account=account, token=token())
    if is_over:
        actions.close_poll(room.session, poll.pk, {}, by=room.by, now=room.began, token=token())
    return said


def said_back(room: Room) -> Statement:
    row = begin(room, text=NAMED)
    write(room, row, text=f"You mean: {NAMED}")
    return row.statement


def accepted(room: Room) -> Statement:
    row = begin(room, text=NAMED)
    write(room, row, text=f"You mean: {NAMED}")
    answer(room, row, is_right=True)
    return row.statement


def option(room: Room) -> Statement:
    need, said = heard(room), room.say(NAMED)
    actions.take_up_option(room.session, said.pk, [need.pk], by=room.by, token=token())
    return said


MOMENTS: dict[str, Callable[[Room], Statement]] = {
    "on the wall": lambda room: room.say(NAMED),
    "after a vote": voted,
    "during a vote": in_vote,
    "during a poll": lambda room: polled(room, "approval", is_over=False),
    "during a consent": lambda room: polled(room, "consent", is_over=False),
    "after a ranking": lambda room: polled(room, "ranking", is_over=True),
    "after a consent": lambda room: polled(room, "consent", is_over=True),
    "before it is said back": lambda room: begin(room, text=NAMED).statement,
    "while it is said back": said_back,
    "when it was heard": accepted,
    "as an option": option,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_screen_of_the_room_has_the_words_any_more(room: Room, house: House, moment: str) -> None:
    said = MOMENTS[moment](room)
    phones = [Telephone(house, room, account) for account in (*room.people[1][:3], room.people[2][0])]
    wall = lambda: page(room.client(room.cast.facilitator), room.url("projector"))  # noqa: E731 - said once
    before = [phone.ask().body.decode() for phone in phones]
    assert any("Petrel" in body for body in before)
    hold(room, said)
    ahead.make_ready(str(room.workshop.pk))
    answers = [phone.ask() for phone in phones]
    assert not any(one.by_django for one in answers)
    drawn = [body.decode() for _version, kept in shared._kept.values() for body in kept.bodies.values()]
    needs = page(room.client(room.cast.facilitator), room.url("needs"))
    for shown in [*(one.body.decode() for one in answers), *drawn, wall(), needs]:
        assert "Petrel" not in shown
    assert all(REASON in one.body.decode() for one in answers)


@pytest.mark.parametrize("moment", ["during a vote", "during a poll", "during a consent"])
def test_a_vote_on_it_goes_with_everything_it_counted(room: Room, moment: str) -> None:
    hold(room, MOMENTS[moment](room))
    session = room.session
    assert not session.votes.exists() and not session.polls.exists()
    assert not any(model.objects.exists() for model in (RollCall, SideCount, PollRoll, PollCount))
    assert "A vote, anonymous" not in page(room.client(room.people[1][0]), room.url("room"))


def test_a_restatement_of_it_is_set_aside_and_comes_back_only_with_the_words(room: Room) -> None:
    said = said_back(room)
    hold(room, said)
    row = Restatement.objects.get()
    assert (row.is_open, row.is_accepted, Assent.objects.exists()) == (False, False, False)
    up = lambda: actions.take_restatement_up(room.session, row.pk, by=room.by, token=token())  # noqa: E731 - said once
    assert refused(up) == Refusal("convene.statement_held")
    actions.sort_statement(room.session, said.pk, "kept", sender=room.cast.facilitator, token=token())
    up()
    assert Restatement.objects.get().is_open


def test_what_is_asked_about_other_words_goes_on(room: Room) -> None:
    said, vote = room.say(NAMED), in_vote(room)
    hold(room, said)
    assert room.session.votes.get().statement == vote


def test_held_words_are_not_voted_on(room: Room) -> None:
    said = room.say(NAMED)
    hold(room, said)
    assert refused(lambda: room.ask(said)) == Refusal("convene.statement_held")


def test_a_hold_without_a_reason_ends_nothing(room: Room) -> None:
    said = in_vote(room)
    sort = lambda: actions.sort_statement(  # noqa: E731 - said once
        room.session, said.pk, "held", sender=room.cast.facilitator, token=token()
    )
    assert refused(sort) == Refusal("convene.reason_missing")
    assert room.session.votes.filter(is_open=True).exists()


@pytest.mark.parametrize("moment", ["during a vote", "during a poll", "while it is said back"])
def test_one_tap_beside_what_is_asked_is_enough(room: Room, moment: str) -> None:
    said = MOMENTS[moment](room)
    at, button = room.url, f'<button name="state" value="held" formaction="{room.url("sort")}">'
    shown = [page(room.client(who), at("console")) for who in (room.cast.facilitator, room.cast.rapporteur)]
    assert [button in one for one in shown] == [True, True]
    sent = {"once": token(), "state": "held", "reason": "names", "statement": said.pk}
    assert room.client(room.cast.rapporteur).post(at("sort"), sent).headers["Location"] == at("console")
    said.refresh_from_db()
    assert (said.state, said.reason) == ("held", "names")


def test_words_of_yesterday_leave_the_telephones_of_today(room: Room) -> None:
    accepted(room)
    room.close()
    actions.open_session(room.workshop, 60, by=room.by, now=timezone.now(), token=token())
    wren, at, before = room.client(room.people[1][0]), room.url, version("convene", str(room.workshop.pk))
    assert "Petrel" in page(wren, at("room"))
    sort = lambda **more: send(room.client(room.cast.rapporteur), at("needs"), at("sort"), **more)  # noqa: E731
    assert "Petrel" not in sort(state="held")
    assert "Petrel" not in page(wren, at("room"))
    assert version("convene", str(room.workshop.pk)) > before
    assert "Petrel" in sort(state="back")


def test_a_held_option_is_not_offered_to_the_briefs(room: Room) -> None:
    said = option(room)
    assert [one.words for one in worked_out(room.workshop)] == [NAMED]
    hold(room, said)
    assert worked_out(room.workshop) == []
    convener = room.client(room.cast.convener)
    assert "Petrel" not in page(convener, reverse("convene:about", args=[room.cast.programme.key]))


def read_held(room: Room, statement: Statement, who: Account) -> str:
    """The page after one tap on "Read the words"."""
    sent = {"once": token(), "statement": statement.pk, "way": "read"}
    answer = room.client(who).post(room.url("held"), sent)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", ["console", "wall", "needs", "held", "paper", "desk_statements"])
def test_the_third_partys_screens_have_the_reason_and_not_the_words(room: Room, name: str) -> None:
    hold(room, room.say(NAMED))
    for who in (room.cast.facilitator, room.cast.rapporteur):
        shown = room.client(who).get(room.url(name)).content.decode()
        assert "Petrel" not in shown
    assert name in ("needs", "paper") or "t names somebody" in shown


def test_held_words_are_read_by_a_tap_and_the_record_says_of_which(room: Room) -> None:
    said, other = room.say(NAMED), room.say("Plover was there.")
    hold(room, said)
    hold(room, other)
    shown = read_held(room, said, room.cast.facilitator)
    assert ("Petrel" in shown, "Plover" in shown) == (True, False)
    entries = Entry.objects.filter(deed="convene.held_read")
    assert [one.facts for one in entries] == [{"workshop": 1, "session": 1, "statement": said.number}]
    assert "Petrel" not in page(room.client(room.cast.facilitator), room.url("held"))


def test_a_tap_that_comes_twice_is_answered_alike_and_recorded_once(room: Room) -> None:
    said = room.say(NAMED)
    hold(room, said)
    sent = {"once": token(), "statement": said.pk, "way": "read"}
    client = room.client(room.cast.facilitator)
    shown = [client.post(room.url("held"), sent).content.decode() for _ in range(2)]
    assert ["Petrel" in one for one in shown] == [True, True]
    assert Entry.objects.filter(deed="convene.held_read").count() == 1


def test_words_that_are_not_held_are_not_read_there(room: Room) -> None:
    said = room.say(NAMED)
    sent = {"once": token(), "statement": said.pk, "way": "read"}
    answer = room.client(room.cast.facilitator).post(room.url("held"), sent)
    assert (answer.status_code, "Petrel" in answer.content.decode()) == (422, False)
    assert not Entry.objects.filter(deed="convene.held_read").exists()


@pytest.mark.parametrize("was", ["kept", "parked"])
@pytest.mark.parametrize("shown", ["held", "needs"])
def test_a_hold_taken_back_leaves_the_statement_as_it_was(room: Room, was: str, shown: str) -> None:
    said = room.say(NAMED)
    actions.sort_statement(room.session, said.pk, was, sender=room.cast.facilitator, token=token())
    hold(room, said)
    hold(room, said)  # once more, for another tap: what it was before is not "held"
    at = {"held": room.url("held"), "needs": room.url("sort")}[shown]
    sent = {"way": "back", "state": "back", "statement": said.pk, "from": shown, "once": token()}
    answer = room.client(room.cast.facilitator).post(at, sent)
    assert answer.headers["Location"] == room.url(shown)
    said.refresh_from_db()
    assert (said.state, said.reason) == (was, "")


def test_taking_back_what_is_not_held_changes_nothing(room: Room) -> None:
    said = room.say(NAMED)
    actions.sort_statement(room.session, said.pk, "parked", sender=room.cast.facilitator, token=token())
    actions.show_again(room.session, said.pk, sender=room.cast.facilitator, token=token())
    said.refresh_from_db()
    assert said.state == "parked"
