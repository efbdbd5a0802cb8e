"""The certificate of a lottery, and its check in fractions, without the solver and without trust in who
made it.

Stage by stage (maximin has one stage, leximin as many as there are levels). Stage s fixes some kinds at
``level``; let y be its prices, F the kinds fixed before with their levels l. Then for every lottery with
marginals pi (mean seats of a kind) that gives F at least their levels, with n the kinds' sizes,

    sum_k y_k pi_k <= max over seatings of y x <= target,    sum of n_k y_k over free kinds = 1
    =>  level_s <= target - sum_F y_k n_k l_k =: bound,

so the lowest free chance cannot exceed ``bound``. Where bound = level the level is proven.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tracktwo.methods.lottery.exact import common_denominator
from tracktwo.methods.lottery.kinds import Seating, Setting
from tracktwo.methods.lottery.tree import Tree, check_tree
from tracktwo.methods.record import Refusal


@dataclass(frozen=True)
class Stage:
    """``fixed``: kinds that keep ``level`` from here on. ``prices`` y per kind; ``target`` bounds y x.

    ``tree`` proves the target; None where the tree grew too large: then the target rests on the solver's
    own bound.
    """

    level: Fraction
    fixed: tuple[int, ...]
    prices: tuple[Fraction, ...]
    target: Fraction
    tree: Tree | None


@dataclass(frozen=True)
class Certificate:
    """A lottery over seatings with, stage by stage, the reasons why nothing better exists.

    ``barred``: kinds of which nobody can ever sit, with the tree that proves it (None when there are none,
    or when it rests on the solver).
    """

    seatings: tuple[Seating, ...]
    weights: tuple[Fraction, ...]
    stages: tuple[Stage, ...]
    barred: tuple[int, ...]
    barred_tree: Tree | None


def check_certificate(setting: Setting, certificate: Certificate) -> tuple[str, ...]:
    """Re-prove the certificate; the claims proven, in this order of names:

    ``lottery`` (weights are a lottery over valid seatings), ``levels`` (the chances are what the stages
    say), ``barred`` (nobody of the barred kinds can sit), ``optimal`` (no lottery is better). The last two
    are left out where they rest on the solver. Raises Refusal ``lottery.certificate`` naming the first
    claim that is false.
    """
    _demand(_is_lottery(setting, certificate), "lottery")
    _demand(_levels_hold(setting, certificate), "levels")
    claims = ["lottery", "levels"]
    if _check_barred(setting, certificate):
        claims.append("barred")
    if _check_stages(setting, certificate):
        claims.append("optimal")
    return tuple(claims)


def _demand(holds: bool, claim: str) -> None:
    if not holds:
        raise Refusal("lottery.certificate", claim=claim)


def marginals(setting: Setting, seatings: tuple[Seating, ...], weights: tuple[Fraction, ...]) -> list[Fraction]:
    """Every kind's chance: the mean number of its seats, divided by its size."""
    common = common_denominator(list(weights))
    whole = [int(weight * common) for weight in weights]
    totals = [0] * len(setting.kinds)
    for seating, weight in zip(seatings, whole, strict=True):
        if weight:
            for kind, seated in enumerate(seating):
                totals[kind] += weight * seated
    return [Fraction(total, common * size) for total, size in zip(totals, setting.sizes, strict=True)]


def _is_lottery(setting: Setting, certificate: Certificate) -> bool:
    valid = all(setting.allows(seating) for seating in certificate.seatings)
    return valid and min(certificate.weights) >= 0 and sum(certificate.weights) == 1


def _levels_hold(setting: Setting, certificate: Certificate) -> bool:
    chances = marginals(setting, certificate.seatings, certificate.weights)
    free = set(range(len(setting.kinds))) - set(certificate.barred)
    for stage in certificate.stages:
        if not free or min(chances[kind] for kind in free) != stage.level:
            return False
        if not stage.fixed or not free.issuperset(stage.fixed):
            return False
        if any(chances[kind] != stage.level for kind in stage.fixed):
            return False
        free -= set(stage.fixed)
    return all(chances[kind] == 0 for kind in certificate.barred)


def _check_barred(setting: Setting, certificate: Certificate) -> bool:
    if not certificate.barred:
        return True
    if certificate.barred_tree is None:
        return False
    prices = tuple(int(kind in certificate.barred) for kind in range(len(setting.kinds)))
    _demand(check_tree(setting, certificate.barred_tree, prices, 0), "barred")
    return True


def _check_stages(setting: Setting, certificate: Certificate) -> bool:
    levels: dict[int, Fraction] = {}
    proven = bool(certificate.stages)
    for stage in certificate.stages:
        _demand(_prices_hold(setting, stage, levels, certificate.barred), "optimal")
        proven = proven and stage.tree is not None
        if stage.tree is not None:
            whole, target = whole_prices(stage.prices, stage.target)
            _demand(check_tree(setting, stage.tree, whole, target), "optimal")
        levels.update(dict.fromkeys(stage.fixed, stage.level))
    return proven


def _prices_hold(setting: Setting, stage: Stage, levels: dict[int, Fraction], barred: tuple[int, ...]) -> bool:
    """Prices are not negative, sum to 1 over the free kinds, and yield the stage's level as the bound.

    Only kinds with a positive price may be fixed: in every best lottery these sit exactly at the level.
    """
    sizes = setting.sizes
    free = [kind for kind in range(len(sizes)) if kind not in levels and kind not in barred]
    held = sum((stage.prices[kind] * sizes[kind] * level for kind, level in levels.items()), Fraction(0))
    return (
        min(stage.prices) >= 0
        and sum(stage.prices[kind] * sizes[kind] for kind in free) == 1
        and stage.target - held == stage.level
        and all(stage.prices[kind] > 0 for kind in stage.fixed)
    )


def whole_prices(prices: tuple[Fraction, ...], target: Fraction) -> tuple[tuple[int, ...], int]:
    """Prices over their common denominator; the target rounded down to it, as a seating's worth is whole
    there.
    """
    common = common_denominator(list(prices))
    return tuple(int(price * common) for price in prices), (target * common).__floor__()
