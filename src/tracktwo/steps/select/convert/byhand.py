"""Seats ticked by hand: what is met, what is not, and who can still be added."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tracktwo.methods.lottery import can_complete, check_cohort, list_addable
from tracktwo.methods.record import Refusal
from tracktwo.steps.select.convert.questions import question_of
from tracktwo.steps.select.convert.refused import in_words
from tracktwo.steps.select.convert.whatif import MOST_LIVE
from tracktwo.steps.select.models import Pool


@dataclass(frozen=True)
class Ticked:
    """``unmet`` empty: a valid cohort. ``addable`` is None where it was not looked for."""

    seated: int
    unmet: tuple[Refusal, ...] = ()
    can_go_on: bool = False
    addable: tuple[str, ...] | None = None
    refusal: Refusal | None = None


def look_at_ticks(pool: Pool, chosen: Collection[str], names: Mapping[str, str]) -> Ticked:
    try:
        question = question_of(pool)
        unmet = check_cohort(question, chosen)
        going = not unmet or can_complete(question, chosen)
        live = going and len(question.people) <= MOST_LIVE
        addable = list_addable(question, chosen) if live else None
    except Refusal as refusal:
        return Ticked(0, refusal=in_words(refusal, pool, names))
    worded = tuple(in_words(one, pool, names) or one for one in unmet)
    return Ticked(len(set(chosen)), worded, going, addable)
