"""What a selection holds that could tell who somebody is, destroyed when everything that identifies is."""

from __future__ import annotations

from collections.abc import Mapping

from tracktwo.foundation.people.models import Compartment
from tracktwo.steps.select.convert.draws import without_certificate, without_features
from tracktwo.steps.select.models import Draw, EntryClass, Nomination, PoolMember, Slip, Sounding, Tie


def destroy_attributes(compartment: Compartment) -> None:
    """Attributes become blank, so that pages of past draws keep their columns; passports and ties go.

    Seats, aliases, communities and proofs stay. A draw under way cannot go on: what it would draw from is gone.
    """
    pools = {"pool__workshop__programme__compartment": compartment}
    EntryClass.objects.filter(seat__workshop__programme__compartment=compartment).delete()
    Tie.objects.filter(**pools).delete()
    Sounding.objects.filter(programme__compartment=compartment).update(note=None)
    named = Nomination.objects.filter(programme__compartment=compartment)
    for one in [*named, *PoolMember.objects.filter(**pools, pool__kind="nominees")]:
        one.attributes = _blank(one.attributes)
        one.save(update_fields=["attributes"])
    for draw in Draw.objects.filter(**pools).exclude(secret=""):
        draw.frozen, draw.listed, draw.secret = without_features(draw), without_certificate(draw.listed), ""
        draw.save(update_fields=["frozen", "listed", "secret"])
    # Sealed files are notes of the vault, and have gone with its keys.
    Draw.objects.filter(**pools).update(audit=None)
    Slip.objects.filter(**{f"draw__{path}": value for path, value in pools.items()}).delete()


def _blank(attributes: Mapping[str, str]) -> dict[str, str]:
    """The community is that of the seat, which stays."""
    return {name: value if name == "community" else "" for name, value in attributes.items()}
