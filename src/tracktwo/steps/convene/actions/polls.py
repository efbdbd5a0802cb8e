"""Approval, ranking and consent without ballots: a line on the roll turns and one row of counters grows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.live.actions import once, wipe_traces
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.counts import marks_of, tally_poll, votes_in_secret, width
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, note, show, show_desk, turn_line
from tracktwo.steps.convene.convert import LEAST_TO_CLOSE, as_counts, poll_to_keep, poll_votes_of, turnout
from tracktwo.steps.convene.models import Poll, PollCount, PollRoll, Session
from tracktwo.steps.convene.queries import open_vote as vote_now
from tracktwo.steps.select.queries import list_seats


@transaction.atomic
def open_poll(session: Session, kind: str, statements: Sequence[int], *, by: Standing, token: str) -> Poll | None:
    """Ask the room about these statements. Whoever has a seat now may answer, once; small communities affirm aloud.

    A statement takes part in one poll of a kind: two results on it, a minute apart, would differ by one person. None
    when the form came twice. Refuses ``convene.session_closed``, ``convene.vote_open``, ``convene.statement_unknown``,
    ``convene.polled_already``, ``convene.side_absent`` and ``counts.poll_*``.
    """
    if not once(token, by.account):
        return None
    session = hold(session)
    if vote_now(session) is not None or session.polls.filter(is_open=True).exists():
        raise Refusal("convene.vote_open")
    known = set(session.statements.exclude(state="held").filter(pk__in=statements).values_list("pk", flat=True))
    asked = [pk for pk in dict.fromkeys(statements) if pk in known]
    cells = width(kind, len(asked))
    if len(asked) < len(set(statements)):
        raise Refusal("convene.statement_unknown")
    before = {pk for poll in session.polls.filter(kind=kind) for pk in poll.candidates}
    if before & set(asked):
        raise Refusal("convene.polled_already")
    poll = Poll.objects.create(session=session, kind=kind, candidates=asked)
    _call_roll(poll, cells)
    show(session)
    return poll


def _call_roll(poll: Poll, cells: int) -> None:
    workshop = poll.session.workshop
    seats = [(seat.account_id, seat.community.number) for seat in list_seats(workshop)]
    members = Counter(side for _account, side in seats)
    sides = list(workshop.programme.communities.values_list("number", flat=True))
    if any(members[side] == 0 for side in sides):
        raise Refusal("convene.side_absent")
    PollCount.objects.bulk_create(
        PollCount(poll=poll, side=side, members=members[side], cells=[0] * cells) for side in sides
    )
    PollRoll.objects.bulk_create(
        PollRoll(poll=poll, account_id=account, side=side)
        for account, side in sorted(seats)
        if votes_in_secret(members[side])
    )


@transaction.atomic
def cast_poll(session: Session, poll: int, answer: Sequence[int], *, account: Account, token: str) -> None:
    """Count one answer of one person on the roll.

    Refuses ``convene.session_closed``, ``convene.vote_closed``, ``convene.not_on_roll``, ``convene.voted_already`` and
    ``counts.poll_answer``.
    """
    if not once(token, account):
        return
    found = _open(hold(session), poll)
    marks = marks_of(found.kind, len(found.candidates), answer)
    side = found.roll.filter(account=account).values_list("side", flat=True).first()
    if side is None:
        raise Refusal("convene.not_on_roll")
    if not turn_line(found.roll.all(), account, "has_voted"):
        raise Refusal("convene.voted_already")
    count = PollCount.objects.select_for_update().get(poll=found, side=side)
    count.cells = [cell + mark for cell, mark in zip(count.cells, marks, strict=True)]
    count.voters += 1
    count.save(update_fields=["cells", "voters"])
    show_desk(found.session)


@transaction.atomic
def close_poll(
    session: Session, poll: int, words: Mapping[int, Sequence[bool]], *, by: Standing, now: datetime, token: str
) -> None:
    """Close, keep what may be read, erase counters and roll. ``words``: by small community, yes or no by statement.

    Refuses ``convene.session_closed``, ``convene.vote_closed``, ``convene.too_few_in`` and ``convene.word_missing``.
    """
    if not once(token, by.account):
        return
    found = _open(hold(session), poll)
    counts = list(found.counts.all())
    _check_may_close(counts, words)
    result = tally_poll(found.kind, len(found.candidates), poll_votes_of(counts, words))
    found.result, found.is_open = poll_to_keep(result), False
    found.save(update_fields=["result", "is_open"])
    found.roll.all().delete()
    found.counts.all().delete()
    wipe_traces(PollRoll, PollCount)
    facts = {"question": found.kind, "asked": len(found.candidates), "agreed": sum(result.met)}
    note("convene.poll_closed", found.session, by, now, communities=len(result.sides), **facts)
    show(found.session)


def _check_may_close(counts: Sequence[PollCount], words: Mapping[int, Sequence[bool]]) -> None:
    heard = turnout(as_counts(counts))
    if heard.members and heard.told < LEAST_TO_CLOSE:
        raise Refusal("convene.too_few_in", least=LEAST_TO_CLOSE)
    if {count.side for count in counts if not votes_in_secret(count.members)} - set(words):
        raise Refusal("convene.word_missing")


@transaction.atomic
def withdraw_poll(session: Session, poll: int, *, by: Standing, token: str) -> None:
    """Drop an open poll with everything it counted. Refuses ``convene.session_closed``, ``convene.vote_closed``."""
    if not once(token, by.account):
        return
    _drop(_open(hold(session), poll))
    show(session)


def drop_polls_on(session: Session, statement: int) -> None:
    """The open poll, if it asks about this, goes with everything it counted; for deeds that hold the session."""
    for poll in session.polls.filter(is_open=True):
        if statement in poll.candidates:
            _drop(poll)


def _drop(poll: Poll) -> None:
    poll.delete()
    wipe_traces(PollRoll, PollCount)


def _open(session: Session, poll: int) -> Poll:
    found = session.polls.filter(pk=poll, is_open=True).first()
    if found is None:
        raise Refusal("convene.vote_closed")
    return found
