"""What may be known of preparation, by noun."""

from tracktwo.steps.prepare.queries.consents import consents_given, consents_of
from tracktwo.steps.prepare.queries.lines import is_prepared, list_lines
from tracktwo.steps.prepare.queries.readiness import (
    has_told_papers,
    journey_lines,
    needs_of,
    tasks_of,
    workshops_travelled,
)
from tracktwo.steps.prepare.queries.rules import has_signed
from tracktwo.steps.prepare.queries.seats import seats_of

__all__ = [
    "consents_given",
    "consents_of",
    "has_signed",
    "has_told_papers",
    "is_prepared",
    "journey_lines",
    "list_lines",
    "needs_of",
    "seats_of",
    "tasks_of",
    "workshops_travelled",
]
