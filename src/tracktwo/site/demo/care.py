"""Care in the demonstration: a plan is written, and a call from the press last spring taught something."""

from __future__ import annotations

from tracktwo.data.incidents import LINES, step_codes
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.prepare.actions import close_incident, do_step, keep_care_plan, open_incident
from tracktwo.steps.prepare.models import CarePlan, Incident

CALLED = {
    "convener": "The red card in the safe of the office, first line",
    "facilitator": "The same card, second line",
    "lawyer": "The blue card, one line for each country",
    "guarantor": "By the way each of them chose on paper",
    "press": "Second number of the host’s office",
}


def care(stage: Stage) -> None:
    change, act = stage.by("Heron", "prepare.change"), stage.by("Hazel", "prepare.incident")
    keep_care_plan(
        stage.programme, called=CALLED, lines=LINES, decides=CarePlan.Decider.TWO, by=change, now=stage.days(-80)
    )
    asked = open_incident(stage.programme, Incident.Kind.PRESS, by=act, now=stage.days(-70))
    for step in step_codes(asked.kind)[:5]:
        do_step(asked, step, by=act, now=stage.days(-70))
    close_incident(asked, ["as_planned", "too_slow"], by=act, now=stage.days(-69))
