"""Meetings of one community: those that come, and those that nobody has arranged."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Meeting
from tracktwo.steps.prepare.queries.meetings import access_meetings, communities_unmet, workshops_met
from tracktwo.steps.programme.path import Waiting, Walker

# From so many days before a workshop on, a community that meets nobody waits on the home of who arranges.
DAYS_AHEAD = 60
# A meeting is announced on the home of who takes part for so many days.
ANNOUNCED_DAYS = 21


def meetings_waiting(walker: Walker) -> list[Waiting]:
    until = walker.now + timedelta(days=ANNOUNCED_DAYS)
    coming = access_meetings(walker.account, walker.programme).filter(
        called_off_on=None, begins_at__gt=walker.now, begins_at__lt=until
    )
    found = [_come(walker, one) for one in coming]
    if walker.may("prepare.meet"):
        met = workshops_met(walker.programme, walker.now)
        found += [one for workshop in met for one in _arrange(walker, workshop)]
    return found


def _come(walker: Walker, meeting: Meeting) -> Waiting:
    begins = meeting.begins_at.astimezone(ZoneInfo(meeting.zone))
    said = {"day": date_format(begins, "DATE_FORMAT"), "hour": date_format(begins, "H:i"), "zone": meeting.zone}
    own = meeting.facilitator_id == walker.account.pk or not walker.may("prepare.meet")
    return Waiting(
        what=_("A meeting of one community before workshop %(number)s") % {"number": meeting.workshop.number},
        why=_("On %(day)s at %(hour)s by the clocks of %(zone)s.") % said,
        deed=_("See the meeting"),
        url=reverse("prepare:meetings", args=[walker.programme.key, meeting.workshop.number]),
        mine=own,
        due=begins.date(),
    )


def _arrange(walker: Walker, workshop: Workshop) -> list[Waiting]:
    today = day_at(workshop, walker.now)
    near = today < workshop.starts_on <= today + timedelta(days=DAYS_AHEAD)
    unmet = communities_unmet(workshop) if near else []
    if not unmet:
        return []
    return [
        Waiting(
            what=_("Arrange a meeting with each community before workshop %(number)s") % {"number": workshop.number},
            why=_("Not arranged: %(whom)s.") % {"whom": ", ".join(one.name for one in unmet)},
            deed=_("Arrange it"),
            url=reverse("prepare:meetings", args=[walker.programme.key, workshop.number]),
            mine=True,
            due=workshop.starts_on - timedelta(days=1),
        )
    ]
