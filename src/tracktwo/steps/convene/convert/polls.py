"""Between the counters of a poll, the method that tallies them, and the lines that people read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tracktwo.methods.counts import RANKING, PollResult, PollVotes, borda, condorcet
from tracktwo.steps.convene.models import Poll, PollCount, SideCount, Statement
from tracktwo.steps.programme.models import Community


def as_counts(counts: Sequence[PollCount]) -> list[SideCount]:
    """As the rule of what may be said of an open vote takes them: only how many answered matters to it."""
    return [SideCount(side=count.side, members=count.members, agree=count.voters) for count in counts]


def poll_votes_of(counts: Sequence[PollCount], words: Mapping[int, Sequence[bool]]) -> list[PollVotes]:
    return [
        PollVotes(count.side, count.members, count.voters, tuple(count.cells), _word(words.get(count.side)))
        for count in counts
    ]


def _word(word: Sequence[bool] | None) -> tuple[bool, ...] | None:
    return None if word is None else tuple(word)


def poll_to_keep(result: PollResult) -> dict[str, Any]:
    """What may be read of the result and nothing else."""
    return asdict(result)


@dataclass(frozen=True)
class PollLine:
    """One statement's line: whether every community agreed, and each community's cell (None where not shown)."""

    statement: Statement
    met: bool
    cells: tuple[tuple[Community, bool, str, int | None], ...]
    total: int | None


@dataclass(frozen=True)
class PollFace:
    """A closed poll as people read it."""

    poll: Poll
    lines: tuple[PollLine, ...]
    sides: tuple[tuple[Community, str, int | None], ...]
    winner: int | None  # number of the statement that wins every comparison, where all counts are shown

    @property
    def answers(self) -> list[tuple[Community, bool, tuple[int, ...] | None]]:
        """Of a consent: each community's three counts, or None where not shown."""
        rows = {side["side"]: side for side in self.poll.result["sides"]}
        return [(c, rows[c.number]["met"][0], rows[c.number]["cells"]) for c, _kind, _voters in self.sides]


def poll_face(poll: Poll, statements: Mapping[int, Statement], communities: Sequence[Community]) -> PollFace:
    """A closed poll's lines, communities in the order given."""
    found, rows = poll.result, {side["side"]: side for side in poll.result["sides"]}
    asked = [statements[pk] for pk in poll.candidates]
    points = {number: _points(poll, row["cells"]) for number, row in rows.items()}
    totals = _points(poll, found["total"])
    lines = tuple(
        PollLine(statement, found["met"][place], _cells(place, rows, points, communities), totals[place])
        for place, statement in enumerate(asked)
    )
    sides = tuple((c, rows[c.number]["kind"], rows[c.number]["voters"]) for c in communities)
    won = condorcet(found["total"], len(asked)) if poll.kind == RANKING and found["total"] else None
    return PollFace(poll, lines, sides, None if won is None else asked[won].number)


def _cells(
    place: int,
    rows: Mapping[int, Mapping[str, Any]],
    points: Mapping[int, Sequence[int | None]],
    communities: Sequence[Community],
) -> tuple[tuple[Community, bool, str, int | None], ...]:
    found = ((c, rows[c.number]) for c in communities)
    return tuple((c, row["met"][place], row["kind"], points[c.number][place]) for c, row in found)


def _points(poll: Poll, cells: Sequence[int] | None) -> Sequence[int | None]:
    """By statement: approvals, or Borda points; None where not shown."""
    if cells is None or poll.kind == Poll.Kind.CONSENT:
        return [None] * len(poll.candidates)
    return borda(cells, len(poll.candidates)) if poll.kind == RANKING else cells
