"""Deeds that both workshops of the demonstration do: by the facilitator and by whoever has a seat."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from tracktwo.foundation.people.models import Account
from tracktwo.methods.counts import votes_in_secret
from tracktwo.methods.floor import Press
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import planned_phases
from tracktwo.steps.convene.models import Restatement, Session, Statement, Vote
from tracktwo.steps.convene.queries import session_now
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.queries import current_agenda
from tracktwo.steps.select.queries import list_seats

MINUTES = 870  # two days and a half of sitting
ORDERS = ((0, 1, 2), (0, 2, 1), (1, 0, 2), (0, 1, 2), (2, 0, 1), (1, 2, 0), (0, 1, 2), (2, 1, 0))


def hold_poll(stage: Stage, session: Session, asked: Sequence[Statement], now: datetime) -> None:
    """A ranking of three sentences, answered by everybody and closed."""
    by = stage.by("Hazel", "convene.run")
    poll = actions.open_poll(session, "ranking", [one.pk for one in asked], by=by, token=token())
    on_roll = set(poll.roll.values_list("account_id", flat=True))
    for side in sides(stage):
        for account, order in zip(seated(session.workshop, side), ORDERS, strict=False):
            if account.pk in on_roll:
                actions.cast_poll(session, poll.pk, order, account=account, token=token())
    words = {count.side: [True] * len(asked) for count in poll.counts.all() if not votes_in_secret(count.members)}
    actions.close_poll(session, poll.pk, words, by=by, now=now, token=token())


def shares(stage: Stage) -> list[tuple[str, int]]:
    return planned_phases(current_agenda(stage.programme), MINUTES)


def token() -> str:
    return secrets.token_urlsafe(16)


def sides(stage: Stage) -> list[int]:
    return list(stage.programme.communities.values_list("number", flat=True))


def seated(workshop: Workshop, side: int) -> list[Account]:
    return [seat.account for seat in list_seats(workshop) if seat.community.number == side]


def planned(session: Session) -> timedelta:
    """The time planned for the phase that is on."""
    place = session.presses.exclude(press=Press.ADD).count() - 1
    return timedelta(minutes=session.phases[place][1])


def open_session(stage: Stage, workshop: Workshop, now: datetime) -> Session:
    by = stage.by("Hazel", "convene.run")
    actions.open_session(workshop, MINUTES, by=by, now=now, token=token())
    return session_now(stage.programme)


def press(stage: Stage, session: Session, press: Press, now: datetime) -> datetime:
    by, seen = stage.by("Hazel", "convene.run"), session.presses.count()
    actions.press_clock(session, press, seen=seen, by=by, now=now, token=token())
    return now


def write(stage: Stage, session: Session, sentences: Sequence[tuple[str, str]], now: datetime) -> list[Statement]:
    sender = stage.accounts["Juniper"]
    return [
        actions.write_statement(session, text, language, sender=sender, now=now, token=token())
        for language, text in sentences
    ]


def park(stage: Stage, session: Session, wall: Sequence[Statement], parked: set[int]) -> None:
    for statement in wall:
        if statement.number in parked:
            sender = stage.accounts["Hazel"]
            actions.sort_statement(session, statement.pk, Statement.State.PARKED, sender=sender, token=token())


def ask(stage: Stage, session: Session, statement: Statement) -> Vote:
    by = stage.by("Hazel", "convene.run")
    return actions.open_vote(session, statement.pk, by=by, token=token())


def answer(session: Session, vote: Vote, people: Sequence[Account], given: Sequence[str]) -> None:
    on_roll = set(vote.roll.values_list("account_id", flat=True))
    for account, answer in zip(people, given, strict=False):
        if account.pk in on_roll:
            actions.cast_vote(session, vote.pk, answer, account=account, token=token())


def hold_vote(
    stage: Stage, session: Session, statement: Statement, given: Sequence[Sequence[str]], now: datetime
) -> None:
    """A whole vote: asked, answered by everybody, closed."""
    vote = ask(stage, session, statement)
    for side in sides(stage):
        answer(session, vote, seated(session.workshop, side), given[(side - 1) % len(given)])
    words = {count.side: True for count in vote.counts.all() if not count.votes_in_secret}
    by = stage.by("Hazel", "convene.run")
    actions.close_vote(session, vote.pk, words, by=by, now=now, token=token())


def say_back(
    stage: Stage, session: Session, row: Restatement, words: tuple[str, str], is_right: bool | None, now: datetime
) -> None:
    """The second community says it back; the first answers, or has not yet (None)."""
    by, (language, text) = stage.by("Hazel", "convene.run"), words
    actions.write_restatement(session, row.pk, 2, text, language, by=by, token=token())
    if is_right is not None:
        actions.answer_restatement(session, row.pk, 2, is_right, by=by, now=now, token=token())


def feel(
    stage: Stage, session: Session, people: Sequence[Account], given: Sequence[tuple[int, str]], now: datetime
) -> None:
    """One round of check-ins, ended."""
    by = stage.by("Hazel", "convene.run")
    checkin = actions.open_checkin(session, by=by, now=now, token=token())
    for account, (step, word) in zip(people, given, strict=False):
        actions.check_in(session, checkin.pk, step, word, account=account, token=token())
    actions.end_checkin(session, by=by, token=token())


def speak(stage: Stage, session: Session, turns: Sequence[tuple[Account, int]], now: datetime) -> datetime:
    """Turns of whole minutes, one after the other; the moment after the last."""
    by = stage.by("Hazel", "convene.run")
    for speaker, minutes in turns:
        actions.raise_hand(session, speaker, sender=speaker, token=token())
        actions.give_floor(session, session.hands.get(account=speaker).pk, by=by, now=now, token=token())
        now += timedelta(minutes=minutes)
    actions.end_turn(session, by=by, now=now, token=token())
    return now
