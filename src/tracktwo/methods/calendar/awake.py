"""Hours of a room at which somebody far away is awake too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

DAY = 24 * 60
# Nobody is asked to speak of their fears before seven in the morning or after eleven at night.
WAKE, SLEEP = 7 * 60, 23 * 60


@dataclass(frozen=True)
class Span:
    """From ``first`` to ``last`` minute of the day at the place of the workshop, ``last`` not included."""

    first: int
    last: int


def awake_together(
    opens: int, closes: int, place: int, others: Iterable[int], *, wake: int = WAKE, sleep: int = SLEEP
) -> tuple[Span, ...]:
    """The spans of the room's hours in which every zone is between ``wake`` and ``sleep`` of its own day.

    ``opens`` and ``closes`` are minutes of the day at the place, ``place`` and ``others`` minutes ahead of UTC. A zone
    whose day has begun already, or has not ended yet, counts by its own clock. Empty where there is no such minute.
    O(zones x log zones).
    """
    spans = [Span(opens, closes)] if opens < closes else []
    for offset in others:
        ahead = offset - place
        # At minute m of the place it is m + ahead there: awake where that lies in [wake, sleep) of any day.
        awake = [Span(wake - ahead + shift, sleep - ahead + shift) for shift in (-DAY, 0, DAY)]
        spans = [both for span in spans for one in awake if (both := _common(span, one))]
    return tuple(sorted(spans, key=lambda span: span.first))


def _common(one: Span, other: Span) -> Span | None:
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Span(first, last) if first < last else None
