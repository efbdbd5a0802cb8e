"""Who has signed which version of the ground rules."""

from __future__ import annotations

from tracktwo.steps.programme.models import GroundRules
from tracktwo.steps.select.models import Seat


def signed_version(seat: Seat) -> int | None:
    """The newest version this seat has signed, in force or not."""
    return seat.signatures.order_by("rules__version").values_list("rules__version", flat=True).last()


def has_signed(seat: Seat, rules: GroundRules | None) -> bool:
    return rules is not None and seat.signatures.filter(rules=rules).exists()
