"""Deeds of step 3."""

from tracktwo.steps.select.actions.assessments import declare, hand_in, practise, rescore
from tracktwo.steps.select.actions.cohorts import ask_for_cohort, begin_cohort, compute_cohort, keep_cohort
from tracktwo.steps.select.actions.files import Report, check_file, take_in_file
from tracktwo.steps.select.actions.nominations import address_to, consent, decline, invite, propose, withdraw
from tracktwo.steps.select.actions.objections import answer_objection, object_to
from tracktwo.steps.select.actions.passes import PASS_LASTS, issue_pass, open_pass, propose_by_pass, withdraw_pass
from tracktwo.steps.select.actions.pools import LARGEST_POOL, gather_pool, import_practice, set_quotas
from tracktwo.steps.select.actions.retention import destroy_what_is_due
from tracktwo.steps.select.actions.rosters import (
    REASONS,
    forget_entries,
    freeze_roster,
    give_up_seat,
    set_freeze_day,
    tell_entry,
)
from tracktwo.steps.select.actions.rounds import (
    assign_all,
    assign_another,
    begin_round,
    close_round,
    release,
    set_thresholds,
)
from tracktwo.steps.select.actions.rules import cross, tie, uncross, untie
from tracktwo.steps.select.actions.soundings import note_sounding

__all__ = [
    "PASS_LASTS",
    "Report",
    "answer_objection",
    "assign_all",
    "assign_another",
    "begin_round",
    "check_file",
    "close_round",
    "declare",
    "destroy_what_is_due",
    "hand_in",
    "issue_pass",
    "note_sounding",
    "object_to",
    "open_pass",
    "practise",
    "propose_by_pass",
    "release",
    "rescore",
    "set_thresholds",
    "take_in_file",
    "withdraw_pass",
    "LARGEST_POOL",
    "REASONS",
    "address_to",
    "ask_for_cohort",
    "begin_cohort",
    "compute_cohort",
    "consent",
    "cross",
    "decline",
    "forget_entries",
    "freeze_roster",
    "gather_pool",
    "give_up_seat",
    "import_practice",
    "invite",
    "keep_cohort",
    "propose",
    "set_freeze_day",
    "set_quotas",
    "tell_entry",
    "tie",
    "uncross",
    "untie",
    "withdraw",
]
