"""What may be known of transmission."""

from tracktwo.steps.transmit.queries.briefs import access_briefs_of, consents_missing
from tracktwo.steps.transmit.queries.matrix import (
    access_begun_workshops,
    access_cells,
    is_finished,
    list_cells,
    workshop_to_transmit,
)

__all__ = [
    "access_begun_workshops",
    "access_briefs_of",
    "access_cells",
    "consents_missing",
    "is_finished",
    "list_cells",
    "workshop_to_transmit",
]
