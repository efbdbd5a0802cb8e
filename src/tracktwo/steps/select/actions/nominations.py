"""Somebody is proposed, answers, and may take the answer back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.actions import issue_invitation
from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.foundation.vault.actions import keep_identity, shred
from tracktwo.foundation.vault.queries import access_persons
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import has_ended
from tracktwo.steps.programme.models import Community, Programme
from tracktwo.steps.select.convert import ATTRIBUTES
from tracktwo.steps.select.models import EntryClass, Nomination, Pool, Seat


def propose(
    programme: Programme, community: Community, identity: Mapping[str, str], *, by: Standing, now: datetime
) -> Nomination:
    """Nominate somebody: name and contact go into the vault (which may be sealed), here stays a handle."""
    with transaction.atomic():
        nomination = keep_proposed(programme, community, identity, Nomination.Way.CONVENER, now)
        record("select.nominated", book=programme.compartment.book, role=by.role, side=by.side, at=now, count=1)
    return nomination


def keep_proposed(
    programme: Programme, community: Community, identity: Mapping[str, str], way: str, now: datetime
) -> Nomination:
    """The handle of somebody proposed, whichever way they came; the deed that calls for it writes the record."""
    person = keep_identity(programme.compartment, identity)
    return Nomination.objects.create(
        programme=programme, community=community, person=person, way=way, proposed_on=now.date()
    )


@transaction.atomic
def invite(nomination: Nomination, *, by: Standing, now: datetime) -> str:
    """A one-time code with which the nominee comes to answer; returned once. An earlier one opens nothing any more."""
    _check_unanswered(nomination)
    if nomination.account_id or (nomination.invitation and nomination.invitation.used_by_id):
        raise Refusal("select.joined_already")
    if nomination.invitation:
        nomination.invitation.withdrawn = True
        nomination.invitation.save(update_fields=["withdrawn"])
    invitation, code = issue_invitation(
        nomination.programme.compartment, Role.NOMINEE, nomination.community.number, by=by, now=now
    )
    nomination.invitation = invitation
    nomination.save(update_fields=["invitation"])
    return code


def address_to(nomination: Nomination, account: Account) -> None:
    """The nominee has an account in this programme already and answers with it; no code is needed."""
    _check_unanswered(nomination)
    nomination.account = account
    nomination.save(update_fields=["account"])


@transaction.atomic
def consent(
    nomination: Nomination, account: Account, attributes: Mapping[str, str], *, by: Standing, now: datetime
) -> None:
    """The nominee's own yes, and only with it what the quotas look at."""
    nomination = _held(nomination)
    _check_unanswered(nomination)
    unknown = [key for key, value in attributes.items() if value not in ATTRIBUTES.get(key, ())]
    if unknown or set(attributes) != set(ATTRIBUTES):
        raise Refusal("select.attributes")
    nomination.account, nomination.attributes = account, dict(attributes)
    nomination.state, nomination.answered_on = Nomination.State.CONSENTED, now.date()
    nomination.save()
    book = nomination.programme.compartment.book
    record("select.consented", book=book, role=by.role, side=by.side, at=now)


@transaction.atomic
def decline(nomination: Nomination, *, by: Standing, now: datetime) -> None:
    """The nominee's no: the identity is destroyed, and that somebody declined is all that stays."""
    nomination = _held(nomination)
    _check_unanswered(nomination)
    nomination.state, nomination.answered_on = Nomination.State.DECLINED, now.date()
    nomination.save()
    book = nomination.programme.compartment.book
    record("select.declined", book=book, role=by.role, side=by.side, at=now)
    _destroy_identity(nomination, by)


def _held(nomination: Nomination) -> Nomination:
    """The nomination as it stands, held until the deed is done: a yes and a no at once are one answer."""
    return Nomination.objects.select_for_update().get(pk=nomination.pk)


def forget_assessments(nomination: Nomination) -> None:
    """What others gave and said; their words in the vault go with the identity."""
    nomination.assignments.all().delete()
    nomination.results.all().delete()
    nomination.objections.all().delete()


def _destroy_identity(nomination: Nomination, by: Standing) -> None:
    forget_assessments(nomination)
    # An officer may have shredded it before; a no or a withdrawal is heard all the same.
    if access_persons(by.compartment).filter(pk=nomination.person).exists():
        shred(nomination.person, by=by)


def _check_unanswered(nomination: Nomination) -> None:
    if nomination.state != Nomination.State.PROPOSED:
        raise Refusal("select.answered_already")


@transaction.atomic
def withdraw(nomination: Nomination, *, by: Standing, now: datetime) -> None:
    """Take back a yes: answers and identity are destroyed, seats ahead given up, pools ahead have to be made again."""
    nomination = _held(nomination)
    if nomination.state != Nomination.State.CONSENTED:
        raise Refusal("select.nothing_to_withdraw")
    _give_up_seats(nomination, now)
    Pool.objects.filter(members__nomination=nomination, workshop__seats=None, workshop__closed_at=None).delete()
    nomination.state, nomination.attributes, nomination.answered_on = Nomination.State.DECLINED, {}, now.date()
    nomination.save()
    record("select.withdrawn", book=nomination.programme.compartment.book, role=by.role, side=by.side, at=now)
    _destroy_identity(nomination, by)


def _give_up_seats(nomination: Nomination, now: datetime) -> None:
    own = Seat.objects.filter(workshop__programme=nomination.programme, account=nomination.account)
    ahead = [seat.pk for seat in own.select_related("workshop") if not has_ended(seat.workshop, now)]
    EntryClass.objects.filter(seat__in=ahead).delete()
    own.filter(pk__in=ahead, withdrawn_on=None).update(withdrawn_on=now.date())
