"""What the search hands out: a lottery over cohorts of people, with what is proven about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tracktwo.methods.lottery.certificate import Certificate, check_certificate, marginals
from tracktwo.methods.lottery.kinds import Setting
from tracktwo.methods.lottery.spread import Cohort, spread_people


@dataclass(frozen=True)
class Lottery:
    """A lottery over cohorts with whole weights.

    What is made as high as can be: the lowest chance (maximin, leximin), the geometric mean of chances (nash) or
    the mean total score of a cohort (suitability). ``value`` is what this lottery gives of it, ``bound`` what
    none can exceed, ``gap`` their difference, ``exact`` the value as a fraction where proven best. ``minimum``:
    the lowest chance over the selectable, as a fraction where proven to be the highest possible, else None;
    ``minimum_float`` is what this lottery gives. ``levels``: the chances that were fixed, stage by stage,
    lowest first. ``proven``: the claims of ``check_certificate`` that were re-proved without the solver.
    """

    objective: str
    seats: int
    cohorts: tuple[Cohort, ...]
    weights: tuple[int, ...]
    probabilities: Mapping[str, Fraction]
    minimum: Fraction | None
    minimum_float: float
    value: float
    exact: Fraction | None
    bound: float
    gap: float
    unselectable: tuple[str, ...]
    levels: tuple[Fraction, ...]
    proven: tuple[str, ...]
    certificate: Certificate
    setting: Setting


@dataclass(frozen=True)
class Reached:
    """``value`` None: it is the lowest chance. ``bound`` holds where the value is not ``exact``."""

    objective: str
    bound: float
    value: float | None = None
    exact: Fraction | None = None


def present(setting: Setting, certificate: Certificate, reached: Reached) -> Lottery:
    """Check the certificate, then spread the seatings over people."""
    proven = check_certificate(setting, certificate)
    chances = marginals(setting, certificate.seatings, certificate.weights)
    cohorts, weights = spread_people(setting, certificate.seatings, certificate.weights)
    chance_of = {p: chance for kind, chance in zip(setting.kinds, chances, strict=True) for p in kind.people}
    lowest = min(chance for kind, chance in enumerate(chances) if kind not in certificate.barred)
    sure = "optimal" in proven
    by_lowest = reached.value is None
    exact = (lowest if by_lowest else reached.exact) if sure else None
    value = float(lowest) if reached.value is None else reached.value
    bound = value if sure else max(value, reached.bound)
    return Lottery(
        objective=reached.objective,
        seats=setting.seats,
        cohorts=cohorts,
        weights=weights,
        probabilities={person: chance_of[person] for person in sorted(chance_of)},
        minimum=exact if by_lowest else None,
        minimum_float=float(lowest),
        value=value,
        exact=exact,
        bound=bound,
        gap=bound - value,
        unselectable=name_people(setting, certificate.barred),
        levels=tuple(stage.level for stage in certificate.stages),
        proven=proven,
        certificate=certificate,
        setting=setting,
    )


def name_people(setting: Setting, kinds: tuple[int, ...]) -> tuple[str, ...]:
    """Everybody of these kinds, sorted."""
    return tuple(sorted(person for kind in kinds for person in setting.kinds[kind].people))
