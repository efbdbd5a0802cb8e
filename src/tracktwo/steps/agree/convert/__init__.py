"""Between the stored text, the method’s values and what the page shows."""

from tracktwo.steps.agree.convert.changes import ChangeFace, PieceFace, change_faces, piece_faces
from tracktwo.steps.agree.convert.clocks import Clock, clocks
from tracktwo.steps.agree.convert.closing import closing_document, signatures_on
from tracktwo.steps.agree.convert.faces import ClauseFace, Inside, Run, Stand, clause_faces, with_beside
from tracktwo.steps.agree.convert.history import left_open, move_faces
from tracktwo.steps.agree.convert.support import SupportCell, SupportFace, latest_support, round_faces
from tracktwo.steps.agree.convert.texts import (
    fingerprint,
    next_key,
    rendering_digest,
    replayed,
    single_text,
    version_bytes,
    words_of_digest,
)

__all__ = [
    "closing_document",
    "signatures_on",
    "SupportCell",
    "SupportFace",
    "latest_support",
    "round_faces",
    "with_beside",
    "Clock",
    "clocks",
    "single_text",
    "fingerprint",
    "replayed",
    "version_bytes",
    "words_of_digest",
    "next_key",
    "rendering_digest",
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
