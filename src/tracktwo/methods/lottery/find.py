"""The door of this room: a question in, a fair lottery with its certificate out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from tracktwo.methods.lottery.certificate import Certificate, Stage, check_certificate, marginals
from tracktwo.methods.lottery.cover import Cover, cover_kinds
from tracktwo.methods.lottery.generate import Closed, Generator, Progress
from tracktwo.methods.lottery.kinds import Setting, gather_kinds
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.quotas import Question
from tracktwo.methods.lottery.repairs import explain_infeasible
from tracktwo.methods.lottery.spread import Cohort, spread_people
from tracktwo.methods.record import Refusal, Refusals
from tracktwo.methods.solver import Limits

OBJECTIVES = ("maximin", "leximin")
LATER_OBJECTIVES = ("nash", "suitability")
# Weights in floating point are kept to this many parts where no exact basis was found.
_PARTS = 10**12


@dataclass(frozen=True)
class Lottery:
    """A lottery over cohorts with whole weights.

    ``minimum``: the lowest chance over the selectable, as a fraction where proven to be the highest
    possible, else None. ``minimum_float`` is what this lottery gives, ``bound`` what none can exceed,
    ``gap`` their difference. ``levels``: the chances that were fixed, stage by stage, lowest first.
    ``proven``: the claims of ``check_certificate`` that were re-proved without the solver.
    """

    objective: str
    seats: int
    cohorts: tuple[Cohort, ...]
    weights: tuple[int, ...]
    probabilities: Mapping[str, Fraction]
    minimum: Fraction | None
    minimum_float: float
    bound: float
    gap: float
    unselectable: tuple[str, ...]
    levels: tuple[Fraction, ...]
    proven: tuple[str, ...]
    certificate: Certificate
    setting: Setting


def find_lottery(
    question: Question,
    objective: str = "maximin",
    *,
    limits: Limits | None = None,
    rounds: int = 100_000,
    progress: Progress = lambda stages, level, bound: None,
) -> Lottery:
    """The fairest lottery: ``maximin`` makes the lowest chance as high as can be, ``leximin`` then the
    next, and on.

    ``limits`` hold for each run of the solver, ``rounds`` for the rounds of column generation in all; with
    either used up a maximin lottery still comes back, its ``gap`` stated. ``progress`` is called every
    round. Raises Refusal ``lottery.objective``, ``lottery.objective_later``, ``lottery.stopped``,
    ``lottery.leximin_open``; Refusals from ``explain_infeasible``.
    """
    _check_objective(objective)
    setting = gather_kinds(question)
    limits = limits or Limits()
    pricer = Pricer(setting, limits)
    cover = cover_kinds(setting, pricer)
    if cover is None:
        raise Refusals(explain_infeasible(question, setting, limits))
    return _find(setting, pricer, cover, objective, limits, rounds, progress)


def _check_objective(objective: str) -> None:
    if objective in LATER_OBJECTIVES:
        raise Refusal("lottery.objective_later", objective=objective, offered=", ".join(OBJECTIVES))
    if objective not in OBJECTIVES:
        raise Refusal("lottery.objective", objective=objective, offered=", ".join(OBJECTIVES))


def _find(
    setting: Setting,
    pricer: Pricer,
    cover: Cover,
    objective: str,
    limits: Limits,
    rounds: int,
    progress: Progress,
) -> Lottery:
    selectable = tuple(kind for kind in range(len(setting.kinds)) if kind not in cover.barred)
    generator = Generator(setting, pricer, selectable, limits, rounds)
    for seating in cover.seatings:
        generator.master.add(seating)
    generator.start(progress)
    stages: list[Stage] = []
    while True:
        closed = generator.close_stage(progress)
        if closed.stage is None:
            break
        stages.append(closed.stage)
        generator.fix(closed.stage)
        if objective == "maximin" or not generator.free:
            break
    if objective == "leximin" and closed.stage is None:
        raise Refusal("lottery.leximin_open", stages=len(stages))
    return _assemble(setting, cover, objective, generator, closed, tuple(stages))


def _assemble(
    setting: Setting,
    cover: Cover,
    objective: str,
    generator: Generator,
    closed: Closed,
    stages: tuple[Stage, ...],
) -> Lottery:
    weights = closed.exact.weights if closed.exact else _round_weights(closed.prices.weights)
    pairs = zip(generator.master.seatings, weights, strict=True)
    kept = sorted((seating, weight) for seating, weight in pairs if weight)
    certificate = Certificate(
        tuple(seating for seating, _ in kept),
        tuple(weight for _, weight in kept),
        stages,
        cover.barred,
        cover.barred_tree,
    )
    return _present(setting, objective, certificate, closed.bound)


def _round_weights(weights: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[Fraction, ...]:
    """A true lottery near the floating one: parts of 10^12, the remainder to the heaviest."""
    parts = [max(0, round(float(weight) * _PARTS)) for weight in weights]
    parts[int(np.argmax(parts))] += _PARTS - sum(parts)
    return tuple(Fraction(part, _PARTS) for part in parts)


def _present(setting: Setting, objective: str, certificate: Certificate, bound: float) -> Lottery:
    proven = check_certificate(setting, certificate)
    chances = marginals(setting, certificate.seatings, certificate.weights)
    cohorts, weights = spread_people(setting, certificate.seatings, certificate.weights)
    chance_of = {p: chance for kind, chance in zip(setting.kinds, chances, strict=True) for p in kind.people}
    lowest = min(chance for kind, chance in enumerate(chances) if kind not in certificate.barred)
    sure = bool(certificate.stages) and "optimal" in proven
    return Lottery(
        objective=objective,
        seats=setting.seats,
        cohorts=cohorts,
        weights=weights,
        probabilities={person: chance_of[person] for person in sorted(chance_of)},
        minimum=lowest if sure else None,
        minimum_float=float(lowest),
        bound=float(lowest) if sure else bound,
        gap=0.0 if sure else max(0.0, bound - float(lowest)),
        unselectable=_name_barred(setting, certificate.barred),
        levels=tuple(stage.level for stage in certificate.stages),
        proven=proven,
        certificate=certificate,
        setting=setting,
    )


def _name_barred(setting: Setting, barred: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(sorted(person for kind in barred for person in setting.kinds[kind].people))
