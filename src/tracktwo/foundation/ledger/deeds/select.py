"""Deeds of the step select: how the cohort came about."""

from __future__ import annotations

from django.utils.translation import gettext_noop as N_

from tracktwo.foundation.ledger.deeds.deed import Deed

DEEDS = (
    Deed("select.nominated", ("count",), N_("Nominations received: %(count)s")),
    Deed("select.sounded", ("channel", "outcome"), N_("Somebody was sounded out by %(channel)s: %(outcome)s")),
    Deed("select.pass_issued", ("most",), N_("Code for a nominator issued, good for %(most)s nominations")),
    Deed("select.pass_withdrawn", (), N_("Code for a nominator withdrawn")),
    Deed("select.round_opened", ("number",), N_("Round of assessment %(number)s opened")),
    Deed(
        "select.thresholds_set",
        ("number", "digest"),
        N_("Round %(number)s: thresholds set before any score (%(digest)s)"),
    ),
    Deed("select.assigned", ("number", "count"), N_("Round %(number)s: assessments assigned: %(count)s")),
    Deed(
        "select.conflict_declared",
        ("number", "conflict"),
        N_("Round %(number)s: an assessor stepped back: %(conflict)s"),
    ),
    Deed("select.assessed", ("number",), N_("Round %(number)s: an assessment was handed in")),
    Deed("select.rescored", ("number",), N_("Round %(number)s: a score was changed after discussion; both are kept")),
    Deed("select.objected", ("number", "reason"), N_("Round %(number)s: a guarantor objected: %(reason)s")),
    Deed(
        "select.objection_answered", ("number", "answer"), N_("Round %(number)s: an objection was answered: %(answer)s")
    ),
    Deed(
        "select.round_closed",
        ("number", "assessed", "eligible", "digest"),
        N_("Round %(number)s closed: %(assessed)s assessed, of these eligible: %(eligible)s (%(digest)s)"),
    ),
    Deed("select.retained_no_longer", ("what", "count"), N_("Kept no longer, keys destroyed: %(what)s, %(count)s")),
    Deed("select.pool_imported", ("people", "digest"), N_("Practice pool imported: %(people)s rows (%(digest)s)")),
    Deed("select.pool_gathered", ("people",), N_("Pool made of all who consented: %(people)s people")),
    Deed("select.consented", (), N_("A nominee agreed to be considered")),
    Deed("select.declined", (), N_("A nominee declined; the identity was destroyed")),
    Deed("select.withdrawn", (), N_("Somebody withdrew a yes; answers and identity were destroyed")),
    Deed("select.quotas_set", (), N_("Quotas set")),
    Deed(
        "select.rules_set",
        ("ties", "crossings"),
        N_("Rules set: groups of which one may sit %(ties)s, crossed quotas %(crossings)s"),
    ),
    Deed(
        "select.cohort_computed",
        ("method", "digest", "minimum", "bound"),
        N_("Cohort computed by %(method)s: least chance %(minimum)s, bound %(bound)s (%(digest)s)"),
    ),
    Deed("select.freeze_day_set", ("workshop", "day"), N_("Roster of workshop %(workshop)s final by %(day)s")),
    Deed("select.biography_told", (), N_("Somebody put a biography for an application into the vault")),
    Deed("select.seat_given_up", ("workshop", "reason"), N_("A seat of workshop %(workshop)s given up: %(reason)s")),
    # Neither whose nor which way: who may not leave a country could be read from either.
    Deed("select.remote_changed", ("workshop",), N_("A remote seat of workshop %(workshop)s changed")),
    Deed(
        "select.roster_frozen",
        ("workshop", "seats", "digest"),
        N_("Roster of workshop %(workshop)s frozen: %(seats)s seats (%(digest)s)"),
    ),
    Deed("select.cohort_by_hand", ("seats", "digest"), N_("Cohort chosen by hand: %(seats)s seats (%(digest)s)")),
    Deed("select.cohort_kept", ("digest",), N_("Cohort kept (%(digest)s)")),
    Deed("select.key_named", ("party", "digest"), N_("Draws: %(party)s named the key that it signs with (%(digest)s)")),
    Deed("select.key_withdrawn", ("party", "digest"), N_("Draws: %(party)s withdrew its key (%(digest)s)")),
    Deed("select.draw_frozen", ("people", "digest"), N_("Draw: pool of %(people)s people frozen (H0 %(digest)s)")),
    Deed("select.draw_affirmed", ("party", "digest"), N_("Draw: %(party)s affirmed the frozen pool (H0 %(digest)s)")),
    Deed(
        "select.draw_published",
        ("cohorts", "round", "digest"),
        N_("Draw: list of %(cohorts)s cohorts published, beacon round %(round)s (H1 %(digest)s)"),
    ),
    Deed("select.draw_sealed", ("party", "digest"), N_("Draw: %(party)s set a seal (%(digest)s)")),
    Deed("select.draw_opened", ("party",), N_("Draw: %(party)s opened its seal")),
    Deed("select.draw_withheld", ("party",), N_("Draw: %(party)s opened no seal in time and counts as empty")),
    Deed("select.draw_drawn", ("cohort", "digest"), N_("Draw: cohort %(cohort)s of the list drawn (proof %(digest)s)")),
    Deed("select.draw_stands", ("seats", "digest"), N_("Draw: it stands, %(seats)s seats taken (proof %(digest)s)")),
    Deed("select.draw_ended", ("digest",), N_("Draw: ended without a result (H0 %(digest)s)")),
    Deed("select.draw_audit_asked", ("party",), N_("Draw: %(party)s asked to open the audit file")),
    Deed("select.draw_audit_sealed", ("digest",), N_("Draw: audit file sealed in the vault (%(digest)s)")),
    Deed(
        "select.draw_audit_opened",
        ("party", "digest"),
        N_("Draw: %(party)s opened the sealed audit file (%(digest)s)"),
    ),
    Deed("select.draw_alternates_read", ("digest",), N_("Draw: the sealed alternates were read (proof %(digest)s)")),
)
