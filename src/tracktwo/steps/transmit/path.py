"""What step 7 tells the house of itself."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from tracktwo.foundation.people.models import Role
from tracktwo.steps.agree.queries import frozen_text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, StepState, Waiting, Walker
from tracktwo.steps.transmit.convert import languages_missing
from tracktwo.steps.transmit.models import Cell
from tracktwo.steps.transmit.queries import list_cells, workshop_to_transmit

SETTLED = {Cell.State.DELIVERED, Cell.State.WAIVED}


def state(walker: Walker) -> StepState:
    workshop = workshop_to_transmit(walker.programme, walker.now.date())
    cells = list_cells(workshop) if workshop else []
    if not cells:
        return StepState(NOT_BEGUN, _("Not begun"))
    settled = sum(cell.state in SETTLED for cell in cells)
    words = _("%(settled)s of %(all)s cells filled") % {"settled": settled, "all": len(cells)}
    return StepState(DONE if settled == len(cells) else UNDER_WAY, words)


def waiting(walker: Walker) -> list[Waiting]:
    workshop = workshop_to_transmit(walker.programme, walker.now.date())
    if workshop is None:
        return []
    cells = list_cells(workshop)
    if not cells:
        return _to_open(walker, workshop)
    return [one for cell in cells if cell.state not in SETTLED for one in _cell(walker, cell)]


def _to_open(walker: Walker, workshop: Workshop) -> list[Waiting]:
    if frozen_text(workshop) is None:
        return []
    return [
        Waiting(
            what=_("Open the matrix of audiences"),
            why=_("The text is agreed. Leadership, elites and public of every community are waiting for it."),
            deed=_("Open the matrix"),
            url=reverse("transmit:about", args=[walker.programme.key]),
            mine=walker.may("transmit.steer"),
        )
    ]


def _cell(walker: Walker, cell: Cell) -> list[Waiting]:
    brief = getattr(cell, "brief", None)
    place = f"{cell.get_audience_display()}, {cell.community.name}" if cell.community else cell.get_audience_display()
    if brief is not None and not languages_missing(brief) and brief.approved_on is None and cell.community:
        return [
            Waiting(
                what=_("Read the brief: %(place)s") % {"place": place},
                why=_("A reader of that community says whether it can be read there."),
                deed=_("Read the brief"),
                url=reverse("transmit:brief", args=[walker.programme.key, cell.pk]),
                mine=cell.community.number in walker.sides(Role.READER),
                due=cell.due,
            )
        ]
    if brief is not None:
        return [
            Waiting(
                what=_("Finish and release the brief: %(place)s") % {"place": place},
                why=_("Every language is needed, and the consents of the cohort."),
                deed=_("Open the brief"),
                url=reverse("transmit:brief", args=[walker.programme.key, cell.pk]),
                mine=walker.may("transmit.write"),
                due=cell.due,
            )
        ]
    if cell.state == Cell.State.IN_HAND and walker.may("transmit.write"):
        return [
            Waiting(
                what=_("Begin the brief: %(place)s") % {"place": place},
                why=_("The cell has an owner and no words yet."),
                deed=_("Begin the brief"),
                url=reverse("transmit:brief", args=[walker.programme.key, cell.pk]),
                mine=True,
                due=cell.due,
            )
        ]
    return []
