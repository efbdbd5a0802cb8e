"""Pages of the application to an association."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.foundation.vault.packs import LASTS, pack_asked_for
from tracktwo.steps.plan.actions import pack as actions
from tracktwo.steps.plan.convert.pack import missing_words
from tracktwo.steps.plan.forms.pack import ApplicationForm, ReasonForm
from tracktwo.steps.plan.queries import pack as queries
from tracktwo.steps.plan.rosters import drawn_alternates
from tracktwo.steps.plan.views.going import WorkshopPage

KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Pack(WorkshopPage):
    """The form that remembers, what is missing, and the two ways to download."""

    policy = "plan.pack"
    template = "plan/pack.html"
    form: ApplicationForm | None = None
    reason_form: ReasonForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        own = queries.application_of(self.workshop)
        initial = queries.fields_of(self.workshop) | {"language": own.language if own else "en"}
        user = self.request.user
        return super().context(
            form=self.form or ApplicationForm(initial=initial),
            reason_form=self.reason_form or ReasonForm(),
            own=own,
            missing=[missing_words(code) for code in queries.missing(self.workshop)],
            drawn=len(drawn_alternates(self.workshop) or ()),
            **(self.names() if can(user, "plan.pack_named", self.programme.compartment) else {}),
            **more,
        )

    def names(self) -> dict[str, Any]:
        """Where the two stand who open the names: nobody has asked, somebody waits, or it is this person's turn."""
        people = queries.people_in(self.workshop)
        asked = pack_asked_for(self.programme.compartment, people.values(), timezone.now()) if people else None
        return {
            "may_reveal": True,
            "people": len(people),
            "asked": asked,
            "asked_by_me": asked is not None and asked.account_id == self.account().pk,
            "lapses_at": asked.asked_at + LASTS if asked else None,
        }

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        self.form = ApplicationForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        language = self.form.cleaned_data["language"]
        actions.keep_application(
            self.workshop, self.form.words(), language=language, by=self.standing(), now=timezone.now()
        )
        messages.success(request, _("Kept. What is still missing stands above."))
        return redirect("plan:pack", key, number)


class PackFile(Pack):
    """As DOCX, everybody by alias."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        content = actions.make_pack(self.workshop, by=self.standing(), now=timezone.now())
        return _file(content)


class Alternates(Pack):
    """The drawn alternates into the form: that they were read is in the record."""

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        actions.take_alternates(self.workshop, by=self.standing(), now=timezone.now())
        messages.success(request, _("The drawn alternates stand in the form; that they were read is in the record."))
        return redirect("plan:pack", key, number)


class AskNames(Pack):
    """The first of two asks for the names of everybody in the application."""

    deed_policy = "plan.pack_named"

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        actions.ask_named_pack(self.workshop, account=self.account(), by=self.standing(), now=timezone.now())
        messages.success(request, _("Asked. Another person who may reveal opens this page and says why."))
        return redirect("plan:pack", key, number)


class NamedPack(Pack):
    """As DOCX with names: by the second of two who may reveal, with a reason, while the vault is open."""

    deed_policy = "plan.pack_named"

    def post(self, request: HttpRequest, key: str, number: int) -> HttpResponseBase:
        self.reason_form = ReasonForm(request.POST)
        if not self.reason_form.is_valid():
            return self.page(request, status=422)
        content = actions.make_named_pack(
            self.workshop,
            account=self.account(),
            reason=self.reason_form.cleaned_data["reason"],
            by=self.standing(),
            now=timezone.now(),
        )
        return _file(content)


def _file(content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type=KIND)
    answer["Content-Disposition"] = 'attachment; filename="application.docx"'
    answer["Cache-Control"] = "no-store"
    return answer
