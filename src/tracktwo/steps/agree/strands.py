"""The strands beside a clause: interlaced where it is agreed, bowed out where a community holds a bracket."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 42, 120
WIDEST = 10.0  # between neighbours
CLASSES = {1: "t1", 2: "t2", 3: "t4"}  # of the style sheet; t3 is the thin line of ink, for any community beyond


@dataclass(frozen=True)
class Line:
    """One stroke of a picture 42 wide and 120 high: the class of the style sheet, and the path."""

    kind: str
    d: str


def lines(sides: Sequence[int], bracketed: Collection[int]) -> tuple[Line, ...]:
    """The strokes for all communities, drawn in this order; a casing parts a strand from the one it crosses."""
    places = {side: _place(number, len(sides)) for number, side in enumerate(sides)}
    if not any(side in places for side in bracketed):
        return tuple(_braid(sides, places))
    return tuple(_apart(sides, places, bracketed))


def _place(number: int, count: int) -> float:
    gap = min(WIDEST, 20 / max(count - 1, 1))
    return round(WIDTH / 2 + (number - (count - 1) / 2) * gap, 1)


def _braid(sides: Sequence[int], places: dict[int, float]) -> list[Line]:
    """Every strand changes to the mirrored place and back: over the others on the way there, under them on the way."""
    mirrored = dict(zip(sides, reversed([places[side] for side in sides]), strict=True))
    there = [(side, _bend(places[side], mirrored[side], 0)) for side in reversed(sides)]
    back = [(side, _bend(mirrored[side], places[side], 40) + "V120") for side in sides]
    return _over(there) + _over(back)


def _apart(sides: Sequence[int], places: dict[int, float], bracketed: Collection[int]) -> list[Line]:
    """A strand under bracket bows out to its nearer side of the picture, the others go straight."""
    straight = [(side, f"M{places[side]:g} 0V120") for side in sides if side not in bracketed]
    return _over(straight) + _over([(side, _bow(places[side])) for side in sides if side in bracketed])


def _bow(x: float) -> str:
    near = min(x, WIDTH - x)
    out = 3 + max(near - 11, 0) / 2  # the one in the middle stays inside its neighbour
    out = out if x <= WIDTH / 2 else WIDTH - out
    return f"M{x:g} 0C{x:g} 30 {out:g} 30 {out:g} 60S{x:g} 90 {x:g} 120"


def _bend(start: float, end: float, top: int) -> str:
    return f"M{start:g} {top}C{start:g} {top + 20} {end:g} {top + 20} {end:g} {top + 40}"


def _over(strands: Sequence[tuple[int, str]]) -> list[Line]:
    drawn: list[Line] = []
    for number, (side, d) in enumerate(strands):
        drawn += [Line("casing", d)] if number else []
        drawn.append(Line(CLASSES.get(side, "t3"), d))
    return drawn
