"""What may be known of people."""

from __future__ import annotations

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account, Compartment, Invitation, Standing


def access_compartments(account: Account) -> QuerySet[Compartment]:
    """The compartments in which the account stands itself."""
    return Compartment.objects.filter(standings__account=account).distinct()


def list_standings(compartment: Compartment) -> QuerySet[Standing]:
    """Who stands here, by alias, for screens of those who may see it."""
    return Standing.objects.filter(compartment=compartment).select_related("account").order_by("role", "account__alias")


def list_open_invitations(compartment: Compartment) -> QuerySet[Invitation]:
    """Invitations nobody has used yet."""
    return Invitation.objects.filter(compartment=compartment, used_by=None, withdrawn=False).order_by("expires_at")
