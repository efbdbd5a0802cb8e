"""Between the rows of a round and the values of ``methods.criteria`` and ``methods.counts``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from tracktwo.methods.counts import INTERVAL, ORDINAL, Agreement, agreement
from tracktwo.methods.criteria import CRITERIA, Sheet, Thresholds
from tracktwo.steps.select.models import Assessment, Result

OVERALL = "overall"


def sheet_of(row: Assessment) -> Sheet:
    return Sheet(str(row.assignment.assessor_id), row.scores)


def thresholds_to_row(thresholds: Thresholds) -> dict[str, str]:
    return {key: str(value) for key, value in thresholds.least.items()} | {OVERALL: str(thresholds.overall)}


def thresholds_of(row: Mapping[str, str]) -> Thresholds:
    return Thresholds({key: Fraction(row[key]) for key in CRITERIA}, Fraction(row[OVERALL]))


def suitability(result: Result) -> Fraction:
    return Fraction(result.suitability)


def agreement_rows(sheets: Iterable[Sequence[Sheet]]) -> dict[str, dict[str, Any]]:
    """Alpha by criterion (ordinal) and for the mean of the five (interval); one inner sequence a nominee."""
    nominees = list(sheets)
    found = {key: agreement([[sheet.scores[key] for sheet in each] for each in nominees], ORDINAL) for key in CRITERIA}
    means = [[Fraction(sum(sheet.scores.values()), len(CRITERIA)) for sheet in each] for each in nominees]
    return {key: _row(one) for key, one in (found | {OVERALL: agreement(means, INTERVAL)}).items()}


def _row(found: Agreement) -> dict[str, Any]:
    return {
        "alpha": None if found.alpha is None else str(found.alpha),
        "low": found.low,
        "high": found.high,
        "nominees": found.units,
    }
