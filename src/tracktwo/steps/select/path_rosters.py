"""What waits around a roster: the convener's freeze, the empty seats, and each seat's own answer."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.path import Waiting, Walker
from tracktwo.steps.select.queries import (
    entry_of,
    is_final,
    own_seats_ahead,
    roster_of,
    rosters_ahead,
    seats_missing,
)


def roster_waiting(walker: Walker) -> list[Waiting]:
    found = [_answer(walker)] if _unanswered(walker) else []
    if walker.may("select.change"):
        ahead = rosters_ahead(walker.programme, walker.now)
        found += [_freeze(walker, one) for one in ahead if not is_final(roster_of(one))]
    return found


def _unanswered(walker: Walker) -> bool:
    now = walker.now
    travelling = [seat for seat in own_seats_ahead(walker.programme, walker.account, now) if not seat.is_remote]
    ahead = [seat for seat in travelling if seat.workshop.starts_on > day_at(seat.workshop, now)]
    return any(entry_of(seat) is None for seat in ahead)


def _answer(walker: Walker) -> Waiting:
    return Waiting(
        what=_("Say on which passport you would travel"),
        why=_("Only numbers leave: which countries and visas are possible depends on it."),
        deed=_("Open your seat"),
        url=reverse("select:seat", args=[walker.programme.key]),
        mine=True,
    )


def _freeze(walker: Walker, workshop: Workshop) -> Waiting:
    roster, (empty, _lacking) = roster_of(workshop), seats_missing(workshop)
    why = _("Visas and letters need a list that no longer moves.")
    if empty:
        why = ngettext("%(number)s seat is empty.", "%(number)s seats are empty.", empty) % {"number": empty}
    return Waiting(
        what=_("Freeze the roster of workshop %(number)s") % {"number": workshop.number},
        why=why,
        deed=_("Open the roster"),
        url=reverse("select:roster", args=[walker.programme.key, workshop.number]),
        mine=True,
        due=roster.freezes_on if roster else workshop.starts_on,
    )
