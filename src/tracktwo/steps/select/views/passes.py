"""Codes for nominators, and the neutral door at which they are used."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.doors import PUBLIC, Door
from tracktwo.steps.select import actions
from tracktwo.steps.select.forms import CodeForm, NominatorForm, PassForm, RowForm
from tracktwo.steps.select.views.doors import SelectDoor


class Passes(SelectDoor):
    policy = "select.change"
    template = "select/passes.html"
    form: PassForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            form=self.form or PassForm(programme=self.programme),
            passes=list(self.programme.passes.select_related("community")),
            now=timezone.now(),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        by, now = self.standing(), timezone.now()
        if request.POST.get("deed") == "withdraw":
            row = RowForm(request.POST, rows=self.programme.passes.filter(withdrawn=False))
            if not row.is_valid():
                return self.page(request, status=422)
            actions.withdraw_pass(row.cleaned_data["row"], by=by, now=now)
            messages.success(request, _("The code opens nothing any more."))
            return redirect("select:passes", key)
        self.form = PassForm(request.POST, programme=self.programme)
        if not self.form.is_valid():
            return self.page(request, status=422)
        _issued, code = actions.issue_pass(self.programme, **self.form.cleaned_data, by=by, now=now)
        self.form = None
        return self.page(request, code=code, lasts=actions.PASS_LASTS.days)


class ProposeByCode(Door):
    """The same address for every programme. Two pages and no session: the code travels in the form."""

    policy = PUBLIC
    template = "select/by_code.html"
    code_form: CodeForm | None = None
    form: NominatorForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(code_form=self.code_form or CodeForm(), form=self.form, **more)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        self.code_form = CodeForm(request.POST)
        if not self.code_form.is_valid():
            return self.page(request, status=422)
        now, code = timezone.now(), self.code_form.cleaned_data["code"]
        issued = actions.open_pass(code, now=now)
        if "contact" not in request.POST:
            self.form = NominatorForm(issued=issued, initial={"code": code})
            return self.page(request, left=issued.most - issued.used)
        self.form = NominatorForm(request.POST, issued=issued)
        if not self.form.is_valid():
            return self.page(request, status=422, left=issued.most - issued.used)
        actions.propose_by_pass(issued, self.form.cleaned_data["community"], self.form.identity(), now=now)
        left, self.form = issued.most - issued.used - 1, None
        self.code_form = CodeForm(initial={"code": code}) if left else None
        return self.page(request, received=True, left=left)
