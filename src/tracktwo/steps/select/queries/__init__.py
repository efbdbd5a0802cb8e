"""What may be known of selection."""

from tracktwo.steps.select.queries.cohorts import access_cohorts, kept_cohort, latest_cohort, list_seats, seat_of
from tracktwo.steps.select.queries.nominations import count_by_state, has_taken_part, list_nominations, nomination_of
from tracktwo.steps.select.queries.pools import access_pools, current_pool, workshop_to_fill

__all__ = [
    "access_cohorts",
    "access_pools",
    "count_by_state",
    "current_pool",
    "has_taken_part",
    "kept_cohort",
    "latest_cohort",
    "list_nominations",
    "list_seats",
    "nomination_of",
    "seat_of",
    "workshop_to_fill",
]
