from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import AppConfig

if TYPE_CHECKING:
    from datetime import datetime

    from tracktwo.foundation.people.models import Compartment, Standing
    from tracktwo.steps.plan.models import Workshop


def aliases_of_nominees(compartment: Compartment) -> dict[UUID, str]:
    """What the vault's page calls the people behind nominations: their alias, once they have one."""
    from tracktwo.steps.select.models import Nomination

    found = Nomination.objects.filter(programme__compartment=compartment, account__isnull=False)
    return dict(found.values_list("person", "account__alias"))


def cohort_of(workshop: Workshop) -> list[tuple[str, int]]:
    """Alias and community of every seat that still stands: what an application lists."""
    from tracktwo.steps.select.queries import list_seats

    return list(list_seats(workshop).values_list("account__alias", "community__number"))


def remote_seats_of(workshop: Workshop) -> int:
    """How many of a workshop's seats are taken from afar."""
    from tracktwo.steps.select.queries import count_remote

    return count_remote(workshop)


def alternates_of(workshop: Workshop) -> list[str] | None:
    """Who was drawn as alternates and is still willing; None where no draw seated the cohort."""
    from tracktwo.steps.select.queries.draws import alternates_standing

    return alternates_standing(workshop)


def open_alternates(workshop: Workshop, by: Standing, now: datetime) -> list[str]:
    """The same for an application; the reading is in the record."""
    from tracktwo.steps.select.actions.seals import read_standing_alternates

    return read_standing_alternates(workshop, by=by, now=now)


class SelectConfig(AppConfig):
    name = "tracktwo.steps.select"
    label = "select"

    def ready(self) -> None:
        from tracktwo.foundation.vault import labels, purging
        from tracktwo.steps.plan import rosters
        from tracktwo.steps.select import policies  # noqa: F401 - registers its verbs by being loaded
        from tracktwo.steps.select.actions.purge import destroy_attributes

        labels.register(aliases_of_nominees)
        purging.register(destroy_attributes)
        rosters.register(cohort_of)
        rosters.register_afar(remote_seats_of)
        rosters.register_alternates(alternates_of, open_alternates)
