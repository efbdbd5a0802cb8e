"""Journeys: the own list one thing at a time, everybody's by alias without a passport, what the host has done."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.policies import role_of
from tracktwo.methods.record import Refusal
from tracktwo.site.path import walker_for
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert import count_late
from tracktwo.steps.prepare.models import Readiness
from tracktwo.steps.prepare.queries import journey_lines, list_lines, needs_of, tasks_of
from tracktwo.steps.prepare.waits.readiness import arrangements_waiting
from tracktwo.steps.select.actions import tell_entry
from tracktwo.steps.select.models import Seat


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    return a_workshop(cast, timezone.localdate() + timedelta(days=60))


@pytest.fixture
def seats(cast: Cast, workshop: Workshop) -> dict[str, Seat]:
    return seat_everybody(cast, workshop)


@pytest.fixture
def seat(seats: dict[str, Seat]) -> Seat:
    return seats["Wader 1 1"]


def host(cast: Cast):
    return cast.by(cast.convener, "prepare.arrange")


def say(seat: Seat, **standings: str) -> None:
    own = role_of(seat.account, "prepare.own", seat.workshop.programme.compartment)
    actions.say_readiness(seat, standings, by=own, now=NOW)


def own_page(cast: Cast, seat: Seat, item: str = "") -> str:
    address = reverse("prepare:journey", args=[cast.programme.key])
    return cast.client(seat.account).get(f"{address}?item={item}").content.decode()


def grid(cast: Cast, workshop: Workshop) -> str:
    address = reverse("prepare:journeys", args=[cast.programme.key, workshop.number])
    return cast.client(cast.convener).get(address).content.decode()


def test_the_own_list_says_what_the_dated_rules_say_of_the_own_passport(cast: Cast, seat: Seat) -> None:
    tell_entry(seat, "UA", "UA")
    entry, transit, leaving = (own_page(cast, seat, item) for item in ("entry", "transit", "exit"))
    assert ("No visa is needed" in entry, "Passport Index dataset" in entry) == (True, True)
    assert ("By way of Poland" in transit, "men of an age to serve" in leaving) == (True, True)


def test_without_a_passport_said_the_page_leads_to_the_seat(cast: Cast, seat: Seat) -> None:
    page = own_page(cast, seat)
    assert ("Say it on the page of your seat" in page, reverse("select:seat", args=[cast.programme.key]) in page) == (
        True,
        True,
    )


def test_one_thing_is_asked_at_a_time_and_the_next_follows(cast: Cast, seat: Seat) -> None:
    address = reverse("prepare:journey", args=[cast.programme.key])
    client, asked = cast.client(seat.account), []
    for _step in range(7):
        page = client.get(address).content.decode()
        asked.append(re.search(r'name="item" value="(\w+)"', page)[1])
        client.post(address, {"item": asked[-1], "standing": "ready"})
    assert sorted(asked) == sorted(Readiness.Item.values)
    assert "Your way is clear" in client.get(address).content.decode()


def test_what_is_blocked_says_by_code_what_it_lacks_and_the_code_goes_with_the_block(cast: Cast, seat: Seat) -> None:
    address = reverse("prepare:journey", args=[cast.programme.key])
    client = cast.client(seat.account)
    client.post(address, {"item": "ticket", "standing": "blocked", "lack": "money"})
    blocked = "! money" in grid(cast, seat.workshop)
    client.post(address, {"item": "ticket", "standing": "ready", "lack": "money"})
    assert (blocked, Readiness.objects.get(seat=seat, item="ticket").lack) == (True, "")


def test_ready_and_not_needed_look_alike_and_no_page_of_others_tells_a_passport(
    cast: Cast, seats: dict[str, Seat], workshop: Workshop
) -> None:
    """Two seats, one that needs no visa and one that has got it: their rows are the same letter by letter."""
    free, asked = seats["Wader 1 1"], seats["Wader 1 2"]
    tell_entry(free, "UA", "UA")
    tell_entry(asked, "RU", "RU")
    say(free, entry="not_needed")
    say(asked, entry="ready")
    page = grid(cast, workshop)
    rows = [page.split(f'<th scope="row">{alias}</th>')[1].split("</tr>")[0] for alias in ("Wader 1 1", "Wader 1 2")]
    assert rows[0] == rows[1]


def test_before_anybody_speaks_every_row_is_the_same_whatever_the_passport(
    seats: dict[str, Seat], workshop: Workshop
) -> None:
    for seat, passport in zip(seats.values(), ("UA", "RU", "PT", "GE", "UA", "RU"), strict=False):
        tell_entry(seat, passport, passport)
    assert len({line.cells for line in journey_lines(workshop)}) == 1


def test_days_of_ones_own_are_counted_over_everybody(seats: dict[str, Seat], workshop: Workshop) -> None:
    """Sixty days before: a visa of a hundred and twenty days is late with its letter, papers are late for all."""
    tell_entry(seats["Wader 1 1"], "RU", "RU")
    lines, today = journey_lines(workshop), timezone.localdate()
    tasks = tasks_of(seats.values())
    late = [task.kind for task in tasks[seats["Wader 1 1"]] if task.next_day(begun=False) < today]
    assert (sorted(late), count_late(tasks, lines, today)) == (["entry", "letter", "papers"], 6 + 2)


def test_the_host_settles_its_own_things_for_several_at_once(
    cast: Cast, seats: dict[str, Seat], workshop: Workshop
) -> None:
    chosen = [str(seats[alias].pk) for alias in ("Wader 1 1", "Wader 2 1")]
    address = reverse("prepare:journeys", args=[cast.programme.key, workshop.number])
    cast.client(cast.convener).post(address, {"item": "letter", "standing": "ready", "seats": chosen})
    leaf = Entry.objects.get(deed="prepare.line_settled").leaf
    assert ('"item":"letter"' in leaf, '"seats":2' in leaf, "Wader" in leaf) == (True, True, False)
    assert [need.standing for need in needs_of(seats["Wader 1 1"]) if need.item == "letter"] == ["ready"]


@pytest.mark.parametrize(("item", "standing"), [("exit", "ready"), ("ticket", "blocked")])
def test_what_only_the_traveller_knows_the_host_does_not_settle(
    cast: Cast, seat: Seat, item: str, standing: str
) -> None:
    with pytest.raises(Refusal, match=r"prepare\.line_not_the_hosts"):
        actions.settle_line([seat], item, standing, by=host(cast), now=NOW)
    assert not seat.readiness.exists()


def test_nobody_ticked_is_refused(cast: Cast) -> None:
    with pytest.raises(Refusal, match=r"prepare\.nobody_chosen"):
        actions.settle_line([], "letter", "ready", by=host(cast), now=NOW)


def test_what_the_host_has_to_do_waits_on_the_conveners_home_only(cast: Cast, seats: dict[str, Seat]) -> None:
    waits = [
        [one.what for one in arrangements_waiting(walker_for(cast.programme, who, timezone.now()))]
        for who in (cast.convener, cast.facilitator)
    ]
    assert waits == [["“Letter of invitation in hand” is open for 6 seats"], []]


def test_what_was_said_of_a_journey_goes_with_it_and_with_the_seat(cast: Cast, seats: dict[str, Seat]) -> None:
    kept, given_up = seats["Wader 1 1"], seats["Wader 1 2"]
    for seat in (kept, given_up):
        say(seat, exit="blocked")
    Seat.objects.filter(pk=given_up.pk).update(withdrawn_on=NOW.date())
    went = [actions.forget_journeys(timezone.now() + timedelta(days=days)) for days in (0, 90)]
    assert (went, Readiness.objects.count()) == ([1, 1], 0)


def test_the_rail_counts_the_seats_in_as_many_queries_for_six_as_for_two(
    cast: Cast, seats: dict[str, Seat], workshop: Workshop, django_assert_max_num_queries
) -> None:
    for seat in seats.values():
        say(seat, **dict.fromkeys(Readiness.Item.values, "ready"))
    with django_assert_max_num_queries(6):
        assert {line.settled for line in list_lines(workshop)} == {7}


def test_the_journeys_of_a_workshop_that_is_not_there_are_unknown(cast: Cast) -> None:
    address = reverse("prepare:journeys", args=[cast.programme.key, 99])
    assert cast.client(cast.convener).get(address).status_code == 404
