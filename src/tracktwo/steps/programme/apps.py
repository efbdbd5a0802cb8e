from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from tracktwo.foundation.people.models import Account, Compartment


def compartment_behind(key: str, account: Account) -> Compartment | None:
    """The programme behind a key in an address, for rooms below that know no programmes."""
    from tracktwo.steps.programme.queries import access_programmes

    programme = access_programmes(account).filter(key=key).first()
    return programme.compartment if programme else None


class ProgrammeConfig(AppConfig):
    name = "tracktwo.steps.programme"
    label = "programme"

    def ready(self) -> None:
        from tracktwo.foundation.people.places import register_place
        from tracktwo.steps.programme import policies  # noqa: F401 - registers its verbs by being loaded

        register_place(compartment_behind)
