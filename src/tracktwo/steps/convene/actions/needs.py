"""The restatement loop on the record of the room: both communities' marks, and nobody's."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.floor import Loop, begin
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.assent import ask_speakers, forget_assent
from tracktwo.steps.convene.actions.floor import hold, note, show
from tracktwo.steps.convene.actions.wordings import forget_wordings
from tracktwo.steps.convene.convert import checked_text, loop_of
from tracktwo.steps.convene.models import Draft, Restatement, Session


@transaction.atomic
def begin_restatement(
    session: Session, statement: int, speaker: int, kind: str, *, by: Standing, token: str
) -> Restatement | None:
    """A community has said this; the others are to say it back.

    None when the form came twice. Refuses ``convene.session_closed``, ``convene.statement_unknown``,
    ``convene.kind_unknown``, ``convene.restate_open``, ``convene.restate_twice`` and ``floor.restate_side``.
    """
    if not once(token, by.account):
        return None
    session = hold(session)
    found = session.statements.filter(pk=statement).exclude(state="held").first()
    if found is None:
        raise Refusal("convene.statement_unknown")
    if kind not in Restatement.Kind.values:
        raise Refusal("convene.kind_unknown")
    if session.restatements.filter(is_open=True).exists():
        raise Refusal("convene.restate_open")
    if Restatement.objects.filter(statement=found).exists():
        raise Refusal("convene.restate_twice")
    loop = begin(speaker, list(session.workshop.programme.communities.values_list("number", flat=True)))
    row = Restatement.objects.create(session=session, statement=found, speaker=speaker, kind=kind)
    Draft.objects.bulk_create(Draft(restatement=row, side=draft.side) for draft in loop.drafts)
    show(session)
    return row


@transaction.atomic
def write_restatement(
    session: Session, restatement: int, side: int, text: str, language: str, *, by: Standing, token: str
) -> None:
    """A community says it back in its own words; earlier words of its give way.

    Refuses ``convene.text_*``, ``convene.language_unknown``, ``convene.session_closed``, ``floor.restate_*``.
    """
    if not once(token, by.account):
        return
    row = _row(hold(session), restatement)
    text = checked_text(text)
    if language not in dict(settings.LANGUAGES):
        raise Refusal("convene.language_unknown")
    _keep(row, loop_of(row).write(side))
    draft = row.drafts.get(side=side)
    forget_assent(row)
    ask_speakers(draft, row, text)
    row.drafts.filter(side=side).update(text=text, language=language)
    forget_wordings(row, side)
    show(row.session)


@transaction.atomic
def answer_restatement(
    session: Session, restatement: int, side: int, is_right: bool, *, by: Standing, now: datetime, token: str
) -> None:
    """The speakers' word on what a community wrote. Accepted, both marks go into the record.

    Refuses ``convene.session_closed`` and ``floor.restate_*``.
    """
    if not once(token, by.account):
        return
    row = _row(hold(session), restatement)
    loop = loop_of(row)
    after = loop.accept(side) if is_right else loop.correct(side)
    _keep(row, after)
    forget_assent(row)
    if is_right:
        facts = {"speaker": row.speaker, "listener": side, "tries": after.of(side).tries}
        # Under the session in which it was said, which may be an earlier one: there its number means this statement.
        said_in = row.statement.session
        note("convene.restatement_accepted", said_in, by, now, statement=row.statement.number, **facts)
    show(row.session)


@transaction.atomic
def set_restatement_aside(session: Session, restatement: int, *, by: Standing, token: str) -> None:
    """Leave it for now. Refuses ``convene.session_closed`` and ``floor.restate_done``."""
    if not once(token, by.account):
        return
    row = _row(hold(session), restatement)
    put_aside(row)
    show(row.session)


def put_aside(row: Restatement) -> None:
    """For deeds that hold the session."""
    _keep(row, loop_of(row).set_aside())
    forget_assent(row)
    forget_wordings(row)


@transaction.atomic
def take_restatement_up(session: Session, restatement: int, *, by: Standing, token: str) -> None:
    """Go on with one that was set aside in any session of the workshop; from now on it is of this session.

    Refuses ``convene.session_closed``, ``convene.restate_open`` and ``convene.statement_held``.
    """
    if not once(token, by.account):
        return
    session = hold(session)
    if session.restatements.filter(is_open=True).exists():
        raise Refusal("convene.restate_open")
    row = _row(session, restatement, session__workshop=session.workshop_id)
    if row.statement.is_held:
        raise Refusal("convene.statement_held")
    row.session = session
    row.save(update_fields=["session"])
    _keep(row, loop_of(row).take_up())
    show(session)


def _row(session: Session, restatement: int, **where: object) -> Restatement:
    """One of this session, or of ``where``."""
    found = Restatement.objects.filter(pk=restatement, **(where or {"session": session}))
    row = found.select_related("session__workshop", "statement__session__workshop").first()
    if row is None:
        raise Refusal("floor.restate_done")
    return row


def _keep(row: Restatement, loop: Loop) -> None:
    for draft in loop.drafts:
        row.drafts.filter(side=draft.side).update(tries=draft.tries, mark=draft.mark)
    row.is_accepted = loop.state == "accepted"
    row.is_open = loop.state not in ("accepted", "aside")
    row.asked = [] if row.is_accepted else row.asked  # what is set aside may be taken up, and asked about, again
    row.save(update_fields=["is_open", "is_accepted", "asked"])
