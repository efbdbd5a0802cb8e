"""Step 2 of the demonstration: real conventions, invented ones to meet before, a kept plan, an edition lost since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from tracktwo.data import tables
from tracktwo.exchange.conventions import read_conventions, write_conventions
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.dates import Edition
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan import actions
from tracktwo.steps.plan.models import Plan, Workshop
from tracktwo.steps.plan.queries import wishes_said
from tracktwo.steps.programme.models import Programme

CONVENTION = "Borderland Studies Convention (invented)"
LENGTH, OFFSET = 4, 1
EACH_SIDE = 8
PASSPORTS = {1: "UA", 2: "RU"}
KEEPERS = {1: "Ukraine", 2: "Russia"}
# Real editions stay on their days, so no day could be relied on to have a workshop: the two that lie behind and around
# today go before conventions of the invented host. Everything later is what the planner chooses.
RHYTHM = {"workshops": None, "months_min": 6, "months_max": 14, "slack_days": 2}


def build(stage: Stage) -> None:
    programme, by = stage.programme, stage.by("Heron", "plan.change")
    planned_at = stage.days(-495)
    _inputs(stage, by, planned_at)
    actions.keep_plan(_plan(stage, by, planned_at), by=by, now=planned_at)
    first = programme.workshops.get(number=1)
    actions.close_workshop(first, by=by, now=_evening_after(first, stage.now))
    _cancel_last(stage, by)


def _cancel_last(stage: Stage, by: Standing) -> None:
    """As in Honolulu in 2020: a site fixed years ahead and lost. What the least change is, is the visitor's to find.

    An invented convention, because nobody should read here that a real one was called off.
    """
    last = replace(invented_editions(stage.now.date(), stage.programme)[-1], status="cancelled")
    actions.import_conventions(stage.programme, [last], project=False, by=by, now=stage.days(-2))


def _inputs(stage: Stage, by: Standing, now: datetime) -> None:
    programme = stage.programme
    actions.import_conventions(programme, read_conventions(tables.conventions_csv()), by=by, now=now)
    # Through the same door as anybody's file.
    own = read_conventions(write_conventions(invented_editions(stage.now.date(), programme)))
    actions.import_conventions(programme, own, project=False, by=by, now=now)
    lines = [(one, PASSPORTS[one.number], PASSPORTS[one.number], EACH_SIDE) for one in programme.communities.all()]
    actions.write_delegation(programme, lines, by=by, now=now)
    actions.choose_kept_days(programme, KEEPERS, by=by, now=now)


def invented_editions(today: date, programme: Programme) -> tuple[Edition, ...]:
    """One in the first year, one that opens on the day after the workshop that is under way today, and one at the end,
    which is lost later.
    """
    around = today + timedelta(days=LENGTH - 2 + OFFSET)
    before = min(today - timedelta(days=300), date(programme.first_year, 11, 27))
    return (
        _edition(1, "Tbilisi", "GE", before),
        _edition(2, "Istanbul", "TR", around),
        _edition(3, "Batumi", "GE", date(programme.last_year, 11, 20)),
    )


def _edition(number: int, city: str, country: str, opening: date) -> Edition:
    return Edition(
        association="Borderland (invented)",
        convention=CONVENTION,
        edition=str(number),
        city=city,
        country=country,
        start=opening,
        end=opening + timedelta(days=3),
        status="confirmed",
        source="invented for the demonstration",
        note="invented: there is no such convention",
    )


def _plan(stage: Stage, by: Standing, now: datetime) -> Plan:
    said = wishes_said(stage.programme)
    promised = [list(edition.key) for edition in invented_editions(stage.now.date(), stage.programme)]
    said |= {**RHYTHM, "length_days": LENGTH, "offset_days": OFFSET, "promised": promised}
    plan = actions.request_plan(stage.programme, said, by=by, now=now)
    if plan is None:  # only long lists become jobs
        raise LookupError("the demonstration's list has grown too long to plan at once")
    return plan


def _evening_after(workshop: Workshop, now: datetime) -> datetime:
    return datetime.combine(workshop.ends_on + timedelta(days=1), time(18), tzinfo=now.tzinfo)
