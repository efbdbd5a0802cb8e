"""Run in a house: the demonstration's people and programme, four delegates, and a workshop that has been held.

Everything through the deeds; only the workshop's day and its seats are set, since nobody waits for a draw here.
"""

from __future__ import annotations

import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.journeys.text import DELEGATES, ENDED_DAYS_AGO, IN_UKRAINIAN
from tests.journeys.text.words import NEED, OPTION, SAID, SAID_BACK, STEP
from tracktwo.cli.house.opening import open_house

LENGTH = 3


def prepare(now: datetime) -> str:
    from tracktwo.foundation.people.models import Account
    from tracktwo.site.demo import leaks
    from tracktwo.site.demo.programme import build_stage

    stage = build_stage(now)
    Account.objects.filter(alias__in=IN_UKRAINIAN).update(language="uk")
    workshop = _workshop(stage)
    for side, aliases in DELEGATES.items():
        for alias in aliases:
            _seat(stage, workshop, side, alias)
    leaks.teach(stage)
    _hold(stage, workshop)
    return str(stage.programme.key)


def _workshop(stage: Any) -> Any:
    from tests.steps.workshops import clear_to_open
    from tracktwo.foundation.people.models import Compartment
    from tracktwo.steps.plan.models import Workshop

    last = stage.now.date() - timedelta(days=ENDED_DAYS_AGO)
    workshop = Workshop.objects.create(
        programme=stage.programme,
        number=1,
        compartment=Compartment.objects.create(parent=stage.programme.compartment),
        city="Willowford",
        country="PT",
        starts_on=last - timedelta(days=LENGTH - 1),
        ends_on=last,
    )
    clear_to_open(workshop)
    return workshop


def _seat(stage: Any, workshop: Any, side: int, alias: str) -> None:
    """A name in the vault, a seat, and every layer of consent."""
    from tracktwo.foundation.vault.actions import keep_identity
    from tracktwo.site.demo.names import identity
    from tracktwo.steps.prepare.actions import answer_consents
    from tracktwo.steps.prepare.models import ASKED_OF_ALL
    from tracktwo.steps.select.models import Seat

    keep_identity(stage.programme.compartment, identity(alias, side))
    seat = Seat.objects.create(workshop=workshop, account=stage.accounts[alias], community=stage.community(side))
    by = stage.by(alias, "prepare.own")
    answer_consents(seat, dict.fromkeys(ASKED_OF_ALL, True), by=by, now=stage.now)


def _hold(stage: Any, workshop: Any) -> None:
    """One session: sentences on the wall, a need said back and accepted, an option and a step that answer to it."""
    from tracktwo.methods.floor import Press
    from tracktwo.site.demo.convene_deeds import open_session, park, press, say_back, token, write
    from tracktwo.steps.convene import actions

    now = stage.now - (stage.now.date() - workshop.starts_on)
    session = open_session(stage, workshop, now)
    press(stage, session, Press.BEGIN, now)
    wall = write(stage, session, SAID, now)
    park(stage, session, wall, {len(SAID)})
    by = stage.by("Hazel", "convene.run")
    need = actions.begin_restatement(session, wall[NEED].pk, 1, "need", by=by, token=token())
    say_back(stage, session, need, SAID_BACK, True, now)
    option = actions.take_up_option(session, wall[OPTION].pk, [need.pk], by=by, token=token())
    due, (language, words) = stage.now.date() + timedelta(days=120), STEP
    step = actions.Step(words, language, "rapporteur", due, option.pk)
    actions.add_step(session, step, by=by, now=now, token=token())
    actions.close_session(session, by=by, now=now + timedelta(hours=6), token=token())


if __name__ == "__main__":
    open_house(Path(sys.argv[1]))
    from django.utils import timezone

    print(prepare(timezone.now()))
