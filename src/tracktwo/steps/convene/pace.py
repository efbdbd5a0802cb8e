"""How fast one telephone may write, so that none fills the wall for all the others.

A limit for each person and not for the room: forty who write at once after a question are what the room is for. How
many somebody has written in a whole session is counted nowhere, because that would be kept as long as the session.
"""

from __future__ import annotations

import time
from uuid import UUID

from django.conf import settings

from tracktwo.foundation.live.pace import Pace
from tracktwo.methods.record import Refusal

PACE = Pace(most=settings.TRACKTWO_SENTENCES_A_MINUTE, seconds=60.0)


def keep_pace(kind: str, place: int, who: UUID) -> None:
    """One more sentence of a kind from somebody's telephone. Refuses ``convene.too_fast``."""
    if not PACE.take((kind, place), time.monotonic(), who):
        raise Refusal("convene.too_fast", most=PACE.most)


def forget_pace(kind: str, place: int) -> None:
    PACE.forget((kind, place))
