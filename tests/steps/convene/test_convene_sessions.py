"""Sessions and their clock: minutes add up, a reload loses nothing, closing erases what only ran the room."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import Room, add_workshop, adopt_kelman, open_room, take_seats, token
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.methods.floor import KELMAN, Press
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import clock_face, planned_phases, whole_minutes
from tracktwo.steps.convene.models import ClockPress, RollCall, Session, SideCount
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.actions import adopt_agenda
from tracktwo.steps.programme.queries import current_agenda

MINUTE = timedelta(minutes=1)


def open_session(cast: Cast, workshop: Workshop, minutes: int = 600, phases: list[str] | None = None) -> None:
    by = cast.by(cast.facilitator, "convene.run")
    actions.open_session(workshop, minutes, phases, by=by, now=timezone.now(), token=token())


def deeds(room: Room) -> list[str]:
    book = room.cast.programme.compartment.book
    return [entry.deed for entry in list_entries(book) if entry.deed.startswith("convene.")]


def facts(room: Room, deed: str) -> dict[str, object]:
    return list_entries(room.cast.programme.compartment.book, deed=deed).last().facts


def test_the_agenda_becomes_minutes_that_add_up(room: Room) -> None:
    assert room.session.phases == [
        ["opening", 48],
        ["information_exchange", 96],
        ["needs_and_fears", 120],
        ["joint_thinking", 120],
        ["constraints", 72],
        ["overcoming_constraints", 84],
        ["close_and_reentry", 60],
    ]
    assert sum(minutes for _key, minutes in room.session.phases) == 600


def test_a_session_can_cover_some_of_the_phases(cast: Cast) -> None:
    adopt_kelman(cast)
    open_session(cast, add_workshop(cast), 90, ["constraints", "overcoming_constraints"])
    assert Session.objects.get().phases == [["constraints", 42], ["overcoming_constraints", 48]]


def test_a_phase_without_a_share_is_left_out(cast: Cast) -> None:
    shares = [(phase.key, 0 if phase.key == "opening" else 20) for phase in KELMAN[:6]]
    adopt_agenda(cast.programme, shares, by=cast.by(cast.convener, "programme.change"), now=timezone.now())
    assert [key for key, _m in planned_phases(current_agenda(cast.programme), 100)] == [k for k, s in shares if s]


def test_without_an_agenda_no_session_is_opened(cast: Cast) -> None:
    with pytest.raises(Refusal) as refusal:
        open_session(cast, add_workshop(cast))
    assert (refusal.value, Session.objects.count()) == (Refusal("convene.no_agenda"), 0)


def test_a_closed_workshop_opens_no_session(cast: Cast) -> None:
    adopt_kelman(cast)
    workshop = add_workshop(cast)
    Workshop.objects.filter(pk=workshop.pk).update(closed_at=timezone.now())
    with pytest.raises(Refusal) as refusal:
        open_session(cast, workshop)
    assert refusal.value == Refusal("convene.workshop_closed")


def test_minutes_too_few_for_the_phases_are_refused(cast: Cast) -> None:
    adopt_kelman(cast)
    with pytest.raises(Refusal) as refusal:
        open_session(cast, add_workshop(cast), minutes=5)
    assert refusal.value == Refusal("floor.too_short", minutes=5, phases=7)


def test_a_second_session_is_refused_while_one_is_open(room: Room) -> None:
    for workshop in (room.workshop, add_workshop(room.cast, starts_in=30)):
        with pytest.raises(Refusal) as refusal:
            open_session(room.cast, workshop)
        assert refusal.value == Refusal("convene.session_open")
    assert Session.objects.count() == 1


def test_the_database_itself_admits_one_open_session_a_workshop(room: Room) -> None:
    agenda = current_agenda(room.cast.programme)
    with pytest.raises(IntegrityError), transaction.atomic():
        Session.objects.create(
            workshop=room.workshop, number=2, agenda=agenda, phases=[["opening", 30]], opened_at=room.began
        )


def test_sessions_are_numbered_along_the_workshop(room: Room) -> None:
    room.close()
    open_session(room.cast, room.workshop)
    assert list(room.workshop.sessions.values_list("number", flat=True)) == [1, 2]


def test_the_clock_is_read_again_from_what_was_pressed(room: Room) -> None:
    room.press(Press.ADD, room.began + 10 * MINUTE, minutes=10)
    room.press(Press.NEXT, room.began + 30 * MINUTE)
    face = clock_face(Session.objects.get(), room.began + 40 * MINUTE)
    assert (face.phase.key, face.left, face.over, face.late) == ("information_exchange", 86, 0, 0)
    assert [phase.used for phase in face.phases] == [30, 10, 0, 0, 0, 0, 0]


def test_a_paused_clock_stands_still_and_the_session_falls_behind(room: Room) -> None:
    room.press(Press.PAUSE, room.began + 10 * MINUTE)
    face = clock_face(room.session, room.began + 30 * MINUTE)
    assert (face.state, face.left, face.late) == ("paused", 38, 20)


def test_a_clock_of_the_machine_that_jumps_back_takes_no_time_back_once_it_is_right(room: Room) -> None:
    room.press(Press.PAUSE, room.began + 20 * MINUTE)
    room.press(Press.RESUME, room.began - 60 * MINUTE)
    # Meanwhile it may have been ahead before as well as it may be behind now: it tells what has passed since the resume.
    assert clock_face(room.session, room.began - 30 * MINUTE).left == 18
    assert clock_face(room.session, room.began + 21 * MINUTE).left == 27


def test_time_over_is_shown_as_time_over(room: Room) -> None:
    face = clock_face(room.session, room.began + 50 * MINUTE)
    assert (face.left, face.over, face.late) == (0, 2, 2)


def test_the_agenda_can_step_back(room: Room) -> None:
    room.press(Press.NEXT)
    room.press(Press.BACK)
    assert clock_face(room.session, room.began).phase.key == "opening"
    with pytest.raises(Refusal) as refusal:
        room.press(Press.BACK)
    assert refusal.value == Refusal("floor.press_back", state="running")


def test_two_people_who_press_next_move_the_room_one_phase(room: Room) -> None:
    seen = room.session.presses.count()
    for refused in (False, True):
        try:
            actions.press_clock(room.session, Press.NEXT, seen=seen, by=room.by, now=room.began, token=token())
            assert not refused
        except Refusal as refusal:
            assert refused
            assert refusal == Refusal("convene.clock_moved")
    assert clock_face(room.session, room.began).phase.key == "information_exchange"


def test_the_same_form_sent_twice_is_pressed_once(room: Room) -> None:
    once, seen = token(), room.session.presses.count()
    for _again in range(2):
        actions.press_clock(room.session, Press.NEXT, seen=seen, by=room.by, now=room.began, token=once)
    assert room.session.presses.count() == seen + 1


def test_the_last_next_finishes_the_agenda_and_leaves_the_session_open(room: Room) -> None:
    for _phase in KELMAN:
        room.press(Press.NEXT)
    face = clock_face(room.session, room.began)
    assert (face.state, face.phase, face.can_step_back) == ("closed", None, True)


@pytest.mark.parametrize(("seconds", "minutes"), [(0, 0), (1, 1), (60, 1), (61, 2), (3600, 60)])
def test_minutes_left_are_rounded_up(seconds: int, minutes: int) -> None:
    assert whole_minutes(timedelta(seconds=seconds)) == minutes


def test_the_clock_counts_hours_and_not_wall_clocks_across_a_change_of_time(cast: Cast) -> None:
    room = open_room(cast)
    room.session.presses.update(at=datetime(2026, 3, 29, 0, 30, tzinfo=UTC))
    assert clock_face(room.session, datetime(2026, 3, 29, 1, 10, tzinfo=UTC)).left == 8


def test_closing_keeps_the_minutes_and_erases_presses_rolls_and_counters(room: Room) -> None:
    vote = room.ask()
    room.answers(vote, 1, ["agree"] * 5)
    room.close_vote(vote)
    room.press(Press.NEXT, room.began + 30 * MINUTE)
    actions.close_session(room.session, by=room.by, now=room.began + 50 * MINUTE, token=token())
    session = Session.objects.get()
    assert (session.used, session.minutes_used) == ([30, 20, 0, 0, 0, 0, 0], 50)
    assert [model.objects.count() for model in (ClockPress, RollCall, SideCount)] == [0, 0, 0]


def test_a_session_with_an_open_vote_is_not_closed(room: Room) -> None:
    room.ask()
    with pytest.raises(Refusal) as refusal:
        room.close()
    assert (refusal.value, room.session.closed_at) == (Refusal("convene.vote_still_open"), None)


def test_nothing_can_be_done_in_a_closed_session(room: Room) -> None:
    session, statement = room.session, room.say()
    room.close()
    again = {"by": room.by, "token": token()}
    for deed in (
        lambda: actions.write_statement(
            session, "Late.", "en", sender=room.people[1][0], now=room.began, token=token()
        ),
        lambda: actions.open_vote(session, statement.pk, **again),
        lambda: actions.press_clock(session, Press.NEXT, seen=1, now=room.began, **again),
        lambda: actions.close_session(session, now=room.began, **again),
    ):
        with pytest.raises(Refusal) as refusal:
            deed()
        assert refusal.value == Refusal("convene.session_closed")


def test_the_record_holds_decisions_and_counts_and_no_word(room: Room) -> None:
    vote = room.ask(room.say("A sentence nobody must find in the record."))
    room.answers(vote, 1, ["agree"] * 8)
    room.answers(vote, 2, ["agree"] * 5)
    room.close_vote(vote)
    room.close()
    assert deeds(room) == [
        "convene.session_opened",
        "convene.phase_begun",
        "convene.vote_closed",
        "convene.session_closed",
    ]
    place = {"workshop": 1, "session": 1}
    assert facts(room, "convene.vote_closed") == place | {
        "statement": 1,
        "rule": "agreed_in_every_community",
        "agreed": 2,
        "communities": 2,
    }
    assert facts(room, "convene.session_closed") == place | {"statements": 1, "kept": 1, "votes": 1, "met": 1}
    leaves = " ".join(entry.leaf for entry in list_entries(room.cast.programme.compartment.book))
    assert "nobody must find" not in leaves


def test_a_workshop_of_three_communities_seats_all_of_them(room_of_three: Room) -> None:
    vote = room_of_three.ask()
    assert list(vote.counts.values_list("side", "members")) == [(1, 7), (2, 6), (3, 6)]


def test_withdrawn_seats_are_not_called(room: Room) -> None:
    seat = room.workshop.seats.get(account=room.people[2][6])
    seat.withdrawn_on = timezone.localdate()
    seat.save()
    vote = room.ask()
    assert list(vote.counts.values_list("side", "members")) == [(1, 8), (2, 6)]
    assert not vote.roll.filter(account=seat.account).exists()


def test_a_community_without_a_seat_stops_the_vote(cast: Cast) -> None:
    adopt_kelman(cast)
    workshop = add_workshop(cast)
    room = Room(cast, workshop, take_seats(cast, workshop, (6, 0)), timezone.now())
    open_session(cast, workshop)
    room.press(Press.BEGIN)
    with pytest.raises(Refusal) as refusal:
        room.ask()
    assert refusal.value == Refusal("convene.side_absent")


def test_a_machine_a_day_ahead_at_one_press_stops_no_clock_and_leaves_no_day_in_the_numbers(room: Room) -> None:
    room.press(Press.NEXT, at=room.began + timedelta(days=1))
    faces = [clock_face(room.session, room.began + timedelta(minutes=count)) for count in (10, 25)]
    assert [face.left for face in faces] == [faces[0].left, faces[0].left - 15]
    room.press(Press.NEXT, at=room.began + timedelta(minutes=30))
    session = room.session
    actions.close_session(session, by=room.by, now=room.began + timedelta(minutes=50), token=token())
    session.refresh_from_db()
    assert session.used[:3] == [0, 30, 20]
