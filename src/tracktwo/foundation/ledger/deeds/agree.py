"""Deeds of the step agree: the single text and its versions."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from tracktwo.foundation.ledger.deeds.deed import Deed

DEEDS = (
    Deed("agree.text_opened", ("workshop",), N_("Workshop %(workshop)s: single text opened")),
    Deed(
        "agree.version_saved",
        ("workshop", "number", "digest"),
        N_("Workshop %(workshop)s: version %(number)s of the text saved (%(digest)s)"),
    ),
    Deed(
        "agree.bracket_opened",
        ("workshop", "clause"),
        N_("Workshop %(workshop)s: a community opened its bracket in clause %(clause)s"),
    ),
    Deed(
        "agree.bracket_withdrawn",
        ("workshop", "clause"),
        N_("Workshop %(workshop)s: a community withdrew its bracket in clause %(clause)s"),
    ),
    Deed(
        "agree.bracket_adopted",
        ("workshop", "clause", "community"),
        N_(
            "Workshop %(workshop)s: in clause %(clause)s the wording of community %(community)s was adopted in the room"
        ),
    ),
    Deed(
        "agree.bracket_put_aside",
        ("workshop", "clause", "community"),
        N_(
            "Workshop %(workshop)s: in clause %(clause)s the bracket of community %(community)s was put aside in the "
            "room"
        ),
    ),
    Deed(
        "agree.hit_let_stand",
        ("workshop", "clause", "hit", "reason_digest"),
        N_(
            "Workshop %(workshop)s: in clause %(clause)s a hit of the leak lint (%(hit)s) was let stand with a reason "
            "(%(reason_digest)s)"
        ),
    ),
    Deed(
        "agree.frozen",
        ("workshop", "number", "reservations", "digest"),
        N_(
            "Workshop %(workshop)s: the text was frozen as version %(number)s, with reservations: %(reservations)s "
            "(%(digest)s)"
        ),
    ),
)
