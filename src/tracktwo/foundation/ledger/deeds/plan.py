"""Deeds of the step plan: which conventions, and what would change it."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from tracktwo.foundation.ledger.deeds.deed import Deed

DEEDS = (
    Deed("plan.conventions_imported", ("count", "digest"), N_("Conventions imported: %(count)s (%(digest)s)")),
    Deed("plan.delegation_written", ("digest",), N_("Delegation profile written (%(digest)s)")),
    Deed("plan.kept_days_chosen", ("digest",), N_("Days to keep clear chosen (%(digest)s)")),
    Deed("plan.passports_imported", ("digest",), N_("Passport table imported (%(digest)s)")),
    Deed("plan.rules_imported", ("digest",), N_("Rules of the plan imported (%(digest)s)")),
    Deed("plan.rules_dropped", (), N_("Back to the rules of the house")),
    Deed(
        "plan.computed",
        ("digest", "objective", "bound"),
        N_("Plan computed: objective %(objective)s, bound %(bound)s (%(digest)s)"),
    ),
    Deed("plan.kept", ("workshops", "digest"), N_("Plan kept with %(workshops)s workshops (%(digest)s)")),
    Deed("plan.workshop_closed", (), N_("Workshop closed")),
    Deed(
        "plan.event_logged",
        ("number", "event", "digest"),
        N_("Outside event %(number)s logged: %(event)s (%(digest)s)"),
    ),
    Deed("plan.go_asked", ("workshop", "round"), N_("Workshop %(workshop)s: asked for a go, round %(round)s")),
    Deed(
        "plan.go_said",
        ("workshop", "round", "word"),
        N_("Workshop %(workshop)s, round %(round)s: a word was given: %(word)s"),
    ),
    Deed(
        "plan.go_given",
        ("workshop", "round"),
        N_("Workshop %(workshop)s, round %(round)s: host and every community said go"),
    ),
    Deed(
        "plan.workshop_postponed",
        ("workshop", "digest"),
        N_("Workshop %(workshop)s postponed (reason %(digest)s)"),
    ),
    Deed(
        "plan.workshop_cancelled",
        ("workshop", "digest"),
        N_("Workshop %(workshop)s cancelled (reason %(digest)s)"),
    ),
    Deed(
        "plan.application_kept",
        ("workshop", "digest"),
        N_("Workshop %(workshop)s: words of the application kept (%(digest)s)"),
    ),
    Deed(
        "plan.application_made",
        ("workshop", "named"),
        N_("Workshop %(workshop)s: application written out, with names: %(named)s"),
    ),
    Deed("plan.workshop_moved", ("workshop",), N_("Workshop %(workshop)s: new days set")),
    Deed("plan.deadlines_set", ("digest",), N_("Deadlines of the programme set (%(digest)s)")),
    Deed(
        "plan.deadline_met",
        ("workshop", "deadline"),
        N_("Workshop %(workshop)s: done in time or late: %(deadline)s"),
    ),
    Deed(
        "plan.deadline_reopened",
        ("workshop", "deadline"),
        N_("Workshop %(workshop)s: not done after all: %(deadline)s"),
    ),
    Deed(
        "plan.hours_set",
        ("workshop", "remote_seats"),
        N_("Workshop %(workshop)s: hours set, remote seats: %(remote_seats)s"),
    ),
)
