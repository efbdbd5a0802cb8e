"""Days of sittings are days of the clock at the place: a house in UTC ends an evening in Chicago not at 18:00 there."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import add_workshop, adopt_kelman, take_seats, token
from tests.steps.convene.test_convene_convention import held_before, someone, url
from tests.steps.convene.test_convene_pages import Forms, page, walker, whats
from tracktwo.data.do_no_harm import ITEMS
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Caucus, PlannedSession, Session
from tracktwo.steps.convene.path import state
from tracktwo.steps.convene.queries import may_sit, next_planned, next_planned_of, seat_of_today, workshop_of_the_day
from tracktwo.steps.plan.actions import going
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.path import waiting as waiting_in_the_plan
from tracktwo.steps.prepare.actions import sign_harm, take_back_harm

DAY = timedelta(days=1)
WEST, EAST = "America/Chicago", "Asia/Tokyo"


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    """It ended yesterday; its convention runs from today for four days. In Chicago."""
    adopt_kelman(cast)
    found = held_before(cast, -3, (0, 3))
    take_seats(cast, found, (6, 6))
    return at_place(found, WEST)


@pytest.fixture
def evening(workshop: Workshop) -> PlannedSession:
    return evening_of(workshop, 0)


@pytest.fixture
def last_evening(workshop: Workshop) -> PlannedSession:
    return evening_of(workshop, 3)


def at_place(workshop: Workshop, zone: str) -> Workshop:
    workshop.zone = zone
    workshop.save()
    return workshop


def evening_of(workshop: Workshop, days: int, side: int | None = None) -> PlannedSession:
    phases = ["close_and_reentry"]
    return actions.add_planned(workshop, timezone.localdate() + days * DAY, time(18, 30), 60, phases, side)


def utc(days: int, hour: int, minute: int = 40) -> datetime:
    """So many days from today, by the clock of the house."""
    return datetime.combine(timezone.localdate() + days * DAY, time(hour, minute), UTC)


def stand_at(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)


def open_it(cast: Cast, planned: PlannedSession, now: datetime) -> Session | Caucus | None:
    return actions.open_planned(planned, by=cast.by(cast.facilitator, "convene.run"), now=now, token=token())


def test_an_evening_far_west_is_the_next_sitting_until_the_day_ends_there(
    cast: Cast, workshop: Workshop, evening: PlannedSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = utc(1, 0)
    assert (next_planned(workshop, now), next_planned_of(workshop, now, 2)) == (evening, evening)
    assert next_planned(workshop, utc(1, 6)) is None
    stand_at(monkeypatch, now)
    assert "18:30–19:30" in page(cast.client(someone(workshop)), url(cast, "room"))
    hazel = cast.client(cast.facilitator)
    assert hazel.get(url(cast, "open")).context["planned"] == evening
    assert (whats(cast, cast.facilitator), state(walker(cast, cast.facilitator)).words) == (
        [("Open the session of workshop 1", True)],
        "Waiting for the facilitator",
    )


def test_on_the_last_evening_far_west_the_room_is_there_and_its_sitting_opens(
    cast: Cast, workshop: Workshop, last_evening: PlannedSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch, utc(4, 0))
    phone, hazel = cast.client(someone(workshop)), cast.client(cast.facilitator)
    assert "18:30–19:30" in page(phone, url(cast, "room"))
    seat = seat_of_today(someone(workshop), timezone.now())
    assert seat is not None and seat.workshop == workshop
    shown = page(hazel, url(cast, "session_plan", workshop.number, last_evening.number))
    assert hazel.post(url(cast, "open_planned"), dict(Forms(shown).found)[url(cast, "open_planned")]).status_code == 302
    assert Session.objects.get().workshop == workshop


def test_on_the_last_evening_far_west_a_community_may_sit_alone(cast: Cast, workshop: Workshop) -> None:
    assert isinstance(open_it(cast, evening_of(workshop, 3, side=1), utc(4, 0)), Caucus)


def test_when_the_last_day_has_ended_there_nothing_opens(
    cast: Cast, workshop: Workshop, last_evening: PlannedSession
) -> None:
    now = utc(4, 6)
    assert (workshop_of_the_day(cast.programme, now), may_sit(workshop, now)) == (None, False)
    with pytest.raises(Refusal, match=r"convene\.not_its_day"):
        open_it(cast, last_evening, now)


def test_far_east_a_morning_is_of_its_own_day_while_the_house_has_yesterday(
    cast: Cast, workshop: Workshop, last_evening: PlannedSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_place(workshop, EAST)
    passed = evening_of(workshop, 1)
    morning = actions.add_planned(workshop, timezone.localdate() + 2 * DAY, time(8, 30), 60, ["opening"])
    now = utc(1, 23)  # 08:40 in Tokyo of the day after
    assert next_planned(workshop, now) == morning != passed
    over = utc(3, 15)
    assert (workshop_of_the_day(cast.programme, over), next_planned(workshop, over)) == (None, None)
    stand_at(monkeypatch, now)
    hazel = cast.client(cast.facilitator)
    assert url(cast, "open_planned") in dict(Forms(page(hazel, url(cast, "session_plan", 1, morning.number))).found)


def test_each_workshop_begins_and_ends_by_its_own_clock(cast: Cast, workshop: Workshop) -> None:
    east = at_place(held_before(cast, 3, (6, 8)), EAST)
    assert workshop_of_the_day(cast.programme, utc(2, 14)) == workshop
    assert workshop_of_the_day(cast.programme, utc(2, 15)) == east  # its first day has begun there
    later = at_place(add_workshop(cast, starts_in=9), WEST)
    assert workshop_of_the_day(cast.programme, utc(8, 14)) == east
    assert workshop_of_the_day(cast.programme, utc(8, 15)) == later
    assert workshop_of_the_day(cast.programme, utc(12, 4)) == later
    assert workshop_of_the_day(cast.programme, utc(12, 6)) is None


@pytest.mark.parametrize(
    ("zone", "city", "days"), [(WEST, "Tokyo", 0), ("", "Tokyo", 1), ("", "Chicago", 0), ("", "A town", 1), ("", "", 1)]
)
def test_without_a_zone_the_city_tells_the_day_and_without_either_the_house(zone: str, city: str, days: int) -> None:
    assert day_at(Workshop(zone=zone, city=city), utc(1, 0)) == timezone.localdate() + days * DAY


def test_whoever_waits_is_told_when_the_day_ends_at_the_place(
    cast: Cast, workshop: Workshop, evening: PlannedSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tag(hour: int) -> str:
        stand_at(monkeypatch, start + timedelta(hours=hour))
        return str(cast.client(someone(workshop)).get(url(cast, "room_now"))["ETag"])

    start = utc(1, 0)
    assert tag(1) == tag(2) != tag(6)


def test_the_door_asks_once_for_the_workshop_of_the_day(
    cast: Cast, workshop: Workshop, django_assert_num_queries: Any
) -> None:
    for days in (-9, 20, 120):
        held_before(cast, days, (days + 3, days + 6))
    with django_assert_num_queries(1):
        assert workshop_of_the_day(cast.programme, utc(4, 0)) == workshop


def test_on_the_last_evening_far_west_signature_and_go_can_still_be_given(cast: Cast, workshop: Workshop) -> None:
    guarantor: Account = cast.guarantors[1]
    by, now, over = cast.by(guarantor, "prepare.sign_harm"), utc(4, 0), utc(4, 6)
    every = [item.code for item in ITEMS]
    take_back_harm(workshop, account=guarantor, by=by, now=now)
    with pytest.raises(Refusal, match=r"prepare\.workshop_over"):
        sign_harm(workshop, every, account=guarantor, by=by, now=over)
    sign_harm(workshop, every, account=guarantor, by=by, now=now)
    planner = cast.by(cast.convener, "plan.change")
    with pytest.raises(Refusal, match=r"plan\.workshop_begun"):
        going.ask_go(workshop, by=planner, now=over)
    going.ask_go(workshop, by=planner, now=now)


def test_the_last_evening_far_west_asks_nobody_to_close(
    cast: Cast, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def asked(now: datetime) -> bool:
        stand_at(monkeypatch, now)
        return "Close workshop 1" in [one.what for one in waiting_in_the_plan(walker(cast, cast.convener))]

    now, over = utc(4, 0), utc(4, 6)
    assert (asked(now), asked(over)) == (False, True)
