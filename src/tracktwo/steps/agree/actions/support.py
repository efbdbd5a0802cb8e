"""A round of support: what each community can live with, clause by clause, without a ballot.

As with a vote in the room, a line on the roll turns and counters grow, and nothing joins the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from tracktwo.foundation.live.actions import once, wipe_traces
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.counts import SupportVotes, add_answers, rule_named, tally_support, votes_in_secret
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.actions.keeping import locked, note, refuse_while_silent, seated_side
from tracktwo.steps.agree.models import Round, RoundCount, RoundRoll, Text
from tracktwo.steps.agree.queries import clauses_to_ask, open_round_of, round_turnout, seats_of
from tracktwo.steps.convene.actions.floor import turn_line
from tracktwo.steps.convene.convert import LEAST_TO_CLOSE
from tracktwo.steps.select.models import Seat


@transaction.atomic
def open_round(text: Text, *, rule: str, by: Standing, now: datetime, token: str) -> Round | None:
    """Ask every community about every clause whose words it was not asked about yet. None when the form came twice.

    The rule is the text's, chosen with its first round: chosen later it could be chosen by the result.
    """
    if not once(token, by.account):
        return None
    row, state = locked(text)
    if state.frozen:
        raise Refusal("text.frozen")
    refuse_while_silent(row)
    asked = clauses_to_ask(row, state)
    if not asked:
        raise Refusal("agree.nothing_to_ask")
    row.rule = row.rule or rule_named(rule).key
    row.save(update_fields=["rule"])
    number = (row.rounds.order_by("number").values_list("number", flat=True).last() or 0) + 1
    opened = Round.objects.create(text=row, number=number, asked=asked)
    _call_roll(opened, now.date())
    note("agree.round_opened", row, by, now, number=number, clauses=len(asked))
    return opened


def _call_roll(opened: Round, today: date) -> None:
    """Everybody at once, in the order of random keys: no row tells who answered first."""
    seats = [(seat.account_id, seat.community.number) for seat in seats_of(opened.text, today)]
    members = Counter(side for _account, side in seats)
    sides = opened.text.workshop.programme.communities.values_list("number", flat=True)
    if any(members[side] == 0 for side in sides):
        raise Refusal("agree.side_absent")
    blank = [[0, 0, 0] for _clause in opened.asked]
    RoundCount.objects.bulk_create(
        RoundCount(round=opened, side=side, members=members[side], cells=blank) for side in sides
    )
    RoundRoll.objects.bulk_create(
        RoundRoll(round=opened, account_id=account, side=side)
        for account, side in sorted(seats)
        if votes_in_secret(members[side])
    )


@transaction.atomic
def answer_round(
    text: Text, answers: Sequence[str], *, seat: Seat, account: Account, token: str, now: datetime
) -> None:
    """Count one person's answers, one for each clause that is asked about, in their order. Once, and in no record.

    Refuses ``agree.no_round``, ``agree.not_on_roll``, ``agree.answered_already`` and ``counts.support_answer``.
    """
    if not once(token, account):
        return
    row, _state = locked(text)
    found, side = _open(row), seated_side(row, seat, now.date())
    if not found.roll.filter(account=account, side=side).exists():
        raise Refusal("agree.not_on_roll")
    if not turn_line(found.roll.all(), account, "has_answered"):
        raise Refusal("agree.answered_already")
    count = found.counts.select_for_update().get(side=side)
    count.cells, count.voters = add_answers(count.cells, answers), count.voters + 1
    count.save(update_fields=["cells", "voters"])


@transaction.atomic
def close_round(text: Text, words: Mapping[int, Sequence[bool]], *, by: Standing, now: datetime, token: str) -> None:
    """Keep what the suppression table lets be read; erase counters and roll.

    ``words``: by community of fewer than six, which clauses it affirmed aloud, in their order. Refuses
    ``agree.no_round``, ``agree.too_few_answers`` and ``agree.word_missing``.
    """
    if not once(token, by.account):
        return
    row, _state = locked(text)
    found = _open(row)
    counts = list(found.counts.all())
    _check_may_close(found, counts, words)
    votes = [_votes(count, words.get(count.side)) for count in counts]
    result = tally_support(rule_named(row.rule), len(found.asked), votes)
    found.result, found.is_open, found.closed_on = asdict(result), False, now.date()
    found.save(update_fields=["result", "is_open", "closed_on"])
    found.roll.all().delete()
    found.counts.all().delete()
    wipe_traces(RoundRoll, RoundCount)
    told = {"rule": row.rule, "clauses": len(found.asked), "agreed": sum(result.met)}
    note("agree.round_closed", row, by, now, number=found.number, **told)


def _votes(count: RoundCount, word: Sequence[bool] | None) -> SupportVotes:
    if not votes_in_secret(count.members):
        return SupportVotes(count.side, count.members, words=tuple(word or ()))
    return SupportVotes(count.side, count.members, tuple((yes, no, passed) for yes, no, passed in count.cells))


def _check_may_close(found: Round, counts: Sequence[RoundCount], words: Mapping[int, Sequence[bool]]) -> None:
    heard = round_turnout(found)
    if heard.members and heard.told < LEAST_TO_CLOSE:
        raise Refusal("agree.too_few_answers", least=LEAST_TO_CLOSE)
    aloud = {count.side for count in counts if not votes_in_secret(count.members)}
    if any(len(words.get(side, ())) != len(found.asked) for side in aloud):
        raise Refusal("agree.word_missing")


@transaction.atomic
def withdraw_round(text: Text, *, by: Standing, now: datetime) -> None:
    """Drop an open round with everything it counted; nothing of it is told, and the clauses may be asked again."""
    row, _state = locked(text)
    found = _open(row)
    number = found.number
    found.delete()
    wipe_traces(RoundRoll, RoundCount)
    note("agree.round_withdrawn", row, by, now, number=number)


def _open(row: Text) -> Round:
    found = open_round_of(row)
    if found is None:
        raise Refusal("agree.no_round")
    return found
