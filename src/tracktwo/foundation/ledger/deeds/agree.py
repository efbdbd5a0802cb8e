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
        "agree.round_opened",
        ("workshop", "number", "clauses"),
        N_("Workshop %(workshop)s: round %(number)s of support opened over %(clauses)s clauses"),
    ),
    Deed(
        "agree.round_closed",
        ("workshop", "number", "rule", "clauses", "agreed"),
        N_(
            "Workshop %(workshop)s: round %(number)s of support closed; %(agreed)s of %(clauses)s clauses met the rule "
            "in every community (%(rule)s)"
        ),
    ),
    Deed(
        "agree.round_withdrawn",
        ("workshop", "number"),
        N_("Workshop %(workshop)s: round %(number)s of support withdrawn, nothing of it told"),
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
    Deed(
        "agree.silence_announced",
        ("workshop", "number", "hours", "digest"),
        N_("Workshop %(workshop)s: silence announced over version %(number)s for %(hours)s hours (%(digest)s)"),
    ),
    Deed(
        "agree.silence_affirmed",
        ("workshop", "number"),
        N_("Workshop %(workshop)s: a community affirmed version %(number)s during the silence"),
    ),
    Deed(
        "agree.silence_extended",
        ("workshop", "number", "hours"),
        N_(
            "Workshop %(workshop)s: the silence over version %(number)s was extended by %(hours)s hours, because "
            "somebody was not reached or a community had not affirmed"
        ),
    ),
    Deed(
        "agree.silence_kept",
        ("workshop", "number"),
        N_("Workshop %(workshop)s: nobody broke the silence over version %(number)s"),
    ),
    Deed(
        "agree.silence_broken",
        ("workshop", "number"),
        N_("Workshop %(workshop)s: the silence over version %(number)s was broken"),
    ),
    Deed(
        "agree.silence_void",
        ("workshop", "number"),
        N_("Workshop %(workshop)s: the silence over version %(number)s is void: a community has nobody left in it"),
    ),
    Deed(
        "agree.silence_called_off",
        ("workshop", "number"),
        N_("Workshop %(workshop)s: the silence over version %(number)s was called off"),
    ),
    Deed(
        "agree.translation_reviewed",
        ("workshop", "clause", "language"),
        N_("Workshop %(workshop)s: clause %(clause)s reviewed in another language (%(language)s)"),
    ),
    Deed(
        "agree.signed",
        ("workshop", "community", "digest"),
        N_("Workshop %(workshop)s: community %(community)s signed the text (%(digest)s)"),
    ),
    Deed(
        "agree.cosigned",
        ("workshop", "community", "digest"),
        N_("Workshop %(workshop)s: community %(community)s co-signed the checkpoint of the text (%(digest)s)"),
    ),
)
