"""Between counters, the method that tallies them, and the lines that a result shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tracktwo.methods.counts import ROOM, Aloud, Result, Shown, Votes
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.models import Assent, SideCount, Vote
from tracktwo.steps.programme.models import Community


@dataclass(frozen=True)
class Turnout:
    """How many are in, told only so far as it gives away nobody: ``told`` of ``members``, or at least ``told``."""

    told: int
    members: int
    at_least: bool


def turnout(counts: Sequence[SideCount]) -> Turnout:
    """What may be said of an open vote.

    A withheld result means "fewer than six voted, or all alike". Whoever knew that more than five had voted would know
    that all voted alike, and with "the rule was met" how each of them did. A shown community has six voters at least,
    so of k communities voting in secret 6k - 1 votes are the most that still leave one of them five; beyond that the
    screen says "at least".
    """
    secret = [count for count in counts if count.votes_in_secret]
    told_at_most = ROOM.voters * len(secret) - 1
    voted = sum(count.agree + count.disagree + count.passed for count in secret)
    if not secret:
        return Turnout(0, 0, at_least=False)
    return Turnout(min(voted, told_at_most), sum(count.members for count in secret), voted >= told_at_most)


def assent_turnout(assent: Assent) -> Turnout:
    """The same of the speakers who answer whether words are theirs."""
    return turnout([SideCount(members=assent.members, agree=assent.yes, disagree=assent.not_yet)])


# A vote closed after its first answer would tell that answer. Not six either: where one community alone votes in
# secret, a withheld result of six can only be unanimous.
LEAST_TO_CLOSE = ROOM.voters - 1


def closed_votes_of(counts: Sequence[SideCount], words: Mapping[int, bool]) -> list[Votes]:
    """Counters and spoken words as the method takes them."""
    return [
        Votes(count.side, count.members, count.agree, count.disagree, count.passed)
        if count.votes_in_secret
        else Votes(count.side, count.members, word=words.get(count.side))
        for count in counts
    ]


def result_to_keep(result: Result) -> dict[str, Any]:
    """The result as it is stored: what may be read and nothing else."""
    kinds = {Shown: "shown", Aloud: "aloud"}
    return {
        "met": result.met,
        "sides": [{"kind": kinds.get(type(side), "withheld"), **asdict(side)} for side in result.sides],
        "total": asdict(result.total) if result.total else None,
    }


@dataclass(frozen=True)
class SideRow:
    """One community's line of a result; the three numbers are None where they are not shown."""

    community: Community
    kind: str
    met: bool
    reason: Refusal | None
    agree: int | None
    disagree: int | None
    passed: int | None


def result_rows(vote: Vote, communities: Sequence[Community]) -> list[SideRow]:
    """A closed vote's lines in the order of the communities given."""
    by_side = {side["side"]: side for side in vote.result["sides"]}
    return [_side_row(by_side[community.number], community) for community in communities]


def _side_row(side: Mapping[str, Any], community: Community) -> SideRow:
    reason = Refusal(side["reason"]) if "reason" in side else None
    cells = (side.get(answer) for answer in ("agree", "disagree", "passed"))
    return SideRow(community, side["kind"], side["met"], reason, *cells)
