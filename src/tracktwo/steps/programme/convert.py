"""Between the programme's rows and what methods and pages read."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from tracktwo.steps.programme.models import AgendaTemplate

# The compartment of the installation itself: whoever is a convener there may create programmes.
HOUSE = UUID(int=0)


def phase_label(key: str) -> str:
    """What a phase is called in the reader's language."""
    return {
        "opening": _("Opening"),
        "information_exchange": _("Information exchange"),
        "needs_and_fears": _("Needs and fears"),
        "joint_thinking": _("Joint thinking"),
        "constraints": _("Constraints"),
        "overcoming_constraints": _("Overcoming constraints"),
        "close_and_reentry": _("Close and re-entry"),
    }.get(key, key)


def phase_purpose(key: str) -> str:
    """One sentence on what a phase is for."""
    return {
        "opening": _("Meet, agree on the rules, say why each of us came."),
        "information_exchange": _("Each side tells how it sees the conflict and what people at home live through."),
        "needs_and_fears": _("Each side says what it needs and fears; the other says it back until it is right."),
        "joint_thinking": _("Look for options that would meet the needs of every side."),
        "constraints": _("Name what stands in the way at home: politics, law, memory, fear."),
        "overcoming_constraints": _("Find steps that could be taken in spite of it, and who could take them."),
        "close_and_reentry": _("What may be told, what stays here, and how to go home safely."),
    }.get(key, "")


@dataclass(frozen=True)
class PhaseRow:
    key: str
    label: str
    purpose: str
    share: int


def phase_rows(agenda: AgendaTemplate) -> list[PhaseRow]:
    return [PhaseRow(key, phase_label(key), phase_purpose(key), share) for key, share in agenda.phases]
