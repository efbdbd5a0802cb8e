"""What reached whom, finding by finding; and how evenly."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.models import NEEDED, Audience, Brief, Cell
from tracktwo.steps.transmit.queries.consents import halted
from tracktwo.steps.transmit.queries.findings import FindingFace, list_findings
from tracktwo.steps.transmit.queries.log import answered_clauses

CARRIED, ANSWERED, OPEN, KEPT = "carried", "answered", "open", "kept"


@dataclass(frozen=True)
class Reached:
    """One finding with a state for each cell, in the order of the cells."""

    finding: FindingFace
    states: tuple[str, ...]


def reached(workshop: Workshop, cells: list[Cell]) -> list[Reached]:
    """Carried is what stands in a released brief whose consents all stand; a waived cell carries nothing."""
    carried, stopped, answered = carried_clauses(cells), halted(workshop), answered_clauses(workshop)
    return [
        Reached(face, tuple(_answered(face, cell, _state(face, cell, carried, stopped), answered) for cell in cells))
        for face in list_findings(workshop)
    ]


def _answered(face: FindingFace, cell: Cell, state: str, answered: dict[tuple[str, int | None], set[str]]) -> str:
    came = face.clause in answered.get((cell.audience, cell.community_id), set())
    return ANSWERED if state == CARRIED and came else state


def carried_clauses(cells: list[Cell]) -> dict[int, set[str]]:
    """The clauses that released briefs hold for their audience, by cell."""
    briefs = Brief.objects.filter(cell__in=cells, released_at__isnull=False).prefetch_related("paragraphs")
    needed = {cell.pk: NEEDED[Audience(cell.audience)] for cell in cells}
    return {
        brief.cell_id: {
            one.clause for one in brief.paragraphs.all() if one.clause and one.level >= needed[brief.cell_id]
        }
        for brief in briefs
    }


def _state(face: FindingFace, cell: Cell, carried: dict[int, set[str]], stopped: set[tuple[str, int]]) -> str:
    brief = getattr(cell, "brief", None)
    if face.clause in carried.get(cell.pk, set()) and ("brief", brief.pk if brief else 0) not in stopped:
        return CARRIED
    return OPEN if face.level >= NEEDED[Audience(cell.audience)] else KEPT


def balance(rows: list[Reached], cells: list[Cell]) -> dict[int, tuple[int, int]]:
    """By community: how many findings were carried to its audiences, of how many that may go there."""
    told: dict[int, tuple[int, int]] = {}
    for row in rows:
        for cell, state in zip(cells, row.states, strict=True):
            if cell.community is not None and state != KEPT:
                done, all_of = told.get(cell.community.number, (0, 0))
                told[cell.community.number] = (done + (state != OPEN), all_of + 1)
    return told
