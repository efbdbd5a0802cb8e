"""Phases as people read them: what they are called, what they are for, what a facilitator keeps in mind."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

# By phase: own label, purpose and notes, and the language in which they were written first. The same in another
# language stands beside them as "label.uk".
Words = Mapping[str, Mapping[str, str]]
PARTS = ("label", "purpose", "notes")


def phase_label(key: str, words: Words | None = None) -> str:
    """What a phase is called: by its own words, or in the reader's language."""
    return _own(key, "label", words) or {**_kelman_labels(), **_sustained_labels()}.get(key, key)


def words_language(key: str, part: str, words: Words | None = None) -> str:
    """The language in which a part ("label", "purpose", "notes") is shown; empty where it is the reader's."""
    own = (words or {}).get(key, {})
    if not own.get(part) or own.get(f"{part}.{get_language()}"):
        return ""
    return own.get("language", "")


def name_of_part(part: str, language: str, own: Mapping[str, str]) -> str:
    """Under which name a part of a phase's own words is kept when it is written in a language."""
    return part if own.get("language", language) == language else f"{part}.{language}"


def phase_purpose(key: str, words: Words | None = None) -> str:
    """One sentence on what a phase is for."""
    return _own(key, "purpose", words) or {**_kelman_purposes(), **_sustained_purposes()}.get(key, "")


def phase_notes(key: str, words: Words | None = None) -> str:
    """What the third party keeps in mind; shown to it alone."""
    return _own(key, "notes", words) or {**_kelman_notes(), **_sustained_notes()}.get(key, "")


def _own(key: str, part: str, words: Words | None) -> str:
    own = (words or {}).get(key, {})
    return own.get(f"{part}.{get_language()}") or own.get(part, "")


def _kelman_labels() -> dict[str, str]:
    return {
        "opening": _("Opening"),
        "information_exchange": _("Information exchange"),
        "needs_and_fears": _("Needs and fears"),
        "joint_thinking": _("Joint thinking"),
        "constraints": _("Constraints"),
        "overcoming_constraints": _("Overcoming constraints"),
        "close_and_reentry": _("Close and re-entry"),
    }


def _kelman_purposes() -> dict[str, str]:
    return {
        "opening": _("Meet, agree on the rules, say why each of us came."),
        "information_exchange": _("Each side tells how it sees the conflict and what people at home live through."),
        "needs_and_fears": _("Each side says what it needs and fears; the other says it back until it is right."),
        "joint_thinking": _("Look for options that would meet the needs of every side."),
        "constraints": _("Name what stands in the way at home: politics, law, memory, fear."),
        "overcoming_constraints": _("Find steps that could be taken in spite of it, and who could take them."),
        "close_and_reentry": _("What may be told, what stays here, and how to go home safely."),
    }


def _kelman_notes() -> dict[str, str]:
    return {
        "opening": _("Read the rules aloud. Ask each person for one reason to have come, and no position."),
        "information_exchange": _("No debate yet: one side tells, the others ask only what they did not understand."),
        "needs_and_fears": _("When somebody offers a solution, ask which need it would serve, and note the need."),
        "joint_thinking": _("Whoever says “that will never work” is right too early: park it to the constraints."),
        "constraints": _("Now take up what was parked. Ask what it would cost each person at home."),
        "overcoming_constraints": _("For every step ask: which role, until when, and what if it fails."),
        "close_and_reentry": _("Agree on what may be told. Go through the way home with each community apart."),
    }


def _sustained_labels() -> dict[str, str]:
    return {
        "deciding_to_engage": _("Deciding to engage"),
        "mapping_and_naming": _("Mapping and naming"),
        "probing_relationships": _("Probing problems and relationships"),
        "building_scenarios": _("Building scenarios"),
        "acting_together": _("Acting together"),
    }


def _sustained_purposes() -> dict[str, str]:
    return {
        "deciding_to_engage": _("Say what would be lost without talking, and whether to go on with it."),
        "mapping_and_naming": _("Lay out the problems and the relationships behind them; name the one to begin with."),
        "probing_relationships": _("Ask what keeps this one problem going, and where we would rather be."),
        "building_scenarios": _("Put steps in an order in which each makes the next one possible."),
        "acting_together": _("Settle who carries which step to whom, and how we hear how it went."),
    }


def _sustained_notes() -> dict[str, str]:
    return {
        "deciding_to_engage": _("Coming back is a decision too: ask for it at every meeting, and take a no as a no."),
        "mapping_and_naming": _("Grievances come first and wander. The stage ends when all can name one focus."),
        "probing_relationships": _("Keep to the one problem. Ask about relations, not only about facts."),
        "building_scenarios": _("Ask what stands in the way, what would remove it, and who could do that."),
        "acting_together": _("The stages are a guide: going back to an earlier one is part of the work."),
    }
