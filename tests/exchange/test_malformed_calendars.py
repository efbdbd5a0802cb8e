"""Malformed calendars of conventions, as a table, as .ics and as JSON: each refused at its row or entry and its column
or property, with a way out in three languages, and without repeating what somebody wrote.
"""

from __future__ import annotations

import json

import pytest
from tests.exchange.test_bad_pools import BAD
from tests.exchange.test_planning_malformed import MALFORMED

from tracktwo.cli.methods.tongue import LANGUAGES, choose_tongue
from tracktwo.data.refusals import say
from tracktwo.exchange.conventions import read_conventions
from tracktwo.methods.record import Refusal, Refusals

GOOD = {
    "association": "EISA", "convention": "Conference", "edition": "2026", "city": "Lisbon", "country": "PT",
    "start": "2026-09-01", "end": "2026-09-04", "status": "held",
}  # fmt: skip
EVENT = {"SUMMARY": "EISA Conference 2026", "DTSTART;VALUE=DATE": "20260901", "LOCATION": "Lisbon, PT"}


def table(**changed: str) -> str:
    """A good row, and one that is changed."""
    second = GOOD | {"edition": "2027"} | changed
    return "\n".join(",".join(line) for line in (GOOD, GOOD.values(), second.values())) + "\n"


def listed(**changed: object) -> str:
    return json.dumps([GOOD, GOOD | {"edition": "2027"} | changed])


def calendar(*dropped: str, **changed: str) -> str:
    """A good entry, and one that is changed; ``_`` in a name stands for ``-``."""
    told = (
        EVENT | {"SUMMARY": "EISA Conference 2027"} | {name.replace("_", "-"): said for name, said in changed.items()}
    )
    events = [EVENT, {name: said for name, said in told.items() if name not in dropped}]
    lines = [
        line for event in events for line in ("BEGIN:VEVENT", *(f"{n}:{s}" for n, s in event.items()), "END:VEVENT")
    ]
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines, "END:VCALENDAR", ""))


# What, the content, the code, the row or entry, the column or property.
CALENDARS = [
    ("a convention without a name", table(convention=""), "cell.blank", 3, "convention"),
    ("an edition without a number", table(edition=""), "cell.blank", 3, "edition"),
    ("no association", table(association=""), "cell.blank", 3, "association"),
    ("no city", table(city=""), "cell.blank", 3, "city"),
    ("a country in words", table(country="Portugal"), "cell.country", 3, "country"),
    ("a country that is none", table(country="QQ"), "cell.country", 3, "country"),
    ("day before month", table(start="01.09.2026"), "cell.day", 3, "start"),
    ("a day of another century", table(start="1026-09-01"), "cell.day", 3, "start"),
    ("29 February of a common year", table(end="2027-02-29"), "cell.day", 3, "end"),
    ("a status in capitals of another word", table(status="PERHAPS"), "cell.choice", 3, "status"),
    ("a formula for a city", table(city="=Lisbon"), "table.formula", 3, "city"),
    ("a bell in a name", table(convention="Con\x07ference"), "table.control", 3, "convention"),
    ("an edition of the calendar twice", calendar(SUMMARY="EISA Conference 2026"), "entry.edition_repeated", 2,
     "X-TRACKTWO-EDITION"),
    ("an entry that ends before it starts", calendar(DTEND="20260801T000000"), "entry.ends_before_start", 2, "DTEND"),
    ("an entry on a day that is none", calendar("DTSTART;VALUE=DATE", DTSTART="20260231"), "entry.day_missing", 2,
     "DTSTART"),
    ("an end that is no day", calendar(DTEND="tomorrow"), "entry.day_missing", 2, "DTEND"),
    ("an entry every week", calendar(RRULE="FREQ=WEEKLY"), "entry.repeats", 2, "RRULE"),
    ("a place of another planet", calendar(LOCATION="Olympus, MARS"), "entry.place", 2, "LOCATION"),
    ("a country of our own property that is none", calendar(**{"X-TRACKTWO-CITY": "Lisbon", "X-TRACKTWO-COUNTRY": "QQ"}),
     "entry.country", 2, "LOCATION"),
    ("a status that calendars do not know", calendar(STATUS="MAYBE"), "entry.choice", 2, "STATUS"),
    ("an entry without a title", calendar("SUMMARY"), "entry.blank", 2, "X-TRACKTWO-ASSOCIATION"),
    ("an entry of a century ago", calendar("DTSTART;VALUE=DATE", DTSTART="18260901T090000"), "entry.day", 2, "DTSTART"),
    ("JSON: a day in words", listed(start="in autumn"), "entry.day", 2, "start"),
    ("JSON: a country of three letters", listed(country="PRT"), "entry.country", 2, "country"),
    ("JSON: a list for a city", listed(city=["Lisbon"]), "entry.not_words", 2, "city"),
    ("JSON: yes for a status", listed(status=True), "entry.not_words", 2, "status"),
    ("JSON: nothing for a convention", listed(convention=None), "entry.blank", 2, "convention"),
    ("JSON: an edition twice", listed(edition="2026"), "entry.edition_repeated", 2, "edition"),
    ("JSON: ends before it starts", listed(end="2026-08-01"), "entry.ends_before_start", 2, "end"),
    ("JSON: a mark that turns the letters round", listed(city="Lis\u202ebon"), "entry.control", 2, "city"),
    ("JSON: a novel for a note", listed(note="word " * 2_000), "entry.too_long", 2, "note"),
]  # fmt: skip
WRITTEN = ("Portugal", "QQ", "PERHAPS", "MARS", "Olympus", "tomorrow", "in autumn", "PRT", "MAYBE")


def first_fault(content: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_conventions(content.encode())
    return caught.value.each[0] if isinstance(caught.value, Refusals) else caught.value


@pytest.mark.parametrize("good", [table(), listed(), calendar()])
def test_unchanged_each_of_them_is_read(good: str) -> None:
    assert [edition.edition for edition in read_conventions(good.encode())] == ["2026", "2027"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("content", "code", "row", "column"), [one[1:] for one in CALENDARS], ids=[one[0] for one in CALENDARS]
)
def test_it_is_refused_at_its_row_and_column(content: str, code: str, row: int, column: str, language: str) -> None:
    fault = first_fault(content)
    assert (fault.code, fault.params["row"], fault.params["column"]) == (code, row, column)
    said = say(fault, choose_tongue(language))
    assert (str(row) in said, column in said) == (True, True)
    # What happened, what was kept, what to do.
    assert said.count(". ") >= 2
    assert (said == say(fault)) == (language == "en")
    assert [word for word in WRITTEN if word in said] == []


def test_pools_calendars_and_tables_hold_more_than_thirty_kinds_of_fault_with_a_place() -> None:
    pools = {(code, column) for *_rest, code, _row, column in BAD}
    calendars = {(code, column) for *_rest, code, _row, column in CALENDARS}
    tables = {(code, places[1]) for _what, _door, _content, code, places in MALFORMED if len(places) > 1}
    assert (len(pools) >= 13, len(calendars) >= 25, len(pools | calendars | tables) >= 50) == (True, True, True)
