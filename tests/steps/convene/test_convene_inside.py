"""What may leave the room is said of each session, on every screen of it; from one that stays inside nothing goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.steps.convene.stage import Room, token
from tests.steps.convene.test_convene_held import option
from tests.steps.convene.test_convene_pages import page, send
from tracktwo.foundation.ledger.models import Entry
from tracktwo.methods.floor import Press
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.queries import kept_statements
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Option
from tracktwo.steps.convene.views import RoomParts
from tracktwo.steps.transmit.queries.findings import worked_out

INSIDE = "Nothing that is said in this session leaves the room."
OUTSIDE = "who said it, never (Chatham House Rule)"


def keep_inside(room: Room) -> None:
    actions.keep_inside(room.session, by=room.by, now=room.began, token=token())


def told(room: Room) -> list[Entry]:
    return list(Entry.objects.filter(deed="convene.kept_inside"))


def test_every_screen_says_what_may_leave(room: Room) -> None:
    hazel, wren = room.client(room.cast.facilitator), room.client(room.people[1][0])
    assert OUTSIDE in page(hazel, room.url("console"))
    assert OUTSIDE in page(wren, room.url("rules"))
    send(hazel, room.url("console"), room.url("keep_inside"))
    for client, name in ((hazel, "console"), (hazel, "projector"), (wren, "room"), (wren, "rules")):
        shown = page(client, room.url(name))
        assert (INSIDE in shown, OUTSIDE in shown) == (True, False), name


def test_it_is_decided_once_recorded_once_and_not_taken_back(room: Room) -> None:
    keep_inside(room)
    keep_inside(room)
    entry = told(room)[0]
    assert (len(told(room)), dict(entry.facts)) == (1, {"workshop": 1, "session": 1})
    assert "From now on nothing leaves" not in page(room.client(room.cast.facilitator), room.url("console"))


def test_a_closed_session_stays_as_it_was(room: Room) -> None:
    session = room.session
    room.close()
    with pytest.raises(Refusal) as refusal:
        actions.keep_inside(session, by=room.by, now=room.began, token=token())
    assert refusal.value.code == "convene.session_closed"
    assert told(room) == []


@pytest.mark.parametrize("is_before", [True, False])
def test_nothing_of_it_is_offered_to_text_or_briefs_whenever_it_was_said(room: Room, is_before: bool) -> None:
    if is_before:
        keep_inside(room)
    option(room)
    due = timezone.localdate() + timedelta(days=30)
    meet = actions.Step("Meet.", "en", "rapporteur", due)
    actions.add_step(room.session, meet, by=room.by, now=room.began, token=token())
    if not is_before:
        assert (len(kept_statements(room.workshop)), len(worked_out(room.workshop))) == (2, 2)
        keep_inside(room)
    assert (list(kept_statements(room.workshop)), worked_out(room.workshop)) == ([], [])
    room.close()
    actions.open_session(room.workshop, 60, by=room.by, now=room.began, token=token())
    room.press(Press.BEGIN)
    room.say("And a bridge.")
    assert [one.text for one in kept_statements(room.workshop)] == ["And a bridge."]


def test_it_can_be_chosen_when_the_session_is_opened(room: Room) -> None:
    room.close()
    hazel, opening = room.client(room.cast.facilitator), room.url("open")
    phases = [phase[0] for phase in room.workshop.sessions.get().phases]
    send(hazel, opening, opening, minutes=300, phases=phases, stays_inside="on")
    assert (room.session.number, room.session.stays_inside, len(told(room))) == (2, True, 1)
    room.close()
    send(hazel, opening, opening, minutes=300, phases=phases)
    assert (room.session.number, room.session.stays_inside, len(told(room))) == (3, False, 1)


def test_nobody_but_the_third_party_decides_it(room: Room) -> None:
    wren = room.client(room.people[1][0])
    assert wren.post(reverse("convene:keep_inside", args=[room.cast.programme.key])).status_code == 404
    assert not room.session.stays_inside


def step(text: str, option: int | None = None) -> actions.Step:
    return actions.Step(text, "en", "rapporteur", timezone.localdate() + timedelta(days=30), option)


def open_again(room: Room, stays_inside: bool = False) -> None:
    room.close()
    actions.open_session(room.workshop, 60, stays_inside=stays_inside, by=room.by, now=room.began, token=token())


def test_a_step_that_is_corrected_inside_stays_inside_and_one_from_inside_never_comes_out(room: Room) -> None:
    made = actions.add_step(room.session, step("Meet."), by=room.by, now=room.began, token=token())
    assert made
    open_again(room)
    actions.change_step(room.session, made.pk, step("Meet soon."), by=room.by, now=room.began, token=token())
    assert [one.words for one in worked_out(room.workshop)] == ["Meet soon."]
    open_again(room, stays_inside=True)
    actions.change_step(room.session, made.pk, step("Said inside."), by=room.by, now=room.began, token=token())
    assert worked_out(room.workshop) == []
    open_again(room)
    actions.change_step(room.session, made.pk, step("Said inside."), by=room.by, now=room.began, token=token())
    assert worked_out(room.workshop) == []


@pytest.mark.parametrize("is_held", [True, False])
def test_a_step_on_an_option_that_does_not_leave_does_not_leave_either(room: Room, is_held: bool) -> None:
    said = option(room)
    if is_held:
        actions.sort_statement(room.session, said.pk, "held", reason="names", sender=room.by.account, token=token())
    else:
        keep_inside(room)
    open_again(room)
    of = Option.objects.get().pk
    actions.add_step(room.session, step("Build the road.", of), by=room.by, now=room.began, token=token())
    assert worked_out(room.workshop) == []


def test_a_screen_whose_door_was_opened_before_does_not_keep_what_was_true_then(room: Room) -> None:
    door = RoomParts()
    door.session, door.programme, door.now = room.session, room.cast.programme, timezone.now()
    keep_inside(room)
    assert door._work().session.stays_inside
