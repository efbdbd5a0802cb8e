"""What each quota costs: by how much the lowest chance would rise if one limit were looser by one.

Exact, not marginal: where the proof of the lowest chance never leans on a limit, the same proof holds for the
looser question and the rise is zero; everywhere else the looser question is solved anew, to a proven fraction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from tracktwo.methods.lottery.cover import Cover, cover_kinds
from tracktwo.methods.lottery.find import find_lottery
from tracktwo.methods.lottery.generate import Generator
from tracktwo.methods.lottery.kinds import Setting
from tracktwo.methods.lottery.outcome import Lottery, name_people
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.quotas import Question, Quota
from tracktwo.methods.lottery.tree import Leaf, Tree
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits


@dataclass(frozen=True)
class Price:
    """``quota`` with its minimum lower by one (``side`` "min") or its maximum higher by one ("max").

    ``before`` and ``after``: the highest possible lowest chance over the people who can sit under the quotas as
    they are; ``rise``: the difference, never negative. ``freed``: people who could sit only then. ``resolved``:
    whether the looser question was solved anew (False: the proof in hand says that nothing changes).
    """

    quota: Quota
    side: str
    before: Fraction
    after: Fraction
    freed: tuple[str, ...]
    resolved: bool

    @property
    def rise(self) -> Fraction:
        return self.after - self.before


def price_quotas(
    question: Question,
    lottery: Lottery | None = None,
    *,
    limits: Limits | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Price, ...]:
    """The price of every limit that could be loosened, dearest first, then in the order of the quotas.

    ``lottery``: a maximin or leximin lottery of the same question, if one is at hand. Raises what
    ``find_lottery`` raises, and ``lottery.stopped`` where a question could not be closed.
    """
    limits = limits or Limits()
    if lottery is None or lottery.minimum is None:
        lottery = find_lottery(question, "maximin", limits=limits)
    if lottery.minimum is None:
        raise Refusal("lottery.stopped")
    looser = [
        (quota, side) for quota in question.quotas for side in ("min", "max") if _can_loosen(question, quota, side)
    ]
    prices = []
    for done, (quota, side) in enumerate(looser):
        progress(done, len(looser))
        prices.append(_price(lottery, lottery.minimum, quota, side, limits))
    return tuple(sorted(prices, key=lambda price: (-price.rise, price.quota.feature, price.quota.value, price.side)))


def _can_loosen(question: Question, quota: Quota, side: str) -> bool:
    return quota.minimum > 0 if side == "min" else quota.maximum < question.seats


def _price(lottery: Lottery, before: Fraction, quota: Quota, side: str, limits: Limits) -> Price:
    setting = lottery.setting
    row = next(row for row, rule in enumerate(setting.rules) if rule.quota == quota)
    trees = (lottery.certificate.stages[0].tree, lottery.certificate.barred_tree)
    if not any(_leans(tree, row, side) for tree in trees if tree is not None) and (
        not lottery.unselectable or trees[1] is not None
    ):
        return Price(quota, side, before, before, (), False)
    rule = setting.rules[row]
    wider = replace(rule, lower=rule.lower - 1) if side == "min" else replace(rule, upper=rule.upper + 1)
    loosened = replace(setting, rules=(*setting.rules[:row], wider, *setting.rules[row + 1 :]))
    after, freed = _solve(loosened, lottery, limits)
    return Price(quota, side, before, after, freed, True)


def _leans(tree: Tree, row: int, side: str) -> bool:
    """Does any case of the proof use this limit of the rule?"""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Leaf):
            used = node.multipliers[row]
            if used and (used > 0) == (side == "max"):
                return True
        elif node.on_rule and node.index == row:
            return True
        else:
            waiting += [node.below, node.above]
    return False


def _solve(setting: Setting, lottery: Lottery, limits: Limits) -> tuple[Fraction, tuple[str, ...]]:
    """The lowest chance of those who could sit before, and who can sit only now."""
    pricer = Pricer(setting, limits)
    cover = cover_kinds(setting, pricer, limits)
    if cover is None:
        raise Refusal("lottery.stopped")
    barred = lottery.certificate.barred
    generator = Generator(
        setting, pricer, tuple(kind for kind in range(len(setting.kinds)) if kind not in barred), limits, 100_000
    )
    for seating in (*cover.seatings, *lottery.certificate.seatings):
        generator.master.add(seating)
    closed = generator.close_stage(lambda stages, level, bound: None)
    if closed.exact is None:
        raise Refusal("lottery.stopped")
    return closed.exact.level, _name_freed(setting, cover, barred)


def _name_freed(setting: Setting, cover: Cover, barred: tuple[int, ...]) -> tuple[str, ...]:
    return name_people(setting, tuple(kind for kind in barred if kind not in cover.barred))
