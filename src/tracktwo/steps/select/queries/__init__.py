"""What may be known of selection."""

from tracktwo.steps.select.queries.cohorts import (
    access_cohorts,
    kept_cohort,
    latest_cohort,
    list_seats,
    own_cohorts,
    seat_of,
)
from tracktwo.steps.select.queries.nominations import count_by_state, has_taken_part, list_nominations, nomination_of
from tracktwo.steps.select.queries.pools import access_pools, current_pool, workshop_to_fill
from tracktwo.steps.select.queries.rosters import (
    access_rosters,
    digest_seats,
    entry_of,
    is_final,
    own_seats_ahead,
    roster_of,
    rosters_ahead,
    seats_missing,
    seats_unanswered,
)

__all__ = [
    "access_cohorts",
    "access_pools",
    "access_rosters",
    "count_by_state",
    "current_pool",
    "digest_seats",
    "entry_of",
    "has_taken_part",
    "is_final",
    "kept_cohort",
    "latest_cohort",
    "list_nominations",
    "list_seats",
    "nomination_of",
    "own_cohorts",
    "own_seats_ahead",
    "roster_of",
    "rosters_ahead",
    "seat_of",
    "seats_missing",
    "seats_unanswered",
    "workshop_to_fill",
]
