"""What is read off ballots on paper, as counters; and where something on them cannot be, by ballot and place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracktwo.methods.counts import CONSENT, RANKING, marks_of, width
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.models import Statement
from tracktwo.steps.programme.models import Community

BETWEEN = re.compile(r"[\s,;.>]+")
MOST_TYPED = 4  # digits


@dataclass(frozen=True)
class Pile:
    """The ballots of one community: how many there are, and the counters to which they add up."""

    voters: int
    cells: tuple[int, ...]


def pile_of(kind: str, asked: Sequence[Statement], community: Community, typed: Mapping[str, str]) -> Pile:
    """One community's ballots from the fields of the page. Refuses ``convene.paper_…``, naming row and column."""
    if kind == RANKING:
        return _orders(typed.get(f"orders_{community.number}", ""), asked, community)
    if kind == CONSENT:
        return _answers(community, typed)
    return _approvals(asked, community, typed)


def _orders(typed: str, asked: Sequence[Statement], community: Community) -> Pile:
    """One ballot a line. Added up at once: in what comes out, no line and no order of lines is left."""
    place = {str(one.number): at for at, one in enumerate(asked)}
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    cells = [0] * width(RANKING, len(asked))
    for row, line in enumerate(lines, start=1):
        order = _order(row, BETWEEN.split(line.strip(" ,;.>")), place, community)
        cells = [cell + mark for cell, mark in zip(cells, marks_of(RANKING, len(asked), order), strict=True)]
    return Pile(len(lines), tuple(cells))


def _order(row: int, said: Sequence[str], place: Mapping[str, int], community: Community) -> list[int]:
    where, seen = {"community": community.name, "row": row}, set[str]()
    for column, number in enumerate(said, start=1):
        if number not in place:
            raise Refusal("convene.paper_place", **where, column=column, numbers=", ".join(place))
        if number in seen:
            raise Refusal("convene.paper_place_twice", **where, column=column, number=number)
        seen.add(number)
    if len(said) < len(place):
        missing = ", ".join(number for number in place if number not in seen)
        raise Refusal("convene.paper_place_missing", **where, column=len(said) + 1, missing=missing)
    return [place[number] for number in said]


def _answers(community: Community, typed: Mapping[str, str]) -> Pile:
    cells = tuple(_number(typed.get(f"answer_{community.number}_{at}", "")) for at in range(width(CONSENT, 1)))
    for row, cell in enumerate(cells, start=1):
        if cell is None:
            raise Refusal("convene.paper_answer", community=community.name, row=row)
    told = tuple(cell for cell in cells if cell is not None)
    return Pile(sum(told), told)


def _approvals(asked: Sequence[Statement], community: Community, typed: Mapping[str, str]) -> Pile:
    voters = _number(typed.get(f"ballots_{community.number}", ""))
    if voters is None:
        raise Refusal("convene.paper_ballots", community=community.name)
    cells = []
    for one in asked:
        cell = _number(typed.get(f"approve_{community.number}_{one.pk}", ""))
        if cell is None:
            raise Refusal("convene.paper_approvals", community=community.name, row=one.number)
        if cell > voters:
            raise Refusal("convene.paper_more", community=community.name, row=one.number, approvals=cell, voters=voters)
        cells.append(cell)
    return Pile(voters, tuple(cells))


def _number(typed: str) -> int | None:
    typed = typed.strip()
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= MOST_TYPED else None
