"""A proof that no valid seating is worth more than a target, checked in whole numbers without any solver.

The proof is a tree. A *split* cuts the seatings in two by a whole number: at most ``at`` of a kind (or of a
rule's people), or at least one more. A *leaf* carries one multiplier u_r per rule. For every seating x
inside the leaf's bounds

    S c x  =  sum_r u_r (A x)_r + (S c - u A) x
           <= sum_r max(u_r lower_r, u_r upper_r) + sum_k max(d_k lower_k, d_k upper_k),   d = S c - u A,

whatever u is (weak duality), so rounding the solver's multipliers costs nothing but sharpness; as c x is
whole, the bound may be rounded down. With S = 0 and a bound below zero the same sum proves that the leaf
holds no seating at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.methods.lottery.kinds import Setting

Span = tuple[int, int]


@dataclass(frozen=True)
class Leaf:
    """``scale`` S and one whole multiplier per rule."""

    scale: int
    multipliers: tuple[int, ...]


@dataclass(frozen=True)
class Split:
    """On a rule or on a kind (by index): ``below`` has at most ``at``, ``above`` at least ``at + 1``."""

    on_rule: bool
    index: int
    at: int
    below: Leaf | Split
    above: Leaf | Split


Tree = Leaf | Split


@dataclass(frozen=True)
class Region:
    """Bounds of every rule and of every kind: where in the tree we are."""

    rules: tuple[Span, ...]
    kinds: tuple[Span, ...]

    def cut(self, *, on_rule: bool, index: int, at: int) -> tuple[Region, Region]:
        """The two sides of a split."""
        spans = self.rules if on_rule else self.kinds
        low, high = spans[index]
        halves = []
        for span in ((low, min(high, at)), (max(low, at + 1), high)):
            changed = (*spans[:index], span, *spans[index + 1 :])
            halves.append(Region(changed, self.kinds) if on_rule else Region(self.rules, changed))
        return halves[0], halves[1]


def whole_region(setting: Setting) -> Region:
    """Everything the rules and the pool allow."""
    rules = tuple((rule.lower, rule.upper) for rule in setting.rules)
    return Region(rules, tuple((0, size) for size in setting.sizes))


def leaf_holds(setting: Setting, region: Region, leaf: Leaf, prices: tuple[int, ...], target: int) -> bool:
    """Does this leaf prove ``prices @ x <= target`` for every valid seating in its region?"""
    if any(low > high for low, high in (*region.rules, *region.kinds)):
        return True
    total = bound_leaf(setting, region, leaf, prices)
    return total < 0 if leaf.scale == 0 else total // leaf.scale <= target


def bound_leaf(setting: Setting, region: Region, leaf: Leaf, prices: tuple[int, ...]) -> int:
    """The right-hand side of the inequality above. Whole numbers only."""
    rest = [leaf.scale * price for price in prices]
    total = 0
    for rule, (low, high), u in zip(setting.rules, region.rules, leaf.multipliers, strict=True):
        if u:
            total += max(u * low, u * high)
            for kind in rule.kinds:
                rest[kind] -= u
    return total + sum(max(d * low, d * high) for d, (low, high) in zip(rest, region.kinds, strict=True))


def check_tree(setting: Setting, tree: Tree, prices: tuple[int, ...], target: int) -> bool:
    """True when the tree proves ``prices @ x <= target`` for every valid seating.

    O(leaves x rules x kinds).
    """
    waiting: list[tuple[Tree, Region]] = [(tree, whole_region(setting))]
    while waiting:
        node, region = waiting.pop()
        if isinstance(node, Leaf):
            if len(node.multipliers) != len(setting.rules) or node.scale < 0:
                return False
            if not leaf_holds(setting, region, node, prices, target):
                return False
        else:
            below, above = region.cut(on_rule=node.on_rule, index=node.index, at=node.at)
            waiting += [(node.below, below), (node.above, above)]
    return True


def count_leaves(tree: Tree) -> int:
    waiting, count = [tree], 0
    while waiting:
        node = waiting.pop()
        if isinstance(node, Leaf):
            count += 1
        else:
            waiting += [node.below, node.above]
    return count
