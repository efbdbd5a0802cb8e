"""Agreeing how somebody is reached after a workshop, and noting whether they were."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tracktwo.data.phrase_words import PHRASE_WORDS
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.live.actions import once
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import day_at, latest_day
from tracktwo.steps.prepare.actions.care import ask_help
from tracktwo.steps.prepare.actions.checks import check_kept, note
from tracktwo.steps.prepare.convert.contacts import AHEAD, LAST, check_ins, is_past
from tracktwo.steps.prepare.models import ContactPlan, Reached
from tracktwo.steps.select.models import Seat


@transaction.atomic
def agree_contact(seat: Seat, *, channel: str, caller: str, language: str, now: datetime) -> ContactPlan:
    """Say how one wants to be reached and by whom. The words are the house's own, so that they say nothing."""
    check_kept(seat)
    before = ContactPlan.objects.filter(seat=seat).first()
    said = {"channel": ContactPlan.Channel(channel), "caller": ContactPlan.Caller(caller), "agreed_on": now.date()}
    known = PHRASE_WORDS.get(language, PHRASE_WORDS["en"])
    words = before.words if before else " ".join(secrets.choice(known) for _word in range(2))
    plan, _new = ContactPlan.objects.update_or_create(seat=seat, defaults={**said, "words": words})
    return plan


@transaction.atomic
def note_reached(seat: Seat, *, weeks: int, answer: str, by: Standing, now: datetime, token: str) -> Reached | None:
    """Note one try. The record holds that a check-in of the workshop was made, neither whose nor its answer.

    None when the form came twice; a second try on the same day is a form of its own.
    """
    if not once(token, by.account):
        return None
    kept = _keep_answer(seat, weeks, Reached.Answer(answer), now, is_own=False)
    note("prepare.checked_in", seat, by, now, workshop=seat.workshop.number, weeks=weeks)
    return kept


@transaction.atomic
def answer_check_in(seat: Seat, *, weeks: int, is_safe: bool, by: Standing, now: datetime) -> Reached:
    """Say oneself, signed in, whether one is safe. Who is not asks to be reached by the same tap.

    The record holds no community, and of a call for help nothing. A second line of one seat for the same week would
    tell of the call between, so only the first "safe" is recorded.
    """
    held = Seat.objects.select_for_update(of=("self",)).select_related("account", "workshop__programme__compartment")
    seat = held.get(pk=seat.pk)
    check_kept(seat)
    answers, workshop = list(seat.reached.filter(weeks=weeks).order_by("id")), seat.workshop
    before = answers[-1] if answers else None
    if before is not None and before.is_own and (before.answer == Reached.Answer.SAFE) == is_safe:
        return before  # tapped twice
    said_safe = any(one.is_own and one.answer == Reached.Answer.SAFE for one in answers)
    kept = _keep_answer(seat, weeks, Reached.Answer.SAFE if is_safe else Reached.Answer.HELP, now, is_own=True)
    if is_safe and not said_safe:
        book, facts = workshop.programme.compartment.book, {"workshop": workshop.number, "weeks": weeks}
        place = {"book": book, "role": by.role, "kind": "workshop", "key": str(workshop.number)}
        record("prepare.checked_in", **place, at=now, **facts)
    if not is_safe:
        ask_help(workshop.programme, seat.account, now)
    return kept


def _keep_answer(seat: Seat, weeks: int, answer: Reached.Answer, now: datetime, *, is_own: bool) -> Reached:
    ends_on, today = seat.workshop.ends_on, day_at(seat.workshop, now)
    if is_past(ends_on, today):
        raise Refusal("prepare.check_in_past")
    answers = dict(seat.reached.order_by("id").values_list("weeks", "answer"))
    found = [one for one in check_ins(ends_on, answers, today) if one.weeks == weeks]
    if not found or found[0].state == AHEAD:
        raise Refusal("prepare.check_in_ahead")
    return Reached.objects.create(seat=seat, weeks=weeks, answer=answer, tried_on=now.date(), is_own=is_own)


@transaction.atomic
def forget_contacts(now: datetime) -> int:
    """Destroy how seats were reached and what they answered, 26 weeks after the workshop or when a seat was given up.

    Returns how many rows went. Two words and "asks for help" beside an alias are nobody's history to keep.
    """
    past = Q(seat__workshop__ends_on__lt=latest_day(now) - LAST) | Q(seat__withdrawn_on__isnull=False)
    return sum(model.objects.filter(past).delete()[0] for model in (ContactPlan, Reached))
