"""The base of every page inside a programme: finds it by key among those the person stands in."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from tracktwo.foundation.people.doors import Door
from tracktwo.foundation.people.models import Account, Compartment
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.programme.queries import access_programmes


class ProgrammeDoor(Door):
    """``self.programme`` is set for every request that may enter; ``step`` is the number on the rail."""

    programme: Programme
    step: int = 0

    def find_compartment(self, **kwargs: Any) -> Compartment:
        if not isinstance(self.request.user, Account):
            raise Http404
        programme = access_programmes(self.request.user).filter(key=kwargs["key"]).first()
        if programme is None:
            raise Http404
        self.programme = programme
        return programme.compartment

    def account(self) -> Account:
        """Whose request it is."""
        if not isinstance(self.request.user, Account):
            raise Http404
        return self.request.user

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(programme=self.programme, step_number=self.step, **more)
