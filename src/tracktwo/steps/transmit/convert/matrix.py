"""Cells as a matrix, and how far each is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from tracktwo.steps.programme.models import Community
from tracktwo.steps.transmit.convert.sheets import languages_missing
from tracktwo.steps.transmit.models import SETTLED, Audience, Cell

AUDIENCES = (Audience.LEADERSHIP, Audience.ELITES, Audience.PUBLIC)


@dataclass(frozen=True)
class MatrixRow:
    """One audience with its cells in the order of the communities."""

    label: str
    cells: tuple[Cell, ...]


def matrix_rows(cells: list[Cell], communities: list[Community]) -> list[MatrixRow]:
    by_place = {(cell.audience, cell.community_id): cell for cell in cells}
    return [
        MatrixRow(str(audience.label), tuple(by_place[audience.value, community.pk] for community in communities))
        for audience in AUDIENCES
    ]


class Stage(Enum):
    """How far a cell is, and so who moves next."""

    OPEN = "nobody sees to it yet"
    BEGIN = "it has an owner and no words"
    WRITE = "words are missing in some language"
    READ = "a reader of the community has not approved"
    CONSENTS = "seats have not consented"
    RELEASE = "everything is there"
    DONE = "delivered or waived"


def stage_of(cell: Cell, without_consent: int) -> Stage:
    """The first thing that this cell still waits for; ``without_consent`` counts seats."""
    brief = getattr(cell, "brief", None)
    if cell.state in SETTLED:
        return Stage.DONE
    if brief is None:
        return Stage.OPEN if cell.state == Cell.State.OPEN else Stage.BEGIN
    if languages_missing(brief):
        return Stage.WRITE
    if cell.community is not None and brief.approved_on is None:
        return Stage.READ
    return Stage.CONSENTS if without_consent else Stage.RELEASE


def next_cell(cells: list[Cell], order: tuple[Stage, ...], without_consent: int) -> tuple[Cell, Stage] | None:
    """The first cell in the first of these stages that any cell is in."""
    staged = [(cell, stage_of(cell, without_consent)) for cell in cells]
    return next((found for stage in order for found in staged if found[1] == stage), None)
