"""Between the programme's rows and what methods and pages read."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from tracktwo.steps.programme.convert.agenda import (
    LONGEST,
    Change,
    LineFace,
    Sheet,
    changes,
    edited,
    is_reordered,
    line_faces,
    phases_to_add,
    sheet_of,
    template_sheet,
)
from tracktwo.steps.programme.convert.phases import (
    PARTS,
    Words,
    phase_label,
    phase_notes,
    phase_purpose,
    words_language,
)
from tracktwo.steps.programme.models import AgendaTemplate

# The compartment of the installation itself: whoever is a convener there may create programmes.
HOUSE = UUID(int=0)


@dataclass(frozen=True)
class PhaseRow:
    key: str
    label: str
    purpose: str
    share: int
    language: str  # of its label
    purpose_language: str


def phase_rows(agenda: AgendaTemplate) -> list[PhaseRow]:
    words = agenda.words
    return [
        PhaseRow(
            key,
            phase_label(key, words),
            phase_purpose(key, words),
            share,
            words_language(key, "label", words),
            words_language(key, "purpose", words),
        )
        for key, share in agenda.phases
    ]


def sheet_of_template(agenda: AgendaTemplate) -> Sheet:
    return sheet_of(agenda.phases, agenda.words, agenda.origin)


__all__ = [
    "HOUSE",
    "LONGEST",
    "PARTS",
    "Change",
    "LineFace",
    "PhaseRow",
    "Sheet",
    "Words",
    "changes",
    "edited",
    "is_reordered",
    "line_faces",
    "phase_label",
    "phase_notes",
    "phase_purpose",
    "phase_rows",
    "phases_to_add",
    "sheet_of",
    "sheet_of_template",
    "template_sheet",
    "words_language",
]
