"""What every page of step 3 stands on."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404
from django.utils import timezone

from tracktwo.foundation.jobs.queries import latest
from tracktwo.foundation.people.models import Account, Role
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.queries import list_communities
from tracktwo.steps.select.convert import community_names, in_words
from tracktwo.steps.select.models import Cohort
from tracktwo.steps.select.policies import THIRD
from tracktwo.steps.select.queries import workshop_to_fill


class SelectDoor(ProgrammeDoor):
    step = 3

    @cached_property
    def workshop(self) -> Workshop | None:
        return workshop_to_fill(self.programme, timezone.now())

    def may(self, verb: str) -> bool:
        return can(self.request.user, verb, self.programme.compartment)

    def names(self) -> dict[str, str]:
        return community_names(list_communities(self.programme, timezone.localdate()))

    def why_not(self, cohort: Cohort | None) -> dict[str, Any]:
        """The work on a cohort, and in words why it was refused if it was."""
        work = latest("select.compute_cohort", cohort.pk) if cohort else None
        return {
            "work": work,
            "why_not": in_words(work.refusal, cohort.pool, self.names()) if work and cohort else None,
        }

    def account(self) -> Account:
        if not isinstance(self.request.user, Account):
            raise Http404
        return self.request.user

    def filled(self) -> Workshop:
        if self.workshop is None:
            raise Refusal("select.no_workshop")
        return self.workshop

    def own_side(self) -> int | None:
        """The one community whose people a guarantor sees; None for the third party, who sees all.

        Only a role of the third party opens the other side: a guarantor who is a reader or a participant as well stays
        a guarantor.
        """
        held = self.account().standings.filter(compartment=self.programme.compartment)
        if held.filter(role__in=THIRD).exists():
            return None
        return held.get(role=Role.GUARANTOR).side
