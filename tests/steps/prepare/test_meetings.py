"""Meetings of one community: seen by it and the third party, told to calendars as an hour, in the record as a deed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from tests.cast import Cast
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.methods.record import Refusal
from tracktwo.site.path import walker_for
from tracktwo.steps.plan.actions.calendar import make_calendar_address
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.actions.meetings import arrange_meeting, call_off_meeting
from tracktwo.steps.prepare.models import Meeting
from tracktwo.steps.prepare.queries.meetings import access_meetings
from tracktwo.steps.prepare.waits.meetings import meetings_waiting


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    workshop = a_workshop(cast, timezone.localdate() + timedelta(days=40))
    seat_everybody(cast, workshop)
    return workshop


def arrange(cast: Cast, workshop: Workshop, side: int = 1, **said: object) -> Meeting:
    asked: dict[str, object] = {
        "day": timezone.localdate() + timedelta(days=10),
        "hour": time(17),
        "zone": "Europe/Vienna",
        "minutes": 90,
        "way": Meeting.Way.ONLINE,
    } | said
    return arrange_meeting(
        workshop,
        cast.programme.communities.get(number=side),
        cast.facilitator,
        **asked,
        by=cast.by(cast.convener, "prepare.meet"),
        now=timezone.now(),
    )


def page(cast: Cast, who, workshop: Workshop) -> str:
    address = reverse("prepare:meetings", args=[cast.programme.key, workshop.number])
    return cast.client(who).get(address).content.decode()


def test_only_the_community_that_meets_and_the_third_party_see_it(cast: Cast, workshop: Workshop) -> None:
    arrange(cast, workshop, side=1)
    readers = (cast.convener, cast.facilitator, cast.participants[1][0], cast.guarantors[1])
    others = (cast.participants[2][0], cast.guarantors[2])
    assert [access_meetings(who, cast.programme).count() for who in readers] == [1] * 4
    assert [access_meetings(who, cast.programme).count() for who in others] == [0] * 2
    assert ["17:00–18:30" in page(cast, who, workshop) for who in (*readers, *others)] == [True] * 4 + [False] * 2


def test_a_participant_without_a_seat_in_the_workshop_sees_none(cast: Cast, workshop: Workshop) -> None:
    arrange(cast, workshop)
    workshop.seats.filter(account=cast.participants[1][0]).update(withdrawn_on=timezone.localdate())
    assert not access_meetings(cast.participants[1][0], cast.programme).exists()


def test_the_record_says_neither_for_whom_nor_when(cast: Cast, workshop: Workshop) -> None:
    meeting = arrange(cast, workshop, side=2)
    last = list(list_entries(cast.programme.compartment.book))[-1]
    assert (last.deed, '"side":2' in last.leaf, meeting.begins_at.date().isoformat() in last.leaf) == (
        "prepare.meeting_arranged",
        False,
        False,
    )


def feed(cast: Cast, who) -> list[tuple[str, str, str]]:
    secret = make_calendar_address(who, cast.programme, language="en", now=timezone.now())
    content = cast.client(who).get(reverse("site:days", args=[secret])).content
    events = Calendar.from_ical(content).walk("VEVENT")
    return [
        (str(one["summary"]), str(one["status"]), str(one["dtstart"].dt.tzinfo))
        for one in events
        if "Prep" in one["summary"]
    ]


def test_calendars_of_those_who_may_know_get_a_number_and_an_hour(cast: Cast, workshop: Workshop) -> None:
    meeting = arrange(cast, workshop)
    own, other = cast.participants[1][0], cast.participants[2][0]
    assert (feed(cast, own), feed(cast, other)) == ([("Preparation of meeting 1", "CONFIRMED", "UTC")], [])
    call_off_meeting(meeting, by=cast.by(cast.convener, "prepare.meet"), now=timezone.now())
    assert feed(cast, own) == [("Preparation of meeting 1", "CANCELLED", "UTC")]


@pytest.mark.parametrize(
    ("zone", "before", "hour", "is_before"),
    [
        ("Pacific/Honolulu", 1, time(20), False),  # 15:00 of the first day in Tokyo
        ("Pacific/Auckland", 0, time(1), True),  # 22:00 of the evening before
        ("Asia/Tokyo", 1, time(23, 30), True),  # past midnight, and over before 9:30
        ("Asia/Tokyo", 0, time(8), True),  # over when the room opens
        ("Asia/Tokyo", 0, time(8, 1), False),
    ],
)
def test_a_meeting_is_over_when_the_room_opens_whatever_day_its_own_clocks_tell(
    cast: Cast, zone: str, before: int, hour: time, is_before: bool
) -> None:
    workshop = a_workshop(cast, date(timezone.localdate().year + 1, 6, 9))
    workshop.zone = "Asia/Tokyo"
    workshop.save()
    asked = {"zone": zone, "day": workshop.starts_on - timedelta(days=before), "hour": hour}
    if is_before:
        assert arrange(cast, workshop, **asked).zone == zone
        return
    with pytest.raises(Refusal, match=r"prepare\.meeting_day"):
        arrange(cast, workshop, **asked)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (lambda _workshop: {"day": date(2026, 1, 1)}, "prepare.meeting_day"),
        (lambda workshop: {"day": workshop.starts_on}, "prepare.meeting_day"),
        (lambda _workshop: {"zone": "Moon/Sea"}, "plan.zone_unknown"),
    ],
)
def test_a_meeting_lies_ahead_and_before_the_workshop(
    cast: Cast, workshop: Workshop, said: Callable[[Workshop], dict], code: str
) -> None:
    with pytest.raises(Refusal) as refused:
        arrange(cast, workshop, **said(workshop))
    assert (refused.value.code, Meeting.objects.count()) == (code, 0)


@pytest.mark.parametrize(("hour", "taken"), [(time(18), True), (time(18, 30), False), (time(15, 30), False)])
def test_a_facilitator_is_at_one_meeting_at_a_time(cast: Cast, workshop: Workshop, hour: time, taken: bool) -> None:
    arrange(cast, workshop, side=1)
    if taken:
        with pytest.raises(Refusal, match=r"prepare\.facilitator_taken"):
            arrange(cast, workshop, side=2, hour=hour)
    else:
        assert arrange(cast, workshop, side=2, hour=hour).pk


def test_what_was_called_off_takes_nobodys_hour_and_cannot_be_called_off_again(cast: Cast, workshop: Workshop) -> None:
    first, by = arrange(cast, workshop), cast.by(cast.convener, "prepare.meet")
    call_off_meeting(first, by=by, now=timezone.now())
    assert arrange(cast, workshop, side=2).pk
    with pytest.raises(Refusal, match=r"prepare\.meeting_gone"):
        call_off_meeting(first, by=by, now=timezone.now())


def test_the_home_announces_what_comes_and_says_which_community_waits(cast: Cast, workshop: Workshop) -> None:
    arrange(cast, workshop, side=1)
    waits = {
        who.alias: [(one.what, one.mine) for one in meetings_waiting(walker_for(cast.programme, who, timezone.now()))]
        for who in (cast.convener, cast.facilitator, cast.participants[1][0], cast.participants[2][0])
    }
    comes = "A meeting of one community before workshop 1"
    asks = ("Arrange a meeting with each community before workshop 1", True)
    assert list(waits.values()) == [[(comes, False), asks], [(comes, True), asks], [(comes, True)], []]


def test_the_page_arranges_and_calls_off(cast: Cast, workshop: Workshop) -> None:
    address = reverse("prepare:meetings", args=[cast.programme.key, workshop.number])
    day = timezone.localdate() + timedelta(days=12)
    said = {"community": 2, "facilitator": 0, "day": day.isoformat(), "hour": "09:15", "zone": "Asia/Tbilisi"}
    client = cast.client(cast.facilitator)
    client.post(address, said | {"minutes": 60, "way": "neutral"})
    meeting = Meeting.objects.get()
    assert (meeting.begins_at.hour, meeting.community.number) == (5, 2)
    client.post(address, {"off": meeting.pk})
    assert "called off" in page(cast, cast.facilitator, workshop)
    assert client.post(address, {"off": "nothing"}).status_code == 422
