"""Deeds of the step programme: who the communities are, what is agreed before anything begins."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from tracktwo.foundation.ledger.deeds.deed import Deed

DEEDS = (
    Deed("programme.created", ("communities",), N_("Programme created. Communities: %(communities)s")),
    Deed("programme.described", ("digest",), N_("Description of the programme changed (%(digest)s)")),
    Deed("agenda.adopted", ("version", "digest"), N_("Agenda template adopted: version %(version)s (%(digest)s)")),
    Deed("rules.adopted", ("version", "digest"), N_("Ground rules adopted: version %(version)s (%(digest)s)")),
    Deed(
        "programme.designations_imported",
        ("count", "digest"),
        N_("Register of designations brought up to date: %(count)s lines (%(digest)s)"),
    ),
    Deed(
        "programme.organisations_written",
        ("count", "digest"),
        N_("Organisations of the programme written down: %(count)s (%(digest)s)"),
    ),
    Deed("programme.alarms_raised", ("count",), N_("Matches with a designation that wait for an answer: %(count)s")),
    Deed(
        "programme.alarm_answered",
        ("answer", "digest"),
        N_("Match with a designation answered: %(answer)s (reason %(digest)s)"),
    ),
    Deed(
        "programme.money_ways_set",
        ("payers_apart", "no_honorarium"),
        N_("Ways of money set: a payer for each community %(payers_apart)s, no fees %(no_honorarium)s"),
    ),
)
