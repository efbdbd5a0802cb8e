"""The closed list of what the record can say. A deed is a decision; what was said, asked or felt has no deed.

To add one: a line in its step's part of ``DEEDS`` with its code, the names of its facts, and the sentence a page
shows. A fact is a whole number, a SHA-256 in hexadecimal (its name is ``digest`` or ends in ``_digest``) or one line
of at most 200 characters that is no person's words. A deed once released is never renamed: old records hold it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_noop as N_

# What stands in a leaf as a code and on a page as a word.
ROLES = {
    "convener": N_("convener"),
    "facilitator": N_("facilitator"),
    "assessor": N_("assessor"),
    "nominee": N_("nominee"),
    "nominator": N_("nominator"),
    "guarantor": N_("guarantor"),
    "participant": N_("participant"),
    "rapporteur": N_("rapporteur"),
    "translator": N_("translator"),
    "reader": N_("reader"),
    "officer": N_("vault officer"),
    "auditor": N_("auditor"),
    "recipient": N_("recipient"),
    "public": N_("public"),
    "technical_admin": N_("technical admin"),
    "host": N_("host"),
    "machine": N_("the machine itself"),
}
CODES = ROLES | {
    "agreed_in_every_community": N_("agreed in every community"),
    "two_thirds_in_every_community": N_("two thirds in every community"),
    "approval": N_("approval"),
    "ranking": N_("ranking"),
    "consent": N_("consent"),
    "met": N_("met"),
    "not met": N_("not met"),
    "open": N_("not begun"),
    "in_hand": N_("in hand"),
    "delivered": N_("delivered"),
    "waived": N_("waived"),
    "taking_part": N_("taking part"),
    "single_text": N_("single text"),
    "briefs": N_("briefs"),
    "research": N_("research"),
    "somebody_else": N_("somebody else with a like name"),
    "parted": N_("we have parted with this organisation"),
    "kept_apart": N_("it stays, apart from participants and their money"),
    "advice": N_("legal advice taken, and followed"),
    "lifted": N_("the designation no longer holds"),
    "told": N_("everybody concerned has been told what it means"),
    "escalation": N_("escalation"),
    "law": N_("new law or designation"),
    "border": N_("border, visa or flight rule"),
    "place": N_("trouble at the place"),
    "leak": N_("something became known"),
    "other": N_("something else"),
    "go": N_("go"),
    "no": N_("no go"),
    "application": N_("apply to the association"),
    "roster_freeze": N_("fix who comes"),
    "invitation": N_("send letters of invitation"),
    "visa": N_("apply for visas"),
    "go_no_go": N_("decide whether it is held"),
    "print_pack": N_("print the pack for the room"),
    "on": N_("on"),
    "off": N_("off"),
    "own_wish": N_("own wish"),
    "illness": N_("illness"),
    "cannot_travel": N_("cannot travel"),
    "rules_broken": N_("rules broken"),
    "before": N_("before"),
    "after": N_("after"),
    "letter": N_("letter"),
    "telephone": N_("telephone"),
    "meeting": N_("meeting in person"),
    "go_between": N_("a go-between"),
    "convention": N_("conversation at a convention"),
    "would_come": N_("would take part"),
    "hesitates": N_("hesitates"),
    "names_others": N_("names others"),
    "would_not": N_("would not"),
    "no_answer": N_("no answer yet"),
    "family": N_("family or close friendship"),
    "same_institution": N_("same institution"),
    "common_work": N_("common work within five years"),
    "money": N_("one pays or paid the other"),
    "dispute": N_("a dispute between the two"),
    "other_tie": N_("another tie"),
    "not_of_community": N_("not of this community"),
    "speaks_for_power": N_("speaks for a government, party or armed force"),
    "danger": N_("danger to others in the room"),
    "facts_wrong": N_("what was said of the nominee is wrong"),
    "rules": N_("would not keep the ground rules"),
    "upheld": N_("upheld, the nominee is set aside"),
    "not_upheld": N_("not upheld"),
    "unanswered": N_("nominees who did not answer"),
    "declined": N_("nominees who declined"),
    "not_eligible": N_("nominees found not eligible"),
    "vetting_notes": N_("vetting notes"),
    "sounding_notes": N_("notes of soundings"),
}
OWN_FIELDS = frozenset({"book", "deed", "facts", "key", "kind", "minute", "role", "seq", "side", "at", "v"})


@dataclass(frozen=True, slots=True)
class Deed:
    """A code ``step.what_happened``, the names of the facts it must come with, and its sentence for a page."""

    code: str
    facts: tuple[str, ...]
    sentence: str


ALL = (
    # programme
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
    # people
    Deed("invitation.issued", ("invited_role", "invited_side"), N_("Invitation issued: %(invited_role)s")),
    Deed("account.joined", (), N_("Invitation accepted")),
    # plan
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
    # select
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
    Deed("select.seat_given_up", ("workshop", "reason"), N_("A seat of workshop %(workshop)s given up: %(reason)s")),
    Deed(
        "select.roster_frozen",
        ("workshop", "seats", "digest"),
        N_("Roster of workshop %(workshop)s frozen: %(seats)s seats (%(digest)s)"),
    ),
    Deed("select.cohort_by_hand", ("seats", "digest"), N_("Cohort chosen by hand: %(seats)s seats (%(digest)s)")),
    Deed("select.cohort_kept", ("digest",), N_("Cohort kept (%(digest)s)")),
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
    Deed("select.draw_alternates_read", ("digest",), N_("Draw: the sealed alternates were read (proof %(digest)s)")),
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
        ("workshop", "session", "statement", "rule", "agreed", "communities"),
        N_(
            "Workshop %(workshop)s, session %(session)s: vote on statement %(statement)s closed, "
            "agreed in %(agreed)s of %(communities)s communities"
        ),
    ),
    Deed(
        "convene.poll_closed",
        ("workshop", "session", "question", "asked", "agreed", "communities"),
        N_(
            "Workshop %(workshop)s, session %(session)s: %(question)s closed; statements: %(asked)s, "
            "of these agreed in every one of %(communities)s communities: %(agreed)s"
        ),
    ),
    Deed(
        "convene.restatement_accepted",
        ("workshop", "session", "statement", "speaker", "listener", "tries"),
        N_(
            "Workshop %(workshop)s, session %(session)s: what community %(speaker)s said in statement %(statement)s "
            "was said back by community %(listener)s and accepted; tries: %(tries)s"
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
        "agree.frozen",
        ("workshop", "number", "reservations", "digest"),
        N_(
            "Workshop %(workshop)s: the text was frozen as version %(number)s, with reservations: %(reservations)s "
            "(%(digest)s)"
        ),
    ),
    # transmit
    Deed("transmit.cell_set", ("state",), N_("Cell of the matrix set: %(state)s")),
    Deed("transmit.cell_waived", (), N_("Cell of the matrix waived, with a reason")),
    Deed("transmit.brief_approved", ("digest",), N_("Brief approved for its community (%(digest)s)")),
    Deed("transmit.brief_released", ("digest",), N_("Brief released, standing on the text %(digest)s")),
    # measure
    Deed("measure.wave_opened", ("workshop", "wave"), N_("Workshop %(workshop)s: wave “%(wave)s” opened")),
    Deed(
        "measure.wave_closed",
        ("workshop", "wave", "answers"),
        N_("Workshop %(workshop)s: wave “%(wave)s” closed with %(answers)s answers"),
    ),
    Deed("measure.report_made", ("language", "digest"), N_("Programme report made in %(language)s (%(digest)s)")),
    # vault
    Deed("vault.founded", (), N_("Vault founded by its officers")),
    Deed("vault.unsealed", (), N_("Vault unsealed")),
    Deed("vault.sealed", (), N_("Vault sealed")),
    Deed("vault.revealed", ("reason_digest",), N_("Identity revealed (reason %(reason_digest)s)")),
    Deed("vault.notes_read", ("count",), N_("Confidential notes opened: %(count)s")),
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
    return translate(CODES[value]) if isinstance(value, str) and value in CODES else str(value)
