"""The door of this room: a question in, a fair lottery with its certificate out."""

from __future__ import annotations

from fractions import Fraction

from tracktwo.methods.lottery.balance import find_balanced
from tracktwo.methods.lottery.certificate import Certificate, Stage
from tracktwo.methods.lottery.cover import Cover, cover_kinds, prove_barred
from tracktwo.methods.lottery.dealing import deal_lottery
from tracktwo.methods.lottery.generate import Closed, Generator, Progress
from tracktwo.methods.lottery.kinds import Setting, gather_kinds
from tracktwo.methods.lottery.master import round_weights
from tracktwo.methods.lottery.merits import find_merited
from tracktwo.methods.lottery.outcome import Lottery, Reached, present
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.quotas import Question
from tracktwo.methods.lottery.repairs import explain_infeasible
from tracktwo.methods.lottery.start import find_reachable, relax
from tracktwo.methods.record import Refusal, Refusals
from tracktwo.methods.solver import Limits

# With more kinds than this, a lowest chance near to its bound is let stand, the gap stated (by ``dealing``; where that
# does not come out, this near): to close the rest takes longer than all before.
_MANY, _NEAR = 1_200, 1e-7
OBJECTIVES = ("leximin", "maximin", "nash", "suitability")


def find_lottery(
    question: Question,
    objective: str = "maximin",
    *,
    floor: Fraction | None = None,
    limits: Limits | None = None,
    rounds: int = 100_000,
    progress: Progress = lambda stages, level, bound: None,
) -> Lottery:
    """The fairest lottery by an objective.

    ``maximin`` makes the lowest chance as high as can be, ``leximin`` then the next, and on; ``nash`` the
    product of all chances; ``suitability`` the mean total score, while everybody who can sit keeps at least the
    chance ``floor``. No objective ever gives way to another. ``limits`` hold for each run of the solver,
    ``rounds`` for the rounds of column generation in all; with either used up a lottery still comes back, its
    ``gap`` stated, except for leximin. ``progress`` is called every round. Raises Refusal
    ``lottery.objective``, ``lottery.score_missing``, ``lottery.floor_missing``, ``lottery.floor_unused``,
    ``lottery.floor``, ``lottery.floor_too_high``, ``lottery.stopped``, ``lottery.leximin_open``; Refusals from
    ``explain_infeasible``.
    """
    _check_objective(question, objective, floor)
    setting = gather_kinds(question, scored=objective == "suitability")
    limits = limits or Limits()
    many = objective == "maximin" and len(setting.kinds) > _MANY
    if many and (dealt := _find_dealt(setting, limits, progress)) is not None:
        return dealt
    pricer = Pricer(setting, limits)
    cover = cover_kinds(setting, pricer, limits)
    if cover is None:
        raise Refusals(explain_infeasible(question, setting, limits))
    if objective == "nash":
        return _find_balanced(setting, pricer, cover, limits, rounds, progress)
    if objective == "suitability":
        return _find_merited(setting, pricer, cover, floor or Fraction(0), limits, rounds, progress)
    return _find_levels(setting, pricer, cover, objective, limits, rounds, progress)


def _check_objective(question: Question, objective: str, floor: Fraction | None) -> None:
    if objective not in OBJECTIVES:
        raise Refusal("lottery.objective", objective=objective, offered=", ".join(OBJECTIVES))
    if objective != "suitability":
        if floor is not None:
            raise Refusal("lottery.floor_unused", objective=objective)
        return
    missing = sum(person.score is None for person in question.people)
    if missing:
        raise Refusal("lottery.score_missing", people=missing)
    if floor is None:
        raise Refusal("lottery.floor_missing")
    if not 0 <= floor <= 1:
        raise Refusal("lottery.floor")


def _find_dealt(setting: Setting, limits: Limits, progress: Progress) -> Lottery | None:
    """Near enough without column generation, where that comes out; None also where no seating keeps the rules."""
    reachable = find_reachable(setting, limits)
    if reachable is None:
        return None
    relaxed = relax(setting, reachable, limits)
    dealt = deal_lottery(setting, reachable, relaxed, limits)
    if dealt is None:
        return None
    progress(0, float(dealt.level), relaxed.bound)
    barred = tuple(sorted({*range(len(setting.kinds))} - {*reachable}))
    certificate = Certificate(dealt.seatings, dealt.weights, (), barred, prove_barred(setting, barred))
    return present(setting, certificate, Reached("maximin", relaxed.bound))


def _find_balanced(
    setting: Setting, pricer: Pricer, cover: Cover, limits: Limits, rounds: int, progress: Progress
) -> Lottery:
    found = find_balanced(setting, pricer, cover, limits, rounds, progress)
    return present(setting, found.certificate, Reached("nash", found.mean * float(found.factor), found.mean))


def _find_merited(
    setting: Setting, pricer: Pricer, cover: Cover, floor: Fraction, limits: Limits, rounds: int, progress: Progress
) -> Lottery:
    found = find_merited(setting, pricer, cover, floor, limits, rounds, progress)
    reached = Reached("suitability", found.bound, float(found.value), found.value)
    return present(setting, found.certificate, reached)


def _find_levels(
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
    generator.start(cover, progress)
    near = cover.beginning.relaxed.bound - _NEAR if objective == "maximin" and len(selectable) > _MANY else None
    stages: list[Stage] = []
    while True:
        closed = generator.close_stage(progress, near)
        if closed.stage is None:
            break
        stages.append(closed.stage)
        generator.fix(closed.stage)
        if objective == "maximin" or not generator.free:
            break
    if objective == "leximin" and closed.stage is None:
        raise Refusal("lottery.leximin_open", stages=len(stages))
    return present(setting, _certificate(cover, generator, closed, tuple(stages)), Reached(objective, closed.bound))


def _certificate(cover: Cover, generator: Generator, closed: Closed, stages: tuple[Stage, ...]) -> Certificate:
    weights = closed.exact.weights if closed.exact else round_weights(closed.prices.weights)
    pairs = zip(generator.master.seatings, weights, strict=True)
    kept = sorted((seating, weight) for seating, weight in pairs if weight)
    return Certificate(
        tuple(seating for seating, _ in kept),
        tuple(weight for _, weight in kept),
        stages,
        cover.barred,
        cover.barred_tree,
    )
