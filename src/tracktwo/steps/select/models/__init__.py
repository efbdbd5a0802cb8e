"""Rows of step 3. Names stand in the vault; here are handles and aliases."""

from tracktwo.steps.select.models.assessments import Assessment, Assignment, Practice, Result, Round
from tracktwo.steps.select.models.cohorts import BY_HAND, Cohort, Seat
from tracktwo.steps.select.models.draws import Draw, DrawYes, PartyKey, Seal, Slip
from tracktwo.steps.select.models.nominations import Nomination
from tracktwo.steps.select.models.objections import Objection
from tracktwo.steps.select.models.passes import NominatorPass
from tracktwo.steps.select.models.pools import Pool, PoolMember, Quota
from tracktwo.steps.select.models.rosters import EntryClass, Roster
from tracktwo.steps.select.models.soundings import Sounding
from tracktwo.steps.select.models.ties import Tie
from tracktwo.steps.select.models.weighings import Weighing

__all__ = [
    "Assessment",
    "Assignment",
    "Draw",
    "DrawYes",
    "PartyKey",
    "Seal",
    "BY_HAND",
    "Cohort",
    "EntryClass",
    "Nomination",
    "NominatorPass",
    "Objection",
    "Pool",
    "PoolMember",
    "Practice",
    "Quota",
    "Result",
    "Roster",
    "Round",
    "Seat",
    "Slip",
    "Sounding",
    "Tie",
    "Weighing",
]
