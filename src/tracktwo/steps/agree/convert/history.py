"""What is left to settle, and what became of a clause, as the pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tracktwo.steps.agree.convert.faces import ClauseFace, Inside, Stand
from tracktwo.steps.agree.convert.support import SupportFace
from tracktwo.steps.agree.models import TextMove


@dataclass(frozen=True)
class Left:
    """A bracket that is still open. ``owner_inside``: the side in whose bracket it stands, -1 for none."""

    clause: str
    side: int
    owner: str
    stands: str
    wants: str
    reason: str
    since: date | None
    owner_inside: int = -1
    is_whole: bool = False
    support: SupportFace | None = None  # what the communities said of the clause last


@dataclass(frozen=True)
class MoveFace:
    """One deed on a clause: what was typed, for whom (``side`` 0 is the third party), on which day."""

    number: int
    kind: str
    side: int
    owner: str
    made_on: date
    stands: str
    words: str
    reason: str
    adopt: bool


def left_open(faces: Iterable[ClauseFace], since: Mapping[tuple[str, int, int], date]) -> list[Left]:
    """Every open bracket of both levels, those that have stood longest first."""
    left = [one for face in faces for one in _of_clause(face, since)]
    return sorted(left, key=lambda one: (one.since or date.max, one.owner_inside >= 0))


def _of_clause(face: ClauseFace, since: Mapping[tuple[str, int, int], date]) -> list[Left]:
    found: list[Left] = []
    for stand in face.stands:
        if not stand.is_kept:
            found.append(_left(face.key, stand, since.get((face.key, -1, stand.side)), -1))
            inside = [(one, since.get((face.key, stand.side, one.side))) for one in stand.inner]
            found += [_left(face.key, one, day, stand.side) for one, day in inside]
    return [replace(one, support=face.support) for one in found]


def _left(clause: str, one: Stand | Inside, since: date | None, inside: int) -> Left:
    whole = isinstance(one, Stand) and one.is_whole
    return Left(clause, one.side, one.owner, one.stands, one.wants, one.reason, since, inside, whole)


def move_faces(moves: Iterable[TextMove], names: Mapping[int, str]) -> list[MoveFace]:
    """The deeds on a clause, first to last."""
    return [_move(one, names) for one in moves]


def _move(one: TextMove, names: Mapping[int, str]) -> MoveFace:
    told, side = one.data, one.data.get("side") or 0
    words = told.get("words") or told.get("wants") or ""
    return MoveFace(
        one.number,
        one.kind,
        side,
        names.get(side, ""),
        one.made_on,
        told.get("stands", ""),
        words,
        told.get("reason", ""),
        told.get("adopt", False),
    )
