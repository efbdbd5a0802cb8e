"""Scores of independent assessors -> who may be drawn, and how suitable each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tracktwo.methods.criteria.scale import CRITERIA, FEWEST_ASSESSORS, HIGHEST, TALK_FROM
from tracktwo.methods.record import Refusal


@dataclass(frozen=True)
class Sheet:
    """What one assessor gave one nominee: a whole number from 0 to 4 for each criterion."""

    assessor: str
    scores: Mapping[str, int]


@dataclass(frozen=True)
class Thresholds:
    """``least`` a criterion's mean must reach, for every criterion, and ``overall`` the mean of all five."""

    least: Mapping[str, Fraction]
    overall: Fraction


@dataclass(frozen=True)
class Apart:
    """A criterion on which the lowest and the highest score call for a conversation."""

    criterion: str
    lowest: int
    highest: int


@dataclass(frozen=True)
class Judgement:
    """``means`` by criterion; ``suitability`` their mean, from 0 to 4; ``short`` the criteria below their threshold,
    with ``overall`` where the suitability is; ``apart`` where the assessors still differ."""

    means: Mapping[str, Fraction]
    suitability: Fraction
    short: tuple[str, ...]
    apart: tuple[Apart, ...]

    @property
    def eligible(self) -> bool:
        return not self.short


def judge(sheets: Sequence[Sheet], thresholds: Thresholds) -> Judgement:
    """Mean by criterion over the assessors, as exact fractions, against the thresholds. A mean equal to its threshold
    passes. The order of the sheets changes nothing.

    Refuses ``criteria.too_few``, ``criteria.twice``, ``criteria.incomplete``, ``criteria.off_scale`` and
    ``criteria.threshold``.
    """
    check_thresholds(thresholds)
    _check_assessors(sheets)
    for sheet in sheets:
        check_sheet(sheet.scores)
    return _judge(sheets, thresholds)


def find_apart(sheets: Sequence[Sheet]) -> tuple[Apart, ...]:
    """The criteria on which two assessors are two points apart or more, in the order of the criteria."""
    spans = [
        Apart(key, min(sheet.scores[key] for sheet in sheets), max(sheet.scores[key] for sheet in sheets))
        for key in (CRITERIA if sheets else ())
    ]
    return tuple(span for span in spans if span.highest - span.lowest >= TALK_FROM)


def check_sheet(scores: Mapping[str, int]) -> None:
    """Refuse a sheet that leaves a criterion out, has one too many, or leaves the scale."""
    if set(scores) != set(CRITERIA):
        raise Refusal("criteria.incomplete", criteria=len(CRITERIA))
    if not all(type(score) is int and 0 <= score <= HIGHEST for score in scores.values()):
        raise Refusal("criteria.off_scale", highest=HIGHEST)


def check_thresholds(thresholds: Thresholds) -> None:
    values = (*thresholds.least.values(), thresholds.overall)
    if set(thresholds.least) != set(CRITERIA) or not all(0 <= value <= HIGHEST for value in values):
        raise Refusal("criteria.threshold", highest=HIGHEST)


def _check_assessors(sheets: Sequence[Sheet]) -> None:
    if len(sheets) < FEWEST_ASSESSORS:
        raise Refusal("criteria.too_few", assessors=len(sheets), least=FEWEST_ASSESSORS)
    if len({sheet.assessor for sheet in sheets}) < len(sheets):
        raise Refusal("criteria.twice")


def _judge(sheets: Sequence[Sheet], thresholds: Thresholds) -> Judgement:
    means = {key: Fraction(sum(sheet.scores[key] for sheet in sheets), len(sheets)) for key in CRITERIA}
    suitability = sum(means.values(), Fraction(0)) / len(CRITERIA)
    short = tuple(key for key in CRITERIA if means[key] < thresholds.least[key])
    if suitability < thresholds.overall:
        short += ("overall",)
    return Judgement(means, suitability, short, find_apart(sheets))
