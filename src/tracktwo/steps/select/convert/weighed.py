"""A weighing in sentences and rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from tracktwo.steps.select.convert.features import feature_label, value_label
from tracktwo.steps.select.convert.words import odds, percent
from tracktwo.steps.select.models import Weighing


@dataclass(frozen=True)
class PriceLine:
    """What one limit costs, as a sentence; ``freed``: labels of people who can sit only without it."""

    sentence: str
    freed: tuple[str, ...]


@dataclass(frozen=True)
class ObjectiveLine:
    name: str
    meaning: str
    least: str
    at_least: int
    most: str
    cohorts: int


def price_lines(weighing: Weighing, names: Mapping[str, str]) -> tuple[list[PriceLine], int]:
    """The limits that cost something, dearest first, and how many cost nothing."""
    prices = weighing.result["prices"]
    dear = [price for price in prices if price["before"] != price["after"] or price["freed"]]
    return [_price_line(price, names) for price in dear], len(prices) - len(dear)


def _price_line(price: Mapping[str, Any], names: Mapping[str, str]) -> PriceLine:
    told = {
        "what": f"{feature_label(price['feature'])}: {value_label(price['feature'], price['value'], names)}",
        "limit": price["limit"],
        "looser": price["limit"] + (-1 if price["side"] == "min" else 1),
        "before": odds(Fraction(price["before"])),
        "after": odds(Fraction(price["after"])),
    }
    return PriceLine(_price_words(price["side"], price["before"] != price["after"]) % told, tuple(price["freed"]))


def _price_words(side: str, costs: bool) -> str:
    if side == "min" and costs:
        return _(
            "“%(what)s”: at least %(limit)s instead of %(looser)s lowers the least chance from %(after)s to %(before)s."
        )
    if side == "min":
        return _(
            "“%(what)s”: at least %(limit)s instead of %(looser)s leaves the least chance as it is, at %(before)s."
        )
    if costs:
        return _(
            "“%(what)s”: at most %(limit)s instead of %(looser)s lowers the least chance from %(after)s to %(before)s."
        )
    return _("“%(what)s”: at most %(limit)s instead of %(looser)s leaves the least chance as it is, at %(before)s.")


def objective_lines(weighing: Weighing) -> list[ObjectiveLine]:
    return [
        ObjectiveLine(
            *objective_words(one["objective"]),
            _both(Fraction(one["least"])),
            one["at_least"],
            percent(Fraction(one["most"])),
            one["cohorts"],
        )
        for one in weighing.result["objectives"]
    ]


def _both(chance: Fraction) -> str:
    """As odds and as a percentage; once, where the odds would be too long to be read."""
    said, share = odds(chance), percent(chance)
    return share if said == share else f"{said} ({share})"


def objective_words(objective: str) -> tuple[str, str]:
    """The name of an idea of fairness, and in a sentence what it means."""
    return {
        "maximin": (
            _("Highest least chance"),
            _("The least likely person is as likely as can be; what the others have is left open."),
        ),
        "leximin": (
            _("Highest least chance, then the next"),
            _("Then the next least likely, and the next: nobody can gain unless somebody less likely loses."),
        ),
        "nash": (
            _("Highest product of chances"),
            _("A compromise: the least likely may give up a little where many others gain much."),
        ),
    }[objective]
