"""What preparation holds that could lead to somebody, destroyed when everything that identifies is."""

from __future__ import annotations

from tracktwo.foundation.people.models import Compartment
from tracktwo.steps.prepare.models import (
    Acquaintance,
    ContactPlan,
    HelpCall,
    KeptApart,
    Reached,
    Readiness,
    RoomPlan,
    SafeWord,
    Tongues,
)


def destroy_traces(compartment: Compartment) -> None:
    """Journeys, ways home, languages, who sat with whom and who asked for help. Consents and signatures stay."""
    for of_a_seat in (ContactPlan, Reached, Readiness, Tongues):
        of_a_seat.objects.filter(seat__workshop__programme__compartment=compartment).delete()
    KeptApart.objects.filter(one__workshop__programme__compartment=compartment).delete()
    RoomPlan.objects.filter(workshop__programme__compartment=compartment).delete()
    Acquaintance.objects.filter(programme__compartment=compartment).delete()
    HelpCall.objects.filter(programme__compartment=compartment).delete()
    SafeWord.objects.filter(incident__programme__compartment=compartment).delete()
