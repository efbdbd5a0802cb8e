"""Screening in the demonstration: a payer for each community, and a co-panelist whose organisation is designated."""

from __future__ import annotations

from tracktwo.data import tables
from tracktwo.exchange.designations import read_designations
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.programme import actions
from tracktwo.steps.programme.models import Alarm, Part

ORGANISATIONS = (
    (Part.FUNDER, "Heather Foundation (invented)", None),
    (Part.PAYER, "Heather Foundation (invented)", 1),
    (Part.PAYER, "Travel Office of the Society for Borderland Studies (invented)", 2),
    (Part.VENUE, "Hotel of the Two Terraces (invented)", None),
    (Part.PANEL, "Deutsche Gesellschaft für Osteuropakunde", None),
    (Part.PANEL, "Bard College Berlin", None),
)
# What is left open is what a visitor finds to do: a college of nearly the same name.
ANSWERS = {
    "Deutsche Gesellschaft für Osteuropakunde": (
        "kept_apart",
        "Its members sit on no panel and at no table with participants; papers are exchanged through the host alone.",
    ),
    "": (
        "told",
        "Every participant is told in person, before the own consent, what the law punishes, and which hosts it names.",
    ),
}


def build(stage: Stage) -> None:
    programme, by = stage.programme, stage.by("Heron", "programme.change")
    actions.write_organisations(programme, ORGANISATIONS, by=by, now=stage.days(-497))
    actions.set_money_ways(programme, payers_apart=True, no_honorarium=True, by=by, now=stage.days(-497))
    lines = read_designations(tables.designations_csv())
    actions.import_designations(programme, lines, by=by, now=stage.days(-3))
    for alarm in programme.alarms.all():
        _answer(stage, alarm)


def _answer(stage: Stage, alarm: Alarm) -> None:
    if alarm.organisation in ANSWERS:
        answer, reason = ANSWERS[alarm.organisation]
        by = stage.by("Heron", "programme.change")
        actions.answer_alarm(alarm, answer=answer, reason=reason, by=by, now=stage.days(-2))
