"""The log of what was carried: the list with how far coders agree, and one entry."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.policies import can
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import claim_words
from tracktwo.steps.transmit.doors import WorkshopDoor
from tracktwo.steps.transmit.forms import ClaimForm, CodingForm, FollowUpForm, TransmissionForm
from tracktwo.steps.transmit.models import Grade, Transmission
from tracktwo.steps.transmit.queries import access_log, agreeing, coding_of, list_findings, list_log, to_code


class Log(WorkshopDoor):
    policy = "transmit.read_log"
    deed_policy = "transmit.keep_log"
    template = "transmit/log.html"
    form: TransmissionForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            entries=list_log(self.workshop),
            agreeing=agreeing(self.workshop),
            to_code=to_code(self.request.user, self.workshop),
            today=timezone.localdate(),
            form=self.form or self._form(),
            may_keep=self.may("transmit.keep_log"),
            **more,
        )

    def _form(self, data: Any = None) -> TransmissionForm:
        return TransmissionForm(data, workshop=self.workshop, faces=list_findings(self.workshop))

    def post(self, request: HttpRequest, key: str, workshop: int) -> HttpResponseBase:
        self.form = self._form(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        entry = actions.log_transmission(
            self.workshop, **self.form.cleaned_data, by=self.standing(), now=timezone.now()
        )
        messages.success(request, _("It is in the log. A second person codes it without seeing your reading."))
        return redirect("transmit:entry", key, entry.pk)


class Entry(ProgrammeDoor):
    """One entry: what it says, the own coding, the question asked again, and what may be claimed."""

    step = 7
    policy = "transmit.read_log"
    deed_policy = "transmit.keep_log"
    template = "transmit/entry.html"
    typed: dict[str, Any] | None = None

    @cached_property
    def entry(self) -> Transmission:
        found = access_log(self.programme).filter(pk=self.kwargs["entry"]).first()
        if found is None:
            raise Http404
        return found

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        return compartment if self.entry else None

    def context(self, **more: Any) -> dict[str, Any]:
        own, entry = coding_of(self.request.user, self.entry), self.entry
        said = {"grade": own.grade, "response": own.response} if own else None
        forms = {
            "coding_form": CodingForm(initial=said),
            "follow_form": FollowUpForm(initial={"response": entry.response, "grade": entry.grade}),
            "claim_form": ClaimForm(),
        }
        return super().context(
            entry=entry,
            workshop=entry.workshop,
            findings=[face for face in list_findings(entry.workshop) if face.clause in entry.findings],
            own=own,
            claim=claim_words(entry.grade),
            may_claim=entry.grade >= Grade.DOCUMENT,
            due=entry.follow_up_on is not None and entry.followed_on is None,
            may_keep=can(self.request.user, "transmit.keep_log", self.programme.compartment),
            may_read=can(self.request.user, "transmit.read", self.programme.compartment),
            **(forms | (self.typed or {})),
            **more,
        )

    def post(self, request: HttpRequest, key: str, entry: int) -> HttpResponseBase:
        name, form, deed = {
            "follow": ("follow_form", FollowUpForm, self._follow),
            "claim": ("claim_form", ClaimForm, self._claim),
        }.get(request.POST.get("deed", ""), ("coding_form", CodingForm, self._code))
        filled = form(request.POST)
        self.typed = {name: filled}
        if not filled.is_valid():
            return self.page(request, status=422)
        deed(filled.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("transmit:entry", key, entry)

    def _code(self, data: dict[str, Any]) -> None:
        actions.code_entry(self.entry, self.request.user, **data)

    def _follow(self, data: dict[str, Any]) -> None:
        actions.follow_up(self.entry, **data, now=timezone.now())

    def _claim(self, data: dict[str, Any]) -> None:
        actions.claim_taken_up(self.entry, words=data["words"], by=self.standing(), now=timezone.now())
