"""Support for the clauses of a text, asked all at once: "I can live with it", "not yet", or pass, by community.

Counters, never ballots. As with a poll, every clause of a community is shown or none is: were only the unanimous clause
withheld, its absence beside the others would say that it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.methods.counts.decision import Rule, is_met, is_met_everywhere
from tracktwo.methods.counts.suppression import may_show_poll, votes_in_secret
from tracktwo.methods.record import Refusal

Cells = tuple[int, int, int]
LIVE_WITH, NOT_YET, PASS = "live_with", "not_yet", "pass"
ANSWERS = (LIVE_WITH, NOT_YET, PASS)


@dataclass(frozen=True)
class SupportVotes:
    """One community's closed round: its three counters by clause; below six people, its spoken word by clause."""

    side: int
    members: int
    cells: tuple[Cells, ...] = ()
    words: tuple[bool, ...] | None = None


@dataclass(frozen=True)
class SupportSide:
    """What is read of one community. ``kind``: "shown", "withheld" or "aloud"; ``cells`` only where shown."""

    side: int
    kind: str
    met: tuple[bool, ...]
    cells: tuple[Cells, ...] | None = None


@dataclass(frozen=True)
class SupportResult:
    """``met`` by clause: the rule was met in every community."""

    sides: tuple[SupportSide, ...]
    met: tuple[bool, ...]


def add_answers(cells: Sequence[Sequence[int]], answers: Sequence[str]) -> tuple[Cells, ...]:
    """The counters with one person's answers, one for each clause; refuses ``counts.support_answer``."""
    if len(answers) != len(cells) or any(one not in ANSWERS for one in answers):
        raise Refusal("counts.support_answer")
    return tuple(_raised(row, ANSWERS.index(one)) for row, one in zip(cells, answers, strict=True))


def _raised(row: Sequence[int], place: int) -> Cells:
    first, second, third = (count + (at == place) for at, count in enumerate(row))
    return first, second, third


def tally_support(rule: Rule, clauses: int, votes: Sequence[SupportVotes]) -> SupportResult:
    """The shown result of a closed round under the room's suppression table, communities in the order given.

    Never call it on an open round. Refuses ``counts.no_side``.
    """
    if not votes:
        raise Refusal("counts.no_side")
    sides = tuple(_side(rule, clauses, one) for one in votes)
    met = tuple(bool(is_met_everywhere(side.met[place] for side in sides)) for place in range(clauses))
    return SupportResult(sides, met)


def _side(rule: Rule, clauses: int, one: SupportVotes) -> SupportSide:
    if not votes_in_secret(one.members):
        return SupportSide(one.side, "aloud", one.words or (False,) * clauses)
    met = tuple(is_met(rule, agree, disagree) for agree, disagree, _passed in one.cells)
    if may_show_poll(one.cells):
        return SupportSide(one.side, "shown", met, one.cells)
    return SupportSide(one.side, "withheld", met)
