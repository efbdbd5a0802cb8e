from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from tracktwo.steps.programme.models import Programme


def associations_of(programme: Programme) -> list[tuple[str, str]]:
    """The associations before whose conventions workshops lie: they are checked like everybody else."""
    found = programme.workshops.exclude(edition=None).values_list("edition__association", flat=True)
    return [("association", name) for name in dict.fromkeys(found)]


class PlanConfig(AppConfig):
    name = "tracktwo.steps.plan"
    label = "plan"

    def ready(self) -> None:
        from tracktwo.steps.plan import policies  # noqa: F401 - registers its verbs by being loaded
        from tracktwo.steps.programme.organisations import register

        register(associations_of)
