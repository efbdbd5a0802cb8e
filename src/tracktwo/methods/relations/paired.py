"""The paired result of two waves: exact, suppressed where it could point at people, honest about its size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from tracktwo.methods.counts import ROOM
from tracktwo.methods.record import Refusal
from tracktwo.methods.relations.power import cannot_show, noticed_of_100
from tracktwo.methods.relations.signedrank import Interval, hodges_lehmann, signed_rank_interval
from tracktwo.methods.relations.signflip import Number, exactly, sign_flip_p, smallest_p
from tracktwo.methods.relations.waves import Answer, Linked, Pair, link_waves


@dataclass(frozen=True)
class Change:
    """What may be said about a group of linked people; fractions are exact.

    ``estimate``: Hodges-Lehmann, after less before, in units of the scale; ``interval``: 95 % or None where
    so few cannot give one; ``p``: exact two-sided sign-flip; ``smallest_p``: the least p these people could
    have given; ``standardised``: mean difference over its standard deviation; ``noticed``: see
    ``power.noticed_of_100``.
    """

    pairs: int
    changed: int
    mean_before: Fraction
    mean_after: Fraction
    estimate: Fraction
    interval: Interval | None
    p: Fraction
    smallest_p: Fraction
    standardised: float
    noticed: int


@dataclass(frozen=True)
class NotShown:
    """A group whose result is withheld; ``reason`` is a code with a sentence."""

    pairs: int
    reason: str


@dataclass(frozen=True)
class SideChange:
    """One community's result; ``pairs`` is not given for a withheld one."""

    side: int
    change: Change | None
    reason: str | None


@dataclass(frozen=True)
class PairedResult:
    """For pages and the report: everybody together, by community, what did not link, what it cannot show."""

    overall: Change | NotShown
    sides: tuple[SideChange, ...]
    unlinked_before: int
    unlinked_after: int
    cannot_show: tuple[Refusal, ...]


def paired(before: Iterable[Answer], after: Iterable[Answer]) -> PairedResult:
    """The result of one question asked in two waves; values as in ``link_waves``.

    Suppression (thresholds from ``counts``): nothing below six linked people, and nothing where all gave the
    same answer before, or after, or moved by the same amount, because a mean would then be everybody's
    answer. By community only when *every* community may be shown: one alone would follow from the whole less
    the others. Unlinked answers are counted, over all communities together, and never averaged. Refuses
    ``relations.too_fine``.
    """
    return _result(link_waves(before, after))


def standardised_change(differences: Sequence[Number]) -> float:
    """Mean over standard deviation (n - 1) of the differences; times sqrt(n) it is Student's paired t.

    0.0 where nobody changed. Refuses ``relations.no_pairs`` below two pairs and ``relations.alike`` where all
    changed by the same amount.
    """
    exact = [exactly(difference) for difference in differences]
    if len(exact) < 2:
        raise Refusal("relations.no_pairs")
    mean = sum(exact) / len(exact)
    variance = sum((difference - mean) ** 2 for difference in exact) / (len(exact) - 1)
    if variance == 0 and mean != 0:
        raise Refusal("relations.alike", pairs=len(exact))
    return float(mean) / sqrt(variance) if variance else 0.0


def _result(linked: Linked) -> PairedResult:
    overall = _change_or_reason(linked.pairs)
    said = (Refusal(overall.reason, pairs=overall.pairs),) if isinstance(overall, NotShown) else ()
    changed = sum(pair.difference != 0 for pair in linked.pairs)
    size = len(linked.pairs)
    # How many changed is itself a count of answers: it is used only where the result is shown.
    limits = cannot_show(size, size if said else changed)
    return PairedResult(
        overall, _by_side(linked.pairs), linked.unlinked_before, linked.unlinked_after, (*said, *limits)
    )


def _by_side(pairs: Sequence[Pair]) -> tuple[SideChange, ...]:
    numbers = sorted({pair.side for pair in pairs})
    found = [_change_or_reason([pair for pair in pairs if pair.side == side]) for side in numbers]
    shown = [change for change in found if isinstance(change, Change)]
    if len(shown) < len(found):
        return tuple(SideChange(side, None, "relations.side_withheld") for side in numbers)
    return tuple(SideChange(side, change, None) for side, change in zip(numbers, shown, strict=True))


def _change_or_reason(pairs: Sequence[Pair]) -> Change | NotShown:
    if len(pairs) < ROOM.voters:
        return NotShown(len(pairs), "relations.few")
    before, after = [pair.before for pair in pairs], [pair.after for pair in pairs]
    differences = [pair.difference for pair in pairs]
    if any(len(set(column)) == 1 for column in (before, after, differences)):
        return NotShown(len(pairs), "relations.alike")
    return _change(before, after, differences)


def _change(before: list[Fraction], after: list[Fraction], differences: list[Fraction]) -> Change:
    pairs, changed = len(differences), sum(difference != 0 for difference in differences)
    return Change(
        pairs=pairs,
        changed=changed,
        mean_before=sum(before, start=Fraction(0)) / pairs,
        mean_after=sum(after, start=Fraction(0)) / pairs,
        estimate=hodges_lehmann(differences),
        interval=signed_rank_interval(differences),
        p=sign_flip_p(differences),
        smallest_p=smallest_p(changed),
        standardised=standardised_change(differences),
        noticed=noticed_of_100(pairs),
    )
