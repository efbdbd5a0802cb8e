"""Conventions as a calendar or JSON: what is told of an entry, and what is refused at which entry and property."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.data import tables
from tracktwo.data.refusals import say
from tracktwo.exchange.convention_entries import write_calendar, write_json
from tracktwo.exchange.conventions import read_conventions
from tracktwo.methods.dates import Edition
from tracktwo.methods.record import Refusal, Refusals

LISBON = [
    "SUMMARY:EISA Conference 2026",
    "DTSTART;VALUE=DATE:20260901",
    "DTEND;VALUE=DATE:20260905",
    "LOCATION:Gulbenkian\\, Lisbon\\, PT",
    "STATUS:CONFIRMED",
    "URL:https://eisa-net.org",
    "ORGANIZER;CN=Heron:mailto:heron@example.org",
    "ATTENDEE:mailto:wagtail@example.org",
    "DESCRIPTION:Heron told Wagtail",
]
GOOD = {
    "association": "EISA",
    "convention": "Conference",
    "edition": 2026,
    "city": "Lisbon",
    "country": "PT",
    "start": "2026-09-01",
    "end": "2026-09-04",
    "status": "held",
}


def calendar(*events: list[str]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//b//EN"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def changed(was: str, becomes: str) -> list[str]:
    return [becomes if line.startswith(was) else line for line in LISBON]


def refused(content: bytes) -> list[tuple[str, object, object]]:
    with pytest.raises(Refusal) as caught:
        read_conventions(content)
    each = caught.value.each if isinstance(caught.value, Refusals) else (caught.value,)
    assert all(say(one) for one in each)
    return [(one.code, one.params.get("row"), one.params.get("column")) for one in each]


def test_an_entry_of_any_calendar_becomes_an_edition_and_nobody_in_it_is_read() -> None:
    assert read_conventions(calendar(LISBON)) == (
        Edition(
            *("EISA", "EISA Conference", "2026", "Lisbon", "PT", date(2026, 9, 1), date(2026, 9, 4), "confirmed"),
            source="https://eisa-net.org",
        ),
    )


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("DTEND:20260904T170000Z", "2026-09-01", "2026-09-04"),
        ("DTEND;VALUE=DATE:20260901", "2026-09-01", "2026-09-01"),
        ("DURATION:P4D", "2026-09-01", "2026-09-04"),
        ("X-NOTHING:1", "2026-09-01", "2026-09-01"),
    ],
)
def test_the_last_day_is_told_from_every_way_of_writing_it(line: str, start: str, end: str) -> None:
    edition = read_conventions(calendar(changed("DTEND", line)))[0]
    assert (edition.start.isoformat(), edition.end.isoformat()) == (start, end)


def test_hours_belong_to_the_day_of_the_place() -> None:
    late = changed("DTSTART", "DTSTART;TZID=Europe/Lisbon:20260901T233000")
    assert read_conventions(calendar(late))[0].start == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("line", "status"), [("STATUS:TENTATIVE", "provisional"), ("STATUS:CANCELLED", "cancelled"), ("X:1", "provisional")]
)
def test_what_is_not_confirmed_is_provisional(line: str, status: str) -> None:
    assert read_conventions(calendar(changed("STATUS", line)))[0].status == status


def test_an_entry_without_a_place_has_an_open_venue_and_online_stays_online() -> None:
    places = [changed("LOCATION", "X:1"), [*changed("LOCATION", "LOCATION:Online"), "X-TRACKTWO-EDITION:2"]]
    found = read_conventions(calendar(*places))
    assert [(one.venue_is_open, one.is_online) for one in found] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    ("was", "becomes", "code", "column"),
    [
        ("DTSTART", "DTSTART:someday", "entry.day_missing", "DTSTART"),
        ("DTSTART", "X:1", "entry.day_missing", "DTSTART"),
        ("DTSTART", "DTSTART;VALUE=DATE:18260901", "entry.day", "DTSTART"),
        ("DTEND", "DTEND;VALUE=DATE:20260829", "entry.ends_before_start", "DTEND"),
        ("DTEND", "DTEND;VALUE=DATE:20260931", "entry.day_missing", "DTEND"),
        ("LOCATION", "LOCATION:Lisbon", "entry.place", "LOCATION"),
        ("LOCATION", "LOCATION:Lisbon\\, Portugal", "entry.place", "LOCATION"),
        ("STATUS", "STATUS:PERHAPS", "entry.choice", "STATUS"),
        ("SUMMARY", "X:1", "entry.blank", "X-TRACKTWO-ASSOCIATION"),
        ("URL", "RRULE:FREQ=YEARLY", "entry.repeats", "RRULE"),
        ("URL", "COMMENT:" + "x" * 2_001, "entry.too_long", "note"),
    ],
)
def test_a_bad_entry_of_a_calendar_is_refused_at_its_number_and_property(
    was: str, becomes: str, code: str, column: str
) -> None:
    other = [line.replace("EISA", "APSA") for line in LISBON]
    assert (code, 2, column) in refused(calendar(other, changed(was, becomes)))


@pytest.mark.parametrize(
    ("key", "said", "code"),
    [
        ("start", "01.09.2026", "entry.day"),
        ("end", "2026-08-30", "entry.ends_before_start"),
        ("country", "Portugal", "entry.country"),
        ("status", "perhaps", "entry.choice"),
        ("city", "", "entry.blank"),
        ("convention", None, "entry.blank"),
        ("edition", [2026], "entry.not_words"),
        ("edition", True, "entry.not_words"),
        ("note", "a\x00b", "entry.control"),
    ],
)
def test_a_bad_object_is_refused_at_its_number_and_key(key: str, said: object, code: str) -> None:
    content = json.dumps([{**GOOD, "edition": 1}, {**GOOD, key: said}]).encode()
    assert refused(content) == [(code, 2, key)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"BEGIN:VCALENDAR\r\nnonsense\r\n", "conventions.not_calendar"),
        (calendar(), "conventions.no_entries"),
        (b"{not json", "conventions.not_json"),
        (b"[", "conventions.not_json"),
        (b'{"conventions": 3}', "conventions.not_a_list"),
        (b"[]", "conventions.no_entries"),
        (b"[3]", "entry.not_an_object"),
        (json.dumps([GOOD, {**GOOD, "guest": "Heron"}]).encode(), "entry.key_unknown"),
        (json.dumps([GOOD, GOOD]).encode(), "entry.edition_repeated"),
        (json.dumps([{**GOOD, "edition": n} for n in range(2_001)]).encode(), "table.too_many_rows"),
    ],
)
def test_what_is_no_such_file_is_refused_whole(content: bytes, code: str) -> None:
    assert refused(content)[0][0] == code


def test_a_refusal_never_repeats_what_the_file_says() -> None:
    with pytest.raises(Refusals) as caught:
        read_conventions(json.dumps([{**GOOD, "Heron": 1, "status": "Wagtail"}]).encode())
    assert [word for word in ("Heron", "Wagtail") if word in " ".join(map(say, caught.value.each))] == []


@pytest.mark.parametrize("write", [write_calendar, write_json])
def test_the_list_of_the_house_is_read_back_equal(write) -> None:
    editions = read_conventions(tables.conventions_csv())
    assert read_conventions(write(editions)) == editions


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")), max_size=20
)


@settings(max_examples=50)
@given(st.lists(st.tuples(WORDS, WORDS, st.dates(date(1991, 1, 1), date(2089, 1, 1))), max_size=4))
def test_any_words_are_written_and_read_back_or_refused(said) -> None:
    editions = [
        Edition("A", f"x {name}".strip(), str(n), "Porto", "PT", day, day, "held", note=note.strip())
        for n, (name, note, day) in enumerate(said)
    ]
    for write in (write_calendar, write_json):
        try:
            assert [one.start for one in read_conventions(write(editions))] == [one.start for one in editions]
        except Refusal as refusal:
            assert editions == [] or refusal.code == "several"


@settings(max_examples=100)
@given(st.binary(max_size=120))
def test_any_bytes_that_begin_like_a_calendar_are_read_or_refused(content: bytes) -> None:
    for beginning in (b"BEGIN:VCALENDAR\r\n", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:", b"[", b'{"editions":'):
        with pytest.raises(Refusal):
            read_conventions(beginning + content + b"\r\n")
