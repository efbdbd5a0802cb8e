"""Meetings of one community in the demonstration: both had theirs; before the next workshop one has, one waits."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.plan.queries.going import workshops_ahead
from tracktwo.steps.prepare.actions.meetings import arrange_meeting
from tracktwo.steps.prepare.models import Meeting

ZONE = "Europe/Vienna"


def meet(stage: Stage) -> None:
    today = stage.now.date()
    current, ahead = next_workshop(stage.programme, stage.now), workshops_ahead(stage.programme, today)
    if current is not None and current.starts_on <= today:
        for side in (1, 2):
            _arrange(stage, current, side, (current.starts_on - today).days - 12 - side, Meeting.Way.ONLINE)
    if ahead and ahead[0].starts_on > today + timedelta(days=12):
        _arrange(stage, ahead[0], 1, 9, Meeting.Way.NEUTRAL)


def _arrange(stage: Stage, workshop: Workshop, side: int, days: int, way: str) -> None:
    day = stage.days(days).date()
    begins = datetime.combine(day, time(17), tzinfo=stage.now.tzinfo)
    arrange_meeting(
        workshop,
        stage.community(side),
        stage.accounts["Hazel"],
        day=day,
        hour=time(17),
        zone=ZONE,
        minutes=90,
        way=way,
        by=stage.by("Heron", "prepare.meet"),
        now=min(stage.now, begins - timedelta(days=7)),
    )
