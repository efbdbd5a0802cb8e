"""How the way of one seat stands."""

from __future__ import annotations

from tracktwo.steps.prepare.convert import Need, needs
from tracktwo.steps.select.models import Seat


def needs_of(seat: Seat) -> list[Need]:
    return needs(dict(seat.readiness.values_list("item", "standing")), seat.workshop)
