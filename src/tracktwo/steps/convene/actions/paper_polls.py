"""Approval, ranking and consent counted on paper: two people count alone, and only what both say is a result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.live.actions import once, wipe_traces
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.counts import PollResult, PollVotes, tally_poll, votes_in_secret, width
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, note, show
from tracktwo.steps.convene.actions.paper import drop_counts
from tracktwo.steps.convene.convert import LEAST_TO_CLOSE, poll_to_keep
from tracktwo.steps.convene.convert.paper import Pile
from tracktwo.steps.convene.models import PaperPoll, Poll, Session, Statement
from tracktwo.steps.convene.queries import members_of, present_of


def statements_to_count(session: Session, kind: str, statements: Sequence[int]) -> list[Statement]:
    """The statements that a poll on paper asks about, by number.

    Refuses ``convene.statement_unknown``, ``convene.polled_already`` and ``counts.poll_*``.
    """
    found = session.statements.exclude(state=Statement.State.HELD).filter(pk__in=statements).order_by("number")
    asked = list(found)
    width(kind, len(asked))
    if len(asked) < len(set(statements)):
        raise Refusal("convene.statement_unknown")
    before = {pk for poll in session.polls.filter(kind=kind) for pk in poll.candidates}
    if before & set(statements):
        raise Refusal("convene.polled_already")
    return asked


@dataclass(frozen=True)
class Counted:
    """What one person read off the ballots: a pile for each community that votes in secret, by statement the word of
    each that affirms aloud. Counters and words are in the order of the statements' numbers.
    """

    kind: str
    statements: Sequence[int]
    piles: Mapping[int, Pile]
    words: Mapping[int, Sequence[bool]]


@transaction.atomic
def count_paper_poll(
    session: Session, counted: Counted, *, account: Account, by: Standing, now: datetime, token: str
) -> Poll | None:
    """One person's count. The first is kept, as counters, until a second person says the same; then the result is kept
    as that of any poll, and the count is erased. The first may count again.

    None while only one has counted, or when the form came twice. Refuses ``convene.session_closed``,
    ``convene.side_absent``, ``convene.word_missing``, ``convene.too_few_in``, ``convene.paper_others``,
    ``convene.paper_differs``, ``counts.…`` and as ``statements_to_count``.
    """
    if not once(token, account):
        return None
    session = hold(session)
    asked = [one.pk for one in statements_to_count(session, counted.kind, counted.statements)]
    votes = _votes(session, counted, len(asked))
    result = tally_poll(counted.kind, len(asked), votes)
    first = _waiting(session, counted.kind, asked)
    if first is None or first.counted_by_id == account.pk:
        kept = first or PaperPoll(session=session, kind=counted.kind, candidates=asked, counted_by=account)
        kept.cells = _cells(votes)
        kept.save()
        show(session)
        return None
    if first.cells != _cells(votes):
        raise Refusal("convene.paper_differs")
    _erase(first)
    return _keep(session, counted.kind, asked, result, by, now)


def _waiting(session: Session, kind: str, asked: list[int]) -> PaperPoll | None:
    """The first count of the same question. Of another with one of these statements two results could follow."""
    for found in session.paper_polls.filter(kind=kind):
        if found.candidates == asked:
            return found
        if set(found.candidates) & set(asked):
            raise Refusal("convene.paper_others")
    return None


def _votes(session: Session, counted: Counted, sentences: int) -> list[PollVotes]:
    members, present = members_of(session.workshop), present_of(session.workshop)
    sides = list(session.workshop.programme.communities.values_list("number", flat=True))
    if any(members[side] == 0 for side in sides):
        raise Refusal("convene.side_absent")
    votes = [_of_side(side, members, present, counted, sentences) for side in sides]
    secret = [one for one in votes if one.words is None]
    if secret and sum(one.voters for one in secret) < LEAST_TO_CLOSE:
        raise Refusal("convene.too_few_in", least=LEAST_TO_CLOSE)
    return votes


def _of_side(side: int, members: Counter[int], present: Counter[int], counted: Counted, sentences: int) -> PollVotes:
    """All members decide whether it votes in secret; a ballot has whoever is in the room."""
    if not votes_in_secret(members[side]):
        if len(counted.words.get(side, ())) != sentences:
            raise Refusal("convene.word_missing")
        return PollVotes(side, members[side], words=tuple(counted.words[side]))
    pile = counted.piles.get(side)
    if pile is None or len(pile.cells) != width(counted.kind, sentences):
        raise Refusal("convene.paper_incomplete")
    if pile.voters > present[side]:
        raise Refusal("counts.more_votes_than_members", side=side)
    return PollVotes(side, members[side], pile.voters, pile.cells)


def _cells(votes: Sequence[PollVotes]) -> list[list[object]]:
    return [[one.side, one.voters, list(one.cells), None if one.words is None else list(one.words)] for one in votes]


def _keep(session: Session, kind: str, asked: list[int], result: PollResult, by: Standing, now: datetime) -> Poll:
    told = {"is_open": False, "on_paper": True, "result": poll_to_keep(result)}
    poll = Poll.objects.create(session=session, kind=kind, candidates=asked, **told)
    facts = {"question": kind, "asked": len(asked), "agreed": sum(result.met)}
    note("convene.paper_poll_counted", session, by, now, communities=len(result.sides), **facts)
    show(session)
    return poll


@transaction.atomic
def drop_paper_poll(session: Session, waiting: int, *, account: Account, token: str) -> None:
    """Erase a count that waits for its second: the ballots are counted anew by both. Whoever may count may do it."""
    if not once(token, account):
        return
    session = hold(session)
    found = session.paper_polls.filter(pk=waiting).first()
    if found is None:
        raise Refusal("convene.statement_unknown")
    _erase(found)
    show(session)


def drop_counts_on(session: Session, statement: int) -> None:
    """What was counted about these words goes with them; for deeds that hold the session."""
    drop_counts(session.paper_counts.filter(statement=statement))
    for found in session.paper_polls.all():
        if statement in found.candidates:
            _erase(found)


def _erase(found: PaperPoll) -> None:
    found.delete()
    wipe_traces(PaperPoll)
