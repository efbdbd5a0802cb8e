"""Rows of step 3. Names stand in the vault; here are handles and aliases."""

from tracktwo.steps.select.models.cohorts import Cohort, Seat
from tracktwo.steps.select.models.nominations import Nomination
from tracktwo.steps.select.models.pools import Pool, PoolMember, Quota
from tracktwo.steps.select.models.rosters import EntryClass, Roster
from tracktwo.steps.select.models.ties import Tie

__all__ = [
    "Cohort",
    "EntryClass",
    "Nomination",
    "Pool",
    "PoolMember",
    "Quota",
    "Roster",
    "Seat",
    "Tie",
]
