"""Trying other wishes keeps nothing; planning again changes as little as can be; rules of one's own come in by a page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.cast import NOW, Cast
from tests.steps.plan.given import a_plan, convener, fill, wishes
from tests.steps.plan.test_plan_page import WISHES
from tracktwo.data.refusals import say
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.methods import dates
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan import actions
from tracktwo.steps.plan.models import PassportRow, Plan, PlanWishes, RulesFile
from tracktwo.steps.plan.path import waiting
from tracktwo.steps.plan.queries import kept_days, newest_plan, rules_in_force, wishes_said
from tracktwo.steps.programme.path import Walker

TABLE = b"Passport,Destination,Requirement\nUA,GB,e-visa\nRU,GB,no admission\nRU,RU,-1\nGE,GB,90\n"
RULES = b"""
facilitators_needed = 1
[weights]
visa_case = 7
[[entry]]
passport = "UA"
destination = "JP"
requirement = "visa-free"
source = "a page"
checked_on = 2026-01-01
[[facilitator]]
alias = "Hazel"
per_year = 1
[[away]]
who = "host office"
from = 2026-08-20
until = 2026-09-30
"""


@pytest.fixture(autouse=True)
def march(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


def post(cast: Cast, name: str, data: dict[str, Any]):
    return cast.client(cast.convener).post(reverse(f"plan:{name}", args=[cast.programme.key]), data)


def get(cast: Cast, name: str) -> str:
    return cast.client(cast.convener).get(reverse(f"plan:{name}", args=[cast.programme.key])).content.decode()


def a_kept_plan(cast: Cast, **changed: Any) -> Plan:
    plan = a_plan(cast, workshops=4, **changed)
    actions.keep_plan(plan, by=convener(cast), now=NOW)
    return plan


def kept(cast: Cast) -> list[tuple[int, str, date]]:
    return list(cast.programme.workshops.values_list("number", "city", "starts_on"))


def deeds(cast: Cast) -> int:
    return len(list_entries(cast.programme.compartment.book))


def test_trying_says_what_would_change_and_saves_nothing(cast: Cast) -> None:
    a_kept_plan(cast)
    before = (kept(cast), Plan.objects.count(), PlanWishes.objects.get().said, deeds(cast))
    first = cast.programme.workshops.first()
    assert first is not None

    page = post(cast, "what_if", WISHES | {"workshops": "3", "without": ["1"]}).content.decode()

    assert "This would change" in page and "Nothing is saved." in page
    assert "<strong>leaves</strong>" in page
    assert (kept(cast), Plan.objects.count(), PlanWishes.objects.get().said, deeds(cast)) == before


def test_trying_the_same_wishes_again_says_that_nothing_would_change(cast: Cast) -> None:
    a_kept_plan(cast)
    said = wishes_said(cast.programme)
    page = post(cast, "what_if", {**said, "months_max": said["months_max"] or ""}).content.decode()
    assert "The workshops would stay as they are" in page


def test_a_convention_tried_as_cancelled_is_not_in_the_plan_tried(cast: Cast) -> None:
    plan = a_kept_plan(cast)
    row = cast.programme.workshops.select_related("edition").order_by("number").last()
    assert row is not None and row.edition is not None
    key = (row.edition.association, row.edition.convention, row.edition.edition)
    tried, told = actions.try_plan(cast.programme, wishes(cast), without=[key], now=NOW)
    assert key in [tuple(one["edition"][name] for name in ("association", "convention", "edition"))
                   for one in plan.result["workshops"]]  # fmt: skip
    assert key not in [one.edition.key for one in tried.workshops]
    assert {one.edition.key: [reason.code for reason in one.reasons] for one in tried.rejected}[key] == [
        "plan.cancelled"
    ]
    assert told["delegation"] == plan.wishes["delegation"]


def test_wishes_that_cannot_be_kept_are_refused_where_they_are_tried(cast: Cast) -> None:
    a_kept_plan(cast)
    answer = post(cast, "what_if", WISHES | {"workshops": "6"})
    assert answer.status_code == 422
    assert "Ask for fewer workshops" in answer.content.decode()


def test_what_was_tried_becomes_a_version_when_asked_for(cast: Cast) -> None:
    a_kept_plan(cast)
    before = kept(cast)
    answer = post(cast, "what_if", WISHES | {"workshops": "3", "weight_visa_case": "9", "keep": "1"})
    plan = newest_plan(cast.programme)
    assert plan is not None
    assert answer["Location"] == reverse("plan:version", args=[cast.programme.key, plan.version])
    assert (plan.version, plan.kept_at, plan.wishes["weights"]["visa_case"]) == (2, None, 9)
    assert kept(cast) == before


def test_a_weight_changes_what_the_plan_is_made_of(cast: Cast) -> None:
    fill(cast)
    counts = []
    for weight in ("0", "500"):
        post(cast, "wishes", WISHES | {"workshops": "3", "weight_projected": weight})
        plan = newest_plan(cast.programme)
        assert plan is not None
        counts.append(sum(one["edition"]["status"] == "projected" for one in plan.result["workshops"]))
    assert counts[1] < counts[0] or counts == [0, 0]
    assert counts[1] <= counts[0]


def test_a_weight_out_of_range_is_refused_and_nothing_is_kept(cast: Cast) -> None:
    fill(cast)
    answer = post(cast, "wishes", WISHES | {"weight_visa_case": "1001"})
    assert (answer.status_code, Plan.objects.count()) == (422, 0)


def cancel_one(cast: Cast) -> int:
    """The association calls off the convention of the last workshop; its number."""
    row = cast.programme.workshops.select_related("edition").order_by("number").last()
    assert row is not None and row.edition is not None
    row.edition.status = "cancelled"
    row.edition.save()
    return row.number


def test_after_a_cancellation_the_page_says_so_and_plans_with_the_least_change(cast: Cast) -> None:
    a_kept_plan(cast)
    before = kept(cast)
    number = cancel_one(cast)
    assert "Plan again: something has happened since" in get(cast, "about")
    assert f"Workshop {number}, " in get(cast, "again")
    walker = Walker(cast.programme, cast.convener, frozenset({("convener", None)}), NOW)
    assert "Plan again" in [one.deed for one in waiting(walker)]

    answer = post(cast, "again", {})

    plan = newest_plan(cast.programme)
    assert plan is not None and plan.kept_at is None
    assert answer["Location"] == reverse("plan:version", args=[cast.programme.key, plan.version])
    # Four are wished for; the one lost at the end can be made up for only by moving its neighbour too.
    days = [one["first"] for one in plan.result["workshops"]]
    assert (len(days), days[:2]) == (4, [first.isoformat() for _n, _city, first in before[:2]])
    changes = plan.result["changes"]
    assert (changes["stay"], before[number - 1][2].isoformat() in days) == (2, False)
    assert "What changes of the plan before" in cast.client(cast.convener).get(answer["Location"]).content.decode()


def test_another_delegation_asks_to_plan_again(cast: Cast) -> None:
    a_kept_plan(cast)
    lines = [(one, "UA" if one.number == 1 else "RU", "GE", 9) for one in cast.programme.communities.all()]
    actions.write_delegation(cast.programme, lines, by=convener(cast), now=NOW)
    assert "Others have to be able to enter than when the plan was made." in get(cast, "again")


def test_without_workshops_there_is_nothing_to_plan_again(cast: Cast) -> None:
    fill(cast)
    answer = post(cast, "again", {})
    assert answer.status_code == 422
    assert say(Refusal("plan.nothing_to_plan_again")) in answer.content.decode()


def test_the_passport_table_comes_in_by_the_page_and_the_later_word_counts(cast: Cast) -> None:
    fill(cast)
    sent = {"passports": SimpleUploadedFile("p.csv", TABLE), "checked_on": "2026-02-01"}
    assert post(cast, "passports", sent).status_code == 302

    assert sorted(PassportRow.objects.values_list("passport", flat=True)) == ["GE", "RU", "UA"]
    table = dates.EntryTable(rules_in_force(cast.programme).entry)
    found = {one: table.rule_for(one, "GB", date(2026, 4, 1)) for one in ("UA", "RU", "GE")}
    assert {one: rule and rule.requirement for one, rule in found.items()} == {
        "UA": "e-visa",
        "RU": "barred",
        "GE": None,
    }
    page = get(cast, "borders")
    assert "no admission" in page and "passport table, 2026-02-01" in page


@pytest.mark.parametrize(
    ("content", "day", "said"),
    [
        (b"Passport,Destination,Requirement\nUA,GB,perhaps\n", "2026-02-01", "Row 2, column requirement"),
        (b"Passport,Destination,Requirement\nU1,GB,90\n", "2026-02-01", "Row 2, column passport"),
        (b"Passport,Destination\nUA,GB\n", "2026-02-01", "The column requirement is missing."),
        (TABLE, "2027-02-01", "lies ahead"),
        (b"", "2026-02-01", "The file is empty."),
    ],
)
def test_a_malformed_passport_table_is_refused_with_its_place(cast: Cast, content: bytes, day: str, said: str) -> None:
    answer = post(cast, "passports", {"passports": SimpleUploadedFile("p.csv", content), "checked_on": day})
    assert (answer.status_code, PassportRow.objects.count()) == (422, 0)
    assert said in answer.content.decode()


def test_rules_of_ones_own_count_beside_those_of_the_house(cast: Cast) -> None:
    a_plan(cast)
    assert post(cast, "rules", {"rules": SimpleUploadedFile("r.toml", RULES)}).status_code == 302

    book = rules_in_force(cast.programme)
    assert (book.weights.visa_case, len(book.means.away), len(book.exits)) == (7, 1, 3)
    plan = actions.request_plan(cast.programme, wishes(cast, workshops=2), by=convener(cast), now=NOW)
    assert plan is not None
    away = [left["edition"]["city"] for left in plan.result["rejected"]
            if "plan.away" in [reason["code"] for reason in left["reasons"]]]  # fmt: skip
    assert "Lisbon" in away
    assert "host office" in get(cast, "borders")
    post(cast, "rules_dropped", {})
    assert (RulesFile.objects.count(), rules_in_force(cast.programme).means) == (0, dates.Means())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[[entry]]\npassport = 3\n", "Rules, entry 1: requirement needs words"),
        (b"[[transit]]\nresidence='RU'\ndestination='PT'\nvia=['Turkey']\n", "via needs country codes"),
        (b"[[exit]]\nkind='perhaps'\n", "Rules, exit 1: kind is none of these"),
        (b"[[away]]\nwho='hall'\nfrom=2026-02-02\nuntil=2026-02-01\n", "Rules, away 1: the rule ends before it starts"),
        (b"[[facilitator]]\nalias='Hazel'\nper_year=-1\n", "per_year needs a whole number"),
        (b"[[price]]\ncountry='Portugal'\n", "Rules, price 1: country needs a country code"),
        (b"[wishes]\nworkshops = 3\n", "The table wishes has a page of its own here."),
        (b"[weihgts]\nvisa_case = 3\n", "the key weihgts is not known"),
        (b"\xff\xfe", "The rules file is not TOML in UTF-8."),
    ],
)
def test_a_malformed_rules_file_is_refused_at_table_and_key(cast: Cast, content: bytes, said: str) -> None:
    answer = post(cast, "rules", {"rules": SimpleUploadedFile("r.toml", content)})
    assert (answer.status_code, RulesFile.objects.count()) == (422, 0)
    assert said in answer.content.decode()


def test_public_holidays_are_kept_beside_the_table_and_none_twice(cast: Cast) -> None:
    fill(cast)
    post(cast, "days", {"side_1": "Ukraine", "side_2": "Russia", "holidays_1": "ua", "holidays_2": ""})
    days = kept_days(cast.programme)
    public = [day for day in days if day.kind == "public"]
    assert {day.community for day in public} == {"1"}
    assert "2026-03-08" in [day.month_day for day in public]
    assert "2026-08-24" not in [day.month_day for day in public]


def test_a_country_without_known_holidays_is_refused(cast: Cast) -> None:
    fill(cast)
    answer = post(cast, "days", {"side_1": "Ukraine", "side_2": "Russia", "holidays_1": "QQ"})
    assert answer.status_code == 422
    assert say(Refusal("plan.holidays_unknown")) in answer.content.decode()
