"""The rubrics and the invented examples in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tracktwo.data.rubrics import RUBRICS
from tracktwo.data.vignettes import VIGNETTES
from tracktwo.methods.criteria import CRITERIA


@dataclass(frozen=True)
class RubricWords:
    key: str
    name: str
    question: str
    look_for: str
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """One criterion of an example: own score, reference, why, and whether the two call for a second look."""

    name: str
    own: int
    reference: int
    reason: str
    apart: bool


def rubrics() -> list[RubricWords]:
    return [
        RubricWords(key, _(one.name), _(one.question), _(one.look_for), tuple(_(anchor) for anchor in one.anchors))
        for key, one in ((key, RUBRICS[key]) for key in CRITERIA)
    ]


def criterion_label(key: str) -> str:
    """A criterion, or what else a result names as the reason."""
    if key in RUBRICS:
        return _(RUBRICS[key].name)
    return {"overall": _("Mean of the five"), "objection": _("an upheld objection")}.get(key, key)


def vignette_words(key: str) -> dict[str, str]:
    return {"key": key, "name": _(VIGNETTES[key].name), "story": _(VIGNETTES[key].story)}


def compare(key: str, scores: Mapping[str, int], talk_from: int) -> list[Compared]:
    """What somebody gave an example beside the reference."""
    example = VIGNETTES[key]
    return [
        Compared(
            criterion_label(criterion),
            scores[criterion],
            example.scores[criterion],
            _(example.reasons[criterion]),
            abs(scores[criterion] - example.scores[criterion]) >= talk_from,
        )
        for criterion in CRITERIA
    ]
