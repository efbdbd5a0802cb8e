"""Step 4, like step 2, is of the workshop whose last day has not ended at its place, whatever the house's clock says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.test_convene_pages import walker
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import next_workshop, workshops_to_close
from tracktwo.steps.prepare.path import state
from tracktwo.steps.prepare.queries import workshops_travelled
from tracktwo.steps.prepare.queries.meetings import workshops_met

LAST = date(2027, 5, 9)
WEST, EAST = "America/Chicago", "Asia/Tokyo"
EVENING_THERE = datetime(2027, 5, 10, 2, tzinfo=UTC)  # 21:00 of the last day in Chicago
MORNING_AFTER = datetime(2027, 5, 9, 16, tzinfo=UTC)  # 01:00 of the day after in Tokyo


@pytest.fixture
def workshop(cast: Cast) -> Workshop:
    found = a_workshop(cast, LAST - timedelta(days=2))
    found.ends_on = LAST
    found.save()
    seat_everybody(cast, found)
    return found


def at(workshop: Workshop, zone: str, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop.zone = zone
    workshop.save()
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.mark.parametrize(("zone", "now", "is_over"), [(WEST, EVENING_THERE, False), (EAST, MORNING_AFTER, True)])
def test_the_day_at_the_place_decides_which_workshop_is_under_way(
    cast: Cast, workshop: Workshop, zone: str, now: datetime, is_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(workshop, zone, now, monkeypatch)
    programme, none = cast.programme, None if is_over else workshop
    assert next_workshop(programme, now) == none
    assert workshops_to_close(programme, now) == ([workshop] if is_over else [])
    assert [bool(found(programme, now)) for found in (workshops_travelled, workshops_met)] == [not is_over, not is_over]
    assert (state(walker(cast, cast.convener)).state == "not-begun") is is_over
    facts = (("plan:about", "next_workshop"), ("prepare:about", "workshop"))
    for name, fact in facts:
        answer = cast.client(cast.participants[1][0]).get(reverse(name, args=[programme.key]))
        assert answer.context[fact] == none


@pytest.mark.parametrize(("zone", "now", "is_over"), [(WEST, EVENING_THERE, False), (EAST, MORNING_AFTER, True)])
def test_a_page_of_a_workshop_says_that_it_is_over_when_it_is_over_there(
    cast: Cast, workshop: Workshop, zone: str, now: datetime, is_over: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(workshop, zone, now, monkeypatch)
    key, convener = cast.programme.key, cast.client(cast.convener)
    told = [
        convener.get(reverse(f"prepare:{name}", args=[key, workshop.number])).context["over"]
        for name in ("rooms", "journeys", "letters")
    ]
    own = cast.client(cast.participants[1][0]).get(reverse("prepare:consents", args=[key]) + "?workshop=1")
    assert [*told, own.context["over"]] == [is_over] * 4
