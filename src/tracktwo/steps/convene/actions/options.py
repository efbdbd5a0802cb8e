"""Options that serve needs, and joint steps with a role and a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.floor import hold, show
from tracktwo.steps.convene.convert import checked_text
from tracktwo.steps.convene.models import OWNERS, JointStep, Option, Restatement, Session


@transaction.atomic
def take_up_option(
    session: Session, statement: int, needs: Sequence[int], *, by: Standing, token: str
) -> Option | None:
    """A statement becomes an option that serves these accepted needs and fears.

    None when the form came twice. Refuses ``convene.session_closed``, ``convene.statement_unknown``,
    ``convene.option_twice`` and ``convene.option_unserved``.
    """
    if not once(token, by.account):
        return None
    session = hold(session)
    found = session.statements.filter(pk=statement).exclude(state="held").first()
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
    """Say anew which needs an option serves. Refuses as ``take_up_option`` does."""
    if not once(token, by.account):
        return
    session = hold(session)
    found = session.options.filter(pk=option).first()
    if found is None:
        raise Refusal("convene.statement_unknown")
    _serve(found, needs)
    show(session)


def _serve(option: Option, needs: Sequence[int]) -> None:
    """Needs of any session of the workshop: options are often looked for on a later day."""
    of_workshop = Restatement.objects.filter(session__workshop=option.session.workshop_id, is_accepted=True)
    served = of_workshop.filter(pk__in=needs)
    if not served:
        raise Refusal("convene.option_unserved")
    option.needs.set(served)


@transaction.atomic
def add_step(
    session: Session,
    text: str,
    language: str,
    owner: str,
    due: date | None,
    option: int = 0,
    *,
    by: Standing,
    now: datetime,
    token: str,
) -> JointStep | None:
    """A joint step: what, which role, by which day.

    None when the form came twice. Refuses ``convene.session_closed``, ``convene.text_*``,
    ``convene.language_unknown``, ``convene.step_owner`` and ``convene.step_due``.
    """
    if not once(token, by.account):
        return None
    session, text = hold(session), checked_text(text)
    if language not in dict(settings.LANGUAGES):
        raise Refusal("convene.language_unknown")
    if owner not in OWNERS:
        raise Refusal("convene.step_owner")
    if due is None or due < timezone.localdate(now):
        raise Refusal("convene.step_due")
    served = session.options.filter(pk=option).first()
    step = JointStep.objects.create(session=session, option=served, text=text, language=language, owner=owner, due=due)
    show(session)
    return step
