"""The do-no-harm checklist that waits for a signature."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from tracktwo.foundation.people.models import Role
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries.going import workshops_ahead
from tracktwo.steps.prepare.queries.harm import clearance_of
from tracktwo.steps.programme.path import Waiting, Walker

# Asked for from so long before the first day, and due a little before it.
ASKED, DUE = timedelta(days=60), timedelta(days=3)


def harm_waiting(walker: Walker, under_way: Workshop) -> list[Waiting]:
    """Of the workshop under way and of those that begin soon; each signer sees the own signature only."""
    if not walker.may("prepare.sign_harm"):
        return []
    ahead = workshops_ahead(walker.programme, walker.now.date())
    near = {one.pk: one for one in [under_way, *ahead]}
    soon = [one for one in near.values() if one.starts_on - ASKED <= day_at(one, walker.now)]
    return [_waiting(walker, one) for one in soon if _own_sides(walker) & set(clearance_of(one).unsigned)]


def _own_sides(walker: Walker) -> set[int | None]:
    sides: set[int | None] = set(walker.sides(Role.GUARANTOR))
    return sides | {None} if walker.is_a(Role.CONVENER) else sides


def _waiting(walker: Walker, workshop: Workshop) -> Waiting:
    return Waiting(
        what=_("Sign that workshop %(number)s does no harm") % {"number": workshop.number},
        why=_("No session opens before the host and a guarantor of each community have signed."),
        deed=_("Read and sign"),
        url=reverse("prepare:harm", args=[walker.programme.key, workshop.number]),
        mine=True,
        due=workshop.starts_on - DUE,
    )
