"""A workshop is held when the host and every community say go; what happens outside asks anew."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.urls import reverse

from tests.cast import NOW, Cast
from tests.steps.plan.given import a_plan, a_workshop
from tests.steps.plan.given import convener as planner
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan import actions as plans
from tracktwo.steps.plan.actions import calendar, going
from tracktwo.steps.plan.models import GoWord, OutsideEvent, Workshop
from tracktwo.steps.plan.path import state, waiting
from tracktwo.steps.plan.queries import next_workshop, planning_inputs, wishes_said
from tracktwo.steps.plan.queries.going import GO, NO, OPEN, all_deadlines, check_state, current_check, deadlines_of
from tracktwo.steps.programme.path import Walker

FIRST = date(2026, 6, 10)
WHY = "A consulate has closed its counter."


def ahead(cast: Cast, number: int = 1) -> Workshop:
    return a_workshop(cast, number=number, first=FIRST, last=FIRST + timedelta(days=3))


def asked(cast: Cast) -> Workshop:
    workshop = ahead(cast)
    going.ask_go(workshop, by=planner(cast), now=NOW)
    return workshop


def say(cast: Cast, workshop: Workshop, account: Account, word: str = GO, reason: str = "") -> GoWord:
    by = cast.by(account, "plan.say_go")
    return going.say_go(workshop, account=account, word=word, reason=reason, by=by, now=NOW)


def everybody(cast: Cast) -> list[Account]:
    return [cast.convener, *cast.guarantors.values()]


def deeds(cast: Cast) -> list[str]:
    return [entry.deed for entry in list_entries(cast.programme.compartment.book)]


def walk(cast: Cast, account: Account, role: str = "convener", side: int | None = None) -> Walker:
    return Walker(cast.programme, account, frozenset({(role, side)}), NOW)


def refused(code: str):
    return pytest.raises(Refusal, match=rf"^{code}\b")


def test_it_goes_only_when_host_and_every_community_have_said_so(cast: Cast) -> None:
    workshop = asked(cast)
    for account in everybody(cast):
        assert check_state(current_check(workshop)) == OPEN
        say(cast, workshop, account)
    check = current_check(workshop)
    assert (check_state(check), check.gone_on, deeds(cast)[-1]) == (GO, NOW.date(), "plan.go_given")


def test_one_no_stops_it_and_takes_a_go_back(cast: Cast) -> None:
    workshop = asked(cast)
    for account in everybody(cast):
        say(cast, workshop, account)
    say(cast, workshop, cast.guarantors[2], NO, WHY)
    check = current_check(workshop)
    assert (check_state(check), check.gone_on) == (NO, None)


def test_a_no_needs_a_reason_and_a_word_needs_a_question(cast: Cast) -> None:
    with refused("plan.no_without_reason"):
        say(cast, asked(cast), cast.guarantors[1], NO, "No.")
    with refused("plan.go_not_asked"):
        say(cast, ahead(cast, number=2), cast.guarantors[1])


def test_the_record_holds_side_and_word_and_no_reason(cast: Cast) -> None:
    say(cast, asked(cast), cast.guarantors[2], NO, WHY)
    leaf = list_entries(cast.programme.compartment.book).last().leaf
    assert ('"side":2' in leaf, '"word":"no"' in leaf, "consulate" in leaf) == (True, True, False)


def test_an_event_asks_anew_and_older_words_no_longer_count(cast: Cast) -> None:
    workshop = asked(cast)
    for account in everybody(cast):
        say(cast, workshop, account)
    event = going.log_event(
        cast.programme, kind=OutsideEvent.Kind.ESCALATION, happened_on=NOW.date(), words=WHY, source="radio",
        bears_on=[workshop], by=planner(cast), now=NOW,
    )  # fmt: skip
    check = current_check(workshop)
    assert (check.number, check.event, check_state(check)) == (2, event, OPEN)
    assert deeds(cast)[-2:] == ["plan.event_logged", "plan.go_asked"]


def test_nothing_can_have_happened_tomorrow(cast: Cast) -> None:
    with refused("plan.event_ahead"):
        going.log_event(
            cast.programme, kind="law", happened_on=NOW.date() + timedelta(days=1), words=WHY, source="radio",
            bears_on=[], by=planner(cast), now=NOW,
        )  # fmt: skip


def test_a_cancelled_workshop_is_nobodys_next_one_and_is_not_planned_again(cast: Cast) -> None:
    plan = a_plan(cast, workshops=3)
    first, second, third = plans.keep_plan(plan, by=planner(cast), now=NOW)
    edition = second.edition
    going.call_off(second, standing="cancelled", reason=WHY, by=planner(cast), now=NOW)
    inputs = planning_inputs(cast.programme, wishes_said(cast.programme), NOW.date())
    assert edition.edition not in {one.edition for one in inputs.editions if one.association == edition.association}
    again = plans.request_plan(
        cast.programme, wishes_said(cast.programme) | {"workshops": 3}, by=planner(cast), now=NOW
    )
    kept = plans.keep_plan(again, by=planner(cast), now=NOW)
    assert (sorted(one.number for one in kept), Workshop.objects.get(pk=second.pk).standing) == ([1, 3, 4], "cancelled")
    assert (next_workshop(cast.programme, NOW), first.number, third.number) == (kept[0], 1, 3)


def test_a_postponed_workshop_waits_for_days_and_then_everything_is_asked_and_due_anew(cast: Cast) -> None:
    workshop, by = asked(cast), planner(cast)
    calendar.mark_deadline(workshop, "visa", met=True, by=by, now=NOW)
    going.call_off(workshop, standing="postponed", reason=WHY, by=by, now=NOW)
    walker = walk(cast, cast.convener)
    assert (state(walker).words, next_workshop(cast.programme, NOW)) == ("Workshop 1 needs new days", None)
    assert "Find new days for workshop 1" in [one.what for one in waiting(walker)]
    going.set_new_days(workshop, first=date(2026, 10, 5), last=date(2026, 10, 8), by=by, now=NOW)
    assert (workshop.standing, workshop.changes, current_check(workshop)) == ("planned", 2, None)
    assert [row.met for row in deadlines_of(workshop, NOW.date())] == [False] * 6


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2026, 3, 10), date(2026, 3, 12), "plan.new_days_past"),
        (date(2026, 9, 3), date(2026, 9, 1), "plan.new_days_order"),
    ],
)
def test_new_days_that_cannot_be_are_refused(cast: Cast, first: date, last: date, code: str) -> None:
    workshop = asked(cast)
    with refused("plan.not_postponed"):
        going.set_new_days(workshop, first=date(2026, 9, 1), last=date(2026, 9, 3), by=planner(cast), now=NOW)
    going.call_off(workshop, standing="postponed", reason=WHY, by=planner(cast), now=NOW)
    with refused(code):
        going.set_new_days(workshop, first=first, last=last, by=planner(cast), now=NOW)


def test_what_has_begun_or_was_called_off_is_asked_nothing_more(cast: Cast) -> None:
    begun = a_workshop(cast, number=1, first=NOW.date() - timedelta(days=2), last=NOW.date() - timedelta(days=1))
    with refused("plan.workshop_begun"):
        going.ask_go(begun, by=planner(cast), now=NOW)
    off = ahead(cast, number=2)
    going.call_off(off, standing="cancelled", reason=WHY, by=planner(cast), now=NOW)
    with refused("plan.workshop_off"):
        going.ask_go(off, by=planner(cast), now=NOW)
    with refused("plan.off_without_reason"):
        going.call_off(ahead(cast, number=3), standing="cancelled", reason="no", by=planner(cast), now=NOW)


def test_the_rail_and_the_home_page_say_who_is_waited_for(cast: Cast) -> None:
    workshop = asked(cast)
    say(cast, workshop, cast.guarantors[1])
    assert state(walk(cast, cast.convener)).words == "Go for workshop 1?"
    mine = {
        account.alias: [one.mine for one in waiting(walk(cast, account, role, side)) if one.what.startswith("Say whe")]
        for account, role, side in (
            (cast.convener, "convener", None),
            (cast.guarantors[1], "guarantor", 1),
            (cast.guarantors[2], "guarantor", 2),
            (cast.participants[1][0], "participant", 1),
        )
    }
    assert list(mine.values()) == [[True], [False], [True], [False]]


def test_the_go_is_asked_for_two_weeks_before_it_is_due(cast: Cast) -> None:
    ahead(cast)  # 10 June; the go is due on 11 May
    asking = {
        day: [one.what for one in waiting(Walker(cast.programme, cast.convener, frozenset(), day)) if "Ask" in one.what]
        for day in (NOW.replace(month=4, day=26), NOW.replace(month=4, day=27))
    }
    assert list(asking.values()) == [[], ["Ask whether workshop 1 may be held"]]


def test_deadlines_follow_the_programmes_own_days_and_what_is_done_is_done(cast: Cast) -> None:
    workshop, by = ahead(cast), planner(cast)
    offsets = dict.fromkeys(("application", "roster_freeze", "invitation", "visa", "go_no_go", "print_pack"), 10)
    calendar.set_offsets(cast.programme, offsets | {"visa": 100}, by=by, now=NOW)
    calendar.mark_deadline(workshop, "invitation", met=True, by=by, now=NOW)
    calendar.mark_deadline(workshop, "invitation", met=True, by=by, now=NOW)
    rows = all_deadlines(cast.programme, NOW.date())
    assert [(row.kind, row.urgency, row.met) for row in rows][0] == ("visa", "overdue", False)
    assert [row.kind for row in rows if row.met] == ["invitation"]
    assert deeds(cast).count("plan.deadline_met") == 1
    assert any(one.what == "Overdue, workshop 1: apply for visas" for one in waiting(walk(cast, cast.convener)))


@pytest.mark.parametrize("offsets", [{"visa": 3}, {"lunch": 1}, {"visa": 9_999}])
def test_offsets_that_cannot_be_are_refused(cast: Cast, offsets: dict[str, int]) -> None:
    with refused("plan.offset"):
        calendar.set_offsets(cast.programme, offsets, by=planner(cast), now=NOW)


def hours(cast: Cast, workshop: Workshop, **changed: object) -> Workshop:
    said = {
        "zone": "Europe/Lisbon", "opens_at": time(9), "closes_at": time(18), "remote_seats": 2,
        "remote_zones": ["America/Chicago"], **changed,
    }  # fmt: skip
    return calendar.set_hours(workshop, **said, by=planner(cast), now=NOW)  # type: ignore[arg-type]


def test_remote_seats_show_the_hours_at_which_everybody_is_awake(cast: Cast) -> None:
    hours(cast, ahead(cast))
    page = cast.client(cast.participants[1][0]).get(reverse("plan:workshop", args=[cast.programme.key, 1]))
    # Lisbon is six hours ahead of Chicago in June: 7:00 there is 13:00 here.
    assert "13:00–18:00" in page.content.decode()


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"remote_zones": ["America/Los_Angeles", "Asia/Tokyo"]}, "plan.no_common_hour"),
        ({"remote_zones": []}, "plan.remote_needs_zones"),
        ({"zone": "Europe/Nowhere"}, "plan.zone_unknown"),
        ({"remote_zones": ["../../etc/passwd"]}, "plan.zone_unknown"),
        ({"closes_at": time(9)}, "plan.hours_order"),
        ({"remote_seats": 61}, "plan.remote_seats"),
    ],
)
def test_hours_that_cannot_be_are_refused_and_nothing_changes(cast: Cast, changed: dict, code: str) -> None:
    workshop = ahead(cast)
    with refused(code):
        hours(cast, workshop, **changed)
    assert Workshop.objects.get().changes == 0


def test_the_whole_round_can_be_walked_on_the_pages(cast: Cast) -> None:
    a_workshop(cast, number=1, first=date(2031, 5, 5), last=date(2031, 5, 8))  # pages know only the real day

    def post(account: Account, name: str, **said: object) -> int:
        return cast.client(account).post(reverse(f"plan:{name}", args=[cast.programme.key, 1]), said).status_code

    assert post(cast.convener, "go_ask") == 302
    assert post(cast.guarantors[1], "go_word", word="no", reason="no") == 422
    assert post(cast.guarantors[1], "go_word", word="go", reason="") == 302
    assert post(cast.participants[1][0], "go_word", word="go", reason="") == 404
    assert post(cast.convener, "call_off", standing="postponed", reason=WHY) == 302
    assert post(cast.convener, "new_days", first="2031-06-03", last="2031-06-05") == 302
    shown = cast.client(cast.guarantors[2]).get(reverse("plan:about", args=[cast.programme.key])).content.decode()
    assert "not asked yet" in shown
