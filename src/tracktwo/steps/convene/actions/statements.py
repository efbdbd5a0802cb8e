"""Statements: written by anyone in the room, kept without their author, sorted by the third party."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, show
from tracktwo.steps.convene.convert import checked_text, phase_now
from tracktwo.steps.convene.models import Session, Statement

MOST_STATEMENTS = 300


@transaction.atomic
def write_statement(
    session: Session, text: str, language: str, *, sender: Account, now: datetime, token: str
) -> Statement | None:
    """Put a statement on the wall. ``sender`` serves to obey the form once and is kept nowhere; so is ``now``.

    None when the form came twice. Refuses ``convene.text_*``, ``convene.language_unknown``,
    ``convene.session_closed``, ``convene.no_phase`` and ``convene.statements_full``.
    """
    if not once(token, sender):
        return None
    session = hold(session)
    text, phase = checked_text(text), phase_now(session, now)
    if language not in dict(settings.LANGUAGES):
        raise Refusal("convene.language_unknown")
    if phase is None:
        raise Refusal("convene.no_phase")
    number = session.statements.count() + 1
    if number > MOST_STATEMENTS:
        raise Refusal("convene.statements_full", most=MOST_STATEMENTS)
    statement = Statement.objects.create(session=session, number=number, phase=phase, text=text, language=language)
    show(session)
    return statement


@transaction.atomic
def sort_statement(
    session: Session, statement: int, state: Statement.State, reason: str = "", *, sender: Account, token: str
) -> None:
    """Keep a statement, park it to the constraints ("that will never work" came too early), or hold it off the wall.

    Whoever holds gives one of the reasons that the room reads. Refuses ``convene.session_closed``,
    ``convene.statement_unknown``, ``convene.reason_missing`` and ``convene.vote_open`` for the sentence being voted on.
    """
    if not once(token, sender):
        return
    session = hold(session)
    found = session.statements.filter(pk=statement)
    if state == Statement.State.HELD:
        if reason not in Statement.Reason.values:
            raise Refusal("convene.reason_missing")
        if found.filter(vote__is_open=True).exists():
            raise Refusal("convene.vote_open")
    if not found.update(state=state, reason=reason if state == Statement.State.HELD else ""):
        raise Refusal("convene.statement_unknown")
    show(session)
