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
class Worth:
    """Why no lottery that keeps ``floor`` has a higher mean score (see ``merits``); without prices, nothing is said."""

    floor: Fraction
    prices: tuple[Fraction, ...]
    target: Fraction
    tree: Tree | None


@dataclass(frozen=True)
class Balance:
    """Why no lottery has a geometric mean higher than ours by more than a factor (see ``balance``)."""

    prices: tuple[Fraction, ...]
    target: Fraction
    tree: Tree | None


@dataclass(frozen=True)
class Certificate:
    """A lottery over seatings with, stage by stage, the reasons why nothing better exists.

    ``barred``: kinds of which nobody can ever sit, with the tree that proves it (None when there are none,
    or when it rests on the solver). ``goal``: what takes the place of stages for suitability and nash.
    """

    seatings: tuple[Seating, ...]
    weights: tuple[Fraction, ...]
    stages: tuple[Stage, ...]
    barred: tuple[int, ...]
    barred_tree: Tree | None
    goal: Worth | Balance | None = None


def check_certificate(setting: Setting, certificate: Certificate) -> tuple[str, ...]:
    """Re-prove the certificate; the claims proven, in this order of names:

    ``lottery`` (weights are a lottery over valid seatings), ``levels`` (the chances are what the stages
    say, or keep the floor), ``barred`` (nobody of the barred kinds can sit), ``optimal`` (no lottery is better),
    or for nash ``bound`` (none is better by more than ``measure_factor``). The last two are left out where they
    rest on the solver. Raises Refusal ``lottery.certificate`` naming the first
    claim that is false.
    """
    _demand(_is_lottery(setting, certificate), "lottery")
    _demand(_levels_hold(setting, certificate), "levels")
    claims = ["lottery", "levels"]
    if _check_barred(setting, certificate):
        claims.append("barred")
    return (*claims, *_check_best(setting, certificate))


def _check_best(setting: Setting, certificate: Certificate) -> tuple[str, ...]:
    if isinstance(certificate.goal, Worth):
        return ("optimal",) if _check_worth(setting, certificate, certificate.goal) else ()
    if isinstance(certificate.goal, Balance):
        return ("bound",) if _check_balance(setting, certificate, certificate.goal) else ()
    return ("optimal",) if _check_stages(setting, certificate) else ()


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
    floor = certificate.goal.floor if isinstance(certificate.goal, Worth) else Fraction(0)
    return all(chances[kind] >= floor for kind in free) and all(chances[kind] == 0 for kind in certificate.barred)


def measure_score(setting: Setting, certificate: Certificate) -> Fraction:
    """The mean total score of a cohort."""
    worths = (
        sum((k.score * n for k, n in zip(setting.kinds, x, strict=True)), Fraction(0)) for x in certificate.seatings
    )
    return sum((worth * w for worth, w in zip(worths, certificate.weights, strict=True)), Fraction(0))


def measure_factor(setting: Setting, certificate: Certificate, balance: Balance) -> Fraction:
    """How many times higher than ours no lottery's geometric mean of chances is; rounded up to 40 binary digits."""
    chances = marginals(setting, certificate.seatings, certificate.weights)
    free = [kind for kind in range(len(chances)) if kind not in certificate.barred]
    total = sum(setting.sizes[kind] for kind in free)
    # Each term rounded up, so that the sum stays a fraction of one denominator.
    fine = 2**60
    parts = [-(-setting.sizes[kind] * fine // (chances[kind] * balance.prices[kind])) for kind in free]
    return balance.target * Fraction(sum(parts), fine) / total**2


def _check_worth(setting: Setting, certificate: Certificate, worth: Worth) -> bool:
    if worth.tree is None:
        return False
    held = worth.floor * sum((y * n for y, n in zip(worth.prices, setting.sizes, strict=True)), Fraction(0))
    sound = min(worth.prices) >= 0 and all(worth.prices[kind] == 0 for kind in certificate.barred)
    _demand(sound and worth.target - held == measure_score(setting, certificate), "optimal")
    prices = tuple(y + kind.score for y, kind in zip(worth.prices, setting.kinds, strict=True))
    _demand(check_tree(setting, worth.tree, *whole_prices(prices, worth.target)), "optimal")
    return True


def _check_balance(setting: Setting, certificate: Certificate, balance: Balance) -> bool:
    free = [kind for kind in range(len(setting.kinds)) if kind not in certificate.barred]
    _demand(min(balance.prices) >= 0 and all(balance.prices[kind] > 0 for kind in free), "bound")
    if balance.tree is None:
        return False
    _demand(check_tree(setting, balance.tree, *whole_prices(balance.prices, balance.target)), "bound")
    return True


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
