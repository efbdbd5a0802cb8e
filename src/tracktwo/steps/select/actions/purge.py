"""What a selection holds that could tell who somebody is, destroyed when everything that identifies is."""

from __future__ import annotations

from tracktwo.foundation.people.models import Compartment
from tracktwo.steps.select.models import EntryClass, Nomination, PoolMember, Sounding, Tie


def destroy_attributes(compartment: Compartment) -> None:
    """Attributes become blank, so that pages of past draws keep their columns; passports and ties go.

    Seats, aliases and proofs stay: what was drawn from is in the record as a commitment.
    """
    pools = {"pool__workshop__programme__compartment": compartment}
    EntryClass.objects.filter(seat__workshop__programme__compartment=compartment).delete()
    Tie.objects.filter(**pools).delete()
    Sounding.objects.filter(programme__compartment=compartment).update(note=None)
    named = Nomination.objects.filter(programme__compartment=compartment)
    for one in [*named, *PoolMember.objects.filter(**pools, pool__kind="nominees")]:
        one.attributes = dict.fromkeys(one.attributes, "")
        one.save(update_fields=["attributes"])
