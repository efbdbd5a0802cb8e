"""What waits because something has happened, or because no plan is there for when it does."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.prepare.models import HelpCall
from tracktwo.steps.prepare.queries.care import access_incidents, has_said_safe, is_plan_due, told_incident
from tracktwo.steps.programme.path import Waiting, Walker


def care_waiting(walker: Walker) -> list[Waiting]:
    """Before everything else: due today, for whoever can do something about it."""
    found = [_told(walker)]
    if walker.may("prepare.incident"):
        found += [_calls(walker), _open(walker)]
    if walker.may("prepare.change"):
        found.append(_plan(walker))
    return [one for one in found if one is not None]


def _told(walker: Walker) -> Waiting | None:
    incident = told_incident(walker.programme)
    if incident is None or has_said_safe(incident, walker.account):
        return None
    return Waiting(
        what=_("Something has happened: say that you are safe"),
        why=_("You hear the rest from somebody you know."),
        deed=_("Read and answer"),
        url=reverse("prepare:told", args=[walker.programme.key]),
        mine=True,
        due=walker.now.date(),
    )


def _calls(walker: Walker) -> Waiting | None:
    number = HelpCall.objects.filter(programme=walker.programme).count()
    if not number:
        return None
    what = ngettext("%(number)s participant asks to be reached", "%(number)s participants ask to be reached", number)
    return Waiting(
        what=what % {"number": number},
        why=_("By alias, with the way that was agreed."),
        deed=_("See whom"),
        url=reverse("prepare:happened", args=[walker.programme.key]),
        mine=True,
        due=walker.now.date(),
    )


def _open(walker: Walker) -> Waiting | None:
    incident = access_incidents(walker.programme).filter(closed_at=None).first()
    if incident is None:
        return None
    return Waiting(
        what=_("Work through what has happened (%(number)s)") % {"number": incident.number},
        why=_("It stays until it is closed."),
        deed=_("See the steps"),
        url=reverse("prepare:incident", args=[walker.programme.key, incident.number]),
        mine=True,
        due=walker.now.date(),
    )


def _plan(walker: Walker) -> Waiting | None:
    workshop = next_workshop(walker.programme, walker.now)
    if workshop is None or not is_plan_due(walker.programme, workshop.starts_on, day_at(workshop, walker.now)):
        return None
    return Waiting(
        what=_("Write the plan for when something happens"),
        why=_("Who is called, what is said, who decides: it is written before the workshop or not at all."),
        deed=_("Write the plan"),
        url=reverse("prepare:care", args=[walker.programme.key]),
        mine=True,
        due=workshop.starts_on,
    )
