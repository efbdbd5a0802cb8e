"""What the third party sees of those who prepare."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.foundation.people.models import Role
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.queries import list_lines
from tracktwo.steps.programme.path import Waiting, Walker


def others_waiting(walker: Walker, workshop: Workshop) -> list[Waiting]:
    if not walker.may("prepare.list") or walker.is_a(Role.PARTICIPANT):
        return []
    today = day_at(workshop, walker.now)
    lines, due = list_lines(workshop, today), max(workshop.starts_on, today)
    blocked = sum(line.blocked for line in lines)
    late = sum(not line.ready for line in lines)
    found = []
    if blocked:
        found.append(
            Waiting(
                what=ngettext(
                    "%(number)s participant is blocked and asks for help",
                    "%(number)s participants are blocked and ask for help",
                    blocked,
                )
                % {"number": blocked},
                why=_("You see by alias what each of them lacks."),
                deed=_("See what blocks whom"),
                url=reverse("prepare:journeys", args=[walker.programme.key, workshop.number]),
                mine=True,
                due=due,
            )
        )
    outdated = sum(line.signed_version is not None and not line.signed for line in lines)
    if outdated:
        what = ngettext(
            "%(number)s signature is under older rules", "%(number)s signatures are under older rules", outdated
        )
        found.append(
            Waiting(
                what=what % {"number": outdated},
                why=_("A newer version is in force; you see by alias who has not signed it."),
                deed=_("See whose"),
                url=reverse("prepare:about", args=[walker.programme.key]) + "#seats",
                mine=False,
                due=due,
            )
        )
    if late and not blocked:
        found.append(
            Waiting(
                what=ngettext("%(number)s participant prepares", "%(number)s participants prepare", late)
                % {"number": late},
                why=_("Rules, consents and the way to the workshop."),
                deed=_("See how far they are"),
                url=reverse("prepare:about", args=[walker.programme.key]),
                mine=False,
                due=due,
            )
        )
    return found
