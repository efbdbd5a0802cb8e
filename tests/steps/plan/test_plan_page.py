"""The whole way through the pages: list, delegation, days, wishes, plan, keep."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.steps.plan.given import EARLY, PASSPORTS, a_plan, convener, fill, wishes
from tracktwo.data import tables
from tracktwo.data.refusals import say
from tracktwo.exchange.conventions import read_conventions
from tracktwo.exchange.entry_rules import read_entry_rules
from tracktwo.exchange.significant_dates import read_significant_dates
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.methods import dates
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan import actions
from tracktwo.steps.plan.convert.stored import plan_value
from tracktwo.steps.plan.models import DelegationProfile, Plan, PlanWishes
from tracktwo.steps.plan.queries import kept_days, newest_plan

WISHES = {
    "first_day": "2025-01-01",
    "last_day": "2028-12-31",
    "workshops": "4",
    "months_min": "5",
    "months_max": "18",
    "length_days": "3",
    "offset_days": "1",
    "slack_days": "0",
    "hard_kinds": ["national", "anniversary"],
    "clear_before": "0",
    "clear_after": "0",
}


@pytest.fixture(autouse=True)
def march(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page of these tests is asked for on 10 March 2026."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def post(cast: Cast, name: str, data: dict[str, Any]):
    return cast.client(cast.convener).post(reverse(f"plan:{name}", args=[cast.programme.key]), data)


def lines(*given: tuple[int, str, str, int]) -> dict[str, Any]:
    data: dict[str, Any] = {"form-TOTAL_FORMS": len(given), "form-INITIAL_FORMS": 0}
    for place, line in enumerate(given):
        data |= {
            f"form-{place}-{name}": value
            for name, value in zip(("community", "passport", "residence", "count"), line, strict=True)
        }
    return data


def say_days(cast: Cast) -> None:
    post(cast, "days", {"side_1": "Ukraine", "side_2": "Russia"})


@pytest.mark.oracle
def test_the_real_list_through_the_page_gives_the_proved_plan_of_the_method(cast: Cast, oracle_data: Path) -> None:
    content = (oracle_data / "conventions.csv").read_bytes()
    post(cast, "conventions", {"file": SimpleUploadedFile("conventions.csv", content), "project": "on"})
    post(cast, "delegation", lines((1, "ua", "", 8), (2, "RU", "RU", 8)))
    say_days(cast)
    answer = post(cast, "wishes", WISHES)
    assert answer.status_code == 302

    real = read_conventions(content)
    directly = dates.plan(
        (*real, *dates.project_editions(real, range(2025, 2029))),
        dates.Delegation(
            (dates.DelegationLine("Ukraine", "UA", "UA", 8), dates.DelegationLine("Russia", "RU", "RU", 8))
        ),
        read_entry_rules(tables.entry_rules_toml()),
        read_significant_dates((oracle_data / "significant-dates.csv").read_bytes()),
        dates.Wishes(date(2025, 1, 1), date(2028, 12, 31), workshops=4, months_max=18),
        NOW.date(),
    )
    stored = newest_plan(cast.programme)
    assert stored is not None
    ours = plan_value(stored.result)
    assert (ours.objective, ours.bound) == (directly.objective, directly.bound) == (137, 137)
    assert [one.edition.key for one in ours.workshops] == [one.edition.key for one in directly.workshops]
    assert {one.edition.key for one in ours.rejected} | {one.edition.key for one in ours.workshops} >= {
        one.key for one in real
    }
    assert all(one.reasons for one in ours.rejected)
    page = cast.client(cast.convener).get(answer["Location"]).content.decode()
    assert "Optimal, gap 0.0 %." in page
    assert page.count('<td class="reason">') == len(ours.rejected)


def test_a_workshop_that_would_cross_a_kept_day_is_left_with_that_reason_in_words(cast: Cast) -> None:
    # Bologna opens on 25 August 2025, so the four days before it contain the 24th.
    a_plan(cast, now=EARLY, slack_days=0)
    page = cast.client(cast.participants[1][0]).get(reverse("plan:about", args=[cast.programme.key])).content.decode()
    assert "Its workshop would cross 24 August 2025, a day to keep clear: Independence Day (Community A)." in page


def test_basees_2026_is_flagged_for_orthodox_easter_whether_or_not_it_is_chosen(cast: Cast) -> None:
    a_plan(cast, now=EARLY)
    page = cast.client(cast.convener).get(reverse("plan:about", args=[cast.programme.key])).content.decode()
    assert "12 April 2026 falls on these days: Orthodox Easter (every community)." in page


def test_the_delegation_is_counts_and_says_what_is_wrong_in_a_line(cast: Cast) -> None:
    answer = post(cast, "delegation", lines((1, "UA", "PL", 5), (1, "Q1", "", 2), (2, "", "", 3)))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Write the two letters of a country" in page and "Fill this in, or set the number of people to 0." in page
    assert DelegationProfile.objects.count() == 0
    post(cast, "delegation", lines((1, "UA", "PL", 5), (2, "RU", "", 3), (2, "GE", "GE", 0)))
    assert list(DelegationProfile.objects.values_list("community__number", "passport", "residence", "count")) == [
        (1, "UA", "PL", 5),
        (2, "RU", "RU", 3),
    ]


def test_one_class_of_people_in_two_lines_is_refused(cast: Cast) -> None:
    answer = post(cast, "delegation", lines((1, "UA", "", 5), (1, "UA", "UA", 2)))
    assert answer.status_code == 422
    assert "stand in two lines" in answer.content.decode()


def test_a_date_before_the_programme_is_refused_and_what_was_typed_stays(cast: Cast) -> None:
    fill(cast)
    answer = post(cast, "wishes", WISHES | {"first_day": "2024-12-31"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert say(Refusal("plan.before_programme", first_year=2025)) in page
    assert 'value="2024-12-31"' in page
    assert (Plan.objects.count(), PlanWishes.objects.count()) == (0, 0)


def test_a_date_after_the_programme_is_refused(cast: Cast) -> None:
    fill(cast)
    answer = post(cast, "wishes", WISHES | {"last_day": "2029-01-01"})
    assert say(Refusal("plan.after_programme", last_year=2028)) in answer.content.decode()


def test_wishes_that_cannot_be_kept_name_each_wish_whose_loosening_would_help(cast: Cast) -> None:
    fill(cast)
    answer = post(cast, "wishes", WISHES | {"workshops": "6"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert say(Refusal("plan.loosen_workshops", most=5)) in page
    assert "Let workshops follow each other sooner" in page
    assert (Plan.objects.count(), PlanWishes.objects.count()) == (0, 0)


def test_without_editions_there_is_nothing_to_choose_from(cast: Cast) -> None:
    answer = post(cast, "wishes", WISHES)
    assert answer.status_code == 422
    assert say(Refusal("plan.no_editions")) in answer.content.decode()


def test_without_people_of_every_community_nothing_is_planned(cast: Cast) -> None:
    fill(cast)
    first = cast.programme.communities.get(number=1)
    actions.write_delegation(cast.programme, [(first, "UA", "UA", 8)], by=convener(cast), now=NOW)
    answer = post(cast, "wishes", WISHES)
    assert say(Refusal("plan.no_delegation")).replace("'", "&#x27;") in answer.content.decode()


def test_the_page_says_what_is_next_at_every_stage(cast: Cast) -> None:
    client, about = cast.client(cast.convener), reverse("plan:about", args=[cast.programme.key])

    def next_deed(browser: Client) -> str:
        page = browser.get(about).content.decode()
        return page.split('class="do"', 1)[1].split(">", 1)[1].split("<", 1)[0]

    seen = [next_deed(client)]
    post(cast, "house_list", {})
    seen.append(next_deed(client))
    post(cast, "delegation", lines((1, "UA", "", 8), (2, "RU", "", 8)))
    seen.append(next_deed(client))
    say_days(cast)
    seen.append(next_deed(client))
    post(cast, "wishes", WISHES)
    seen.append(next_deed(client))
    plan = newest_plan(cast.programme)
    assert plan is not None
    client.post(reverse("plan:keep", args=[cast.programme.key, plan.version]))
    seen.append(next_deed(client))
    assert seen == [
        "Import conventions",
        "Fill in the delegation",
        "Choose the days",
        "Say your wishes",
        "Keep this plan",
        "Bring the list up to date",
    ]


def test_a_list_too_long_to_wait_for_is_planned_by_a_job(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracktwo.steps.plan.actions.plans.MOST_INLINE", 3)
    fill(cast)
    answer = post(cast, "wishes", WISHES)
    assert answer["Location"] == reverse("plan:about", args=[cast.programme.key])
    plan = newest_plan(cast.programme)
    assert plan is not None and plan.version == 1


def test_a_job_that_finds_no_plan_says_so_on_the_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracktwo.steps.plan.actions.plans.MOST_INLINE", 3)
    fill(cast)
    answer = post(cast, "wishes", WISHES | {"workshops": "6"})
    page = cast.client(cast.convener).get(answer["Location"]).content.decode()
    assert say(Refusal("plan.loosen_workshops", most=5)) in page


def test_the_same_wishes_on_the_same_list_give_the_same_version(cast: Cast) -> None:
    first = a_plan(cast)
    again = actions.request_plan(cast.programme, wishes(cast), by=convener(cast), now=NOW)
    assert again == first
    assert Plan.objects.count() == 1


def test_a_promised_workshop_is_in_the_plan(cast: Cast) -> None:
    fill(cast)
    boston = cast.programme.editions.get(association="APSA", edition="2026")
    post(cast, "wishes", WISHES | {"promised": [str(boston.pk)]})
    plan = newest_plan(cast.programme)
    assert plan is not None
    found = [one for one in plan.result["workshops"] if one["edition"]["city"] == "Boston"]
    assert [(one["first"], one["last"], one["locked"]) for one in found] == [("2026-08-31", "2026-09-02", True)]


def test_days_of_the_table_that_mean_everybody_are_said_once_where_everybody_keeps_them(cast: Cast) -> None:
    fill(cast)
    invasion = [day.community for day in kept_days(cast.programme) if day.month_day == "02-24"]
    assert invasion == ["all"]
    actions.choose_kept_days(cast.programme, {1: "Ukraine"}, by=convener(cast), now=NOW)
    assert {day.community for day in kept_days(cast.programme)} == {"1"}


def test_the_files_name_nobody_and_carry_the_workshops(cast: Cast) -> None:
    plan = a_plan(cast)
    client = cast.client(cast.guarantors[1])
    calendar = client.get(reverse("plan:plan_ics", args=[cast.programme.key, plan.version]))
    content = calendar.content.decode()
    assert calendar["Content-Type"] == "text/calendar; charset=utf-8"
    assert content.count("BEGIN:VEVENT") >= 2 * len(plan.result["workshops"])
    aliases = [account.alias for account in cast.everyone().values() if account]
    assert [word for word in (*aliases, cast.programme.title, "ORGANIZER", "ATTENDEE") if word in content] == []
    told = json.loads(client.get(reverse("plan:plan_json", args=[cast.programme.key, plan.version])).content)
    assert [one["first"] for one in told["workshops"]] == [one["first"] for one in plan.result["workshops"]]
    assert all(reason["sentence"] for left in told["rejected"] for reason in left["reasons"])


def test_a_participant_sees_the_plan_and_none_of_its_deeds(cast: Cast) -> None:
    a_plan(cast)
    page = cast.client(cast.participants[2][0]).get(reverse("plan:about", args=[cast.programme.key])).content.decode()
    assert "Editions left, and why" in page
    assert [word for word in ("Keep this plan", "Try other wishes", "plan.json") if word in page] == []


def test_three_communities_are_planned_for_and_drawn(three_communities: Cast) -> None:
    cast = three_communities
    plan = a_plan(cast)
    people = {line[0]: (line[1], line[3]) for line in plan.wishes["delegation"]}
    assert people == {str(number): (passport, 8) for number, passport in PASSPORTS.items()}
    page = cast.client(cast.convener).get(reverse("plan:about", args=[cast.programme.key])).content.decode()
    assert "of 24" in page
    assert all(f'<li data-side="{number}">' in page for number in (1, 2, 3))
    assert 'class="t4"' in page


def test_the_record_says_what_was_done_and_never_who(cast: Cast) -> None:
    plan = a_plan(cast)
    actions.keep_plan(plan, by=convener(cast), now=NOW)
    deeds = [entry.deed for entry in list_entries(cast.programme.compartment.book)]
    assert [deed for deed in deeds if deed.startswith("plan.")] == [
        "plan.conventions_imported",
        "plan.delegation_written",
        "plan.kept_days_chosen",
        "plan.computed",
        "plan.kept",
    ]
