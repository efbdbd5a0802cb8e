from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.apps import AppConfig

if TYPE_CHECKING:
    from tracktwo.foundation.people.models import Compartment


def aliases_of_nominees(compartment: Compartment) -> dict[UUID, str]:
    """What the vault's page calls the people behind nominations: their alias, once they have one."""
    from tracktwo.steps.select.models import Nomination

    found = Nomination.objects.filter(programme__compartment=compartment, account__isnull=False)
    return dict(found.values_list("person", "account__alias"))


class SelectConfig(AppConfig):
    name = "tracktwo.steps.select"
    label = "select"

    def ready(self) -> None:
        from tracktwo.foundation.vault import labels
        from tracktwo.steps.select import policies  # noqa: F401 - registers its verbs by being loaded

        labels.register(aliases_of_nominees)
