"""Deeds of the step measure: waves and reports."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from tracktwo.foundation.ledger.deeds.deed import Deed

DEEDS = (
    Deed("measure.wave_opened", ("workshop", "wave"), N_("Workshop %(workshop)s: wave “%(wave)s” opened")),
    Deed(
        "measure.wave_closed",
        ("workshop", "wave", "answers"),
        N_("Workshop %(workshop)s: wave “%(wave)s” closed with %(answers)s answers"),
    ),
    Deed("measure.report_made", ("language", "digest"), N_("Programme report made in %(language)s (%(digest)s)")),
)
