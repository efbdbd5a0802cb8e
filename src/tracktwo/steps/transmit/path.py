"""What step 7 tells the house of itself."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.foundation.people.models import Role
from tracktwo.steps.agree.queries import frozen_text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, StepState, Waiting, Walker
from tracktwo.steps.transmit.convert import Stage, stage_of
from tracktwo.steps.transmit.models import SETTLED, Cell
from tracktwo.steps.transmit.queries import (
    access_begun_workshops,
    access_own_parts,
    consents_missing,
    due_entries,
    has_refused,
    list_cells,
    workshop_to_transmit,
)


def state(walker: Walker) -> StepState:
    workshop = workshop_to_transmit(walker.programme, walker.now.date())
    cells = list_cells(workshop) if workshop else []
    if not cells:
        return StepState(NOT_BEGUN, _("Not begun"))
    settled = sum(cell.state in SETTLED for cell in cells)
    words = _("%(settled)s of %(all)s cells filled") % {"settled": settled, "all": len(cells)}
    return StepState(DONE if settled == len(cells) else UNDER_WAY, words)


def waiting(walker: Walker) -> list[Waiting]:
    """Of every workshop with an agreed text, so that none is forgotten behind a newer one."""
    begun = access_begun_workshops(walker.programme, walker.now.date())
    found = [one for workshop in reversed(begun) if frozen_text(workshop) for one in _of_workshop(walker, workshop)]
    return found + _to_ask_again(walker) + _to_answer(walker)


def _to_ask_again(walker: Walker) -> list[Waiting]:
    """Entries of the log whose day has come: the clock of what was carried."""
    if not walker.may("transmit.keep_log"):
        return []
    return [
        Waiting(
            what=_("Ask what came of it: %(audience)s") % {"audience": entry.get_audience_display()},
            why=_("Carried in %(month)s; the day to ask again has come.") % {"month": date_format(entry.month, "F Y")},
            deed=_("Note what came back"),
            url=reverse("transmit:entry", args=[walker.programme.key, entry.pk]),
            mine=True,
            due=entry.follow_up_on,
        )
        for entry in due_entries(walker.programme, walker.now.date())
    ]


def _to_answer(walker: Walker) -> list[Waiting]:
    places = access_own_parts(walker.account, walker.programme).filter(proposal__panel__isnull=False)
    asked = places.filter(agreed_on=None, proposal__released_at=None)
    return [
        Waiting(
            what=_("Say whether you stand in a session of the convention"),
            why=_("%(association)s, %(kind)s. A convention prints who speaks.")
            % {"association": part.proposal.association, "kind": part.proposal.get_kind_display()},
            deed=_("Answer"),
            url=reverse("transmit:own_parts", args=[walker.programme.key]),
            mine=True,
        )
        for part in asked
        if not has_refused(part)
    ]


def _of_workshop(walker: Walker, workshop: Workshop) -> list[Waiting]:
    cells = list_cells(workshop)
    if not cells:
        return _to_open(walker, workshop)
    without = consents_missing(workshop, walker.now.date())
    staged = [(cell, stage_of(cell, without)) for cell in cells]
    found = [_cell(walker, cell, stage) for cell, stage in staged if stage not in {Stage.DONE, Stage.OPEN}]
    still_open = sum(stage == Stage.OPEN for _cell, stage in staged)
    return found + (_to_give(walker, workshop, still_open) if still_open else [])


def _to_open(walker: Walker, workshop: Workshop) -> list[Waiting]:
    return [
        Waiting(
            what=_("Open the matrix of audiences"),
            why=_("The text is agreed. Leadership, elites and public of every community are waiting for it."),
            deed=_("Open the matrix"),
            url=_matrix(walker, workshop),
            mine=walker.may("transmit.steer"),
        )
    ]


def _to_give(walker: Walker, workshop: Workshop, count: int) -> list[Waiting]:
    if not walker.may("transmit.steer"):
        return []
    what = ngettext(
        "Say who carries the findings: %(number)s cell is open",
        "Say who carries the findings: %(number)s cells are open",
        count,
    )
    return [
        Waiting(
            what=what % {"number": count},
            why=_("After workshop %(number)s. A cell gets an owner, or is waived with a reason.")
            % {"number": workshop.number},
            deed=_("Look at the matrix"),
            url=_matrix(walker, workshop),
            mine=True,
        )
    ]


def _matrix(walker: Walker, workshop: Workshop) -> str:
    return f"{reverse('transmit:about', args=[walker.programme.key])}?workshop={workshop.number}"


def _cell(walker: Walker, cell: Cell, stage: Stage) -> Waiting:
    place = f"{cell.get_audience_display()}, {cell.community.name}" if cell.community else cell.get_audience_display()
    what, why, deed = (words % {"place": place} for words in _words(stage))
    return Waiting(
        what=what,
        why=why,
        deed=deed,
        url=reverse("transmit:brief", args=[walker.programme.key, cell.pk])
        if walker.may("transmit.read")
        else _matrix(walker, cell.workshop),
        mine=_is_mine(walker, cell, stage),
        due=cell.due,
    )


def _is_mine(walker: Walker, cell: Cell, stage: Stage) -> bool:
    if stage in {Stage.BEGIN, Stage.WRITE}:
        return walker.may("transmit.write")
    if stage == Stage.READ:
        return cell.community is not None and cell.community.number in walker.sides(Role.READER)
    return stage == Stage.RELEASE and walker.may("transmit.steer")


def _words(stage: Stage) -> tuple[str, str, str]:
    """What, why, and the verb, with the place still to be filled in."""
    return {
        Stage.BEGIN: (
            _("Begin the brief: %(place)s"),
            _("The cell has an owner and no words yet."),
            _("Begin the brief"),
        ),
        Stage.WRITE: (
            _("Finish the brief: %(place)s"),
            _("Words are still missing in one of the languages."),
            _("Write the brief"),
        ),
        Stage.READ: (
            _("Read the brief: %(place)s"),
            _("A reader of that community says whether it can be read there."),
            _("Read the brief"),
        ),
        Stage.CONSENTS: (
            _("The brief waits for consents: %(place)s"),
            _("Seats of the cohort have not consented that the text be carried out."),
            _("Look at the brief"),
        ),
        Stage.RELEASE: (
            _("Release the brief: %(place)s"),
            _("Every language is written, the reader is content, the consents are given."),
            _("Open the brief"),
        ),
    }[stage]
