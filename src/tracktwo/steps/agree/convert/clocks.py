"""One moment by several clocks, as the pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from tracktwo.steps.plan.convert.hours import zone_names, zone_of
from tracktwo.steps.plan.models import Workshop


@dataclass(frozen=True)
class Clock:
    """A moment as the clock of a zone shows it; ``changes``: that clock is put forward or back between now and then."""

    zone: str
    at: datetime
    changes: bool
    is_own: bool = False


def clocks(moment: datetime, workshop: Workshop, own: str, now: datetime) -> list[Clock]:
    """By the own clock first, then that of the place and of the remote seats; by UTC where none of them is known."""
    mine = own if own in zone_names() else ""
    zones = dict.fromkeys(zone for zone in (mine, zone_of(workshop), *workshop.remote_zones) if zone)
    return [_clock(zone, moment, now, zone == mine) for zone in zones or {"UTC": None}]


def _clock(zone: str, moment: datetime, now: datetime, is_own: bool) -> Clock:
    there = ZoneInfo(zone)
    at, today = moment.astimezone(there), now.astimezone(there)
    # Without its zone: a template would turn an aware moment back into the clock of the house.
    return Clock(zone, at.replace(tzinfo=None), at.utcoffset() != today.utcoffset(), is_own)
