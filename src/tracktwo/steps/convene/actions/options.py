"""Options that serve needs, and joint steps with a role and a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, show
from tracktwo.steps.convene.convert import checked_text
from tracktwo.steps.convene.models import OWNERS, JointStep, Option, Restatement, Session, Statement


@transaction.atomic
def take_up_option(
    session: Session, statement: int, needs: Sequence[int], *, by: Standing, token: str
) -> Option | None:
    """A statement of any session of the workshop becomes an option that serves these accepted needs and fears.

    None when the form came twice. Refuses ``convene.session_closed``, ``convene.statement_unknown``,
    ``convene.option_twice`` and ``convene.option_unserved``.
    """
    if not once(token, by.account):
        return None
    session = hold(session)
    of_workshop = Statement.objects.filter(session__workshop=session.workshop_id)
    found = of_workshop.exclude(state=Statement.State.HELD).filter(pk=statement).first()
    if found is None:
        raise Refusal("convene.statement_unknown")
    if Option.objects.filter(statement=found).exists():
        raise Refusal("convene.option_twice")
    option = Option.objects.create(session=session, statement=found)
    _serve(option, needs)
    show(session)
    return option


@transaction.atomic
def change_needs(session: Session, option: int, needs: Sequence[int], *, by: Standing, token: str) -> None:
    """Say anew which needs an option of the workshop serves.

    Refuses ``convene.session_closed``, ``convene.option_unknown`` and ``convene.option_unserved``.
    """
    if not once(token, by.account):
        return
    session = hold(session)
    _serve(_option(session, option), needs)
    show(session)


def _option(session: Session, option: int) -> Option:
    """One of any session of the workshop: its pages offer all of them. Refuses ``convene.option_unknown``."""
    found = Option.objects.filter(session__workshop=session.workshop_id, pk=option).first()
    if found is None:
        raise Refusal("convene.option_unknown")
    return found


def _serve(option: Option, needs: Sequence[int]) -> None:
    """Needs of any session of the workshop: options are often looked for on a later day."""
    of_workshop = Restatement.objects.filter(session__workshop=option.session.workshop_id, is_accepted=True)
    served = of_workshop.filter(pk__in=needs)
    if not served:
        raise Refusal("convene.option_unserved")
    option.needs.set(served)


@dataclass(frozen=True)
class Step:
    """A joint step as it was typed: what, which role, by which day, from which option of the workshop."""

    text: str
    language: str
    owner: str
    due: date | None
    option: int | None = None


@transaction.atomic
def add_step(session: Session, step: Step, *, by: Standing, now: datetime, token: str) -> JointStep | None:
    """A joint step of the room.

    None when the form came twice. Refuses ``convene.session_closed``, ``convene.text_*``,
    ``convene.language_unknown``, ``convene.step_owner``, ``convene.step_due`` and ``convene.option_unknown``.
    """
    if not once(token, by.account):
        return None
    session = hold(session)
    row = JointStep.objects.create(session=session, **_checked(session, step, timezone.localdate(now)))
    show(session)
    return row


@transaction.atomic
def change_step(session: Session, row: int, step: Step, *, by: Standing, now: datetime, token: str) -> None:
    """Correct a joint step of any session of the workshop; its day may stay where it was, even if it has passed.

    What is typed is said in this session, and leaves the room as far as this one allows; a step of a session that
    stays inside stays there. Refuses as ``add_step``, and ``convene.step_unknown``.
    """
    if not once(token, by.account):
        return
    session = hold(session)
    found = _step(session, row)
    for name, value in _checked(session, step, min(timezone.localdate(now), found.due)).items():
        setattr(found, name, value)
    if not found.session.stays_inside:
        found.session = session
    found.save()
    show(session)


@transaction.atomic
def drop_step(session: Session, row: int, *, by: Standing, token: str) -> None:
    """Take a joint step away. Refuses ``convene.session_closed`` and ``convene.step_unknown``."""
    if not once(token, by.account):
        return
    session = hold(session)
    _step(session, row).delete()
    show(session)


def _step(session: Session, row: int) -> JointStep:
    found = JointStep.objects.filter(session__workshop=session.workshop_id, pk=row).select_related("session").first()
    if found is None:
        raise Refusal("convene.step_unknown")
    return found


def _checked(session: Session, step: Step, earliest: date) -> dict[str, Any]:
    """As it is kept."""
    text = checked_text(step.text)
    if step.language not in dict(settings.LANGUAGES):
        raise Refusal("convene.language_unknown")
    if step.owner not in OWNERS:
        raise Refusal("convene.step_owner")
    if step.due is None or step.due < earliest:
        raise Refusal("convene.step_due")
    option = None if step.option is None else _option(session, step.option)
    return {"text": text, "language": step.language, "owner": step.owner, "due": step.due, "option": option}
