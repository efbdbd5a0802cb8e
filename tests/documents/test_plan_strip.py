"""The plan strip: threads that interlace once per workshop, two or three communities, lying or upright."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracktwo.documents.charts.plan_strip import (
    CLASH,
    SHUT,
    KeptDay,
    PlanView,
    StripEdition,
    StripWorkshop,
    as_table,
    plan_strip,
    view_of,
)
from tracktwo.documents.charts.standalone import read_chart, standalone
from tracktwo.documents.tree import Side
from tracktwo.methods.dates import Delegation, DelegationLine, Edition, EntryRule, KeepClear, Wishes, clear_days, plan

SIDES = (Side("North", 1), Side("South", 2), Side("East", 3))
LABELS = {
    "title": "Conventions & workshops",
    "description": "Two workshops",
    "conventions": "Conventions",
    "may_enter": "May enter, of 16",
    "keep_clear": "Days to keep clear",
    "today": "Today",
    "january": "Jan",
    "july": "Jul",
}
FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)
both = pytest.mark.parametrize("communities", [2, 3])
turned = pytest.mark.parametrize("upright", [False, True], ids=["lying", "upright"])


def view(communities=2, **said):
    named = {
        "first": FIRST,
        "last": LAST,
        "sides": SIDES[:communities],
        "workshops": (
            StripWorkshop(date(2025, 5, 1), "1 Lisbon", "16"),
            StripWorkshop(date(2026, 2, 1), "2 Seoul", "16"),
        ),
        "editions": (
            StripEdition(date(2025, 5, 4), "One 1, Lisbon", True, "16"),
            StripEdition(date(2025, 8, 24), "Two 2, <Porto>", False, "12"),
            StripEdition(date(2026, 2, 4), "One 2, Seoul", True, "16"),
        ),
        "kept": tuple(KeptDay(date(2025, 8, 24), side, "a day") for side in SIDES[:communities]),
        "today": date(2025, 7, 1),
        **said,
    }
    return PlanView(**named)


def shapes(svg, name, shape):
    return [element for element in read_chart(svg).iter(name) if shape in element.get("class", "").split()]


@both
@turned
def test_it_is_named_described_and_unstyled(communities, upright):
    svg = plan_strip(view(communities), LABELS, prefix="here", upright=upright)
    root = read_chart(svg)

    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "here-title here-desc")
    assert [root.find("title").text, root.find("desc").text] == [LABELS["title"], LABELS["description"]]
    assert not [element for element in root.iter() if "style" in element.attrib]


@both
@turned
def test_every_thread_runs_once_and_bends_twice_at_each_workshop(communities, upright):
    svg = plan_strip(view(communities), LABELS, upright=upright)

    threads = [len(shapes(svg, "path", thread)) for thread in ("t1", "t2", "t4")]
    assert threads == [1 + 2 * 2] * communities + [0] * (3 - communities)


@both
@turned
def test_whoever_passes_over_is_cased(communities, upright):
    svg = plan_strip(view(communities), LABELS, upright=upright)

    assert len(shapes(svg, "path", "casing")) == 2 * 2 * (communities - 1)


@turned
def test_chosen_editions_are_filled_and_left_ones_open(upright):
    svg = plan_strip(view(), LABELS, upright=upright)

    filled = [element.find("title").text for element in shapes(svg, "circle", "f0")]
    hollow = [element.find("title").text for element in shapes(svg, "circle", "knot")]
    assert (filled, hollow) == (["One 1, Lisbon", "One 2, Seoul"], ["Two 2, <Porto>"])


@both
@turned
def test_each_community_has_its_own_weave_on_the_days_it_keeps_clear(communities, upright):
    svg = plan_strip(view(communities), LABELS, prefix="here", upright=upright)

    fills = [element.get("fill") for element in read_chart(svg).findall("rect")]
    assert fills == [f"url(#here-weave-{weave})" for weave in range(1, communities + 1)]
    assert set(re.findall(r'<pattern id="([^"]+)"', svg)) == {f"here-weave-{n}" for n in range(1, communities + 1)}


@turned
def test_days_outside_the_strip_are_left_out(upright):
    early = view(first=date(2025, 6, 1), last=date(2025, 12, 31), today=date(2027, 1, 1))
    svg = plan_strip(early, LABELS, upright=upright)

    assert [len(shapes(svg, "circle", kind)) for kind in ("f0", "knot")] == [0, 1]
    assert (len(shapes(svg, "path", "casing")), LABELS["today"] in svg) == (0, False)


@turned
def test_an_empty_plan_is_two_straight_threads(upright):
    svg = plan_strip(view(workshops=(), editions=(), kept=(), today=None), LABELS, upright=upright)

    assert [len(shapes(svg, "path", thread)) for thread in ("t1", "t2", "casing")] == [1, 1, 0]


def test_the_upright_strip_fits_a_phone():
    lying, upright = (read_chart(plan_strip(view(3), LABELS, upright=turn)).get("viewBox") for turn in (False, True))
    assert [float(box.split()[2]) for box in (lying, upright)] == [900, 360]


def test_words_of_near_workshops_stand_on_two_lines():
    near = tuple(StripWorkshop(date(2025, month, 1), "1 Philadelphia") for month in (5, 6))
    svg = plan_strip(view(workshops=near), LABELS)

    heights = [element.get("y") for element in read_chart(svg).iter("text") if element.text == "1 Philadelphia"]
    assert heights == ["74", "56"]


def test_it_stands_alone_without_a_style_sheet():
    root = read_chart(standalone(plan_strip(view(3), LABELS)))
    assert {element.get("stroke") for element in root.iter("path")} >= {"#0b6573", "#a4551a", "#5b3f8c"}


def test_the_table_says_the_same():
    labels = {
        "caption": "Conventions",
        "day": "Day",
        "convention": "Convention",
        "entry": "May enter",
        "state": "State",
        "chosen": "chosen",
        "left": "left",
        "day_format": "%Y-%m-%d",
    }
    table = as_table(view(), labels)
    assert [[piece.text for cell in row for piece in cell] for row in table.rows] == [
        ["2025-05-04", "One 1, Lisbon", "16", "chosen"],
        ["2025-08-24", "Two 2, <Porto>", "12", "left"],
        ["2026-02-04", "One 2, Seoul", "16", "chosen"],
    ]


@pytest.mark.parametrize("said", [{"last": FIRST}, {"sides": SIDES[:1]}, {"sides": (SIDES[0], SIDES[0])}])
def test_a_strip_that_could_mean_nothing_is_refused(said):
    with pytest.raises(ValueError, match="strip"):
        view(**said)


def test_a_plan_becomes_a_view_and_an_open_venue_claims_no_entry():
    opening = date(2025, 9, 10)
    announced = Edition("One", "Congress", "1", "Lisbon", "PT", opening, opening, "confirmed")
    projected = Edition(
        "One", "Congress", "2", "city open", "", opening.replace(year=2026), opening.replace(year=2026), "projected"
    )
    cancelled = Edition("Two", "Congress", "1", "Porto", "PT", opening, opening, "cancelled")
    kept = (KeepClear("both", "02-24", "a day", "anniversary"),)
    made = plan([announced, projected, cancelled], Delegation(), (), kept, Wishes(FIRST, LAST), FIRST)

    found = view_of(made, clear_days(kept, FIRST, LAST), {"North": SIDES[0], "South": SIDES[1]}, FIRST, LAST)

    assert [(one.label, one.entry) for one in found.workshops] == [("1 Lisbon", "0"), ("2 One 2", "")]
    assert [one.name for one in found.editions] == ["One 1, Lisbon", "One 2"]
    assert [(one.day.year, one.side.label) for one in found.kept] == [
        *((2025, "North"), (2025, "South"), (2026, "North"), (2026, "South")),
    ]


days = st.dates(FIRST, LAST)


@given(
    st.lists(days, max_size=12),
    st.lists(st.tuples(days, st.text(max_size=20), st.booleans()), max_size=12),
    st.booleans(),
)
def test_any_plan_is_drawn_inside_its_picture(starts, editions, upright):
    strip = view(
        workshops=tuple(StripWorkshop(day, "1 Lisbon") for day in starts),
        editions=tuple(StripEdition(*edition) for edition in editions),
    )
    root = read_chart(plan_strip(strip, LABELS, upright=upright))

    _, _, width, height = (float(part) for part in root.get("viewBox").split())
    for circle in root.iter("circle"):
        if circle.get("class") != "dotk":
            assert (0 <= float(circle.get("cx")) <= width, 0 <= float(circle.get("cy")) <= height) == (True, True)


@turned
def test_why_an_edition_was_left_is_marked_by_shape(upright):
    editions = (
        StripEdition(date(2025, 3, 4), "A clash", False, why=CLASH),
        StripEdition(date(2025, 5, 4), "A border", False, why=SHUT),
        StripEdition(date(2025, 7, 4), "Perhaps", False, sure=False),
        StripEdition(date(2025, 9, 4), "Left", False),
    )
    svg = plan_strip(view(editions=editions, workshops=(), kept=(), today=None), LABELS, upright=upright)

    marks = [element.get("d") for element in shapes(svg, "path", "ink")]
    assert [(path.count("L"), path.count("H")) for path in marks] == [(2, 0), (0, 1)]
    assert [element.find("title").text for element in shapes(svg, "circle", "dotted")] == ["Perhaps"]


def test_the_marks_are_told_from_the_reasons():
    opening = date(2025, 8, 25)
    clash = Edition("One", "Congress", "1", "Bologna", "IT", opening, opening, "confirmed")
    shut = Edition(
        "Two", "Congress", "1", "Tallinn", "EE", opening.replace(month=10), opening.replace(month=10), "projected"
    )
    rules = [EntryRule(p, c, r, 0, None, None, "x", FIRST) for p, c, r in
             [("UA", "IT", "visa-free"), ("UA", "EE", "barred")]]  # fmt: skip
    kept = (KeepClear("both", "08-24", "a day", "national"),)
    people = Delegation((DelegationLine("North", "UA", "UA", 3),))
    made = plan([clash, shut], people, rules, kept, Wishes(FIRST, LAST), FIRST)

    found = view_of(made, clear_days(kept, FIRST, LAST), {"North": SIDES[0], "South": SIDES[1]}, FIRST, LAST)

    assert [(one.why, one.sure) for one in found.editions] == [(CLASH, True), (SHUT, False)]
