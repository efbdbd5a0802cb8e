"""Statements: written by anyone in the room, kept without their author, sorted by the third party."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, note, show
from tracktwo.steps.convene.actions.needs import put_aside
from tracktwo.steps.convene.actions.paper_polls import drop_counts_on
from tracktwo.steps.convene.actions.polls import drop_polls_on
from tracktwo.steps.convene.actions.votes import drop_votes
from tracktwo.steps.convene.convert import checked_text, phase_now
from tracktwo.steps.convene.models import Restatement, Session, Statement
from tracktwo.steps.convene.pace import keep_pace

SAID = "said"
MOST_STATEMENTS = 300  # whose words stand on screens: holding some makes room for others


@transaction.atomic
def write_statement(
    session: Session, text: str, language: str, *, sender: Account, now: datetime, token: str, paced: bool = False
) -> Statement | None:
    """Put a statement on the wall. ``sender`` serves to obey the form once and is kept nowhere; so is ``now``.
    ``paced``: from a telephone, which may not write faster than a room can read.

    None when the form came twice. Refuses ``convene.text_*``, ``convene.language_unknown``,
    ``convene.session_closed``, ``convene.no_phase``, ``convene.statements_full`` and ``convene.too_fast``.
    """
    if not once(token, sender):
        return None
    session = hold(session)
    text, phase = checked_text(text), phase_now(session, now)
    if language not in dict(settings.LANGUAGES):
        raise Refusal("convene.language_unknown")
    if phase is None:
        raise Refusal("convene.no_phase")
    if session.statements.exclude(state=Statement.State.HELD).count() >= MOST_STATEMENTS:
        raise Refusal("convene.statements_full", most=MOST_STATEMENTS)
    if paced:
        keep_pace(SAID, session.pk, sender.pk)
    number = session.statements.count() + 1
    statement = Statement.objects.create(session=session, number=number, phase=phase, text=text, language=language)
    show(session)
    return statement


@transaction.atomic
def sort_statement(
    session: Session, statement: int, state: Statement.State, reason: str = "", *, sender: Account, token: str
) -> None:
    """Keep a statement, park it to the constraints ("that will never work" came too early), or hold it off all screens.

    Whoever holds gives one of the reasons that the room reads. Who is named cannot wait for a vote to end: what asks
    about the words goes with them, a vote or poll with everything it counted, and a restatement is set aside. Words of
    earlier sessions stand on telephones too and are sorted alike. Refuses ``convene.session_closed``,
    ``convene.statement_unknown`` and ``convene.reason_missing``.
    """
    if not once(token, sender):
        return
    session = hold(session)
    found = _of_workshop(session, statement)
    if state == Statement.State.HELD:
        if reason not in Statement.Reason.values:
            raise Refusal("convene.reason_missing")
        _end_asking(session, found)
        found.before = found.before if found.is_held else found.state
    found.state, found.reason = state, reason if state == Statement.State.HELD else ""
    found.save(update_fields=["state", "reason", "before"])
    show(session)


@transaction.atomic
def show_again(session: Session, statement: int, *, sender: Account, token: str) -> None:
    """Take a hold back: the statement is what it was before, kept or parked. What is not held stays as it is.

    Refuses ``convene.session_closed`` and ``convene.statement_unknown``.
    """
    if not once(token, sender):
        return
    session = hold(session)
    found = _of_workshop(session, statement)
    if found.is_held:
        found.state, found.reason = found.before, ""
        found.save(update_fields=["state", "reason"])
        show(session)


@transaction.atomic
def read_held(session: Session, statement: int, *, account: Account, by: Standing, now: datetime, token: str) -> str:
    """The words of a held statement for one reader; that they were read is in the record before they are given out.

    A form that comes twice is answered again and recorded once. Refuses ``convene.session_closed`` and
    ``convene.not_held``.
    """
    is_new = once(token, account)
    session = hold(session)
    found = Statement.objects.filter(session__workshop=session.workshop_id, pk=statement).first()
    if found is None or not found.is_held:
        raise Refusal("convene.not_held")
    if is_new:
        note("convene.held_read", found.session, by, now, statement=found.number)
    return found.text


def _of_workshop(session: Session, statement: int) -> Statement:
    found = Statement.objects.filter(session__workshop=session.workshop_id, pk=statement).first()
    if found is None:
        raise Refusal("convene.statement_unknown")
    return found


def _end_asking(session: Session, statement: Statement) -> None:
    drop_votes(session.votes.filter(statement=statement))
    drop_polls_on(session, statement.pk)
    drop_counts_on(session, statement.pk)
    for row in Restatement.objects.filter(statement=statement, is_open=True):
        put_aside(row)
