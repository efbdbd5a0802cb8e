"""What a closed round of support says, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from tracktwo.methods.text import SingleText
from tracktwo.steps.agree.models import Round


@dataclass(frozen=True)
class SupportCell:
    """One community's line; ``cells``: can live with it, not yet, passed; None where they are not shown."""

    side: int
    owner: str
    met: bool
    kind: str
    cells: tuple[int, ...] | None


@dataclass(frozen=True)
class SupportFace:
    """One clause in a round; ``is_current``: its words are still those that were asked about."""

    clause: str
    number: int
    closed_on: date
    met: bool
    cells: tuple[SupportCell, ...]
    is_current: bool


def round_faces(found: Round, state: SingleText, names: Mapping[int, str]) -> list[SupportFace]:
    """The lines of one closed round, clause by clause."""
    now = {clause.key: sha256(clause.standing.encode()).hexdigest() for clause in state.clauses}
    return [_face(found, place, key, now.get(key) == digest, names) for place, (key, digest) in enumerate(found.asked)]


def latest_support(rounds: Iterable[Round], state: SingleText, names: Mapping[int, str]) -> dict[str, SupportFace]:
    """By clause, what the last round about it said; ``rounds`` come latest first."""
    found: dict[str, SupportFace] = {}
    for one in rounds:
        for face in round_faces(one, state, names):
            found.setdefault(face.clause, face)
    return found


def _face(found: Round, place: int, key: str, is_current: bool, names: Mapping[int, str]) -> SupportFace:
    cells = tuple(
        SupportCell(
            side["side"],
            names.get(side["side"], ""),
            side["met"][place],
            side["kind"],
            tuple(side["cells"][place]) if side["cells"] else None,
        )
        for side in found.result["sides"]
    )
    return SupportFace(key, found.number, found.closed_on or date.min, found.result["met"][place], cells, is_current)
