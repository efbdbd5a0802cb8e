"""What is promised in seconds where no cohort exists: which quotas conflict, and what would be enough."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from tracktwo.methods.lottery import Person, Question, Quota, ask, find_lottery
from tracktwo.methods.lottery.cover import cover_kinds
from tracktwo.methods.lottery.kinds import gather_kinds
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.record import Refusal, Refusals
from tracktwo.methods.solver import Limits

MOST_SECONDS = 5.0
SEATS = 150


def conflicting() -> Question:
    """A public pool: only together do two minima ask for one seat too many, because no trader is of the north."""
    people, values = [], {"age": 7, "district": 11, "schooling": 5, "gender": 2}
    for place in range(2_000):
        north = place % 3 == 0
        own = {feature: str(place // 3 % count) for feature, count in values.items()}
        craft = "writer" if north else ("trader", "nurse")[place % 2]
        people.append(Person(f"p{place:04}", own | {"side": "north" if north else "south", "craft": craft}, ()))
    quotas = [
        Quota(feature, str(one), int(SEATS / count) - 5, int(SEATS / count) + 10)
        for feature, count in values.items()
        for one in range(count)
    ]
    sides = [Quota("side", "north", 111, 150), Quota("side", "south", 0, 150)]
    crafts = [Quota("craft", "trader", 40, 150), Quota("craft", "writer", 0, 150), Quota("craft", "nurse", 0, 150)]
    return ask(people, [*quotas, *sides, *crafts], SEATS)


@pytest.fixture(scope="module")
def told() -> tuple[tuple[Refusal, ...], float]:
    question, began = conflicting(), time.process_time()
    with pytest.raises(Refusals) as caught:
        find_lottery(question)
    return caught.value.each, time.process_time() - began


def test_what_conflicts_in_a_pool_of_two_thousand_is_said_within_five_seconds_of_the_processor(
    told: tuple[tuple[Refusal, ...], float],
) -> None:
    refusals, worked = told
    assert [one.code for one in refusals] == ["lottery.quotas_conflict", "lottery.repair", "lottery.repair"]
    assert refusals[0].params["quotas"] == "craft = trader: 40–150; side = north: 111–150"
    assert [one.params["change"] for one in refusals[1:]] == ["39–150", "110–150"]
    assert worked <= MOST_SECONDS


@pytest.mark.parametrize(("feature", "minimum"), [("side", 110), ("craft", 39)])
def test_each_change_named_is_enough(feature: str, minimum: int) -> None:
    """With the minimum of the traders lowered the solver loses its way at first, and is asked once more."""
    asked = conflicting()
    wider = [replace(one, minimum=minimum) if one.minimum == minimum + 1 else one for one in asked.quotas]
    assert [one.feature for one in wider if one not in asked.quotas] == [feature]
    setting = gather_kinds(ask(asked.people, wider, SEATS))
    assert cover_kinds(setting, Pricer(setting, Limits()), Limits()) is not None
