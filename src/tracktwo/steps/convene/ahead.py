"""A room that has changed is read and drawn for its telephones before streams tell them of it (``live.ahead``)."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import product
from typing import Any
from uuid import UUID

from django.utils import timezone

from tracktwo.foundation.live import queries as live
from tracktwo.steps.convene.actions import ROOM
from tracktwo.steps.convene.doors import read_room
from tracktwo.steps.convene.models import Session
from tracktwo.steps.convene.queries import session_of
from tracktwo.steps.convene.shared import Moment, shared, wanted
from tracktwo.steps.convene.telephones import Lines, Own, Picture, own_of
from tracktwo.steps.select.queries import list_seats

MOST_KINDS = 8  # of telephones that are drawn for ahead; whoever waits in the queue shows a place that is nobody else's
ROLLS = (("vote", "has_voted"), ("poll", "has_voted"), ("checkin", "has_answered"), ("assent", "has_answered"))


def make_ready(workshop: str) -> None:
    """What the telephones of this workshop's room are about to ask for, if any has asked lately."""
    now = timezone.now()
    rooms = wanted(ROOM, workshop, now)
    version = live.version(ROOM, workshop) if rooms else 0
    session = session_of(workshop) if rooms else None
    if session is None or session.is_covered:
        return
    for room, asked in rooms.items():
        moment = shared(room, version, now, partial(read_room, session, now))
        instant = moment.at(now)
        for own, (language, parts) in product(kinds_of(session, moment, instant.floor), asked):
            Picture(language, parts, moment, instant, own).draw()


def kinds_of(session: Session, moment: Moment, floor: Any) -> list[Own]:
    """What makes two telephones of the room differ, the commonest first."""
    rolls = [_answers(moment.facts[name], flag) for name, flag in ROLLS]
    seats = list_seats(session.workshop).values_list("account", "community__number")
    is_poll = moment.facts["poll"] is not None
    found = Counter(
        own_of(Lines(*(roll.get(account) for roll in rolls)), side, account, is_poll, floor) for account, side in seats
    )
    return [own for own, _how_many in found.most_common(MOST_KINDS)]


def _answers(asked: Any, flag: str) -> dict[UUID, bool]:
    return dict(asked.roll.values_list("account", flag)) if asked else {}
