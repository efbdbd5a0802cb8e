"""Rows of step 7 as what pages and documents hold."""

from tracktwo.steps.transmit.convert.alone import alone
from tracktwo.steps.transmit.convert.briefs import Length, brief_document, by_section, told_by, too_long
from tracktwo.steps.transmit.convert.log import claim_words
from tracktwo.steps.transmit.convert.matrix import AUDIENCES, MatrixRow, Stage, matrix_rows, next_cell, stage_of
from tracktwo.steps.transmit.convert.notes import note_document, note_languages_missing, note_name
from tracktwo.steps.transmit.convert.plain import MOST_WORDS, LongSentence, long_sentences
from tracktwo.steps.transmit.convert.proposals import lacks, proposal_document, rules_of, stands
from tracktwo.steps.transmit.convert.shapes import SHAPES, Shape, shape_of
from tracktwo.steps.transmit.convert.sheets import (
    Line,
    Sheet,
    fingerprint,
    goes_out,
    languages_missing,
    never_translated,
    outgoing,
    paragraphs,
    sections_missing,
    sheet_of,
    shown_lines,
    with_bodies,
)
from tracktwo.steps.transmit.convert.stories import story_document

__all__ = [
    "stands",
    "alone",
    "story_document",
    "claim_words",
    "note_document",
    "note_languages_missing",
    "note_name",
    "AUDIENCES",
    "SHAPES",
    "Length",
    "LongSentence",
    "MOST_WORDS",
    "Line",
    "MatrixRow",
    "Shape",
    "Sheet",
    "Stage",
    "brief_document",
    "by_section",
    "fingerprint",
    "goes_out",
    "lacks",
    "languages_missing",
    "long_sentences",
    "matrix_rows",
    "never_translated",
    "next_cell",
    "outgoing",
    "paragraphs",
    "proposal_document",
    "rules_of",
    "sections_missing",
    "shape_of",
    "sheet_of",
    "shown_lines",
    "stage_of",
    "told_by",
    "too_long",
    "with_bodies",
]
