"""Pages of the leak lint: everything it finds in the text, and the panel beside words that are being typed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from tracktwo.steps.agree import actions
from tracktwo.steps.agree.doors import AgreeDoor
from tracktwo.steps.agree.forms.leaks import LetStandForm
from tracktwo.steps.agree.queries.leaks import Leaks, find_leaks, lint_words

PANEL = "agree/leak_panel.html"
MOST_TYPED = 20_000


class LeaksPage(AgreeDoor):
    """What in the text would give somebody away, the certain first, each with a reason and a way out."""

    policy = "agree.lint"
    template = "agree/leaks.html"
    form: LetStandForm | None = None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.existing()
        return super().get(request, *args, **kwargs)

    @cached_property
    def leaks(self) -> Leaks:
        return find_leaks(self.existing(), self.state)

    def context(self, **more: Any) -> dict[str, Any]:
        typed = self.form.data.get("mark", "") if self.form else ""
        rows = [(one, self.form if self.form and one.mark == typed else blank(one.mark)) for one in self.leaks.standing]
        return super().context(leaks=self.leaks, rows=rows, **more)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.open_to_change()
        self.form = LetStandForm(request.POST, auto_id=False)
        if not self.form.is_valid():
            return self.page(request, status=422)
        told = self.form.cleaned_data
        actions.let_hit_stand(
            self.existing(), told["mark"], reason=told["reason"], by=self.standing(), now=timezone.now()
        )
        messages.success(request, _("It stands, and the record says that there is a reason."))
        return redirect("agree:leaks", self.programme.key, self.existing().workshop.number)


def blank(mark: str) -> LetStandForm:
    return LetStandForm(initial={"mark": mark}, auto_id=False)


class Check(AgreeDoor):
    """The panel beside a form, asked again whenever somebody stops typing. It keeps nothing."""

    policy = "agree.lint"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.back()

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.open_to_change()
        return panel(self, request)


def panel(view: AgreeDoor, request: HttpRequest) -> HttpResponse:
    return render(request, PANEL, view.context(**typed_leaks(view, request)))


def typed_leaks(view: AgreeDoor, request: HttpRequest) -> dict[str, Any]:
    """What the lint says of the words in a form, for the page that shows it again."""
    words = " ".join(request.POST.getlist("words"))[:MOST_TYPED]
    return {"leaks": lint_words(view.existing(), "", words), "checked": True}
