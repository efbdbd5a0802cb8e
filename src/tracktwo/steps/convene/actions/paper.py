"""A vote counted on paper: two people count, each alone, and only what both say goes through the suppression table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from tracktwo.foundation.live.actions import once, wipe_traces
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.counts import AGREED_IN_EVERY_COMMUNITY, Result, Votes, tally, votes_in_secret
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, note, show
from tracktwo.steps.convene.convert import LEAST_TO_CLOSE, result_to_keep
from tracktwo.steps.convene.models import PaperCount, Session, Statement, Vote
from tracktwo.steps.convene.queries import members_of, present_of

RULE = AGREED_IN_EVERY_COMMUNITY


@transaction.atomic
def count_paper(
    session: Session,
    statement: int,
    counted: Mapping[int, Sequence[int]],
    words: Mapping[int, bool],
    *,
    account: Account,
    by: Standing,
    now: datetime,
    token: str,
) -> Vote | None:
    """One person's count of the ballots on a statement: agreeing, disagreeing, passing for each community that votes in
    secret, and the word of each that affirms aloud.

    The first count is kept until a second person says the same; then the result is kept as that of any vote, and both
    counts are erased. The first may count again. None while only one has counted, or when the form came twice. Refuses
    ``convene.session_closed``, ``convene.statement_unknown``, ``convene.voted_on``, ``convene.side_absent``,
    ``convene.paper_incomplete``, ``convene.word_missing``, ``convene.too_few_in``, ``convene.paper_differs`` and
    ``counts.…``.
    """
    if not once(token, account):
        return None
    session = hold(session)
    asked = _asked(session, statement)
    votes = _votes(session, counted, words)
    result = tally(RULE, votes)
    first = PaperCount.objects.filter(statement=asked).first()
    if first is None or first.counted_by_id == account.pk:
        told = {"session": session, "counted_by": account, "cells": _cells(votes)}
        PaperCount.objects.update_or_create(statement=asked, defaults=told)
        show(session)
        return None
    if first.cells != _cells(votes):
        raise Refusal("convene.paper_differs")
    drop_counts(PaperCount.objects.filter(pk=first.pk))
    return _keep(session, asked, result, by, now)


def _asked(session: Session, statement: int) -> Statement:
    found = session.statements.exclude(state=Statement.State.HELD).filter(pk=statement).first()
    if found is None:
        raise Refusal("convene.statement_unknown")
    if Vote.objects.filter(statement=found).exists():
        raise Refusal("convene.voted_on", number=found.number)
    return found


def _votes(session: Session, counted: Mapping[int, Sequence[int]], words: Mapping[int, bool]) -> list[Votes]:
    members, present = members_of(session.workshop), present_of(session.workshop)
    sides = list(session.workshop.programme.communities.values_list("number", flat=True))
    if any(members[side] == 0 for side in sides):
        raise Refusal("convene.side_absent")
    votes = [_of_side(side, members[side], present[side], counted, words) for side in sides]
    in_secret = sum(sum(one.cells) for one in votes if votes_in_secret(one.members))
    if any(votes_in_secret(one.members) for one in votes) and in_secret < LEAST_TO_CLOSE:
        raise Refusal("convene.too_few_in", least=LEAST_TO_CLOSE)
    return votes


def _of_side(
    side: int, members: int, present: int, counted: Mapping[int, Sequence[int]], words: Mapping[int, bool]
) -> Votes:
    """All members decide whether it votes in secret; a ballot has whoever is in the room."""
    if not votes_in_secret(members):
        if side not in words:
            raise Refusal("convene.word_missing")
        return Votes(side, members, word=words[side])
    if len(counted.get(side, ())) != 3:
        raise Refusal("convene.paper_incomplete")
    agree, disagree, passed = counted[side]
    if agree + disagree + passed > present:
        raise Refusal("counts.more_votes_than_members", side=side)
    return Votes(side, members, agree, disagree, passed)


def _cells(votes: Sequence[Votes]) -> list[list[int | bool | None]]:
    return [[one.side, *one.cells, one.word] for one in votes]


def _keep(session: Session, asked: Statement, result: Result, by: Standing, now: datetime) -> Vote:
    vote = Vote.objects.create(
        session=session,
        statement=asked,
        rule=RULE.key,
        is_open=False,
        on_paper=True,
        result=result_to_keep(result),
    )
    note(
        "convene.paper_counted",
        session,
        by,
        now,
        statement=asked.number,
        rule=RULE.key,
        agreed=sum(bool(side.met) for side in result.sides),
        communities=len(result.sides),
    )
    show(session)
    return vote


@transaction.atomic
def drop_paper(session: Session, statement: int, *, account: Account, token: str) -> None:
    """Erase a count that waits for its second: the ballots are counted anew by both. Whoever may count may do it."""
    if not once(token, account):
        return
    session = hold(session)
    if not drop_counts(PaperCount.objects.filter(session=session, statement=statement)):
        raise Refusal("convene.statement_unknown")
    show(session)


def drop_counts(found: QuerySet[PaperCount]) -> bool:
    """Exact numbers go; False where there were none. For deeds that hold the session."""
    if not found.delete()[0]:
        return False
    wipe_traces(PaperCount)
    return True
