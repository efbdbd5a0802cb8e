"""Rows of a seat as what pages read."""

from tracktwo.steps.prepare.convert.consents import consent_lines
from tracktwo.steps.prepare.convert.lines import SeatLine
from tracktwo.steps.prepare.convert.readiness import DAYS_BEFORE, SETTLED, Need, due_date, needs

__all__ = ["DAYS_BEFORE", "SETTLED", "Need", "SeatLine", "consent_lines", "due_date", "needs"]
