"""Questions with more than one counter: approval of several sentences, rankings, consent with objections.

All three are counters, never ballots. A ranking of n sentences is counted as its n (n - 1) / 2 comparisons: the matrix
of "how many put i before j" is all that Borda's points and Condorcet's comparisons need, and nobody's order can be
read back from the sum of several.

- Borda (1781): a sentence gets a point for every other that a voter put behind it; its points are its row's sum.
- Condorcet (1785): the sentence that more than half put before j, for every other j; there may be none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.methods.counts.decision import is_met_everywhere
from tracktwo.methods.counts.suppression import may_show_poll, votes_in_secret
from tracktwo.methods.record import Refusal

APPROVAL, RANKING, CONSENT = "approval", "ranking", "consent"
KINDS = (APPROVAL, RANKING, CONSENT)
FEWEST, MOST_ASKED = 2, 6  # sentences in an approval or a ranking
ANSWERS = 3  # consent: I consent, I stand aside, I object


@dataclass(frozen=True)
class PollVotes:
    """One community's closed poll. ``words``: for a community below six, whether it affirms each sentence aloud."""

    side: int
    members: int
    voters: int = 0
    cells: tuple[int, ...] = ()
    words: tuple[bool, ...] | None = None


@dataclass(frozen=True)
class PollSide:
    """What the room reads of one community. ``kind``: "shown", "withheld" or "aloud"; ``met`` by sentence.

    ``cells`` and ``voters`` exist only where shown. A withheld community is one with few voters or with a question that
    all answered alike; which of the two, and on which question, is not told.
    """

    side: int
    kind: str
    met: tuple[bool, ...]
    voters: int | None = None
    cells: tuple[int, ...] | None = None


@dataclass(frozen=True)
class PollResult:
    """``met`` by sentence: agreed in every community. ``total``: all cells added, only where every one is shown."""

    sides: tuple[PollSide, ...]
    met: tuple[bool, ...]
    total: tuple[int, ...] | None


def width(kind: str, sentences: int) -> int:
    """How many counters a community has; refuses ``counts.poll_unknown`` and ``counts.poll_sentences``."""
    if kind not in KINDS:
        raise Refusal("counts.poll_unknown")
    fewest, most = (1, 1) if kind == CONSENT else (FEWEST, MOST_ASKED)
    if not fewest <= sentences <= most:
        raise Refusal("counts.poll_sentences", fewest=fewest, most=most)
    return {APPROVAL: sentences, RANKING: sentences**2, CONSENT: ANSWERS}[kind]


def marks_of(kind: str, sentences: int, answer: Sequence[int]) -> tuple[int, ...]:
    """What one answer adds to the counters: 0 or 1 each.

    ``answer``: for approval the places approved (none is an answer too), for a ranking all places from first to last,
    for consent one of 0, 1, 2. Refuses ``counts.poll_answer`` and what ``width`` refuses.
    """
    cells = [0] * width(kind, sentences)
    if not _is_answer(kind, sentences, answer):
        raise Refusal("counts.poll_answer")
    if kind != RANKING:
        for place in answer:
            cells[place] = 1
        return tuple(cells)
    for better, first in enumerate(answer):
        for second in answer[better + 1 :]:
            cells[first * sentences + second] = 1
    return tuple(cells)


def _is_answer(kind: str, sentences: int, answer: Sequence[int]) -> bool:
    if kind == RANKING:
        return sorted(answer) == list(range(sentences))
    if kind == CONSENT:
        return len(answer) == 1 and 0 <= answer[0] < ANSWERS
    return len(set(answer)) == len(answer) and all(0 <= place < sentences for place in answer)


def borda(cells: Sequence[int], sentences: int) -> tuple[int, ...]:
    """Points by sentence: how often it was put before another."""
    return tuple(sum(cells[place * sentences : (place + 1) * sentences]) for place in range(sentences))


def condorcet(cells: Sequence[int], sentences: int) -> int | None:
    """The sentence that wins every comparison, or None."""
    for one in range(sentences):
        others = (other for other in range(sentences) if other != one)
        if all(cells[one * sentences + other] > cells[other * sentences + one] for other in others):
            return one
    return None


def tally_poll(kind: str, sentences: int, votes: Sequence[PollVotes]) -> PollResult:
    """The shown result of a closed poll, under the room's suppression table, communities in the order given.

    A sentence is met in a community when more than half of its voters approve; when it wins every comparison; when
    somebody answered and nobody objects. Refuses ``counts.no_side`` and what ``width`` refuses.
    """
    width(kind, sentences)
    if not votes:
        raise Refusal("counts.no_side")
    sides = tuple(_side(kind, sentences, one) for one in votes)
    met = tuple(bool(is_met_everywhere(side.met[place] for side in sides)) for place in range(sentences))
    shown = [side.cells for side in sides if side.cells is not None]
    total = tuple(sum(column) for column in zip(*shown, strict=True)) if len(shown) == len(sides) else None
    return PollResult(sides, met, total)


def _side(kind: str, sentences: int, one: PollVotes) -> PollSide:
    if not votes_in_secret(one.members):
        return PollSide(one.side, "aloud", one.words or (False,) * sentences)
    met = _met(kind, sentences, one)
    if may_show_poll(_questions(kind, sentences, one)):
        return PollSide(one.side, "shown", met, one.voters, one.cells)
    return PollSide(one.side, "withheld", met)


def _met(kind: str, sentences: int, one: PollVotes) -> tuple[bool, ...]:
    if kind == APPROVAL:
        return tuple(2 * count > one.voters for count in one.cells)
    if kind == RANKING:
        winner = condorcet(one.cells, sentences)
        return tuple(place == winner for place in range(sentences))
    return (one.voters > 0 and one.cells[2] == 0,)


def _questions(kind: str, sentences: int, one: PollVotes) -> list[tuple[int, ...]]:
    """The poll as questions that each voter answered: approve or not; i before j or j before i; one of three."""
    if kind == APPROVAL:
        return [(count, one.voters - count) for count in one.cells]
    if kind == RANKING:
        pairs = [(i, j) for i in range(sentences) for j in range(i + 1, sentences)]
        return [(one.cells[i * sentences + j], one.cells[j * sentences + i]) for i, j in pairs]
    return [one.cells]
