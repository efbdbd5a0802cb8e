"""Pages on which a bracket is opened, withdrawn, settled."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.record import Refusal
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import Stand
from tracktwo.steps.agree.doors import AgreeDoor, ClauseDoor
from tracktwo.steps.agree.forms import (
    ADOPT,
    BracketForm,
    SettleForm,
)
from tracktwo.steps.agree.views.asking import FormDoor, own_seat


class OpenBracket(ClauseDoor, FormDoor):
    policy = "agree.bracket"
    template = "agree/bracket.html"

    def blank(self, typed: Any = None) -> BracketForm:
        return BracketForm(typed, language=self.existing().language)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        actions.open_bracket(
            self.existing(),
            self.kwargs["clause"],
            seat=own_seat(self),
            **typed,
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(
            self.request, _("The bracket of your community is open. Nothing says that it was you who opened it.")
        )
        return self.back(self.kwargs["clause"])


class Withdraw(ClauseDoor):
    deed_policy = "agree.bracket"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actions.withdraw_bracket(
            self.existing(), self.kwargs["clause"], seat=own_seat(self), by=self.standing(), now=timezone.now()
        )
        messages.success(request, _("The bracket of your community is withdrawn. What stands, stands."))
        return self.back(self.kwargs["clause"])


class Settle(ClauseDoor, FormDoor):
    """Adopt what a bracket wants, or keep what stands."""

    policy = "agree.steer"
    template = "agree/settle.html"

    @cached_property
    def stand(self) -> Stand | None:
        return self.clause.of(self.kwargs["side"])

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.open_to_change()
        if self.stand is None:
            raise Http404
        return super().get(request, *args, **kwargs)

    def blank(self, typed: Any = None) -> SettleForm:
        return SettleForm(typed, of_community=self.kwargs["side"] > 0, initial={"version": self.clause.version})

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(stand=self.stand, **more)

    def page(self, request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
        if self.stand is None:  # withdrawn while the form was open: the page of the text says so
            return render(request, AgreeDoor.template, self.context(**more), status=status)
        return super().page(request, status, **more)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        if not typed["outcome"]:
            raise Refusal("agree.choose")
        actions.settle_bracket(
            self.existing(),
            self.kwargs["clause"],
            side=self.kwargs["side"],
            adopt=typed["outcome"] == ADOPT,
            version=typed["version"],
            in_room=typed.get("in_room", False),
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(self.request, _("The bracket is settled."))
        return self.back(self.kwargs["clause"])
