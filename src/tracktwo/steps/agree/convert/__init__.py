"""Between the stored text, the method’s values and what the page shows."""

from tracktwo.steps.agree.convert.changes import ChangeFace, PieceFace, change_faces, piece_faces
from tracktwo.steps.agree.convert.faces import ClauseFace, Inside, Run, Stand, clause_faces
from tracktwo.steps.agree.convert.history import left_open, move_faces
from tracktwo.steps.agree.convert.texts import (
    fingerprint,
    next_key,
    replayed,
    single_text,
    version_bytes,
    words_of_digest,
)

__all__ = [
    "single_text",
    "fingerprint",
    "replayed",
    "version_bytes",
    "words_of_digest",
    "next_key",
    "Inside",
    "Run",
    "left_open",
    "move_faces",
    "Stand",
    "ClauseFace",
    "clause_faces",
    "PieceFace",
    "ChangeFace",
    "piece_faces",
    "change_faces",
]
