"""The result of one vote in the room, community by community, with nothing in it that may not be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.methods.counts.decision import Rule, is_met, is_met_everywhere
from tracktwo.methods.counts.suppression import may_show_in_room, votes_in_secret
from tracktwo.methods.record import Refusal


@dataclass(frozen=True)
class Votes:
    """One community's closed vote. ``members``: its people in the room; a community below six votes aloud:
    its three counts are 0 and ``word`` is the side's word (True agreed, False not, None not yet given)."""

    side: int
    members: int
    agree: int = 0
    disagree: int = 0
    passed: int = 0
    word: bool | None = None

    @property
    def cells(self) -> tuple[int, int, int]:
        return (self.agree, self.disagree, self.passed)


@dataclass(frozen=True)
class Shown:
    """A community's counts, fit to be read by the room; ``met``: whether the rule was met in it."""

    side: int
    agree: int
    disagree: int
    passed: int
    met: bool

    @property
    def voters(self) -> int:
        return self.agree + self.disagree + self.passed


@dataclass(frozen=True)
class Withheld:
    """Counts that may not be shown; ``reason`` is a code with a sentence, ``met`` all that readers learn.

    Too few voters and unanimity share one reason: told apart, "unanimous" and "met" would be everybody's
    vote.
    """

    side: int
    reason: str
    met: bool


@dataclass(frozen=True)
class Aloud:
    """A community of fewer than six: no ballot; its spoken word is the result (None: still awaited)."""

    side: int
    met: bool | None
    reason: str = "counts.affirm_aloud"


@dataclass(frozen=True)
class Total:
    """Counts over all communities; exists only when every community's counts are shown."""

    agree: int
    disagree: int
    passed: int


@dataclass(frozen=True)
class Result:
    """What the room sees. ``total`` is None as soon as one community's counts are not shown, because the
    total less the others is the withheld one. ``met``: True, False, or None while a community's word is
    awaited."""

    sides: tuple[Shown | Withheld | Aloud, ...]
    total: Total | None
    met: bool | None


def tally(rule: Rule, votes: Sequence[Votes]) -> Result:
    """The shown result of a closed vote under the room's suppression table, sides in the order given.

    Never call it on an open vote: two results a minute apart differ by one person's answer. Refuses
    ``counts.no_side``, ``counts.side_twice``, ``counts.below_zero``, ``counts.more_votes_than_members``,
    ``counts.ballot_where_aloud`` and ``counts.word_where_secret``.
    """
    _check(votes)
    sides = tuple(_shown(rule, one) for one in votes)
    return Result(sides, _total(sides), is_met_everywhere(side.met for side in sides))


def _check(votes: Sequence[Votes]) -> None:
    if not votes:
        raise Refusal("counts.no_side")
    if len({one.side for one in votes}) < len(votes):
        raise Refusal("counts.side_twice")
    for one in votes:
        _check_side(one)


def _check_side(one: Votes) -> None:
    if min(one.cells) < 0 or one.members < 0:
        raise Refusal("counts.below_zero", side=one.side)
    if not votes_in_secret(one.members):
        if any(one.cells):
            raise Refusal("counts.ballot_where_aloud", side=one.side)
    elif one.word is not None:
        raise Refusal("counts.word_where_secret", side=one.side)
    elif sum(one.cells) > one.members:
        raise Refusal("counts.more_votes_than_members", side=one.side)


def _shown(rule: Rule, one: Votes) -> Shown | Withheld | Aloud:
    if not votes_in_secret(one.members):
        return Aloud(one.side, one.word)
    met = is_met(rule, one.agree, one.disagree)
    if may_show_in_room(one.cells):
        return Shown(one.side, one.agree, one.disagree, one.passed, met)
    return Withheld(one.side, "counts.withheld", met)


def _total(sides: Sequence[Shown | Withheld | Aloud]) -> Total | None:
    shown = [side for side in sides if isinstance(side, Shown)]
    if len(shown) < len(sides):
        return None
    return Total(
        sum(side.agree for side in shown),
        sum(side.disagree for side in shown),
        sum(side.passed for side in shown),
    )
