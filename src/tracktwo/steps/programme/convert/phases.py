"""Phases as people read them: what they are called, what they are for, what a facilitator keeps in mind."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as N_

# By phase: own label, purpose and notes, and the language in which they were written first. The same in another
# language stands beside them as "label.uk".
Words = Mapping[str, Mapping[str, str]]
PARTS = ("label", "purpose", "notes")

# Of Kelman's seven phases, and of the five stages of sustained dialogue.
LABELS = {
    "opening": N_("Opening"),
    "information_exchange": N_("Information exchange"),
    "needs_and_fears": N_("Needs and fears"),
    "joint_thinking": N_("Joint thinking"),
    "constraints": N_("Constraints"),
    "overcoming_constraints": N_("Overcoming constraints"),
    "close_and_reentry": N_("Close and re-entry"),
    "deciding_to_engage": N_("Deciding to engage"),
    "mapping_and_naming": N_("Mapping and naming"),
    "probing_relationships": N_("Probing problems and relationships"),
    "building_scenarios": N_("Building scenarios"),
    "acting_together": N_("Acting together"),
}
PURPOSES = {
    "opening": N_("Meet, agree on the rules, say why each of us came."),
    "information_exchange": N_("Each side tells how it sees the conflict and what people at home live through."),
    "needs_and_fears": N_("Each side says what it needs and fears; the other says it back until it is right."),
    "joint_thinking": N_("Look for options that would meet the needs of every side."),
    "constraints": N_("Name what stands in the way at home: politics, law, memory, fear."),
    "overcoming_constraints": N_("Find steps that could be taken in spite of it, and who could take them."),
    "close_and_reentry": N_("What may be told, what stays here, and how to go home safely."),
    "deciding_to_engage": N_("Say what would be lost without talking, and whether to go on with it."),
    "mapping_and_naming": N_("Lay out the problems and the relationships behind them; name the one to begin with."),
    "probing_relationships": N_("Ask what keeps this one problem going, and where we would rather be."),
    "building_scenarios": N_("Put steps in an order in which each makes the next one possible."),
    "acting_together": N_("Settle who carries which step to whom, and how we hear how it went."),
}
NOTES = {
    "opening": N_("Read the rules aloud. Ask each person for one reason to have come, and no position."),
    "information_exchange": N_("No debate yet: one side tells, the others ask only what they did not understand."),
    "needs_and_fears": N_("When somebody offers a solution, ask which need it would serve, and note the need."),
    "joint_thinking": N_("Whoever says “that will never work” is right too early: park it to the constraints."),
    "constraints": N_("Now take up what was parked. Ask what it would cost each person at home."),
    "overcoming_constraints": N_("For every step ask: which role, until when, and what if it fails."),
    "close_and_reentry": N_("Agree on what may be told. Go through the way home with each community apart."),
    "deciding_to_engage": N_("Coming back is a decision too: ask for it at every meeting, and take a no as a no."),
    "mapping_and_naming": N_("Grievances come first and wander. The stage ends when all can name one focus."),
    "probing_relationships": N_("Keep to the one problem. Ask about relations, not only about facts."),
    "building_scenarios": N_("Ask what stands in the way, what would remove it, and who could do that."),
    "acting_together": N_("The stages are a guide: going back to an earlier one is part of the work."),
}


def phase_label(key: str, words: Words | None = None) -> str:
    """What a phase is called: by its own words, or in the reader's language."""
    return _own(key, "label", words) or (_(LABELS[key]) if key in LABELS else key)


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
    return _own(key, "purpose", words) or (_(PURPOSES[key]) if key in PURPOSES else "")


def phase_notes(key: str, words: Words | None = None) -> str:
    """What the third party keeps in mind; shown to it alone."""
    return _own(key, "notes", words) or (_(NOTES[key]) if key in NOTES else "")


def _own(key: str, part: str, words: Words | None) -> str:
    own = (words or {}).get(key, {})
    return own.get(f"{part}.{get_language()}") or own.get(part, "")
