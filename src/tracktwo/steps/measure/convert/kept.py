"""A paired result as it is kept, and back. Fractions are kept as written: ``"7/2"``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

from tracktwo.methods.counts import PUBLIC
from tracktwo.methods.record import Refusal
from tracktwo.methods.relations import Change, Interval, NotShown, PairedResult, SideChange

Kept = Mapping[str, Any]
EXACT = ("mean_before", "mean_after", "estimate", "p", "smallest_p")


def result_to_keep(result: PairedResult) -> dict[str, Any]:
    """Everything in the result, and the result is only what may be read."""
    shown = isinstance(result.overall, Change)
    return {
        "overall": _change_to_keep(result.overall) if isinstance(result.overall, Change) else vars(result.overall),
        "shown": shown,
        "sides": [
            {"side": one.side, "reason": one.reason, "change": _change_to_keep(one.change) if one.change else None}
            for one in result.sides
        ],
        "unlinked": [result.unlinked_before, result.unlinked_after],
        "cannot_show": [[said.code, dict(said.params)] for said in result.cannot_show],
    }


def kept_result(kept: Kept) -> PairedResult:
    """The result that was kept."""
    return PairedResult(
        overall=_kept_change(kept["overall"]) if kept["shown"] else NotShown(**kept["overall"]),
        sides=tuple(
            SideChange(one["side"], _kept_change(one["change"]) if one["change"] else None, one["reason"])
            for one in kept["sides"]
        ),
        unlinked_before=kept["unlinked"][0],
        unlinked_after=kept["unlinked"][1],
        cannot_show=tuple(Refusal(code, **params) for code, params in kept["cannot_show"]),
    )


def for_public(result: PairedResult) -> PairedResult:
    """The same result for a document that leaves the room: ten linked people, and ten in every community to show any.

    What is withheld takes along the sentences that count it; that nothing here shows a cause is said all the same.
    """
    if result.overall.pairs < PUBLIC.voters:
        withheld = NotShown(result.overall.pairs, "measure.few_for_public")
        return replace(result, overall=withheld, sides=(), cannot_show=(Refusal("relations.no_cause"),))
    if all(one.change is not None and one.change.pairs >= PUBLIC.voters for one in result.sides):
        return result
    sides = tuple(SideChange(one.side, None, "measure.sides_for_public") for one in result.sides)
    return replace(result, sides=sides)


def _change_to_keep(change: Change) -> dict[str, Any]:
    kept = {field.name: getattr(change, field.name) for field in fields(change)}
    between = change.interval
    ends = [between.low, between.high, between.coverage] if between else None
    return kept | {name: str(kept[name]) for name in EXACT} | {"interval": ends and [str(end) for end in ends]}


def _kept_change(kept: Kept) -> Change:
    between = Interval(*(Fraction(end) for end in kept["interval"])) if kept["interval"] else None
    return Change(**{**kept, **{name: Fraction(kept[name]) for name in EXACT}, "interval": between})
