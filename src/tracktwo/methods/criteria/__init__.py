"""Independent assessments of a nominee against anchored criteria -> eligibility, suitability, and where to talk."""

from tracktwo.methods.criteria.eligibility import Apart, Judgement, Sheet, Thresholds, check_sheet, find_apart, judge
from tracktwo.methods.criteria.scale import CRITERIA, FEWEST_ASSESSORS, HIGHEST, TALK_FROM

__all__ = [
    "Apart",
    "CRITERIA",
    "FEWEST_ASSESSORS",
    "HIGHEST",
    "Judgement",
    "Sheet",
    "TALK_FROM",
    "Thresholds",
    "check_sheet",
    "find_apart",
    "judge",
]
