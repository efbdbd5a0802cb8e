"""A vote without ballots: a line on the roll turns and a counter grows, and nothing joins the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet

from tracktwo.foundation.live.actions import once, wipe_traces
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.counts import AGREED_IN_EVERY_COMMUNITY, Result, rule_named, tally, votes_in_secret
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, note, show, show_desk, turn_line
from tracktwo.steps.convene.convert import LEAST_TO_CLOSE, closed_votes_of, result_to_keep, turnout
from tracktwo.steps.convene.models import RollCall, Session, SideCount, Vote
from tracktwo.steps.convene.queries import open_vote as vote_now
from tracktwo.steps.select.queries import list_seats

ANSWERS = ("agree", "disagree", "passed")


@transaction.atomic
def open_vote(session: Session, statement: int, *, by: Standing, token: str) -> Vote | None:
    """Ask the room whether a statement says it well enough; agreed when every community agrees.

    The roll is called here: whoever has a seat now may vote, once. A community of fewer than six is not on it; it
    affirms aloud. None when the form came twice. Refuses ``convene.session_closed``, ``convene.vote_open``,
    ``convene.statement_unknown``, ``convene.statement_held``, ``convene.voted_on`` and ``convene.side_absent``.
    """
    if not once(token, by.account):
        return None
    session = hold(session)
    found = session.statements.filter(pk=statement).first()
    if found is None:
        raise Refusal("convene.statement_unknown")
    if found.is_held:
        raise Refusal("convene.statement_held")
    if vote_now(session) is not None or session.polls.filter(is_open=True).exists():
        raise Refusal("convene.vote_open")
    if Vote.objects.filter(statement=found).exists():
        raise Refusal("convene.voted_on", number=found.number)
    vote = Vote.objects.create(session=session, statement=found, rule=AGREED_IN_EVERY_COMMUNITY.key)
    _call_roll(vote)
    show(session)
    return vote


def _call_roll(vote: Vote) -> None:
    workshop = vote.session.workshop
    seats = [(seat.account_id, seat.community.number) for seat in list_seats(workshop)]
    members = Counter(side for _account, side in seats)
    sides = list(workshop.programme.communities.values_list("number", flat=True))
    if any(members[side] == 0 for side in sides):
        raise Refusal("convene.side_absent")
    SideCount.objects.bulk_create(SideCount(vote=vote, side=side, members=members[side]) for side in sides)
    RollCall.objects.bulk_create(
        RollCall(vote=vote, account_id=account, side=side)
        for account, side in sorted(seats)
        if votes_in_secret(members[side])
    )


@transaction.atomic
def cast_vote(session: Session, vote: int, answer: str, *, account: Account, token: str) -> None:
    """Count one answer (``agree``, ``disagree``, ``passed``) of one person on the roll.

    The session is held: of two posts at the same moment one turns the line and the other finds it turned. Refuses
    ``convene.session_closed``, ``convene.vote_closed``, ``convene.answer_unknown``, ``convene.not_on_roll`` and
    ``convene.voted_already``.
    """
    if not once(token, account):
        return
    session = hold(session)
    if answer not in ANSWERS:
        raise Refusal("convene.answer_unknown")
    line = RollCall.objects.filter(vote__session=session, vote=vote, vote__is_open=True, account=account)
    side = line.values_list("side", flat=True).first()
    if side is None:
        open_now = session.votes.filter(pk=vote, is_open=True).exists()
        raise Refusal("convene.not_on_roll" if open_now else "convene.vote_closed")
    if not turn_line(RollCall.objects.filter(vote=vote), account, "has_voted"):
        raise Refusal("convene.voted_already")
    SideCount.objects.filter(vote=vote, side=side).update(**{answer: F(answer) + 1})
    show_desk(session)


@transaction.atomic
def close_vote(
    session: Session, vote: int, words: Mapping[int, bool], *, by: Standing, now: datetime, token: str
) -> None:
    """Close the vote, keep what the suppression table lets be read, and erase the counters and the roll.

    ``words`` holds, for each community of fewer than six, whether it affirmed aloud. Refuses
    ``convene.session_closed``, ``convene.vote_closed``, ``convene.too_few_in`` and ``convene.word_missing``.
    """
    if not once(token, by.account):
        return
    found = _open(hold(session), vote)
    counts = list(found.counts.all())
    _check_may_close(counts, words)
    result = tally(rule_named(found.rule), closed_votes_of(counts, words))
    found.result, found.is_open = result_to_keep(result), False
    found.save(update_fields=["result", "is_open"])
    found.roll.all().delete()
    found.counts.all().delete()
    wipe_traces(RollCall, SideCount)
    _note_result(found, result, by, now)
    show(found.session)


def _note_result(vote: Vote, result: Result, by: Standing, now: datetime) -> None:
    """What every reader of the result reads: in how many of the communities the rule was met."""
    note(
        "convene.vote_closed",
        vote.session,
        by,
        now,
        statement=vote.statement.number,
        rule=vote.rule,
        agreed=sum(bool(side.met) for side in result.sides),
        communities=len(result.sides),
    )


def _check_may_close(counts: list[SideCount], words: Mapping[int, bool]) -> None:
    heard = turnout(counts)
    if heard.members and heard.told < LEAST_TO_CLOSE:
        raise Refusal("convene.too_few_in", least=LEAST_TO_CLOSE)
    aloud = {count.side for count in counts if not count.votes_in_secret}
    if aloud - set(words):
        raise Refusal("convene.word_missing")


@transaction.atomic
def withdraw_vote(session: Session, vote: int, *, by: Standing, token: str) -> None:
    """Drop an open vote with everything it counted; nothing of it is told, and the statement may be asked again.

    Refuses ``convene.session_closed`` and ``convene.vote_closed``.
    """
    if not once(token, by.account):
        return
    drop_votes(session.votes.filter(pk=_open(hold(session), vote).pk))
    show(session)


def drop_votes(found: QuerySet[Vote]) -> None:
    """Open votes go with everything they counted; for deeds that hold the session."""
    if found.filter(is_open=True).delete()[0]:
        wipe_traces(RollCall, SideCount)


def _open(session: Session, vote: int) -> Vote:
    found = session.votes.filter(pk=vote, is_open=True).select_related("session", "statement").first()
    if found is None:
        raise Refusal("convene.vote_closed")
    return found
