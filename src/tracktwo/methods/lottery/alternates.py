"""Who steps in if one person of a drawn cohort drops out.

With all others confirmed one seat is left, and the fair lottery over one seat gives everybody who fits the
same chance (maximin and leximin agree). So each seat's alternate is one even draw among those whose swap
keeps every rule.
"""

from __future__ import annotations

import numpy as np

from tracktwo.methods.lottery.draw import ALTERNATE_LABEL, Stream
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.spread import Cohort


def draw_alternates(setting: Setting, cohort: Cohort, seed: bytes) -> tuple[tuple[str, str | None], ...]:
    """Pairs (person of the cohort, alternate or None where nobody fits), in the cohort's order."""
    kind_of = {person: place for place, kind in enumerate(setting.kinds) for person in kind.people}
    seating = [0] * len(setting.kinds)
    for person in cohort:
        seating[kind_of[person]] += 1
    stream = Stream(seed, ALTERNATE_LABEL)
    pairs = []
    for person in cohort:
        fitting = _find_fitting(setting, cohort, tuple(seating), kind_of[person])
        pairs.append((person, fitting[stream.below(len(fitting))] if fitting else None))
    return tuple(pairs)


def _find_fitting(setting: Setting, cohort: Cohort, seating: Seating, leaving: int) -> list[str]:
    """People outside the cohort who may take the seat, sorted."""
    members, (lower, upper) = setting.members, setting.limits
    counts = (members @ np.array(seating, dtype=np.int64) - members[:, leaving])[:, None] + members
    keeps = ((lower[:, None] <= counts) & (counts <= upper[:, None])).all(axis=0)
    seated = frozenset(cohort)
    return sorted(
        person for kind in np.flatnonzero(keeps) for person in setting.kinds[kind].people if person not in seated
    )
