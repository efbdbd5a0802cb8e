"""A seat taken from afar: no way to prepare and no letter, a seat in the room all the same, and no trace of why."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import adopt_kelman
from tests.steps.workshops import a_workshop, clear_to_open, seat_everybody
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.vault.models import Reveal
from tracktwo.methods.record import Refusal
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.convene.queries import members_of
from tracktwo.steps.plan.actions.calendar import set_hours
from tracktwo.steps.plan.models import DelegationProfile, Workshop
from tracktwo.steps.plan.rosters import count_afar
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.actions.letters import make_letter
from tracktwo.steps.prepare.models import Readiness
from tracktwo.steps.prepare.queries import journey_lines, list_lines, needs_of
from tracktwo.steps.prepare.queries.letters import persons_of
from tracktwo.steps.select.actions import freeze_roster, set_freeze_day, tell_entry
from tracktwo.steps.select.models import EntryClass, Seat
from tracktwo.steps.select.queries import is_final, roster_of, seats_unanswered

ONE = "Wader 1 1"


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    workshop = a_workshop(cast, timezone.localdate() + timedelta(days=60))
    workshop.remote_seats, workshop.remote_zones = 2, ["Europe/Kyiv"]
    workshop.save()
    return workshop


@pytest.fixture
def seats(cast: Cast, workshop: Workshop) -> dict[str, Seat]:
    return seat_everybody(cast, workshop)


def afar(cast: Cast, seat: Seat, verb: str = "prepare.own") -> Seat:
    by = cast.by(seat.account if verb == "prepare.own" else cast.convener, verb)
    actions.take_from_afar(seat, by=by, now=timezone.now())
    return fresh(seat)


def fresh(seat: Seat) -> Seat:
    return Seat.objects.select_related("workshop__programme__compartment", "account", "community").get(pk=seat.pk)


def say(cast: Cast, seat: Seat) -> None:
    by = cast.by(seat.account, "prepare.own")
    actions.say_readiness(seat, {"exit": "blocked"}, lacks={"exit": "permit"}, by=by, now=timezone.now())


def test_the_checklist_falls_away_and_what_blocked_the_way_is_destroyed(cast: Cast, seats: dict[str, Seat]) -> None:
    say(cast, seats[ONE])
    tell_entry(seats[ONE], "UA", "UA")
    seat = afar(cast, seats[ONE])
    assert (needs_of(seat), Readiness.objects.count(), EntryClass.objects.count()) == ([], 0, 0)
    asked = [one.what for one in waiting(walker_for(cast.programme, seat.account, timezone.now()))]
    assert [what for what in asked if "journey" in what or "passport" in what] == []


def test_readiness_shows_it_and_nobody_waits_for_that_way(cast: Cast, seats: dict[str, Seat]) -> None:
    say(cast, seats[ONE])
    seat = afar(cast, seats[ONE], "prepare.arrange")
    line = next(one for one in list_lines(seat.workshop) if one.alias == ONE)
    assert (line.remote, line.blocked, len(journey_lines(seat.workshop))) == (True, False, 5)
    address = reverse("prepare:journeys", args=[cast.programme.key, seat.workshop.number])
    assert "1 of 2 remote seats is taken." in cast.client(cast.facilitator).get(address).content.decode()


def test_no_letter_is_made_and_nobody_is_revealed_for_it(cast: Cast, seats: dict[str, Seat]) -> None:
    seat = afar(cast, seats[ONE])
    with pytest.raises(Refusal, match=r"prepare\.seat_remote"):
        make_letter(
            seat, "visa", "en", "pdf", account=cast.convener, reason="for the letter",
            by=cast.by(cast.convener, "prepare.letters"), now=timezone.now(),
        )  # fmt: skip
    assert (seat in persons_of(seat.workshop), Reveal.objects.count()) == (False, 0)


def test_the_room_counts_the_seat_like_any_other(cast: Cast, seats: dict[str, Seat]) -> None:
    seat = afar(cast, seats[ONE])
    assert dict(members_of(seat.workshop)) == {1: 3, 2: 3}


def test_the_plan_knows_how_many_and_the_freeze_counts_who_enters(
    cast: Cast, workshop: Workshop, seats: dict[str, Seat]
) -> None:
    for seat in seats.values():
        tell_entry(seat, "UA", "PL")
    by, now = cast.by(cast.convener, "select.change"), timezone.now()
    set_freeze_day(workshop, timezone.localdate(), by=by, now=now)
    afar(cast, seats[ONE])
    assert (count_afar(workshop), seats_unanswered(workshop)) == (1, 0)
    freeze_roster(workshop, by=by, now=now)
    assert sum(one.count for one in DelegationProfile.objects.filter(programme=cast.programme)) == 5
    actions.come_after_all(seats[ONE], by=by, now=now)
    assert (is_final(roster_of(workshop)), seats_unanswered(workshop)) == (False, 1)


def test_no_more_seats_are_remote_than_the_plan_offers(cast: Cast, seats: dict[str, Seat]) -> None:
    for alias in (ONE, "Wader 2 1"):
        afar(cast, seats[alias])
    with pytest.raises(Refusal, match=r"select\.remote_full"):
        afar(cast, seats["Wader 1 2"])
    with pytest.raises(Refusal, match=r"plan\.remote_taken"):
        set_hours(
            seats[ONE].workshop, zone="Europe/Lisbon", opens_at=time(9), closes_at=time(18), remote_seats=1,
            remote_zones=["Europe/Kyiv"], by=cast.by(cast.convener, "plan.change"), now=timezone.now(),
        )  # fmt: skip


def test_the_record_says_neither_whose_nor_which_way(cast: Cast, seats: dict[str, Seat]) -> None:
    by, now = cast.by(seats[ONE].account, "prepare.own"), timezone.now()
    afar(cast, seats[ONE])
    afar(cast, seats[ONE])
    actions.come_after_all(seats[ONE], by=by, now=now)
    found = Entry.objects.filter(deed="select.remote_changed")
    assert [(one.facts, one.side) for one in found] == [({"workshop": 1}, None)] * 2


def test_a_seat_from_afar_says_nothing_of_a_way_or_a_passport(cast: Cast, seats: dict[str, Seat]) -> None:
    seat = afar(cast, seats[ONE])
    with pytest.raises(Refusal, match=r"prepare\.seat_remote"):
        say(cast, seat)
    with pytest.raises(Refusal, match=r"select\.seat_remote"):
        tell_entry(seat, "UA", "UA")


def test_whoever_sits_there_takes_it_from_afar_and_comes_after_all(cast: Cast, seats: dict[str, Seat]) -> None:
    client, address = cast.client(seats[ONE].account), reverse("prepare:journey", args=[cast.programme.key])
    states = []
    for deed in ("afar", "come"):
        client.post(address, {"deed": deed})
        states.append((fresh(seats[ONE]).is_remote, "You take part from afar" in client.get(address).content.decode()))
    assert states == [(True, True), (False, False)]


def test_the_convener_seats_somebody_from_afar_by_alias_and_nobody_else_does(
    cast: Cast, seats: dict[str, Seat]
) -> None:
    seat = seats[ONE]
    address = reverse("prepare:journeys", args=[cast.programme.key, seat.workshop.number])
    answers = [
        cast.client(account).post(address, {"deed": "afar", "seat": str(seat.pk)}).status_code
        for account in (cast.facilitator, cast.convener)
    ]
    assert (answers, fresh(seat).is_remote) == ([404, 302], True)
    back = cast.client(cast.convener).post(address, {"deed": "come", "seat": "0"})
    assert (back.status_code, fresh(seat).is_remote) == (422, True)


def test_the_print_pack_makes_no_badge_for_whoever_is_not_in_the_room(cast: Cast, seats: dict[str, Seat]) -> None:
    seat = afar(cast, seats[ONE])
    address = reverse("prepare:print_pack", args=[cast.programme.key, seat.workshop.number])
    assert cast.client(cast.facilitator).get(address).context["seats"] == 5


def test_the_page_that_opens_a_session_says_how_many_sit_afar(cast: Cast, workshop: Workshop) -> None:
    seats = seat_everybody(cast, workshop)
    clear_to_open(workshop)
    adopt_kelman(cast)
    shown = []
    for _before_and_after in range(2):
        page = cast.client(cast.facilitator).get(reverse("convene:open", args=[cast.programme.key])).content.decode()
        shown.append("1 seat is taken from afar" in page)
        afar(cast, seats[ONE])
    assert shown == [False, True]
