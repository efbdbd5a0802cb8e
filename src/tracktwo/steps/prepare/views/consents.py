"""A participant answers the consents."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.forms import ConsentForm
from tracktwo.steps.prepare.views.about import OwnDeed


class Consents(OwnDeed):
    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        form = ConsentForm(request.POST)
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        actions.answer_consents(self.own_seat(), form.cleaned_data, by=self.standing(), now=timezone.now())
        return self.done(_("Your consents are kept. You can change each of them at any time."), "readiness")
