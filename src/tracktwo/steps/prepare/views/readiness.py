"""A participant says how the way stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.forms import ReadinessForm
from tracktwo.steps.prepare.queries import needs_of
from tracktwo.steps.prepare.views.about import OwnDeed


class Travel(OwnDeed):
    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if self.seat is None:
            raise Refusal("prepare.no_seat")
        form = ReadinessForm(request.POST, needs=needs_of(self.seat))
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        actions.say_readiness(self.seat, form.cleaned_data, by=self.standing(), now=timezone.now())
        return self.done(_("Kept. The third party sees how far you are, by alias."), "readiness")
