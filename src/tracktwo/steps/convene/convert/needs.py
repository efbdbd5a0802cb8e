"""Between the rows of a restatement, the loop they stand for, and the strands that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracktwo.methods.floor import Draft as Told
from tracktwo.methods.floor import Loop, Mark
from tracktwo.steps.convene.models import Draft, Restatement
from tracktwo.steps.programme.models import Community

STRANDS = {1: "t1", 2: "t2", 3: "t4"}
MOST_DRAWN = 4  # more tries are told in words


def loop_of(restatement: Restatement) -> Loop:
    """The loop as its rows tell it."""
    drafts = tuple(Told(row.side, row.tries, Mark(row.mark)) for row in restatement.drafts.all())
    return Loop(restatement.speaker, drafts, is_aside=not restatement.is_open)


@dataclass(frozen=True)
class DraftFace:
    """One listening community's words, as people read them."""

    community: Community
    text: str
    language: str
    tries: int
    mark: str


@dataclass(frozen=True)
class Strands:
    """Two strands that cross once for every try; ``over`` lies on a casing above ``under``."""

    speaker: str
    listener: str
    crossings: tuple[tuple[str, str, str, str], ...]
    lines: tuple[str, str]
    is_tied: bool


@dataclass(frozen=True)
class LoopFace:
    """A restatement as people read it: who spoke, what, and how far each listening community is."""

    pk: int
    kind: str  # in the language of whoever reads it, which need not be that of whoever made the face
    statement: object
    speaker: Community
    drafts: tuple[DraftFace, ...]
    state: str

    @property
    def turn(self) -> DraftFace | None:
        """Whose words come next: written ones to be answered, else the first not accepted."""
        open_ = [draft for draft in self.drafts if draft.mark != Mark.ACCEPTED]
        return next((draft for draft in open_ if draft.mark == Mark.WRITTEN), open_[0] if open_ else None)

    @property
    def strands(self) -> Strands:
        return strands(self.speaker.number, self.turn or self.drafts[0])


def loop_face(restatement: Restatement, communities: Mapping[int, Community]) -> LoopFace:
    return LoopFace(
        restatement.pk,
        Restatement.Kind(restatement.kind).label,
        restatement.statement,
        communities[restatement.speaker],
        tuple(_draft_face(row, communities) for row in restatement.drafts.all()),
        loop_of(restatement).state,
    )


def _draft_face(row: Draft, communities: Mapping[int, Community]) -> DraftFace:
    return DraftFace(communities[row.side], row.text, row.language, row.tries, row.mark)


def strands(speaker: int, draft: DraftFace) -> Strands:
    """560 units wide, the speakers above; every try ties the strands once, the first at 84."""
    knots = [84 + 130 * place for place in range(min(draft.tries, MOST_DRAWN))]
    ends = [0, *(end for knot in knots for end in (knot, knot + 52)), 560]
    pieces = list(zip(ends[::2], ends[1::2], strict=True))
    lines = (" ".join(f"M{a} {y}H{b}" for a, b in pieces) for y in (10, 24))
    above, below = lines
    crossings = tuple(
        (_curve(x, 24, 10), _curve(x, 10, 24), _curve(x + 26, 24, 10), _curve(x + 26, 10, 24)) for x in knots
    )
    listener = STRANDS.get(draft.community.number, "t3")
    return Strands(STRANDS.get(speaker, "t3"), listener, crossings, (above, below), draft.mark == Mark.ACCEPTED)


def _curve(x: int, start: int, end: int) -> str:
    return f"M{x} {start}C{x + 13} {start} {x + 13} {end} {x + 26} {end}"
