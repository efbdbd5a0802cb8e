"""A participant signs the rules."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.forms import SignForm
from tracktwo.steps.prepare.views.about import OwnDeed


class Sign(OwnDeed):
    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        form = SignForm(request.POST)
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        actions.sign_rules(self.own_seat(), form.cleaned_data["version"], by=self.standing(), now=timezone.now())
        return self.done(_("The rules are signed. A new version would be shown to you first."), "consents")
