"""Step 4, like step 2, is of the workshop whose last day has not ended at its place, whatever the house's clock says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.test_convene_pages import walker
from tests.steps.workshops import a_workshop, noon, seat_everybody
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import next_workshop, workshops_to_close
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.path import state
from tracktwo.steps.prepare.queries import layers_of, list_asked, workshops_travelled
from tracktwo.steps.prepare.queries.contacts import check_ins_of, workshops_to_follow
from tracktwo.steps.prepare.queries.meetings import workshops_met
from tracktwo.steps.programme.actions import adopt_rules
from tracktwo.steps.select.actions import forget_entries, set_freeze_day, tell_entry, withdraw
from tracktwo.steps.select.models import EntryClass, Nomination, Seat
from tracktwo.steps.select.queries import own_seats_ahead, rosters_ahead, workshop_to_fill

LAST = date(2027, 5, 9)
WEST, EAST = "America/Chicago", "Asia/Tokyo"
EVENING_THERE = datetime(2027, 5, 10, 2, tzinfo=UTC)  # 21:00 of the last day in Chicago
FAR_WEST, FAR_EAST = "America/Los_Angeles", "Pacific/Auckland"
HALF_PAST_FIVE = datetime(2027, 5, 10, 0, 30, tzinfo=UTC)  # 17:30 of the last day in Los Angeles
ONE_AT_NIGHT = datetime(2027, 5, 9, 13, tzinfo=UTC)  # 01:00 of the day after in Auckland
BOTH = pytest.mark.parametrize(
    ("zone", "now", "is_over"), [(FAR_WEST, HALF_PAST_FIVE, False), (FAR_EAST, ONE_AT_NIGHT, True)]
)
MORNING_AFTER = datetime(2027, 5, 9, 16, tzinfo=UTC)  # 01:00 of the day after in Tokyo


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    found = a_workshop(cast, LAST - timedelta(days=2))
    found.ends_on = LAST
    found.save()
    seat_everybody(cast, found)
    return found


def at(workshop: Workshop, zone: str, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.zone = zone
    workshop.save()
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.mark.parametrize(("zone", "now", "is_over"), [(WEST, EVENING_THERE, False), (EAST, MORNING_AFTER, True)])
def test_the_day_at_the_place_decides_which_workshop_is_under_way(
    cast: Cast, workshop: Workshop, zone: str, now: datetime, is_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(workshop, zone, now, monkeypatch)
    programme, none = cast.programme, None if is_over else workshop
    assert next_workshop(programme, now) == none
    assert workshops_to_close(programme, now) == ([workshop] if is_over else [])
    assert [bool(found(programme, now)) for found in (workshops_travelled, workshops_met)] == [not is_over, not is_over]
    assert (state(walker(cast, cast.convener)).state == "not-begun") is is_over
    facts = (("plan:about", "next_workshop"), ("prepare:about", "workshop"))
    for name, fact in facts:
        answer = cast.client(cast.participants[1][0]).get(reverse(name, args=[programme.key]))
        assert answer.context[fact] == none


@pytest.mark.parametrize(("zone", "now", "is_over"), [(WEST, EVENING_THERE, False), (EAST, MORNING_AFTER, True)])
def test_a_page_of_a_workshop_says_that_it_is_over_when_it_is_over_there(
    cast: Cast, workshop: Workshop, zone: str, now: datetime, is_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(workshop, zone, now, monkeypatch)
    key, convener = cast.programme.key, cast.client(cast.convener)
    told = [
        convener.get(reverse(f"prepare:{name}", args=[key, workshop.number])).context["over"]
        for name in ("rooms", "journeys", "letters")
    ]
    own = cast.client(cast.participants[1][0]).get(reverse("prepare:consents", args=[key]) + "?workshop=1")
    assert [*told, own.context["over"]] == [is_over] * 4


def refused(deed: Callable[[], object]) -> str:
    """The code of the refusal, empty where the deed was done."""
    try:
        deed()
    except Refusal as refusal:
        return refusal.code
    return ""


@BOTH
def test_a_seat_signs_says_and_stays_away_for_as_long_as_the_last_day_there(
    cast: Cast, workshop: Workshop, zone: str, now: datetime, is_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.remote_seats = 1
    at(workshop, zone, now, monkeypatch)
    by = cast.by(cast.convener, "programme.change")
    rules = adopt_rules(cast.programme, {"en": ["Speak for yourself."]}, by=by, now=now)
    seat = Seat.objects.filter(account=cast.participants[1][0]).get()
    own, composing = cast.by(seat.account, "prepare.own"), cast.by(cast.convener, "prepare.compose")
    codes = [
        refused(lambda: actions.sign_rules(seat, rules.version, by=own, now=now)),
        refused(lambda: actions.say_readiness(seat, {"ticket": "ready"}, by=own, now=now)),
        refused(lambda: actions.take_from_afar(seat, by=own, now=now)),
        refused(lambda: actions.ask_rooms(workshop, rooms=1, rounds=1, interpreters=[], by=composing, now=now)),
    ]
    over = "prepare.workshop_over"
    assert codes == ([over, over, "select.seat_gone", over] if is_over else [""] * 4)


@BOTH
def test_whether_one_takes_part_is_asked_for_as_long_as_the_last_day_there(
    cast: Cast, workshop: Workshop, zone: str, now: datetime, is_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(workshop, zone, now, monkeypatch)
    seat = Seat.objects.filter(account=cast.participants[1][0]).get()
    asked = "taking_part" in [layer.product for layer in layers_of(seat, now)]
    counted = ("taking_part", None) in [key for key, _label in list_asked(workshop, now)]
    ahead = own_seats_ahead(cast.programme, seat.account, now) == [seat]
    assert [asked, counted, ahead] == [not is_over] * 3


def test_what_is_kept_of_people_is_destroyed_only_where_the_last_day_has_ended_everywhere(
    cast: Cast, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(workshop, FAR_WEST, HALF_PAST_FIVE, monkeypatch)
    seat = Seat.objects.filter(account=cast.participants[1][0]).get()
    actions.say_tongues(seat, ["uk"])
    actions.say_readiness(seat, {"exit": "blocked"}, by=cast.by(seat.account, "prepare.own"), now=HALF_PAST_FIVE)
    tell_entry(seat, "UA", "UA")
    forgetting = (actions.forget_rooms, actions.forget_journeys, forget_entries)
    while_it_sits = [forget(HALF_PAST_FIVE) for forget in forgetting]
    assert (while_it_sits, [forget(noon(LAST, after=1)) for forget in forgetting]) == ([0, 0, 0], [1, 1, 1])


def test_whoever_withdraws_on_the_last_evening_there_gives_up_the_seat(
    cast: Cast, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(workshop, FAR_WEST, HALF_PAST_FIVE, monkeypatch)
    seat = Seat.objects.filter(account=cast.participants[1][0]).get()
    EntryClass.objects.create(seat=seat, passport="UA", residence="UA")
    nomination = Nomination.objects.create(
        programme=cast.programme,
        community=seat.community,
        account=seat.account,
        person=uuid4(),
        way=Nomination.Way.CONVENER,
        state=Nomination.State.CONSENTED,
        proposed_on=LAST,
    )
    withdraw(nomination, by=cast.by(seat.account, "prepare.own"), now=HALF_PAST_FIVE)
    seat.refresh_from_db()
    assert (seat.withdrawn_on is not None, EntryClass.objects.exists()) == (True, False)


@pytest.mark.parametrize(("zone", "now", "is_due"), [(FAR_WEST, HALF_PAST_FIVE, False), (FAR_EAST, ONE_AT_NIGHT, True)])
def test_a_check_in_is_due_from_its_day_at_the_place(
    cast: Cast, workshop: Workshop, zone: str, now: datetime, is_due: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Two weeks after the last day at both: in the west it is still the evening before, in the east past midnight.
    now += timedelta(days=13)
    at(workshop, zone, now, monkeypatch)
    seat = Seat.objects.filter(account=cast.participants[1][0]).get()
    by = cast.by(seat.account, "prepare.own")
    code = refused(lambda: actions.answer_check_in(seat, weeks=2, is_safe=True, by=by, now=now))
    asks = check_ins_of(seat, now)[0].state != "ahead"
    assert (code == "", asks) == (is_due, is_due)


@BOTH
def test_people_are_followed_from_the_day_after_there_for_26_weeks(
    cast: Cast, workshop: Workshop, zone: str, now: datetime, is_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(workshop, zone, now, monkeypatch)
    late = now + timedelta(weeks=26)
    followed = [workshop in workshops_to_follow(cast.programme, moment) for moment in (now, late)]
    assert followed == [is_over, not is_over]


@pytest.mark.parametrize(
    ("zone", "now", "has_begun"), [(FAR_WEST, HALF_PAST_FIVE, False), (FAR_EAST, ONE_AT_NIGHT, True)]
)
def test_a_cohort_can_be_found_and_frozen_until_the_first_day_there(
    cast: Cast, zone: str, now: datetime, has_begun: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    coming = a_workshop(cast, LAST + timedelta(days=1))
    at(coming, zone, now, monkeypatch)
    to_fill = workshop_to_fill(cast.programme, now)
    seat_everybody(cast, coming)
    found = [to_fill == coming, coming in rosters_ahead(cast.programme, now)]
    by = cast.by(cast.convener, "select.change")
    code = refused(lambda: set_freeze_day(coming, LAST, by=by, now=now))
    assert ([*found, code == ""]) == [not has_begun] * 3
