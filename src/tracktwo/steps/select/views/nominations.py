"""Nominate, answer, take the answer back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.forms import ConsentForm, ProposeForm
from tracktwo.steps.select.models import Nomination
from tracktwo.steps.select.queries import nomination_of
from tracktwo.steps.select.views.doors import SelectDoor


class Propose(SelectDoor):
    policy = "select.change"
    template = "select/propose.html"
    form: ProposeForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or ProposeForm(programme=self.programme), **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = ProposeForm(request.POST, programme=self.programme)
        if not self.form.is_valid():
            return self.page(request, status=422)
        by, now = self.standing(), timezone.now()
        nomination = actions.propose(
            self.programme, self.form.cleaned_data["community"], self.form.identity(), by=by, now=now
        )
        code = actions.invite(nomination, by=by, now=now)
        self.form = None
        return self.page(request, code=code)


class Answer(SelectDoor):
    """The nominee's own page: what it means, yes with what the quotas look at, or no."""

    policy = "select.own"
    template = "select/answer.html"
    form: ConsentForm | None = None

    def own(self) -> Nomination:
        nomination = nomination_of(self.programme, self.account())
        if nomination is None:
            raise Refusal("select.not_nominated")
        return nomination

    def context(self, **more: Any) -> dict[str, Any]:
        nomination = nomination_of(self.programme, self.account())
        return super().context(nomination=nomination, form=self.form or ConsentForm(), **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        nomination, by, now = self.own(), self.standing(), timezone.now()
        if request.POST.get("answer") == "no":
            actions.decline(nomination, by=by, now=now)
            messages.success(request, _("You have declined. What the vault held about you has been destroyed."))
            return redirect("select:about", key)
        self.form = ConsentForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.consent(nomination, self.account(), self.form.cleaned_data, by=by, now=now)
        messages.success(request, _("You are in the pool. You can read here how the cohort is chosen."))
        return redirect("select:about", key)


class Withdraw(Answer):
    """The nominee's yes taken back; the page in between says what goes with it."""

    template = "select/withdraw.html"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        actions.withdraw(self.own(), by=self.standing(), now=timezone.now())
        messages.success(request, _("You have withdrawn. What the vault held about you has been destroyed."))
        return redirect("select:about", key)
