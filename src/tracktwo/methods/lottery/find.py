"""The door of this room: a question in, a fair lottery with its certificate out."""

from __future__ import annotations

from fractions import Fraction

from tracktwo.methods.lottery.balance import find_balanced
from tracktwo.methods.lottery.certificate import Certificate, Stage
from tracktwo.methods.lottery.cover import Cover, cover_kinds, prove_barred
from tracktwo.methods.lottery.generate import Closed, Generator, Progress
from tracktwo.methods.lottery.kinds import Setting, gather_kinds
from tracktwo.methods.lottery.large.dealing import Dealt, deal_lottery
from tracktwo.methods.lottery.large.leximin import Reaching, reach_leximin
from tracktwo.methods.lottery.master import round_weights
from tracktwo.methods.lottery.merits import find_merited
from tracktwo.methods.lottery.outcome import Lottery, Reached, present
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.quotas import Question
from tracktwo.methods.lottery.repairs import explain_infeasible
from tracktwo.methods.lottery.start import find_reachable, relax
from tracktwo.methods.record import Refusal, Refusals
from tracktwo.methods.solver import Limits

# With more kinds than this the relaxed lottery is the best one, and is tried first. With maximin a lowest chance near
# to its bound is then let stand, the gap stated (by ``dealing``; where that does not come out, this near).
_MANY = {"maximin": 1_200, "leximin": 600}
_NEAR = 1e-7
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
    if (at_once := _find_at_once(setting, objective, limits, progress)) is not None:
        return at_once
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


def _find_at_once(setting: Setting, objective: str, limits: Limits, progress: Progress) -> Lottery | None:
    """Without column generation, where there are very many kinds and it comes out; None also where no seating keeps
    the rules.
    """
    find = _AT_ONCE.get(objective)
    if find is None or len(setting.kinds) <= _MANY[objective]:
        return None
    reachable = find_reachable(setting, limits)
    return find(setting, reachable, limits, progress) if reachable else None


def _deal(setting: Setting, reachable: tuple[int, ...], limits: Limits, progress: Progress) -> Lottery | None:
    relaxed = relax(setting, reachable, limits)
    dealt = deal_lottery(setting, reachable, relaxed, limits)
    if dealt is None:
        return None
    progress(0, float(dealt.level), relaxed.bound)
    certificate = _certify(setting, reachable, dealt, ())
    return present(setting, certificate, Reached("maximin", relaxed.bound))


def _rise(setting: Setting, reachable: tuple[int, ...], limits: Limits, progress: Progress) -> Lottery | None:
    def tell(stages: tuple[Stage, ...]) -> None:
        progress(len(stages), float(stages[0].level), float(stages[0].level))

    reaching = reach_leximin(setting, reachable, limits, tell)
    if reaching is None:
        return None
    certificate = _certify(setting, reachable, reaching, reaching.stages)
    return present(setting, certificate, Reached("leximin", float(reaching.stages[0].level)))


def _certify(
    setting: Setting, reachable: tuple[int, ...], found: Dealt | Reaching, stages: tuple[Stage, ...]
) -> Certificate:
    barred = tuple(sorted({*range(len(setting.kinds))} - {*reachable}))
    return Certificate(found.seatings, found.weights, stages, barred, prove_barred(setting, barred))


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
    many = objective == "maximin" and len(selectable) > _MANY["maximin"]
    near = cover.beginning.relaxed.bound - _NEAR if many else None
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


_AT_ONCE = {"maximin": _deal, "leximin": _rise}
