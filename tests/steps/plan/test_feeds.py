"""A calendar that may lie open on a desk: two programs read it, and nothing in it tells who, where or what about."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import icalendar
import ics
import pytest
import vobject
from django.urls import reverse

from tests.cast import NOW, Cast
from tests.steps.plan.given import a_workshop, convener
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.steps.plan.actions import calendar, going
from tracktwo.steps.plan.models import CalendarAddress, Workshop

FIRST = date(2030, 3, 29)  # clocks in Lisbon change on 31 March 2030
WHY = "A consulate has closed its counter."
ICAL_JS = """
const ICAL = require(process.argv[1]).default ?? require(process.argv[1]);
const events = new ICAL.Component(ICAL.parse(require('fs').readFileSync(0, 'utf8'))).getAllSubcomponents('vevent');
for (const one of events) {
  const event = new ICAL.Event(one);
  console.log([event.uid, event.summary, event.startDate.toString(), event.sequence].join(' | '));
}
"""


def planned(cast: Cast) -> Workshop:
    workshop = a_workshop(cast, number=2, first=FIRST, last=FIRST + timedelta(days=3))
    return calendar.set_hours(
        workshop, zone="Europe/Lisbon", opens_at=time(9, 30), closes_at=time(18), remote_seats=0, remote_zones=[],
        by=convener(cast), now=NOW,
    )  # fmt: skip


def secret_of(cast: Cast, account: Account, language: str = "en") -> str:
    return calendar.make_calendar_address(account, cast.programme, language=language, now=NOW)


def feed(cast: Cast, account: Account, language: str = "en") -> str:
    address = reverse("site:days", args=[secret_of(cast, account, language)])
    answer = cast.client(None).get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return answer.content.decode()


def full(cast: Cast) -> str:
    return cast.client(cast.convener).get(reverse("plan:full_calendar", args=[cast.programme.key])).content.decode()


def by_vobject(text: str) -> dict[str, tuple[str, datetime | date, int, str]]:
    events = vobject.readOne(text).contents["vevent"]
    return {
        one.uid.value: (one.summary.value, one.dtstart.value, int(one.sequence.value), one.status.value)
        for one in events
    }


def by_ics(text: str) -> dict[str, tuple[str, datetime]]:
    return {one.uid: (one.name, one.begin.datetime) for one in ics.Calendar(text).events}


def test_two_programs_read_the_same_days_and_hours(cast: Cast) -> None:
    planned(cast)
    text = feed(cast, cast.participants[1][0])
    one, other = by_vobject(text), by_ics(text)
    assert one.keys() == other.keys()
    meetings = sorted(start for name, start, *_rest in one.values() if name == "Meeting 2")
    # 9:30 at the place, before and after its clocks change.
    assert meetings == [
        datetime(2030, 3, 29, 9, 30, tzinfo=UTC),
        datetime(2030, 3, 30, 9, 30, tzinfo=UTC),
        datetime(2030, 3, 31, 8, 30, tzinfo=UTC),
        datetime(2030, 4, 1, 8, 30, tzinfo=UTC),
    ]
    assert sorted(start for name, start in other.values() if name == "Meeting 2") == meetings


def test_the_reader_of_pythons_servers_finds_no_fault_in_it(cast: Cast) -> None:
    planned(cast)
    text = feed(cast, cast.convener)
    read = icalendar.Calendar.from_ical(text)
    events = read.walk("VEVENT")
    assert {str(one["UID"]) for one in events} == by_vobject(text).keys()
    assert [one.errors for one in [read, *events] if one.errors] == []
    assert [one for one in events if one.start > one.end] == []


def test_a_third_program_reads_it_too_where_it_is_installed(cast: Cast) -> None:
    node, place = shutil.which("node"), Path(__file__).parents[3] / "node_modules" / "ical.js"
    if node is None or not place.exists():
        pytest.skip("ical.js is not beside this checkout (npm install ical.js)")
    planned(cast)
    text = feed(cast, cast.convener)
    said = subprocess.run([node, "-e", ICAL_JS, str(place)], input=text, capture_output=True, text=True, check=True)
    assert {line.split(" | ")[0] for line in said.stdout.splitlines()} == by_vobject(text).keys()


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_the_feed_names_no_person_place_conflict_or_house(cast: Cast, language: str) -> None:
    planned(cast)
    text = feed(cast, cast.convener, language).replace("\r\n ", "")
    told = ["Porto", "Lisbon", "PT", "Heron", "Two rooms", "Community", "Track", "VTIMEZONE", "TZID", "ORGANIZER",
            "ATTENDEE", "LOCATION", "DESCRIPTION", "URL", "visa", "workshop", "Workshop", cast.programme.key]  # fmt: skip
    assert [word for word in told if word in text] == []


def test_the_convener_sees_every_deadline_as_a_number_and_a_participant_the_one_that_is_theirs(cast: Cast) -> None:
    planned(cast)
    due = {
        account.alias: sum(name.startswith("Due") for name, *_rest in by_vobject(feed(cast, account)).values())
        for account in (cast.convener, cast.participants[1][0])
    }
    assert list(due.values()) == [6, 1]


def test_a_change_keeps_the_entry_and_raises_its_sequence_and_a_cancelled_one_says_so(cast: Cast) -> None:
    workshop = planned(cast)
    before = by_vobject(feed(cast, cast.convener))
    going.call_off(workshop, standing="postponed", reason=WHY, by=convener(cast), now=NOW)
    off = by_vobject(feed(cast, cast.convener))
    assert {(sequence, status) for name, _start, sequence, status in off.values()} == {(2, "CANCELLED")}
    assert off.keys() <= before.keys()
    first, last = date(2030, 5, 6), date(2030, 5, 9)
    going.set_new_days(workshop, first=first, last=last, by=convener(cast), now=NOW)
    again = by_vobject(feed(cast, cast.convener))
    assert again.keys() == before.keys()
    assert {(sequence, status) for name, _start, sequence, status in again.values()} == {(3, "CONFIRMED")}


def test_the_fuller_calendar_carries_place_zone_and_deadlines_behind_the_door(cast: Cast) -> None:
    planned(cast)
    text = full(cast)
    names = {name for name, *_rest in by_vobject(text).values()}
    assert {"Workshop 2, Porto", "Workshop 2: apply for visas"} <= names
    assert ("BEGIN:VTIMEZONE" in text, "TZID:Europe/Lisbon" in text) == (True, True)
    start = min(start for name, start, *_rest in by_vobject(text).values() if name == "Workshop 2, Porto")
    assert start.astimezone(UTC) == datetime(2030, 3, 29, 9, 30, tzinfo=UTC)
    assert len(by_ics(text)) == len(by_vobject(text))


def test_a_place_without_a_zone_is_told_in_whole_days(cast: Cast) -> None:
    a_workshop(cast, number=1, first=FIRST, last=FIRST + timedelta(days=3)).save()
    Workshop.objects.update(city="")
    starts = [start for name, start, *_rest in by_vobject(feed(cast, cast.convener)).values() if name == "Meeting 1"]
    assert starts == [FIRST]


def test_an_address_that_was_ended_replaced_or_never_made_answers_like_none(cast: Cast) -> None:
    old = secret_of(cast, cast.convener)
    new = secret_of(cast, cast.convener)
    client = cast.client(None)
    assert [client.get(reverse("site:days", args=[one])).status_code for one in (old, "x" * 43, new)] == [404, 404, 200]
    calendar.end_calendar_address(cast.convener, cast.programme)
    assert client.get(reverse("site:days", args=[new])).status_code == 404


def test_whoever_no_longer_stands_inside_gets_nothing(cast: Cast) -> None:
    secret = secret_of(cast, cast.facilitator)
    Standing.objects.filter(account=cast.facilitator).delete()
    assert cast.client(None).get(reverse("site:days", args=[secret])).status_code == 404


def test_the_secret_is_shown_once_and_kept_as_a_digest(cast: Cast) -> None:
    address = reverse("plan:calendar_address", args=[cast.programme.key])
    shown = cast.client(cast.participants[1][0]).post(address).content.decode()
    kept = CalendarAddress.objects.get()
    secret = shown.split("/days/")[1].split(".ics")[0]
    assert (len(secret), secret in kept.digest, kept.account) == (43, False, cast.participants[1][0])
    assert (
        "/days/"
        not in cast.client(cast.participants[1][0])
        .get(reverse("plan:calendar", args=[cast.programme.key]))
        .content.decode()
    )
