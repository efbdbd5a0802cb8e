"""What may be known of preparation, by noun."""

from tracktwo.steps.prepare.queries.consents import (
    Basis,
    Fallen,
    LayerCount,
    basis_of,
    consents_given,
    consents_in_force,
    fallen,
    history_of,
    is_consenting,
    layers_of,
    list_asked,
    list_layer_counts,
    seats_refusing,
    words_in_force,
)
from tracktwo.steps.prepare.queries.harm import Clearance, clearance_of, harm_signature_of
from tracktwo.steps.prepare.queries.lines import is_prepared, list_lines
from tracktwo.steps.prepare.queries.readiness import (
    has_told_papers,
    journey_lines,
    needs_of,
    remote_seats,
    tasks_of,
    workshops_travelled,
)
from tracktwo.steps.prepare.queries.rules import has_signed, signed_version
from tracktwo.steps.prepare.queries.seats import every_seat_of, seats_of

__all__ = [
    "Basis",
    "Clearance",
    "Fallen",
    "LayerCount",
    "basis_of",
    "clearance_of",
    "consents_given",
    "consents_in_force",
    "every_seat_of",
    "fallen",
    "harm_signature_of",
    "has_signed",
    "has_told_papers",
    "history_of",
    "is_consenting",
    "is_prepared",
    "journey_lines",
    "layers_of",
    "list_asked",
    "list_layer_counts",
    "list_lines",
    "needs_of",
    "remote_seats",
    "seats_of",
    "seats_refusing",
    "signed_version",
    "tasks_of",
    "words_in_force",
    "workshops_travelled",
]
