"""The way that is still open."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert import columns
from tracktwo.steps.prepare.queries import journey_lines, needs_of, workshops_travelled
from tracktwo.steps.programme.path import Waiting, Walker
from tracktwo.steps.select.models import Seat

# From so many days before its common day on, something of the host's that is open waits on the convener's home.
DAYS_AHEAD = 21


def readiness_waiting(walker: Walker, seat: Seat) -> list[Waiting]:
    still_open = [need for need in needs_of(seat) if not need.settled]
    if not still_open:
        return []
    return [
        Waiting(
            what=_("Say how your journey stands"),
            why=_("Next: %(item)s.") % {"item": still_open[0].label},
            deed=_("Say how it stands"),
            url=reverse("prepare:journey", args=[walker.programme.key]),
            mine=True,
            due=still_open[0].due,
        )
    ]


def arrangements_waiting(walker: Walker) -> list[Waiting]:
    """Letters, tickets and cover that the host has not seen to, a line for each workshop."""
    if not walker.may("prepare.arrange"):
        return []
    found = (_arrange(walker, one) for one in workshops_travelled(walker.programme, walker.now))
    return [one for one in found if one is not None]


def _arrange(walker: Walker, workshop: Workshop) -> Waiting | None:
    near = walker.now.date() + timedelta(days=DAYS_AHEAD)
    open_ = [one for one in columns(journey_lines(workshop), workshop) if one.by_host and one.open and one.due <= near]
    if not open_:
        return None
    first = min(open_, key=lambda column: column.due)
    return Waiting(
        what=ngettext("“%(item)s” is open for %(number)s seat", "“%(item)s” is open for %(number)s seats", first.open)
        % {"item": first.item.label, "number": first.open},
        why=_("Workshop %(number)s: what the host sees to for everybody.") % {"number": workshop.number},
        deed=_("Say what is done"),
        url=reverse("prepare:journeys", args=[walker.programme.key, workshop.number]),
        mine=True,
        due=first.due,
    )
