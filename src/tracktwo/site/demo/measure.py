"""Step 8 of the demonstration: both waves of the first year closed, the wave before this year's workshop open.

The answers are invented. They are drawn from a fixed beginning, so that the demonstration shows the same every day.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from tracktwo.data.instruments import RELATIONS_SHORT, Item
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.measure import actions
from tracktwo.steps.measure.convert.questions import names_of
from tracktwo.steps.measure.models import Wave
from tracktwo.steps.measure.queries import is_consenting
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats

BEFORE, AFTER = Wave.Kind.BEFORE, Wave.Kind.AFTER
# Where invented people begin on each scale, and how far they move: warmth rises, trust a little, unease falls.
BEGINNING = {"warmth": (35, 15), "closeness": (2, 1), "trust": (3, 1), "anxiety": (5, 1), "perspective": (4, 1)}
MOVING = {"warmth": (9, 9), "closeness": (1, 1), "trust": (0, 1), "anxiety": (-1, 1), "perspective": (0, 1)}
STILL_TO_ANSWER = 2  # the first ones of each community: whom a visitor signs in as


def build(stage: Stage) -> None:
    today = stage.now.date()
    held, coming = last_workshop(stage.programme, today), next_workshop(stage.programme, stage.now)
    if held is not None and list_seats(held).exists():
        _first_year(stage, held)
    if coming is not None and list_seats(coming).exists():
        _this_year(stage, coming)


def _first_year(stage: Stage, workshop: Workshop) -> None:
    """Everybody who consented answers both waves; nobody loses the phrase."""
    chance = random.Random(1972)  # noqa: S311 - invented answers, and nothing that needs to be unguessable
    start = stage.now - timedelta(days=(stage.now.date() - workshop.starts_on).days)
    end = stage.now - timedelta(days=(stage.now.date() - workshop.ends_on).days)
    seats = [seat for seat in list_seats(workshop) if is_consenting(seat)]
    notes = {seat.pk: actions.new_phrase("en") for seat in seats}
    first = {seat.pk: _beginning(seat, workshop, chance) for seat in seats}
    second = {key: {name: _moved(name, value, chance) for name, value in first[key].items()} for key in first}
    _wave(stage, workshop, BEFORE, first, notes, opened=start - timedelta(days=10), closed=start)
    _wave(stage, workshop, AFTER, second, notes, opened=end, closed=end + timedelta(days=14))


def _wave(
    stage: Stage,
    workshop: Workshop,
    kind: str,
    values: dict[int, dict[str, int]],
    notes: dict[int, str],
    *,
    opened: datetime,
    closed: datetime,
) -> None:
    by = stage.by("Heron", "measure.steer")
    wave = actions.open_wave(workshop, kind, by=by, now=opened)
    for seat in list_seats(workshop).filter(pk__in=values):
        actions.answer_wave(wave, seat, values[seat.pk], notes[seat.pk])
    actions.close_wave(wave, by=by, now=closed)


def _this_year(stage: Stage, workshop: Workshop) -> None:
    """Most have answered; the first of each community still may."""
    chance = random.Random(2022)  # noqa: S311 - as above
    wave = actions.open_wave(workshop, BEFORE, by=stage.by("Heron", "measure.steer"), now=stage.days(-6))
    seen: dict[int, int] = {}
    for seat in list_seats(workshop):
        place = seen[seat.community.number] = seen.get(seat.community.number, 0) + 1
        if place > STILL_TO_ANSWER and is_consenting(seat):
            actions.answer_wave(wave, seat, _beginning(seat, workshop, chance), actions.new_phrase("en"))


def _beginning(seat: Seat, workshop: Workshop, chance: random.Random) -> dict[str, int]:
    sides = list(workshop.programme.communities.values_list("number", flat=True))
    return {
        name: _on_scale(item, round(chance.gauss(*BEGINNING[item.key])))
        for item in RELATIONS_SHORT.items
        for name in names_of(item, seat.community.number, sides)
    }


def _moved(name: str, value: int, chance: random.Random) -> int:
    item = RELATIONS_SHORT.item(name.partition(".")[0])
    return _on_scale(item, value + round(chance.gauss(*MOVING[item.key])))


def _on_scale(item: Item, value: int) -> int:
    return min(item.high, max(item.low, value))
