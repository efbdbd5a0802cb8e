"""Objections: a guarantor's to the own community, the convener's answers, and the words of both from the vault."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.vault.notes import read_notes
from tracktwo.foundation.vault.queries import is_founded, is_sealed
from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.forms import AnswerForm, ObjectForm
from tracktwo.steps.select.models import Nomination, Objection
from tracktwo.steps.select.queries import latest_round, open_round
from tracktwo.steps.select.views.doors import SelectDoor


class Objections(SelectDoor):
    policy = "select.round"
    deed_policy = "select.object"
    template = "select/objections.html"
    bound: ObjectForm | None = None

    def visible(self) -> QuerySet[Objection]:
        """Of the latest round: the own community's for a guarantor, all for the convener."""
        found = Objection.objects.filter(round=latest_round(self.programme)).select_related(
            "nomination__account", "nomination__community", "round"
        )
        side = self.own_side()
        return found.filter(nomination__community__number=side) if side else found

    def nominees(self) -> QuerySet[Nomination]:
        consented = self.programme.nominations.filter(state=Nomination.State.CONSENTED)
        return consented.filter(community__number=self.own_side()).select_related("account", "community")

    def context(self, **more: Any) -> dict[str, Any]:
        the_round = open_round(self.programme)
        may_object = (
            the_round is not None and self.may("select.object") and timezone.localdate() <= the_round.objections_until
        )
        return super().context(
            round=the_round,
            objections=list(self.visible()),
            may_object=may_object,
            may_answer=self.may("select.change"),
            guarantor=self.may("select.object"),
            form=(self.bound or ObjectForm(nominees=self.nominees())) if may_object else None,
            sealed=not is_founded() or is_sealed(timezone.now()),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        the_round, by, now = open_round(self.programme), self.standing(), timezone.now()
        if the_round is None:
            raise Refusal("select.objections_closed")
        self.bound = ObjectForm(request.POST, nominees=self.nominees())
        if not self.bound.is_valid():
            return self.page(request, status=422)
        typed = self.bound.cleaned_data
        actions.object_to(the_round, typed["nominee"], self.account(), typed["reason"], typed["words"], by=by, now=now)
        messages.success(request, _("Your objection is noted. The round does not close before it is answered."))
        return redirect("select:objections", key)


class ReadObjections(Objections):
    """The words, while the vault is open; that they were opened is in the record."""

    deed_policy = "select.round"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        handles = [note for one in self.visible() for note in (one.note, one.answer_note) if note]
        words = read_notes(handles, by=self.standing(), now=timezone.now())
        answer = self.page(request, words=words)
        answer["Cache-Control"] = "no-store"
        return answer


class AnswerObjection(SelectDoor):
    policy = "select.change"
    template = "select/answer_objection.html"
    bound: AnswerForm | None = None

    @cached_property
    def objection(self) -> Objection:
        found = Objection.objects.filter(round__programme=self.programme, pk=self.kwargs["objection"])
        objection = found.select_related("nomination__account", "nomination__community", "round").first()
        if objection is None:
            raise Http404
        return objection

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(objection=self.objection, form=self.bound or AnswerForm(), **more)

    def post(self, request: HttpRequest, key: str, objection: int) -> HttpResponseBase:
        self.bound = AnswerForm(request.POST)
        if not self.bound.is_valid():
            return self.page(request, status=422)
        typed = self.bound.cleaned_data
        actions.answer_objection(
            self.objection, typed["answer"], typed["words"], by=self.standing(), now=timezone.now()
        )
        messages.success(request, _("Answered. The guarantor finds it beside the objection."))
        return redirect("select:objections", key)
