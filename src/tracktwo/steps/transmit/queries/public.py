"""What the public may read: released, as far as the public, and standing on consents that all still stand."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.models import Audience, Brief, Note
from tracktwo.steps.transmit.queries.consents import halted
from tracktwo.steps.transmit.queries.stories import ToldStory, stories_for

OUTSIDE = (Audience.PUBLIC, Audience.CONVENTION)


@dataclass(frozen=True)
class AfterWorkshop:
    """What came out of one workshop for everybody to read."""

    workshop: Workshop
    briefs: tuple[Brief, ...]
    notes: tuple[Note, ...]
    stories: tuple[ToldStory, ...]

    def __len__(self) -> int:
        return len(self.briefs) + len(self.notes) + len(self.stories)


def public_products(programme: Programme) -> list[AfterWorkshop]:
    """By workshop, the latest first; workshops with nothing to read are left out."""
    found = [_after(workshop) for workshop in programme.workshops.order_by("-number")]
    return [one for one in found if one]


def _after(workshop: Workshop) -> AfterWorkshop:
    stopped = halted(workshop)
    briefs = (
        Brief.objects.filter(cell__workshop=workshop, cell__audience__in=OUTSIDE, released_at__isnull=False)
        .select_related("cell__community", "cell__workshop")
        .prefetch_related("texts")
        .order_by("cell_id")
    )
    notes = workshop.notes.filter(released_at__isnull=False).exclude(kind=Note.Kind.CRISIS).prefetch_related("texts")
    return AfterWorkshop(
        workshop,
        tuple(one for one in briefs if ("brief", one.pk) not in stopped),
        tuple(one for one in notes if ("note", one.pk) not in stopped),
        tuple(stories_for(workshop, Audience.PUBLIC)),
    )
