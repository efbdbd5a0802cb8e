"""Leximin for very many kinds, all levels at once: the relaxed lottery proves them, true seatings then reach them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import numpy as np

from tracktwo.methods.lottery.certificate import Stage
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.large.evening import even_out, make_whole
from tracktwo.methods.lottery.large.face import Face, find_face
from tracktwo.methods.lottery.large.gathering import gather_seatings
from tracktwo.methods.lottery.large.rising import rise
from tracktwo.methods.lottery.large.settling import settle
from tracktwo.methods.solver import Limits

# Weights are counted in parts at least this small before the last of them are dealt out.
_PARTS = 2**100


@dataclass(frozen=True)
class Reaching:
    """A lottery over seatings that reaches every one of ``stages``."""

    seatings: tuple[Seating, ...]
    weights: tuple[Fraction, ...]
    stages: tuple[Stage, ...]


def reach_leximin(
    setting: Setting, selectable: tuple[int, ...], limits: Limits, tell: Callable[[tuple[Stage, ...]], None]
) -> Reaching | None:
    """None where true seatings do not reach what broken ones do, or are not found: then stage by stage is the way.

    ``tell`` is called with the stages once they are known. Raises ``lottery.stopped``.
    """
    risen = rise(setting, selectable, limits)
    if risen is None:
        return None
    tell(risen.stages)
    face = find_face(setting, risen.seats)
    shares = _share(face, limits) if face.kinds else {(): Fraction(1)}
    if shares is None:
        return None
    pairs = sorted((face.complete(seating), weight) for seating, weight in shares.items())
    return Reaching(tuple(seating for seating, _ in pairs), tuple(weight for _, weight in pairs), risen.stages)


def _share(face: Face, limits: Limits) -> dict[Seating, Fraction] | None:
    """Seatings of the open kinds with weights by which these sit as often as wanted, exactly."""
    seats = np.array([float(seat) for seat in face.seats])
    seatings = gather_seatings(face.setting, seats, limits)
    even = even_out(seatings, seats) if seatings is not None else None
    if seatings is None or even is None:
        return None
    total = lcm(*(seat.denominator for seat in face.seats))
    total *= -(-_PARTS // total)
    whole = make_whole(even, seatings, [int(seat * total) for seat in face.seats], total)
    return settle(face.setting, seatings, *whole, limits) if whole else None
