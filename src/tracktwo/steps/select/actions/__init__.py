"""Deeds of step 3."""

from tracktwo.steps.select.actions.cohorts import ask_for_cohort, begin_cohort, compute_cohort, keep_cohort
from tracktwo.steps.select.actions.nominations import address_to, consent, decline, invite, propose, withdraw
from tracktwo.steps.select.actions.pools import LARGEST_POOL, gather_pool, import_practice, set_quotas
from tracktwo.steps.select.actions.rosters import (
    REASONS,
    forget_entries,
    freeze_roster,
    give_up_seat,
    set_freeze_day,
    tell_entry,
)
from tracktwo.steps.select.actions.rules import cross, tie, uncross, untie

__all__ = [
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
