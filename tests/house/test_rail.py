"""The rail stands on every page: asked once, and told again as soon as a step has been written to."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, Cast
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.site import changes
from tracktwo.site.path import Step, steps, walker_for
from tracktwo.steps.plan.models import Workshop


def rail(cast: Cast, account=None) -> list[Step]:
    return steps(walker_for(cast.programme, account or cast.convener, NOW))


def test_the_rail_says_the_same_to_everybody(cast: Cast, monkeypatch) -> None:
    seat_everybody(cast, a_workshop(cast, date(2026, 3, 20)))
    monkeypatch.setattr(changes, "SECONDS", -1.0)
    told = {tuple(step.state for step in rail(cast, one)) for one in cast.everyone().values() if one}
    assert len(told) == 1


def test_the_rail_is_not_asked_again_while_nobody_writes(cast: Cast, monkeypatch) -> None:
    monkeypatch.setattr(changes, "SECONDS", 3600.0)
    first = rail(cast)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert rail(cast) == first
    assert [query["sql"] for query in asked if "plan_" in query["sql"] or "select_" in query["sql"]] == []


def test_whatever_is_written_shows_at_once(cast: Cast, monkeypatch) -> None:
    monkeypatch.setattr(changes, "SECONDS", 3600.0)
    before = rail(cast)
    workshop = a_workshop(cast, date(2026, 3, 20))
    seat_everybody(cast, workshop)
    between = rail(cast)
    days = {"starts_on": NOW.date() - timedelta(days=90), "ends_on": NOW.date() - timedelta(days=86)}
    Workshop.objects.filter(pk=workshop.pk).update(**days)
    assert before != between != rail(cast)


def test_what_another_process_wrote_shows_after_two_seconds(cast: Cast, monkeypatch) -> None:
    told = changes.kept(("here",), lambda: "old")
    monkeypatch.setattr(changes, "monotonic", lambda: changes._kept[("here",)][1] + changes.SECONDS)
    assert (told, changes.kept(("here",), lambda: "new")) == ("old", "new")
