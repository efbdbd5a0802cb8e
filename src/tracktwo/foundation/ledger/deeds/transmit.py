"""Deeds of the step transmit: what was carried to whom."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from tracktwo.foundation.ledger.deeds.deed import Deed

DEEDS = (
    Deed("transmit.cell_set", ("state",), N_("Cell of the matrix set: %(state)s")),
    Deed("transmit.cell_waived", (), N_("Cell of the matrix waived, with a reason")),
    Deed(
        "transmit.levels_set",
        ("public", "kept", "digest"),
        N_("How far the findings may go: %(public)s as far as the public, %(kept)s not at all (%(digest)s)"),
    ),
    Deed(
        "transmit.proposal_released",
        ("association", "number"),
        N_("Session for %(association)s ready to be handed in, with %(number)s places"),
    ),
    Deed("transmit.note_released", ("note", "number"), N_("Released: %(note)s (number %(number)s)")),
    Deed("transmit.carried", ("audience", "direction"), N_("Put into the log: %(audience)s, %(direction)s")),
    Deed("transmit.taken_up", ("grade",), N_("A contribution to Track 1 claimed, on evidence of grade %(grade)s")),
    Deed("transmit.site_published", ("number", "digest"), N_("Public site written: %(number)s files (%(digest)s)")),
    Deed("transmit.story_let", ("number",), N_("A teller said who may read a story: %(number)s audiences")),
    Deed("transmit.story_taken_back", (), N_("A teller took a story back; it is erased")),
    Deed("transmit.discussion_opened", (), N_("Open session opened at the convention")),
    Deed(
        "transmit.discussion_harvested",
        ("questions", "answers"),
        N_("Open session closed: questions %(questions)s, answers %(answers)s"),
    ),
    Deed("transmit.brief_approved", ("digest",), N_("Brief approved for its community (%(digest)s)")),
    Deed("transmit.brief_released", ("digest",), N_("Brief released, standing on the text %(digest)s")),
)
