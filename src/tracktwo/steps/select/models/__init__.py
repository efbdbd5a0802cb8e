"""Rows of step 3. Names stand in the vault; here are handles and aliases."""

from tracktwo.steps.select.models.assessments import Assessment, Assignment, Practice, Result, Round
from tracktwo.steps.select.models.cohorts import Cohort, Seat
from tracktwo.steps.select.models.draws import Draw, DrawYes, Seal
from tracktwo.steps.select.models.nominations import Nomination
from tracktwo.steps.select.models.objections import Objection
from tracktwo.steps.select.models.passes import NominatorPass
from tracktwo.steps.select.models.pools import Pool, PoolMember, Quota
from tracktwo.steps.select.models.rosters import EntryClass, Roster
from tracktwo.steps.select.models.soundings import Sounding
from tracktwo.steps.select.models.ties import Tie

__all__ = [
    "Assessment",
    "Assignment",
    "Draw",
    "DrawYes",
    "Seal",
    "Cohort",
    "EntryClass",
    "Nomination",
    "NominatorPass",
    "Objection",
    "Pool",
    "PoolMember",
    "Practice",
    "Quota",
    "Roster",
    "Result",
    "Round",
    "Seat",
    "Tie",
    "Sounding",
]
