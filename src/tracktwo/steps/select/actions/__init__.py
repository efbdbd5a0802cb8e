"""Deeds of step 3."""

from tracktwo.steps.select.actions.assessments import declare, hand_in, practise, rescore
from tracktwo.steps.select.actions.byhand import choose_by_hand
from tracktwo.steps.select.actions.cohorts import ask_for_cohort, begin_cohort, compute_cohort, keep_cohort
from tracktwo.steps.select.actions.files import Report, check_file, take_in_file
from tracktwo.steps.select.actions.nominations import address_to, consent, decline, invite, propose, withdraw
from tracktwo.steps.select.actions.objections import answer_objection, object_to
from tracktwo.steps.select.actions.passes import PASS_LASTS, issue_pass, open_pass, propose_by_pass, withdraw_pass
from tracktwo.steps.select.actions.pools import LARGEST_POOL, gather_pool, import_practice, set_quotas
from tracktwo.steps.select.actions.remote import set_remote
from tracktwo.steps.select.actions.retention import destroy_what_is_due
from tracktwo.steps.select.actions.rosters import (
    REASONS,
    forget_entries,
    freeze_roster,
    give_up_seat,
    set_freeze_day,
    tell_biography,
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
from tracktwo.steps.select.actions.weighings import ask_to_weigh, weigh

__all__ = [
    "LARGEST_POOL",
    "PASS_LASTS",
    "REASONS",
    "Report",
    "address_to",
    "answer_objection",
    "ask_for_cohort",
    "ask_to_weigh",
    "assign_all",
    "assign_another",
    "begin_cohort",
    "begin_round",
    "check_file",
    "choose_by_hand",
    "close_round",
    "compute_cohort",
    "consent",
    "cross",
    "declare",
    "decline",
    "destroy_what_is_due",
    "forget_entries",
    "freeze_roster",
    "gather_pool",
    "give_up_seat",
    "hand_in",
    "import_practice",
    "invite",
    "issue_pass",
    "keep_cohort",
    "note_sounding",
    "object_to",
    "open_pass",
    "practise",
    "propose",
    "propose_by_pass",
    "release",
    "rescore",
    "set_freeze_day",
    "set_quotas",
    "set_remote",
    "set_thresholds",
    "take_in_file",
    "tell_biography",
    "tell_entry",
    "tie",
    "uncross",
    "untie",
    "weigh",
    "withdraw",
    "withdraw_pass",
]
