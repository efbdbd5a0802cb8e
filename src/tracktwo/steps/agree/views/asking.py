"""A page with one form about an open text."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponseBase

from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.doors import AgreeDoor
from tracktwo.steps.agree.views.leaks import typed_leaks
from tracktwo.steps.select.models import Seat


class FormDoor(AgreeDoor):
    """A page with one form about an open text; refused, it comes back with what was typed."""

    form: forms.Form | None = None

    def blank(self, typed: Any = None) -> forms.Form:
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.open_to_change()
        return super().get(request, *args, **kwargs)

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or self.blank(), **more)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.form = self.blank(request.POST)
        if "check" in request.POST and self.may("agree.lint"):
            return self.page(request, **typed_leaks(self, request))
        if not self.form.is_valid():
            return self.page(request, status=422)
        return self.do(self.form.cleaned_data)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        raise NotImplementedError


def own_seat(view: AgreeDoor) -> Seat:
    """The seat from which a participant brackets; without one nobody does."""
    if view.seat is None:
        raise Refusal("agree.no_seat")
    return view.seat
