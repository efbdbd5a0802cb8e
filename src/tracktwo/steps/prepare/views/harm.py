"""The do-no-harm checklist of one workshop, and what still keeps it from opening."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import access_workshops, is_over
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.forms import HarmForm
from tracktwo.steps.prepare.queries.harm import clearance_of, harm_signature_of
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.queries import list_communities


class Harm(ProgrammeDoor):
    """Host and guarantors sign; the third party sees who has."""

    policy = "prepare.harm"
    deed_policy = "prepare.sign_harm"
    template = "prepare/harm.html"
    step = 4
    form: HarmForm | None = None

    @cached_property
    def workshop(self) -> Workshop:
        return get_object_or_404(access_workshops(self.programme), number=self.kwargs["number"])

    def context(self, **more: Any) -> dict[str, Any]:
        clearance = clearance_of(self.workshop)
        communities = list_communities(self.programme, timezone.localdate())
        names = {community.number: community.name for community in communities}
        own = harm_signature_of(self.workshop, self.account())
        over = is_over(self.workshop, timezone.now())
        return super().context(
            workshop=self.workshop,
            clearance=clearance,
            voices=[(side, names.get(side or 0), side in clearance.signed) for side in (None, *names)],
            own=own,
            over=over,
            form=self.form or HarmForm(),
            may_sign=can(self.request.user, "prepare.sign_harm", self.programme.compartment) and not over,
            others=access_workshops(self.programme).exclude(pk=self.workshop.pk),
            **more,
        )

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        if request.POST.get("deed") == "take_back":
            actions.take_back_harm(self.workshop, account=self.account(), by=self.standing(), now=timezone.now())
            messages.success(request, _("Taken back. No session opens until it is signed again."))
            return redirect("prepare:harm", key, number)
        self.form = HarmForm(request.POST)
        self.form.is_valid()
        actions.sign_harm(
            self.workshop, self.form.ticked(), account=self.account(), by=self.standing(), now=timezone.now()
        )
        messages.success(request, _("Signed. You can take it back as long as the workshop lasts."))
        return redirect("prepare:harm", key, number)
