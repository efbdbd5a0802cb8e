"""What the rules of a pool would do, quickly enough to be read while somebody types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from tracktwo.methods.lottery import Lottery, find_lottery
from tracktwo.methods.lottery.barred import Barred, explain_barred
from tracktwo.methods.record import Refusal
from tracktwo.steps.select.convert.questions import Ranges, question_of
from tracktwo.steps.select.convert.refused import in_words
from tracktwo.steps.select.models import Pool

# Beyond so many people the answer no longer comes while one types; the computation of the cohort gives it.
MOST_LIVE = 120


@dataclass(frozen=True)
class Answer:
    """Either a lottery with its least chance, or why there is none."""

    lottery: Lottery | None = None
    refusal: Refusal | None = None
    barred: tuple[Barred, ...] = field(default=())
    too_large: bool = False

    @property
    def chances(self) -> Mapping[str, Fraction]:
        """Everybody's chance in it, by label; empty where there is no lottery."""
        return self.lottery.probabilities if self.lottery else {}

    @property
    def least(self) -> Fraction:
        """The lowest chance that the lottery gives to anybody who can be chosen."""
        barred = {label for one in self.barred for label in one.labels}
        return min((chance for label, chance in self.chances.items() if label not in barred), default=Fraction(0))

    @property
    def at_least(self) -> int:
        """How many people have no more than the least chance."""
        return sum(chance == self.least for chance in self.chances.values())


def what_if(pool: Pool, names: Mapping[str, str], ranges: Ranges | None = None) -> Answer:
    """What the rules would do, with other ``ranges`` where given. Refusals are worded for this pool and reader."""
    if pool.members.count() > MOST_LIVE:
        return Answer(too_large=True)
    try:
        question = question_of(pool, ranges)
        lottery = find_lottery(question, "maximin")
    except Refusal as refusal:
        return Answer(refusal=in_words(refusal, pool, names))
    barred = tuple(
        replace(one, repairs=tuple(_worded(repair, pool, names) for repair in one.repairs))
        for one in explain_barred(question, lottery)
    )
    return Answer(lottery, barred=barred)


def _worded(refusal: Refusal, pool: Pool, names: Mapping[str, str]) -> Refusal:
    return in_words(refusal, pool, names) or refusal
