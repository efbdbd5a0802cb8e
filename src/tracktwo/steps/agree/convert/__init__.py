"""Between the stored text, the method’s values and what the page shows."""

from tracktwo.steps.agree.convert.changes import ChangeFace, PieceFace, change_faces, piece_faces
from tracktwo.steps.agree.convert.faces import ClauseFace, Run, Stand, clause_faces
from tracktwo.steps.agree.convert.texts import fingerprint, next_key, single_text, version_bytes, words_of_digest

__all__ = [
    "single_text",
    "fingerprint",
    "version_bytes",
    "words_of_digest",
    "next_key",
    "Run",
    "Stand",
    "ClauseFace",
    "clause_faces",
    "PieceFace",
    "ChangeFace",
    "piece_faces",
    "change_faces",
]
