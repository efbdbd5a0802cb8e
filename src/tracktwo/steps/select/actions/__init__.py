"""Deeds of step 3."""

from tracktwo.steps.select.actions.cohorts import ask_for_cohort, begin_cohort, compute_cohort, keep_cohort
from tracktwo.steps.select.actions.nominations import address_to, consent, decline, invite, propose, withdraw
from tracktwo.steps.select.actions.pools import LARGEST_POOL, gather_pool, import_practice, set_quotas
from tracktwo.steps.select.actions.rules import cross, tie, uncross, untie

__all__ = [
    "LARGEST_POOL",
    "address_to",
    "ask_for_cohort",
    "begin_cohort",
    "compute_cohort",
    "consent",
    "cross",
    "decline",
    "gather_pool",
    "import_practice",
    "invite",
    "keep_cohort",
    "propose",
    "set_quotas",
    "tie",
    "uncross",
    "untie",
    "withdraw",
]
