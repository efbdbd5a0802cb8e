"""The do-no-harm checklists of the demonstration: two workshops are signed, the next one waits for one side."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from tracktwo.data.do_no_harm import ITEMS
from tracktwo.foundation.people.policies import role_of
from tracktwo.site.demo.stage import GUARANTORS, Stage
from tracktwo.steps.plan.actions import going
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.plan.queries.going import current_check, workshops_ahead
from tracktwo.steps.prepare.actions import sign_harm

EVERY_LINE = tuple(item.code for item in ITEMS)
SIGNERS = ("Heron", *GUARANTORS.values())


def sign_for_workshops(stage: Stage) -> None:
    today = stage.now.date()
    held, under_way = last_workshop(stage.programme, today), next_workshop(stage.programme, stage.now)
    for workshop in (held, under_way):
        if workshop is not None and workshop.starts_on <= today:
            _clear(stage, workshop)
    ahead = [one for one in workshops_ahead(stage.programme, today) if one != under_way]
    if ahead:
        _sign(stage, ahead[0], GUARANTORS[2], stage.days(-3))


def _clear(stage: Stage, workshop: Workshop) -> None:
    evening = datetime.combine(workshop.starts_on, time(18), tzinfo=stage.now.tzinfo)
    if current_check(workshop) is None:
        going.ask_go(workshop, by=stage.by("Heron", "plan.change"), now=evening - timedelta(days=30))
        for alias in SIGNERS:
            account = stage.accounts[alias]
            by = role_of(account, "plan.say_go", stage.programme.compartment)
            going.say_go(workshop, account=account, word="go", reason="", by=by, now=evening - timedelta(days=28))
    for days, alias in enumerate(SIGNERS, start=3):
        _sign(stage, workshop, alias, evening - timedelta(days=days))


def _sign(stage: Stage, workshop: Workshop, alias: str, now: datetime) -> None:
    account = stage.accounts[alias]
    by = role_of(account, "prepare.sign_harm", stage.programme.compartment)
    sign_harm(workshop, EVERY_LINE, account=account, by=by, now=now)
