"""In which order the communities stand on a day, so that none is always named or heard first."""

from __future__ import annotations

from datetime import date

from tracktwo.methods.record import Refusal


def order_of_sides(day: date, sides: int) -> tuple[int, ...]:
    """The communities 1..``sides`` in the order of this day.

    In words: each day the next community comes first; the others follow by number, and every second time
    round by number backwards. With two communities the order simply alternates from day to day. Over any 2 x
    sides days in a row every community is first twice, and stands before each other community exactly half of
    the days. The day is counted from 1 January of the year 1 (proleptic Gregorian), so anyone can work it out
    ahead. Refuses ``floor.no_sides``.
    """
    if sides < 1:
        raise Refusal("floor.no_sides")
    turn, first = divmod(day.toordinal(), sides)
    step = 1 if turn % 2 == 0 else -1
    return tuple((first + step * place) % sides + 1 for place in range(sides))
