"""What every deed of a draw ends with: its line in the record, and screens that ask again."""

from __future__ import annotations

from datetime import datetime

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import touch
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.select.models import Draw

ROOM = "select.draw"


def check_party(draw: Draw, party: str) -> None:
    if party not in draw.parties:
        raise Refusal("select.draw_no_party")


def tell(draw: Draw, deed: str, by: Standing, now: datetime, **facts: object) -> None:
    """The deed into the record, and every screen that shows the draw asks for it again."""
    book = draw.pool.workshop.programme.compartment.book
    record(deed, book=book, role=by.role, side=by.side, at=now, **facts)
    touch(ROOM, draw.pk)
