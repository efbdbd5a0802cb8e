"""The floor of an open session: who waits, who speaks, how long each community spoke, and what is left afterwards."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from tests.cast import Cast
from tests.steps.convene.stage import Room, open_room, token
from tests.steps.convene.test_convene_pages import page, send
from tests.steps.convene.test_convene_unlinkable import dump
from tracktwo.foundation.people.models import Account
from tracktwo.methods.floor import INTERPRETER, THIRD_PARTY, Press
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import FloorFace, apart_face, floor_face
from tracktwo.steps.convene.models import Airtime, Floor, Hand, Session, Statement

MINUTE = timedelta(minutes=1)


def face(room: Room, at: timedelta = timedelta(0)) -> FloorFace:
    communities = list(room.cast.programme.communities.all())
    return floor_face(room.session, communities, "opening", room.began + at)


def order(room: Room, at: timedelta = timedelta(0)) -> list[str]:
    return [hand.alias for hand in face(room, at).hands]


def airtime(room: Room) -> dict[tuple[str, int], int]:
    return {(row.phase, row.side): row.seconds for row in Airtime.objects.all()}


def tap(room: Room, side: int | None, at: timedelta) -> None:
    actions.time_side(room.session, side, by=room.by, now=room.began + at, token=token())


def refused(deed: object) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value


def test_a_double_tap_on_a_phone_asks_once_and_the_place_is_kept(room: Room) -> None:
    first, second = room.people[1][:2]
    for account in (first, second, first):
        room.ask_floor(account)
    assert order(room) == [first.alias, second.alias]


def test_leaving_and_asking_again_goes_behind(room: Room) -> None:
    first, second = room.people[1][:2]
    for account in (first, second):
        room.ask_floor(account)
    actions.lower_hand(room.session, first, sender=first, token=token())
    assert order(room) == [second.alias]
    room.ask_floor(first)
    assert order(room) == [second.alias, first.alias]


def test_while_one_side_speaks_the_other_comes_next_and_whoever_spoke_comes_later(room: Room) -> None:
    (one, two), (three, _) = room.people[1][:2], room.people[2][:2]
    for account in (one, two, three):
        room.ask_floor(account)
    room.give_floor(one)
    assert face(room).speaking.alias == one.alias
    room.ask_floor(one)
    assert order(room) == [three.alias, two.alias]  # no second counted yet, but one turn
    room.end_turn(room.began + 3 * MINUTE)
    room.ask_floor(one)
    assert order(room) == [three.alias, two.alias, one.alias]


def test_the_floor_is_one_persons_also_in_the_database(room: Room) -> None:
    for account in room.people[1][:2]:
        room.ask_floor(account)
    with pytest.raises(IntegrityError), transaction.atomic():
        room.session.hands.update(has_floor=True)


def test_a_moved_line_is_marked_and_the_rule_can_be_restored(room: Room) -> None:
    one, two, three = room.people[1][:3]
    for account in (one, two, three):
        room.ask_floor(account)
    hand = room.session.hands.get(account=three).pk
    actions.move_hand(room.session, hand, -2, by=room.by, now=room.began, token=token())
    assert [(line.alias, line.is_moved) for line in face(room).hands] == [
        (three.alias, True), (one.alias, True), (two.alias, True)
    ]  # fmt: skip
    actions.restore_rule(room.session, by=room.by, token=token())
    assert order(room) == [one.alias, two.alias, three.alias]


def test_whoever_has_no_seat_and_whoever_left_get_no_floor(room: Room) -> None:
    assert refused(lambda: room.ask_floor(room.cast.rapporteur)) == Refusal("convene.no_seat")
    account = room.people[1][0]
    room.ask_floor(account)
    hand = room.session.hands.get(account=account).pk
    actions.drop_hand(room.session, hand, by=room.by, token=token())
    assert refused(lambda: room.give_floor(account)) == Refusal("floor.hand_unknown")


def test_time_goes_to_the_side_the_third_party_and_the_interpreter(room: Room) -> None:
    room.ask_floor(room.people[2][0])
    room.give_floor(room.people[2][0])
    actions.interpret(room.session, by=room.by, now=room.began + 2 * MINUTE, token=token())
    actions.interpret(room.session, by=room.by, now=room.began + 3 * MINUTE, token=token())
    tap(room, THIRD_PARTY, 5 * MINUTE)
    tap(room, THIRD_PARTY, 6 * MINUTE)
    assert airtime(room) == {("opening", 2): 240, ("opening", INTERPRETER): 60, ("opening", THIRD_PARTY): 60}
    assert Floor.objects.get().timed is None


def test_the_next_phase_starts_its_own_account_and_a_pause_stops_the_watch(room: Room) -> None:
    tap(room, 1, MINUTE)
    room.press(Press.NEXT, room.began + 3 * MINUTE)
    room.press(Press.PAUSE, room.began + 4 * MINUTE)
    room.press(Press.RESUME, room.began + 40 * MINUTE)
    assert airtime(room) == {("opening", 1): 120, ("information_exchange", 1): 60}


def test_a_community_of_two_is_not_timed_and_its_queue_still_goes(cast: Cast) -> None:
    room = open_room(cast, sizes=(8, 2))
    for account in (room.people[1][0], room.people[2][0]):
        room.ask_floor(account)
    assert refused(lambda: tap(room, 1, MINUTE)) == Refusal("convene.side_too_small")
    room.give_floor(room.people[1][0])
    room.end_turn(room.began + 9 * MINUTE)
    room.ask_floor(room.people[1][1])
    assert order(room) == [room.people[2][0].alias, room.people[1][1].alias]
    assert airtime(room) == {}


def test_nobody_is_timed_before_the_clock_begins(cast: Cast) -> None:
    room = open_room(cast)
    room.session.presses.all().delete()
    assert refused(lambda: tap(room, 1, MINUTE)) == Refusal("convene.no_phase_timed")
    assert refused(lambda: tap(room, 9, MINUTE)) == Refusal("floor.side_unknown")


# What is kept, and what is not


def test_no_table_of_the_house_holds_a_person_beside_a_length_of_time() -> None:
    lengths = (models.DurationField, models.TimeField)
    for model in apps.get_app_config("convene").get_models():
        fields = model._meta.concrete_fields
        if any(field.related_model is Account for field in fields):
            assert not [field for field in fields if isinstance(field, (*lengths, models.DateField))]
            assert not [field.name for field in fields if "second" in field.name or "minute" in field.name]


def test_rows_of_the_queue_do_not_tell_who_asked_first(room: Room) -> None:
    for account in room.people[2][:3]:
        room.ask_floor(account)
    rows = list(Hand.objects.order_by("pk").values_list("account_id", flat=True))
    assert rows == sorted(rows)
    assert len(rows) == 15


def test_after_the_close_no_trace_of_queue_and_speakers_is_left_in_a_dump(room: Room) -> None:
    """The whole database is searched, before the close (it must be found) and after (it must not)."""
    speaker, waiting = room.people[1][0], room.people[2][0]
    sentinel = 41_414_141  # a number of requests that stands nowhere else
    room.ask_floor(speaker)
    Floor.objects.update(asked=sentinel)
    room.ask_floor(waiting)
    room.give_floor(speaker)

    def traces() -> set[str]:
        return {table for table, rows in dump().items() if table in ("convene_hand", "convene_floor") and rows}

    assert traces() == {"convene_hand", "convene_floor"}
    assert str(sentinel + 1) in repr(dump())
    room.press(Press.ADD, room.began + 2 * MINUTE, minutes=1)
    actions.close_session(room.session, by=room.by, now=room.began + 5 * MINUTE, token=token())
    left = dump()
    assert str(sentinel)[:6] not in repr(left)
    assert [
        table for table in ("convene_hand", "convene_floor", "convene_clockpress", "convene_rollcall") if left[table]
    ] == []
    assert airtime(room) == {("opening", 1): 300}
    keys = {f"{account.pk.hex}" for account in (speaker, waiting)}
    named = {
        table for table, rows in left.items() if table.startswith("convene_") and any(k in repr(rows) for k in keys)
    }
    assert named == set()


# On the pages


def test_a_phone_joins_and_leaves_and_the_console_calls_without_scripts(room: Room) -> None:
    hazel, wader, at = room.client(room.cast.facilitator), room.people[1][0], room.url
    phone = room.client(wader)
    assert "Queue: you are next" in send(phone, at("room"), at("hand"), hand="up")
    actions.show_queue(room.session, True, by=room.by, token=token())
    assert wader.alias in page(room.client(room.people[2][0]), at("rules"))
    called = send(hazel, at("console"), at("give_floor"))
    assert f"{wader.alias} is speaking" in called
    assert "You have the floor" in page(phone, at("room"))


def test_others_see_only_how_many_wait_unless_the_facilitator_shows_the_queue(room: Room) -> None:
    wader, other = room.people[1][0], room.client(room.people[2][0])
    room.ask_floor(wader)
    shown = page(other, room.url("room"))
    assert ("Queue: 1 person waits" in shown, wader.alias in page(other, room.url("rules"))) == (True, False)


@pytest.mark.parametrize(("sides", "turns"), [("room", 2), ("room_of_three", 4)])
def test_the_rule_that_orders_the_queue_is_stated_where_it_is_seen(
    sides: str, turns: int, request: pytest.FixtureRequest
) -> None:
    room = request.getfixturevalue(sides)
    told = page(room.client(room.cast.facilitator), room.url("queue"))
    assert f"comes at the latest after {turns} turns of the others." in told


def test_a_statement_is_held_with_a_reason_and_its_words_leave_the_wall(room: Room) -> None:
    statement, at = room.say("Teal said so."), room.url
    hazel, phone = room.client(room.cast.facilitator), room.client(room.people[1][0])
    without = hazel.post(at("sort"), {"once": "a", "statement": statement.pk, "state": "held"})
    assert (without.status_code, Statement.objects.get().state) == (422, "kept")
    send(hazel, at("wall"), at("sort"), state="held", reason="names")
    shown = page(phone, at("room"))
    assert ("Teal said so." in shown, "Held off the wall: it names somebody" in shown) == (False, True)
    send(hazel, at("wall"), at("sort"), state="kept")
    assert "Teal said so." in page(phone, at("room"))
    assert Session.objects.get().statements.get().reason == ""


def give_up_seat(room: Room, account: Account) -> None:
    room.workshop.seats.filter(account=account).update(withdrawn_on=room.began.date())


def test_a_seat_given_up_waits_no_more_is_given_no_floor_and_holds_none(room: Room) -> None:
    gone, stays = room.people[1][:2]
    room.ask_floor(gone)
    room.ask_floor(stays)
    give_up_seat(room, gone)
    client = room.client(room.cast.facilitator)
    shown = [page(client, room.url(name)) for name in ("console", "queue")]
    assert (order(room), [gone.alias in one for one in shown]) == ([stays.alias], [False, False])
    assert refused(lambda: room.give_floor(gone)).code == "floor.hand_unknown"
    room.give_floor(stays)
    give_up_seat(room, stays)
    assert (face(room).speaking, order(room)) == (None, [])
    third = room.people[2][0]
    room.ask_floor(third)
    room.give_floor(third)
    assert face(room).speaking.alias == third.alias


def test_in_a_talk_apart_a_seat_given_up_waits_no_more_either(room: Room) -> None:
    caucus = actions.open_caucus(room.workshop, 1, 20, by=room.by, now=room.began, token=token())
    gone, stays = room.people[1][:2]
    for account in (gone, stays):
        actions.ask_apart(caucus, True, account=account, token=token())
    give_up_seat(room, gone)
    assert [hand.account for hand in apart_face(caucus, room.began).hands] == [stays]
    actions.next_apart(caucus, sender=stays, token=token())
    assert apart_face(caucus, room.began).speaking.account == stays
