"""Rules by which a room decides: every community is asked for itself, so no majority outvotes a side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from tracktwo.methods.record import Refusal


@dataclass(frozen=True)
class Rule:
    """Met in a community when agree / (agree + disagree) is above ``share``, or reaches it where
    ``reaching``.

    Passing takes no part in the share. There is no rule "nobody disagrees": met, it would state everybody's
    answer.
    """

    key: str
    share: Fraction
    reaching: bool


AGREED_IN_EVERY_COMMUNITY = Rule("agreed_in_every_community", Fraction(1, 2), reaching=False)
TWO_THIRDS_IN_EVERY_COMMUNITY = Rule("two_thirds_in_every_community", Fraction(2, 3), reaching=True)
RULES = {rule.key: rule for rule in (AGREED_IN_EVERY_COMMUNITY, TWO_THIRDS_IN_EVERY_COMMUNITY)}


def rule_named(key: str) -> Rule:
    """The rule with this key; refuses ``counts.rule_unknown``."""
    if key not in RULES:
        raise Refusal("counts.rule_unknown", rule=key)
    return RULES[key]


def is_met(rule: Rule, agree: int, disagree: int) -> bool:
    """Whether one community's votes meet the rule; without a single vote for or against it is not met."""
    decided = agree + disagree
    if decided == 0:
        return False
    share = Fraction(agree, decided)
    return share >= rule.share if rule.reaching else share > rule.share


def is_met_everywhere(by_side: Iterable[bool | None]) -> bool | None:
    """The room's outcome from the communities': met only if every one met it; None while a side's word is
    awaited.
    """
    outcomes = list(by_side)
    if any(outcome is False for outcome in outcomes):
        return False
    return None if not outcomes or None in outcomes else True
