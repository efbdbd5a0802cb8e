"""Who is to be reached after a workshop, and who has not said how."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.foundation.people.models import Role
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.contacts import WEEKS
from tracktwo.steps.prepare.queries.contacts import (
    check_ins_of,
    contact_of,
    count_due,
    list_contacts,
    seats_to_follow,
    workshops_to_follow,
)
from tracktwo.steps.programme.path import Waiting, Walker
from tracktwo.steps.select.models import Seat


def contact_waiting(walker: Walker, seat: Seat) -> list[Waiting]:
    if contact_of(seat) is not None:
        return []
    return [
        Waiting(
            what=_("Say how you are reached after the workshop"),
            why=_("After two, six and twelve weeks somebody asks whether you are safe."),
            deed=_("Say how"),
            url=reverse("prepare:contact", args=[walker.programme.key]),
            mine=True,
            due=seat.workshop.ends_on,
        )
    ]


def safe_waiting(walker: Walker) -> list[Waiting]:
    """A check-in that is due, for whoever it asks after; one for each workshop, since its oldest day."""
    found = []
    for seat in seats_to_follow(walker.account, walker.programme, walker.now):
        asked = [one for one in check_ins_of(seat, walker.now) if one.asks]
        if asked:
            found.append(_safe(walker, seat, asked[0].due))
    return found


def _safe(walker: Walker, seat: Seat, due: date) -> Waiting:
    place = reverse("prepare:contact", args=[walker.programme.key])
    return Waiting(
        what=_("Say whether you are safe after workshop %(number)s") % {"number": seat.workshop.number},
        why=_("One tap, under your alias. Whoever needs help asks for it there too."),
        deed=_("Say it"),
        url=f"{place}?workshop={seat.workshop.number}",
        mine=True,
        due=due,
    )


def reaching_waiting(walker: Walker) -> list[Waiting]:
    """What is due for whoever reaches people; what is overdue also for the guarantor of the community."""
    if not walker.may("prepare.contacts"):
        return []
    found = [_reaching(walker, workshop) for workshop in workshops_to_follow(walker.programme, walker.now)]
    return [one for one in found if one is not None]


def _reaching(walker: Walker, workshop: Workshop) -> Waiting | None:
    third_party = walker.is_a(Role.CONVENER, Role.FACILITATOR)
    sides = None if third_party else walker.sides(Role.GUARANTOR)
    due, overdue = count_due(list_contacts(workshop, walker.now, sides))
    number = due if third_party else overdue
    if not number:
        return None
    today = day_at(workshop, walker.now)
    begun = [day for weeks in WEEKS if (day := workshop.ends_on + timedelta(weeks=weeks)) <= today]
    what = ngettext(
        "Make %(number)s check-in after the workshop", "Make %(number)s check-ins after the workshop", number
    )
    late = ngettext("%(number)s is overdue or asks for help.", "%(number)s are overdue or ask for help.", overdue)
    return Waiting(
        what=what % {"number": number},
        why=late % {"number": overdue} if overdue else _("By alias, in the way each of them chose."),
        deed=_("See whom"),
        url=reverse("prepare:contacts", args=[walker.programme.key, workshop.number]),
        mine=True,
        due=begun[-1],
    )
