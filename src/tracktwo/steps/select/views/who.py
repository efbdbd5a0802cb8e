"""Who a nominee is, for those few who may know: assigned assessors, two officers of the round, the own guarantor."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from tracktwo.foundation.vault.actions import reveal
from tracktwo.foundation.vault.fields import FIELDS
from tracktwo.foundation.vault.queries import is_founded, is_sealed
from tracktwo.steps.select.forms import WhoForm
from tracktwo.steps.select.queries import access_known
from tracktwo.steps.select.views.doors import SelectDoor


class Who(SelectDoor):
    """By the rules of the vault: a reason, an entry in the record first, a quota, and shown once."""

    policy = "select.who"
    template = "select/who.html"
    bound: WhoForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        nominees = access_known(self.programme, self.account())
        return super().context(
            form=self.bound or WhoForm(nominees=nominees),
            nominees=nominees,
            sealed=not is_founded() or is_sealed(timezone.now()),
            may_open=self.may("vault.open"),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.bound = WhoForm(request.POST, nominees=access_known(self.programme, self.account()))
        if not self.bound.is_valid():
            return self.page(request, status=422)
        nominee = self.bound.cleaned_data["nominee"]
        identity = reveal(
            nominee.person,
            account=self.account(),
            reason=self.bound.cleaned_data["reason"],
            by=self.standing(),
            now=timezone.now(),
        )
        told = [(FIELDS[field], text) for field, text in identity.items()]
        shown = super().context(nominee=nominee, identity=told)
        answer = render(request, "select/identity.html", shown)
        answer["Cache-Control"] = "no-store"
        return answer
