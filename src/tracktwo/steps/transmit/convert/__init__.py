"""Rows of step 7 as what pages and documents hold."""

from tracktwo.steps.transmit.convert.briefs import brief_document, fingerprint, languages_missing, paragraphs
from tracktwo.steps.transmit.convert.matrix import AUDIENCES, MatrixRow, Stage, matrix_rows, next_cell, stage_of

__all__ = [
    "AUDIENCES",
    "MatrixRow",
    "Stage",
    "brief_document",
    "fingerprint",
    "languages_missing",
    "matrix_rows",
    "next_cell",
    "paragraphs",
    "stage_of",
]
