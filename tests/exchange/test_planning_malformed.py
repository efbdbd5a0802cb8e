"""Malformed calendars, tables and rules: each refused with its code and its place, and a way out in three languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from tracktwo.cli.methods.tongue import LANGUAGES, choose_tongue
from tracktwo.data.refusals import say
from tracktwo.exchange.conventions import read_conventions
from tracktwo.exchange.delegations import read_delegation
from tracktwo.exchange.entry_rules import read_passport_index
from tracktwo.exchange.plan_rules import read_plan_rules
from tracktwo.exchange.plans import read_promised
from tracktwo.exchange.significant_dates import read_significant_dates
from tracktwo.methods.record import Refusal, Refusals

CSV = "association,convention,edition,city,country,start,end,status\n"
GOOD = "EISA,Conference,2026,Lisbon,PT,2026-09-01,2026-09-04,held\n"
ICS = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def passports(content: bytes) -> object:
    return read_passport_index(content, checked_on=date(2026, 1, 1), source_name="a table")


# What, the door, the content, the code, and the places that the sentence must name.
MALFORMED: list[tuple[str, Callable[[bytes], object], str, str, tuple[object, ...]]] = [
    ("a day that is none", read_conventions, CSV + GOOD.replace("09-01", "09-31"), "cell.day", (2, "start")),
    ("ends before", read_conventions, CSV + GOOD.replace("09-04", "08-04"), "conventions.ends_before_start", (2, "end")),
    ("a twin", read_conventions, CSV + GOOD + GOOD, "conventions.edition_repeated", (3, "edition", 2)),
    ("an unknown status", read_conventions, CSV + GOOD.replace("held", "maybe"), "cell.choice", (2, "status")),
    ("no column", read_conventions, CSV.replace("start,", "") + GOOD, "table.column_missing", ("start",)),
    ("a calendar cut off", read_conventions, "BEGIN:VCALENDAR\r\nBEGIN", "conventions.not_calendar", ()),
    ("an entry without days", read_conventions, ICS.format("SUMMARY:A 1"), "entry.day_missing", (1, "DTSTART")),
    (
        "a place without a country",
        read_conventions,
        ICS.format("SUMMARY:A 1\r\nDTSTART;VALUE=DATE:20260901\r\nLOCATION:Lisbon"),
        "entry.place",
        (1, "LOCATION"),
    ),
    (
        "an entry that repeats",
        read_conventions,
        ICS.format("SUMMARY:A 1\r\nDTSTART;VALUE=DATE:20260901\r\nRRULE:FREQ=YEARLY"),
        "entry.repeats",
        (1, "RRULE"),
    ),
    ("broken JSON", read_conventions, "[{", "conventions.not_json", ()),
    ("a bad key", read_conventions, json.dumps([{"towne": "Lisbon"}]), "entry.key_unknown", (1,)),
    ("a bad country", read_delegation, "community,passport,residence,count\nNorth,Q1,,3\n", "cell.country", (2, "passport")),
    ("nobody", read_delegation, "community,passport,residence,count\nNorth,UA,,0\n", "cell.whole", (2, "count")),
    ("no such day", read_significant_dates, "community,month_day,name,kind\nboth,13-45,a,b\n",
     "significant_dates.month_day", (2, "month_day")),
    ("a strange word", passports, "Passport,Destination,Requirement\nUA,GB,perhaps\n",
     "passport_index.requirement", (2, "requirement")),
    ("no TOML", read_plan_rules, "[wishes\n", "rules.not_toml", ()),
    ("a misspelt wish", read_plan_rules, "[wishes]\nworkshosp = 3\n", "rules.key_unknown", ("wishes", "workshosp")),
    ("a rule without source", read_plan_rules,
     "[[entry]]\npassport='UA'\ndestination='GB'\nrequirement='visa'\nchecked_on=2026-01-01\n",
     "rules.words", ("entry 1", "source")),
    ("a way through nowhere", read_plan_rules, "[[transit]]\nresidence='RU'\ndestination='PT'\nvia=[]\n",
     "rules.countries", ("transit 1", "via")),
    ("an unknown hint", read_plan_rules, "[[exit]]\nkind='mood'\n", "rules.choice", ("exit 1", "kind")),
    ("holidays of nowhere", read_plan_rules, "[[holidays]]\ncommunity='North'\ncountry='QQ'\n",
     "rules.holidays_country", ("holidays 1", "country")),
    ("away backwards", read_plan_rules, "[[away]]\nwho='hall'\nfrom=2026-02-02\nuntil=2026-02-01\n",
     "rules.ends_before_start", ("away 1",)),
    ("another file", read_promised, "{}", "plan.previous_unreadable", ()),
]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("door", "content", "code", "places"), [one[1:] for one in MALFORMED], ids=[m[0] for m in MALFORMED]
)
def test_each_is_refused_with_code_place_and_a_way_out(
    door: Callable[[bytes], object], content: str, code: str, places: tuple[object, ...], language: str
) -> None:
    with pytest.raises(Refusal) as caught:
        door(content.encode())
    each = caught.value.each if isinstance(caught.value, Refusals) else (caught.value,)
    refusal = next(one for one in each if one.code == code)

    said, english = say(refusal, choose_tongue(language)), say(refusal)
    assert [place for place in places if str(place) not in said] == []
    assert (said == english) == (language == "en")
    # What happened, what was kept, what to do.
    assert said.count(". ") >= 2
