"""Small rooms on the page: composed as a job, apart where asked, remembered over the years as counts, then forgotten."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.workshops import a_workshop, noon
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.people.models import Account
from tracktwo.methods.groups import find_faults
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.actions import ask_rooms, forget_rooms, keep_apart, say_tongues
from tracktwo.steps.prepare.actions.rooms import YEARS_KNOWN
from tracktwo.steps.prepare.models import Acquaintance, KeptApart, RoomPlan
from tracktwo.steps.prepare.models import Tongues as Spoken
from tracktwo.steps.prepare.queries.rooms import ask_of, latest_plan, room_seats
from tracktwo.steps.select.models import Seat


def seat_eight(cast: Cast, workshop: Workshop) -> list[Seat]:
    """Four of each community; two of the cast, the others new, under names of stones."""
    for side in (1, 2):
        known = cast.participants[side][:2]
        made = [Account(alias=f"Stone {side}{place}", language="en") for place in range(4 - len(known))]
        for account in made:
            account.save()
        for account in (*known, *made):
            community = cast.programme.communities.get(number=side)
            Seat.objects.create(workshop=workshop, account=account, community=community)
    return room_seats(workshop)


@pytest.fixture
def workshop(cast: Cast, vault: object) -> Workshop:
    workshop = a_workshop(cast, timezone.localdate() + timedelta(days=40))
    for seat in seat_eight(cast, workshop):
        say_tongues(seat, ["en"])
    return workshop


def compose(cast: Cast, workshop: Workshop, rounds: int = 1, interpreters: tuple = ()) -> RoomPlan | None:
    by = cast.by(cast.facilitator, "prepare.compose")
    ask_rooms(workshop, rooms=2, rounds=rounds, interpreters=interpreters, by=by, now=timezone.now())
    return latest_plan(workshop)


def address(cast: Cast, workshop: Workshop) -> str:
    return reverse("prepare:rooms", args=[cast.programme.key, workshop.number])


def sharing(plan: RoomPlan) -> set[frozenset[int]]:
    return {
        frozenset((one, other))
        for rooms in plan.seating
        for room in rooms
        for one in room["seats"]
        for other in room["seats"]
        if one != other
    }


def test_rooms_are_even_and_the_record_says_how_many_meet_again(cast: Cast, workshop: Workshop) -> None:
    plan = compose(cast, workshop, rounds=2)
    assert plan is not None
    sides = {seat.pk: seat.community.number for seat in room_seats(workshop)}
    shares = {tuple(sorted(sides[one] for one in room["seats"])) for rooms in plan.seating for room in rooms}
    last = list(list_entries(cast.programme.compartment.book))[-1]
    assert (shares, plan.repeats, plan.bound, last.deed) == ({(1, 1, 2, 2)}, 4, 4, "prepare.rooms_composed")


def test_two_kept_apart_never_share_a_room_and_the_record_does_not_say_who(cast: Cast, workshop: Workshop) -> None:
    seats = room_seats(workshop)
    by = cast.by(cast.convener, "prepare.compose")
    keep_apart(seats[5], seats[0], by=by, now=timezone.now())
    entry = list(list_entries(cast.programme.compartment.book))[-1]
    plan = compose(cast, workshop, rounds=2)
    assert plan is not None
    said = [alias in entry.leaf for alias in (seats[0].account.alias, seats[5].account.alias, str(seats[0].account_id))]
    assert (frozenset((seats[0].pk, seats[5].pk)) in sharing(plan), entry.deed, any(said)) == (
        False,
        "prepare.pairs_changed",
        False,
    )


def test_only_the_third_party_sees_who_is_kept_apart_and_who_sits_where(cast: Cast, workshop: Workshop) -> None:
    seats = room_seats(workshop)
    keep_apart(seats[2], seats[6], by=cast.by(cast.convener, "prepare.compose"), now=timezone.now())
    compose(cast, workshop)
    alias = seats[6].account.alias
    readers = (cast.convener, cast.facilitator, cast.participants[1][0], cast.guarantors[1])
    pages = [cast.client(who).get(address(cast, workshop)).content.decode() for who in readers]
    assert [alias in page for page in pages] == [True, True, False, False]
    assert ["Who never shares a room" in page for page in pages] == [True, True, False, False]
    assert ["Your rooms" in page for page in pages] == [False, False, True, False]


def test_the_page_composes_keeps_apart_and_lets_together_again(cast: Cast, workshop: Workshop) -> None:
    client, seats = cast.client(cast.facilitator), room_seats(workshop)
    client.post(address(cast, workshop), {"apart": "1", "one": seats[0].pk, "other": seats[1].pk})
    pair = KeptApart.objects.get()
    client.post(address(cast, workshop), {"together": pair.pk})
    client.post(address(cast, workshop), {"rooms": "2", "rounds": "3", "one_1": "uk", "other_1": "ru"})
    plan = latest_plan(workshop)
    assert (KeptApart.objects.count(), plan and (plan.rounds, plan.interpreters)) == (0, (3, [["ru", "uk"]]))


def test_people_without_a_common_language_get_the_interpreter_or_a_reason(cast: Cast, workshop: Workshop) -> None:
    for place, seat in enumerate(room_seats(workshop)):
        say_tongues(seat, ["uk" if place % 3 else "ru"])
    assert compose(cast, workshop) is None
    page = cast.client(cast.convener).get(address(cast, workshop)).content.decode()
    assert "The languages do not allow 2 rooms" in page
    plan = compose(cast, workshop, interpreters=(("uk", "ru"), ("uk", "ru")))
    assert plan is not None
    assert {room["interpreter"] > 0 for rooms in plan.seating for room in rooms} == {True}


def test_last_year_is_known_as_counts_alone_and_its_rooms_are_gone(cast: Cast, workshop: Workshop) -> None:
    plan = compose(cast, workshop)
    assert plan is not None
    keep_apart(*room_seats(workshop)[:2], by=cast.by(cast.convener, "prepare.compose"), now=timezone.now())
    assert forget_rooms(noon(workshop.ends_on)) == 0
    assert forget_rooms(noon(workshop.ends_on, after=1)) > 0
    left = [model.objects.count() for model in (RoomPlan, KeptApart, Spoken)]
    assert (left, Acquaintance.objects.count()) == ([0, 0, 0], len(sharing(plan)))
    ids = [str(seat.account_id.hex) for seat in room_seats(workshop)]
    assert not [mark for mark in Acquaintance.objects.values_list("mark", flat=True) for one in ids if one in mark]


def test_what_was_said_of_languages_goes_also_where_no_room_was_ever_composed(cast: Cast, workshop: Workshop) -> None:
    said = Spoken.objects.count()
    assert said > 0
    assert forget_rooms(noon(workshop.ends_on, after=1)) == said
    assert Spoken.objects.count() == 0


def test_next_year_seats_those_together_who_have_not_met(cast: Cast, workshop: Workshop) -> None:
    first = compose(cast, workshop)
    forget_rooms(noon(workshop.ends_on, after=1))
    coming = a_workshop(cast, workshop.ends_on + timedelta(days=300), number=2)
    accounts = {}
    for seat in room_seats(workshop):
        again = Seat.objects.create(workshop=coming, account=seat.account, community=seat.community)
        accounts[seat.pk] = again.pk
        say_tongues(again, ["en"])
    second = compose(cast, coming)
    assert first is not None
    assert second is not None
    before = {frozenset(accounts[one] for one in pair) for pair in sharing(first)}
    # Four of a room sit in two: two pairs of each, and so four of all, meet again at least.
    assert (len(before & sharing(second)), second.repeats, second.bound) == (4, 4, 4)
    assert sum(ask_of(second).met.values()) == len(before)


def test_counts_go_three_years_after_the_last_room_of_the_two(cast: Cast, workshop: Workshop) -> None:
    compose(cast, workshop)
    forget_rooms(noon(workshop.ends_on, after=1))
    year = workshop.ends_on.year
    cast.programme.last_year = year + 9
    cast.programme.save()
    kept = Acquaintance.objects.count()
    assert forget_rooms(noon(workshop.ends_on.replace(year=year + 3))) == 0
    assert forget_rooms(noon(workshop.ends_on.replace(year=year + 4))) == kept


def test_a_participant_says_in_which_languages_to_talk(cast: Cast, workshop: Workshop) -> None:
    client = cast.client(cast.participants[1][0])
    place = reverse("prepare:tongues", args=[cast.programme.key])
    client.post(place, {"languages": ["uk", "en"], "further": "pl"})
    page = client.get(place).content.decode()
    assert Spoken.objects.get(seat__account=cast.participants[1][0]).languages == ["en", "pl", "uk"]
    assert 'value="pl" selected' in page
    assert client.post(place, {}).status_code == 422


def test_a_seat_of_another_workshop_and_the_same_seat_twice_are_no_pair(cast: Cast, workshop: Workshop) -> None:
    seats, by = room_seats(workshop), cast.by(cast.convener, "prepare.compose")
    other = a_workshop(cast, timezone.localdate() + timedelta(days=90), number=2)
    stranger = Seat.objects.create(workshop=other, account=seats[0].account, community=seats[0].community)
    for pair in ((seats[0], seats[0]), (seats[0], stranger)):
        with pytest.raises(Refusal, match=r"prepare\.pair_unfit"):
            keep_apart(*pair, by=by, now=timezone.now())


def test_a_plan_is_outdated_when_somebody_gives_up_the_seat(cast: Cast, workshop: Workshop) -> None:
    plan = compose(cast, workshop)
    assert plan is not None
    page = cast.client(cast.convener)
    assert b"Compose them again.</p>" not in page.get(address(cast, workshop)).content
    seat = room_seats(workshop)[-1]
    seat.withdrawn_on = timezone.localdate()
    seat.save()
    assert b"Compose them again.</p>" in page.get(address(cast, workshop)).content


def test_the_ask_is_what_the_method_promises_to_keep(cast: Cast, workshop: Workshop) -> None:
    keep_apart(*room_seats(workshop)[3:5], by=cast.by(cast.convener, "prepare.compose"), now=timezone.now())
    plan = compose(cast, workshop, rounds=3)
    assert plan is not None
    from tracktwo.methods.groups import Plan, Room
    from tracktwo.steps.prepare.convert.rooms import key_of

    rounds = tuple(
        tuple(Room(tuple(map(key_of, room["seats"])), tuple(room["languages"])) for room in rooms)
        for rooms in plan.seating
    )
    assert find_faults(ask_of(plan), Plan(rounds, plan.repeats, plan.bound)) == ()


@pytest.mark.parametrize("sheet", ["rooms", "all"])
def test_every_room_has_a_card_for_its_door_alone_and_in_the_pack(cast: Cast, workshop: Workshop, sheet: str) -> None:
    compose(cast, workshop, rounds=2)
    place = reverse("prepare:print_sheet", args=[cast.programme.key, workshop.number, "uk", sheet])
    answer = cast.client(cast.facilitator).get(place)
    assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")


def test_the_page_says_which_earlier_meetings_are_counted(cast: Cast, workshop: Workshop) -> None:
    compose(cast, workshop)
    page = cast.client(cast.facilitator).get(address(cast, workshop)).content.decode()
    assert f"if the last time was not more than {YEARS_KNOWN} years ago." in page
    assert "Earlier workshops are not counted" not in page


def test_a_house_without_a_vault_counts_no_earlier_meeting_and_the_page_says_so(
    keystore_place: Path, cast: Cast
) -> None:
    bare = a_workshop(cast, timezone.localdate() + timedelta(days=40))
    seat_eight(cast, bare)
    compose(cast, bare)
    page = cast.client(cast.facilitator).get(address(cast, bare)).content.decode()
    assert ("Earlier workshops are not counted" in page, "Counted too" in page) == (True, False)
