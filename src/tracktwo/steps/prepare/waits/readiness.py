"""The way that is still open."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from tracktwo.steps.prepare.queries import needs_of
from tracktwo.steps.programme.path import Waiting, Walker
from tracktwo.steps.select.models import Seat


def readiness_waiting(walker: Walker, seat: Seat) -> list[Waiting]:
    still_open = [need for need in needs_of(seat) if not need.settled]
    if not still_open:
        return []
    url = reverse("prepare:about", args=[walker.programme.key])
    return [
        Waiting(
            what=_("Say how your journey stands"),
            why=_("Next: %(item)s.") % {"item": still_open[0].label},
            deed=_("Say how it stands"),
            url=f"{url}#readiness",
            mine=True,
            due=still_open[0].due,
        )
    ]
