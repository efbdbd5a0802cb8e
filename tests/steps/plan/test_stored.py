"""A stored plan is read back as the value it was written from."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tracktwo.exchange.plans import write_plan_json
from tracktwo.methods import dates
from tracktwo.steps.plan.convert.stored import plan_value

DAYS = st.dates(date(2000, 1, 1), date(2080, 1, 1))
WORDS = st.text(max_size=12)
COUNTS = st.integers(0, 500)
REASONS = st.lists(
    st.one_of(
        st.builds(dates.Reason, st.just("plan.past"), st.fixed_dictionaries({"workshop_day": DAYS, "today": DAYS})),
        st.builds(
            dates.Reason,
            st.just("plan.kept_clear"),
            st.fixed_dictionaries({"day": DAYS, "name": WORDS, "community": WORDS}),
        ),
        st.builds(dates.Reason, st.just("plan.costs_more"), st.fixed_dictionaries({"points": COUNTS, "leaves": WORDS})),
    ),
    max_size=3,
).map(tuple)
COSTS = st.lists(st.builds(dates.Cost, WORDS, COUNTS, COUNTS), max_size=2).map(tuple)
ENTRY = st.lists(st.builds(dates.EntryClass, WORDS, WORDS, COUNTS, WORDS, COUNTS), max_size=2).map(tuple)
EDITIONS = st.lists(
    st.builds(
        dates.Edition, WORDS, WORDS, WORDS, WORDS, WORDS, DAYS, DAYS, st.sampled_from(dates.STATUSES), WORDS, WORDS
    ),
    unique_by=lambda edition: edition.key,
    max_size=5,
)


@st.composite
def plans(draw: st.DrawFn) -> dates.Plan:
    editions = draw(EDITIONS)
    cut = draw(st.integers(0, len(editions)))
    some = st.lists(st.sampled_from(editions), max_size=2).map(tuple) if editions else st.just(())
    workshops = tuple(
        dates.Workshop(
            number, edition, draw(DAYS), draw(DAYS), draw(COUNTS), draw(st.booleans()), draw(st.booleans()),
            draw(COSTS), draw(REASONS), draw(ENTRY), draw(st.none() | DAYS),
        )
        for number, edition in enumerate(editions[:cut], start=1)
    )  # fmt: skip
    rejected = tuple(
        dates.Rejected(edition, draw(REASONS), draw(REASONS), draw(st.none() | COUNTS)) for edition in editions[cut:]
    )
    others = tuple(draw(st.lists(st.builds(dates.Alternative, some, some, COUNTS), max_size=2)))
    shared, gap = draw(COSTS), draw(st.floats(0, 1))
    return dates.Plan(
        workshops, rejected, others, shared, draw(COUNTS), draw(COUNTS), gap, draw(COUNTS), draw(COUNTS), draw(DAYS)
    )


@given(plans())
def test_what_was_written_is_read_back_equal(plan: dates.Plan) -> None:
    assert plan_value(json.loads(write_plan_json(plan))) == plan


@given(plans())
def test_sentences_beside_the_codes_change_nothing(plan: dates.Plan) -> None:
    assert plan_value(json.loads(write_plan_json(plan, lambda reason: "because"))) == plan
