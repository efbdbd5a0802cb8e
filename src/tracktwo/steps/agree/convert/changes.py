"""What became of the words between two versions, as the page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tracktwo.methods.text import (
    ClauseChange,
    Kind,
    Piece,
)


@dataclass(frozen=True)
class PieceFace:
    """A run of words with one fate; ``gap`` is the white space before it, which nobody wants underlined."""

    kind: Kind
    gap: str
    words: str


@dataclass(frozen=True)
class ChangeFace:
    key: str
    pieces: tuple[PieceFace, ...]
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    is_new: bool
    is_gone: bool


def piece_faces(pieces: Sequence[Piece]) -> tuple[PieceFace, ...]:
    stripped = ((piece, piece.words.lstrip()) for piece in pieces)
    return tuple(PieceFace(one.kind, one.words[: len(one.words) - len(words)], words) for one, words in stripped)


def change_faces(changes: Iterable[ClauseChange], names: Mapping[int, str]) -> list[ChangeFace]:
    """The clauses in which anything changed; brackets under the names of their communities."""
    return [
        ChangeFace(
            one.key,
            piece_faces(one.pieces),
            tuple(names[side] for side in one.opened if side in names),
            tuple(names[side] for side in one.closed if side in names),
            one.is_new,
            one.is_gone,
        )
        for one in changes
        if not one.is_unchanged
    ]
