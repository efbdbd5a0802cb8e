"""Whether workshops are held, in the demonstration: one was let go by everybody, one is asked about anew."""

from __future__ import annotations

from datetime import time, timedelta

from tracktwo.foundation.people.policies import role_of
from tracktwo.site.demo.stage import GUARANTORS, Stage
from tracktwo.steps.plan.actions import calendar, going, pack
from tracktwo.steps.plan.models import OutsideEvent, Workshop
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.plan.queries.going import deadlines_of, workshops_ahead
from tracktwo.steps.plan.queries.pack import BLANK

GO = "go"


def build(stage: Stage) -> None:
    current, today = next_workshop(stage.programme, stage.now), stage.now.date()
    if current is not None and current.starts_on <= today:
        _let_go(stage, current)
    ahead = workshops_ahead(stage.programme, today)
    if ahead:
        _prepare_next(stage, ahead[0])
        apply(stage, ahead[0])


def _let_go(stage: Stage, workshop: Workshop) -> None:
    """Asked five weeks before it began, and held because the host and both sides said so."""
    start = stage.days((workshop.starts_on - stage.now.date()).days)
    by = stage.by("Heron", "plan.change")
    going.ask_go(workshop, by=by, now=start - timedelta(days=36))
    for alias in (*GUARANTORS.values(), "Heron"):
        _say(stage, workshop, alias, start - timedelta(days=31))
    calendar.set_hours(
        workshop,
        zone="Europe/Istanbul",
        opens_at=time(9, 30),
        closes_at=time(18),
        remote_seats=2,
        remote_zones=["Europe/Kyiv", "Asia/Yekaterinburg"],
        by=by,
        now=start - timedelta(days=60),
    )


def _say(stage: Stage, workshop: Workshop, alias: str, now: object) -> None:
    account = stage.accounts[alias]
    by = role_of(account, "plan.say_go", stage.programme.compartment)
    going.say_go(workshop, account=account, word=GO, reason="", by=by, now=now)  # type: ignore[arg-type]


def _prepare_next(stage: Stage, workshop: Workshop) -> None:
    by = stage.by("Heron", "plan.change")
    calendar.set_hours(
        workshop,
        zone=workshop.zone,
        opens_at=time(9),
        closes_at=time(20),
        remote_seats=2 if workshop.city else 0,
        remote_zones=["Europe/Kyiv", "Asia/Tbilisi"] if workshop.city else [],
        by=by,
        now=stage.days(-40),
    )
    for row in deadlines_of(workshop, stage.now.date()):
        if row.kind in ("application", "roster_freeze") and row.urgency == "overdue":
            calendar.mark_deadline(workshop, row.kind, met=True, by=by, now=stage.days(-30))
    going.log_event(
        stage.programme,
        kind=OutsideEvent.Kind.BORDER,
        happened_on=stage.days(-6).date(),
        words="A consulate closed its counter for one of the communities (invented). Letters now go by another city.",
        source="invented for the demonstration",
        bears_on=[workshop],
        by=by,
        now=stage.days(-5),
    )
    _say(stage, workshop, GUARANTORS[2], stage.days(-4))


# An application half written: what is missing is what a visitor finds.
WORDS = {
    "title": "What each side needs to hear before it can speak",
    "coordinators": "The host’s convener and facilitator",
    "abstract": "Scholars of two communities meet for four days and work through needs and fears.",
    "description": "Nobody has measured yet what a private meeting changes in a public panel.\n\nIt is near.",
    "relation": "An open discussion session on the second day carries the findings to everybody.",
    "budget": "travel; sixteen tickets; 9600\nrooms; four nights; 6400\nspace; one quiet room; 1200",
}


def apply(stage: Stage, workshop: Workshop) -> None:
    by = stage.by("Heron", "plan.pack")
    pack.keep_application(workshop, BLANK | WORDS, language="en", by=by, now=stage.days(-20))
