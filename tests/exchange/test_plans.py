"""plan.json and plan.ics: the same plan gives the same bytes, and nobody is named."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.exchange.plans import CalendarWords, write_plan_ics, write_plan_json
from tracktwo.methods.dates import Delegation, DelegationLine, Edition, EntryRule, Locked, Plan, Wishes, plan

TODAY = date(2025, 1, 1)
RULES = [EntryRule("UA", "US", "visa", 100, None, None, "a table", TODAY)]


def made(city: str = "Boston", *, held: bool = False, status: str = "confirmed") -> Plan:
    boston = Edition("APSA", "Meeting", "1", city, "US", date(2025, 9, 11), date(2025, 9, 14), status, "a page")
    lost = Edition("ISA", "Convention", "2", "Honolulu", "US", date(2025, 3, 25), date(2025, 3, 28), "cancelled", "x")
    people = Delegation((DelegationLine("North", "UA", "UA", 3),))
    locked = (Locked(boston.key, date(2025, 9, 8), date(2025, 9, 10), held=True),) if held else ()
    wishes = Wishes(TODAY, date(2025, 12, 31), locked=locked)
    return plan([boston, lost], people, RULES, (), wishes, TODAY)


def unfold(content: bytes) -> list[str]:
    return content.replace(b"\r\n ", b"").decode().split("\r\n")


def test_the_plan_is_sorted_json_with_days_in_iso_form() -> None:
    content = write_plan_json(made())
    read = json.loads(content)

    assert content == (json.dumps(read, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()
    assert (read["format"], read["version"], read["objective"], read["gap"]) == ("tracktwo-plan", 1, 12, 0.0)
    assert [(w["first"], w["last"], w["edition"]["city"]) for w in read["workshops"]] == [
        ("2025-09-08", "2025-09-10", "Boston")
    ]
    assert [left["reasons"] for left in read["rejected"]] == [[{"code": "plan.cancelled", "params": {"source": "x"}}]]


def test_sentences_stand_beside_codes_where_somebody_can_say_them() -> None:
    read = json.loads(write_plan_json(made(), say=lambda reason: f"said {reason.code}"))
    assert read["rejected"][0]["reasons"][0]["sentence"] == "said plan.cancelled"


def test_the_calendar_holds_workshop_convention_and_deadline_as_whole_days() -> None:
    lines = unfold(write_plan_ics(made()))

    starts = [line for line in lines if line.startswith(("DTSTART", "DTEND"))]
    assert starts == [
        "DTSTART;VALUE=DATE:20250908",
        "DTEND;VALUE=DATE:20250911",
        "DTSTART;VALUE=DATE:20250911",
        "DTEND;VALUE=DATE:20250915",
        "DTSTART;VALUE=DATE:20250531",
        "DTEND;VALUE=DATE:20250601",
    ]
    assert [line for line in lines if line.startswith("SUMMARY")] == [
        "SUMMARY:Workshop 1\\, Boston",
        "SUMMARY:Meeting\\, Boston",
        "SUMMARY:Last day to apply for visas\\, workshop 1",
    ]


def test_a_workshop_already_held_has_no_deadline() -> None:
    assert write_plan_ics(made(held=True)).count(b"BEGIN:VEVENT") == 2


def test_an_unsure_edition_is_tentative() -> None:
    lines = unfold(write_plan_ics(made(status="provisional")))
    assert {line for line in lines if line.startswith("STATUS")} == {"STATUS:TENTATIVE"}


def test_nobody_is_named_and_nothing_is_described() -> None:
    properties = {line.split(":")[0].split(";")[0] for line in unfold(write_plan_ics(made())) if line}
    assert properties == {
        *("BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME"),
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "CLASS", "TRANSP"),
    }


def test_entries_keep_their_identity_when_their_days_move() -> None:
    def uids(content: bytes) -> list[str]:
        return [line for line in unfold(content) if line.startswith("UID")]

    assert uids(write_plan_ics(made())) == uids(write_plan_ics(made("Elsewhere")))
    assert len(set(uids(write_plan_ics(made())))) == 3


@given(st.text(max_size=120))
def test_lines_are_short_whole_and_cannot_be_injected(city: str) -> None:
    words = CalendarWords(workshop="%(city)s")
    content = write_plan_ics(made(city.encode("utf-8", "ignore").decode() or "x"), words)

    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert all(line.decode() is not None for line in lines)
    assert content.count(b"\nBEGIN:VEVENT") == 3
    assert b"\r" not in content.replace(b"\r\n", b"")
