"""On tiny calendars every plan can be tried; the solver's answer must be the best of them, with nothing unexplained."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.data.refusals import say, sentences
from tracktwo.methods.dates import (
    CONTINENT,
    Delegation,
    DelegationLine,
    Edition,
    EntryRule,
    NoPlan,
    Weights,
    Wishes,
    add_months,
    plan,
)
from tracktwo.methods.record import Refusal

FIRST, LAST, TODAY = date(2026, 1, 1), date(2027, 12, 31), date(2025, 1, 1)
CASES = {"PT": 0, "KR": 3, "US": 5}
CITIES = {"PT": "Lisbon", "KR": "Seoul", "US": "Boston"}
RULES = [
    EntryRule("UA", "PT", "visa-free", 0, None, None, "a table", TODAY),
    EntryRule("UA", "KR", "visa", 30, None, None, "a table", TODAY),
    EntryRule("RU", "PT", "visa-free", 0, None, None, "a table", TODAY),
    EntryRule("RU", "KR", "visa-free", 0, None, None, "a table", TODAY),
    EntryRule("UA", "US", "visa", 30, None, None, "a table", TODAY),
    EntryRule("RU", "US", "visa", 30, None, None, "a table", TODAY),
]
PEOPLE = Delegation((DelegationLine("North", "UA", "UA", 3), DelegationLine("South", "RU", "RU", 2)))


@st.composite
def calendars(draw):
    spec = draw(
        st.lists(
            st.tuples(
                st.integers(5, 700),
                st.sampled_from(["PT", "KR", "US"]),
                st.sampled_from(["confirmed", "provisional", "projected", "cancelled"]),
                st.sampled_from(["One", "Two"]),
            ),
            min_size=1,
            max_size=7,
        )
    )
    return [
        Edition(
            name,
            "Congress",
            str(place),
            CITIES[country],
            country,
            FIRST + timedelta(days=after),
            FIRST + timedelta(days=after + 2),
            status,
            "a page",
        )
        for place, (after, country, status, name) in enumerate(spec)
    ]


rhythms = st.tuples(st.integers(1, 8), st.one_of(st.none(), st.integers(8, 14)))


def first_day(edition):
    return edition.start - timedelta(days=3)


def keeps_rhythm(chosen, months_min, months_max):
    starts = sorted(first_day(edition) for edition in chosen)
    for before, after in zip(starts, starts[1:], strict=False):
        if after < add_months(before, months_min):
            return False
        if months_max is not None and after > add_months(before, months_max):
            return False
    return True


def points(chosen):
    w = Weights()
    status = {"confirmed": 0, "provisional": w.provisional, "projected": w.projected}
    total = sum(w.visa_case * CASES[e.country] + status[e.status] for e in chosen)
    total += w.same_association * (len(chosen) - len({e.association for e in chosen}))
    total += w.same_city * (len(chosen) - len({e.city for e in chosen}))
    return total + w.same_continent * (len(chosen) - len({CONTINENT[e.country] for e in chosen}))


def all_plans(editions, number, months_min, months_max):
    usable = [e for e in editions if e.status != "cancelled" and first_day(e) >= FIRST and e.start <= LAST]
    return [chosen for chosen in combinations(usable, number) if keeps_rhythm(chosen, months_min, months_max)]


def solve(editions, months_min, months_max, number=None):
    wishes = Wishes(FIRST, LAST, workshops=number, months_min=months_min, months_max=months_max)
    return plan(editions, PEOPLE, RULES, (), wishes, TODAY)


@settings(max_examples=80, deadline=None)
@given(calendars(), rhythms, st.integers(1, 3))
def test_no_plan_of_that_number_is_cheaper(editions, rhythm, number):
    costs = sorted(points(chosen) for chosen in all_plans(editions, number, *rhythm))
    try:
        found = solve(editions, *rhythm, number)
    except NoPlan:
        assert costs == []
        return
    chosen = [workshop.edition for workshop in found.workshops]
    assert keeps_rhythm(chosen, *rhythm)
    assert (found.objective, points(chosen), found.is_optimal) == (costs[0], costs[0], True)
    assert [found.objective + other.costs_more for other in found.alternatives] == costs[1:4]


@settings(max_examples=40, deadline=None)
@given(calendars(), rhythms)
def test_without_a_number_as_many_workshops_are_held_as_fit(editions, rhythm):
    found = solve(editions, *rhythm)

    most = max(n for n in range(len(editions) + 1) if all_plans(editions, n, *rhythm))
    assert len(found.workshops) == most


@settings(max_examples=40, deadline=None)
@given(calendars(), rhythms)
def test_every_edition_left_has_a_reason_that_can_be_said(editions, rhythm):
    found = solve(editions, *rhythm)

    named = {workshop.edition.key for workshop in found.workshops} | {left.edition.key for left in found.rejected}
    assert named == {edition.key for edition in editions}
    assert len(found.workshops) + len(found.rejected) == len(editions)
    for left in found.rejected:
        said = [say(Refusal(reason.code, **reason.params)) for reason in left.reasons]
        assert said
        assert all("%(" not in sentence for sentence in said)


@settings(max_examples=40, deadline=None)
@given(calendars(), rhythms)
def test_what_forcing_an_edition_in_would_cost_is_true(editions, rhythm):
    found = solve(editions, *rhythm)

    for left in found.rejected:
        said = [reason.params["points"] for reason in left.reasons if reason.code == "plan.costs_more"]
        with_it = [
            points(chosen) for chosen in all_plans(editions, len(found.workshops), *rhythm) if left.edition in chosen
        ]
        if said:
            assert min(with_it) - found.objective == said[0]
        elif any(reason.code == "plan.just_as_good" for reason in left.reasons):
            assert min(with_it) == found.objective
        else:
            assert with_it == []


@settings(max_examples=30, deadline=None)
@given(calendars(), rhythms, st.randoms(use_true_random=False))
def test_the_order_of_the_file_changes_nothing(editions, rhythm, chance):
    shuffled = list(editions)
    chance.shuffle(shuffled)

    assert solve(shuffled, *rhythm) == solve(editions, *rhythm)


def test_every_code_of_the_method_has_a_sentence():
    """Codes are read from the source, so that a new one without a sentence fails here and not on a page."""
    import re
    from importlib.resources import files

    source = "".join(
        part.read_text("utf-8") for part in files("tracktwo.methods.dates").iterdir() if part.name.endswith(".py")
    )
    codes = set(re.findall(r'"(plan\.[a-z_]+)"', source)) | {"plan.cancelled", "plan.moved"}
    codes |= {"plan.is_provisional", "plan.is_projected"}
    assert codes - set(sentences()) == set()
