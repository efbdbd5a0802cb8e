"""Who was proposed, and what became of it."""

from __future__ import annotations

from django.db.models import Count, QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Nomination, Seat


def nomination_of(programme: Programme, account: Account) -> Nomination | None:
    """The nomination that this account answers: the one its code belongs to."""
    own = Nomination.objects.filter(programme=programme).select_related("community")
    return own.filter(account=account).first() or own.filter(invitation__used_by=account).first()


def list_nominations(programme: Programme, side: int | None = None) -> QuerySet[Nomination]:
    """All nominations, or one community's: a guarantor sees no other."""
    found = Nomination.objects.filter(programme=programme).select_related("community", "account")
    return found.filter(community__number=side) if side else found


def count_by_state(programme: Programme) -> dict[str, int]:
    counted = Nomination.objects.filter(programme=programme).values_list("state").annotate(number=Count("id"))
    return {state: dict(counted).get(state, 0) for state in Nomination.State.values}


def has_taken_part(programme: Programme, account: Account | None) -> bool:
    return account is not None and Seat.objects.filter(workshop__programme=programme, account=account).exists()
