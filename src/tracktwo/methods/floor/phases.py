"""Kelman's agenda as data: phases with shares of a session, and minutes that always add up to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.methods.record import Refusal


@dataclass(frozen=True)
class Phase:
    """One phase of an agenda. ``key`` is what pages translate; ``weight`` its share of time relative to the
    others.
    """

    key: str
    weight: int


# The order is Kelman's: needs and fears of both sides stand on the table before anyone proposes, and
# constraints
# come only after ideas exist to be constrained. H. C. Kelman, "Group processes in the resolution of
# international
# conflicts", American Psychologist 52 (1997) 212-220. The weights (of 100) are ours: he gives none.
KELMAN = (
    Phase("opening", 8),
    Phase("information_exchange", 16),
    Phase("needs_and_fears", 20),
    Phase("joint_thinking", 20),
    Phase("constraints", 12),
    Phase("overcoming_constraints", 14),
    Phase("close_and_reentry", 10),
)

# H. H. Saunders, A Public Peace Process: Sustained Dialogue to Transform Racial and Ethnic Conflicts (St. Martin's
# Press, 1999), and the Institute's own page (sustaineddialogue.org/learn_about_sd.htm, read on 25 November 2026): five
# stages, "a guide, not a rigid template", between which a group goes back and forth over years. The weights are ours.
SUSTAINED = (
    Phase("deciding_to_engage", 10),
    Phase("mapping_and_naming", 25),
    Phase("probing_relationships", 30),
    Phase("building_scenarios", 20),
    Phase("acting_together", 15),
)


def share_minutes(minutes: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Whole minutes for each weight, adding up to ``minutes`` exactly, none further than one minute from its
    share.

    Largest remainder (Hare and Niemeyer): everyone gets the whole part of minutes * weight / sum(weights),
    and what is left goes minute by minute to the largest fractional parts, the earlier phase first among
    equals. Refuses ``floor.no_phases``, ``floor.weight_not_positive`` and ``floor.too_short`` (a phase would
    get no time).
    """
    if not weights:
        raise Refusal("floor.no_phases")
    if min(weights) <= 0:
        raise Refusal("floor.weight_not_positive")
    shares = largest_remainder(minutes, weights) if minutes > 0 else (0,)
    if min(shares) == 0:
        raise Refusal("floor.too_short", minutes=minutes, phases=len(weights))
    return shares


def largest_remainder(minutes: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Whole shares that add up to ``minutes``, each within one of its part; a small weight may get nothing."""
    whole = sum(weights)
    shares = [minutes * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: (-(minutes * weights[place] % whole), place))
    for place in by_remainder[: minutes - sum(shares)]:
        shares[place] += 1
    return tuple(shares)
