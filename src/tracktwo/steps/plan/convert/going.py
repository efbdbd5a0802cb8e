"""Goes and deadlines in the reader's words."""

from __future__ import annotations

from django.utils.translation import gettext as _


def deadline_words(kind: str) -> str:
    return {
        "application": _("apply to the association"),
        "roster_freeze": _("fix who comes"),
        "invitation": _("send letters of invitation"),
        "visa": _("apply for visas"),
        "go_no_go": _("decide whether it is held"),
        "print_pack": _("print the pack for the room"),
    }.get(kind, kind)


def deadline_why(kind: str) -> str:
    """One sentence on what the offset is counted for."""
    return {
        "application": _("Associations ask long before their convention; yours may publish another day."),
        "roster_freeze": _("Letters and visas need names; replacements after this day are drawn anew."),
        "invitation": _("A consulate asks for the letter first."),
        "visa": _("Where the entry rules of the plan tell an earlier day, that day counts."),
        "go_no_go": _("The host and a guarantor of each community give their word."),
        "print_pack": _("Agenda, rules and ballots for a room without network."),
    }.get(kind, "")


def voice_words(word: str) -> str:
    return {"go": _("go"), "no": _("no go"), "open": _("not said yet")}.get(word, word)
