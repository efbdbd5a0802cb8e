"""The closed list of what the record can say. A deed is a decision; what was said, asked or felt has no deed.

To add one: a line in its step's part of ``DEEDS`` with its code, the names of its facts, and the sentence a page
shows. A fact is a whole number, a SHA-256 in hexadecimal (its name is ``digest`` or ends in ``_digest``) or one line
of at most 200 characters that is no person's words. A deed once released is never renamed: old records hold it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_noop as N_

ROLES = frozenset(
    {
        "convener", "facilitator", "assessor", "nominee", "guarantor", "participant", "rapporteur", "translator",
        "reader", "officer", "auditor", "recipient", "public", "technical_admin", "host", "machine",
    }
)  # fmt: skip
OWN_FIELDS = frozenset({"book", "deed", "facts", "key", "kind", "minute", "role", "seq", "side", "at", "v"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A code ``step.what_happened``, the names of the facts it must come with, and its sentence for a page."""

    code: str
    facts: tuple[str, ...]
    sentence: str


ALL = (
    # programme
    Deed("programme.created", ("communities",), N_("Programme created with %(communities)s communities")),
    Deed("programme.described", ("digest",), N_("Description of the programme changed (%(digest)s)")),
    Deed("agenda.adopted", ("version", "digest"), N_("Agenda template adopted: version %(version)s (%(digest)s)")),
    Deed("rules.adopted", ("version", "digest"), N_("Ground rules adopted: version %(version)s (%(digest)s)")),
    # people
    Deed("invitation.issued", ("invited_role", "invited_side"), N_("Invitation issued: %(invited_role)s")),
    Deed("account.joined", (), N_("Invitation accepted")),
    # plan
    Deed("plan.conventions_imported", ("count", "digest"), N_("Conventions imported: %(count)s (%(digest)s)")),
    Deed("plan.delegation_written", ("digest",), N_("Delegation profile written (%(digest)s)")),
    Deed("plan.kept_days_chosen", ("digest",), N_("Days to keep clear chosen (%(digest)s)")),
    Deed(
        "plan.computed",
        ("digest", "objective", "bound"),
        N_("Plan computed: objective %(objective)s, bound %(bound)s (%(digest)s)"),
    ),
    Deed("plan.kept", ("workshops", "digest"), N_("Plan kept with %(workshops)s workshops (%(digest)s)")),
    Deed("plan.workshop_closed", (), N_("Workshop closed")),
    # select
    Deed("select.nominated", ("count",), N_("Nominations received: %(count)s")),
    Deed("select.pool_imported", (), N_("Practice pool imported")),
    Deed("select.consented", (), N_("A nominee agreed to be considered")),
    Deed("select.quotas_set", (), N_("Quotas set")),
    Deed(
        "select.cohort_computed",
        ("method", "digest", "minimum", "bound"),
        N_("Cohort computed by %(method)s: least chance %(minimum)s, bound %(bound)s (%(digest)s)"),
    ),
    Deed("select.cohort_kept", (), N_("Cohort kept")),
    # prepare
    Deed("prepare.rules_signed", ("version",), N_("Ground rules signed: version %(version)s")),
    Deed("prepare.consent_given", ("product",), N_("Consent given: %(product)s")),
    Deed("prepare.consent_withdrawn", ("product",), N_("Consent withdrawn: %(product)s")),
    Deed("prepare.readiness_changed", (), N_("Readiness to travel changed")),
    # convene
    Deed(
        "convene.session_opened",
        ("workshop", "session", "minutes", "version"),
        N_("Workshop %(workshop)s, session %(session)s opened: %(minutes)s minutes, agenda version %(version)s"),
    ),
    Deed(
        "convene.phase_begun",
        ("workshop", "session", "place"),
        N_("Workshop %(workshop)s, session %(session)s: phase %(place)s begun"),
    ),
    Deed(
        "convene.vote_closed",
        ("workshop", "session", "statement", "rule", "outcome"),
        N_(
            "Workshop %(workshop)s, session %(session)s: vote on statement %(statement)s closed under the rule "
            "%(rule)s: %(outcome)s"
        ),
    ),
    Deed(
        "convene.session_closed",
        ("workshop", "session", "statements", "kept", "votes", "met"),
        N_(
            "Workshop %(workshop)s, session %(session)s closed. Statements: %(statements)s, of these kept: %(kept)s; "
            "votes: %(votes)s, of these agreed: %(met)s"
        ),
    ),
    # agree
    Deed("agree.text_opened", (), N_("Single text opened")),
    Deed("agree.version_saved", ("number", "digest"), N_("Version %(number)s of the text saved (%(digest)s)")),
    Deed("agree.bracket_opened", (), N_("Bracket opened")),
    Deed("agree.bracket_resolved", (), N_("Bracket resolved")),
    Deed("agree.frozen", ("digest",), N_("Text frozen (%(digest)s)")),
    # transmit
    Deed("transmit.cell_set", ("state",), N_("Cell of the matrix set: %(state)s")),
    Deed("transmit.cell_waived", (), N_("Cell of the matrix waived, with a reason")),
    Deed("transmit.brief_released", ("digest",), N_("Brief released, standing on the text %(digest)s")),
    # measure
    Deed("measure.wave_opened", (), N_("Wave opened")),
    Deed("measure.wave_closed", (), N_("Wave closed")),
    Deed("measure.report_made", (), N_("Programme report made")),
    # vault
    Deed("vault.unsealed", (), N_("Vault unsealed")),
    Deed("vault.sealed", (), N_("Vault sealed")),
    Deed("vault.revealed", ("reason_digest",), N_("Identity revealed (reason %(reason_digest)s)")),
    Deed("vault.shredded", (), N_("Identity shredded")),
    # safety
    Deed("safety.read", (), N_("Safety page read")),
)
DEEDS = {deed.code: deed for deed in ALL}


def sentence_for(code: str, facts: dict[str, int | str], translate: Callable[[str], str]) -> str:
    """The deed as a sentence in the reader's language; a code of a later release stands for itself."""
    if code not in DEEDS:
        return code
    return translate(DEEDS[code].sentence) % {name: _shown(name, value, translate) for name, value in facts.items()}


def is_digest(name: str) -> bool:
    return name == "digest" or name.endswith("_digest")


def _shown(name: str, value: int | str, translate: Callable[[str], str]) -> str:
    if is_digest(name):
        return f"{value}"[:12] + "…"
    return translate(value) if value in ROLES and isinstance(value, str) else str(value)
