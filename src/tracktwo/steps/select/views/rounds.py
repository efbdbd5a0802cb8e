"""A round of assessment as the convener runs it, and as a guarantor sees the own community in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.methods.criteria import CRITERIA, find_apart
from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import OVERALL, criterion_label, sheet_of
from tracktwo.steps.select.forms import AnotherForm, AssignForm, ReleaseForm, RoundForm, ThresholdsForm
from tracktwo.steps.select.models import Nomination, Round
from tracktwo.steps.select.queries import (
    active_assignments,
    all_in,
    first_sheets,
    latest_round,
    list_assessors,
    nominees_of,
    notes_until,
)
from tracktwo.steps.select.views.doors import SelectDoor


@dataclass(frozen=True)
class Line:
    """A nominee in an open round: how many sheets, who stepped back, whether a conversation is due; never a score."""

    nominee: Nomination
    sheets: int
    assessors: int
    stepped_back: int
    complete: bool
    apart: bool
    talked: bool
    objections: int


def line_of(the_round: Round, nominee: Nomination) -> Line:
    active = active_assignments(the_round, nominee)
    complete = all_in(the_round, nominee)
    apart = complete and bool(find_apart([sheet_of(row) for row in first_sheets(the_round, nominee)]))
    return Line(
        nominee,
        sum(bool(one.sheets.all()) for one in active),
        len(active),
        the_round.assignments.filter(nomination=nominee).count() - len(active),
        complete,
        apart,
        apart and any(len(one.sheets.all()) > 1 for one in active),
        the_round.objections.filter(nomination=nominee).count(),
    )


class RoundPage(SelectDoor):
    """One page from opening a round to what it found. Before the close nobody reads a score here."""

    policy = "select.round"
    deed_policy = "select.change"
    template = "select/round.html"
    bound: forms.Form | None = None

    @cached_property
    def round(self) -> Round | None:
        return latest_round(self.programme)

    def form(self, kind: type[forms.Form], **more: Any) -> forms.Form:
        """The form that was just typed into, or a fresh one."""
        return self.bound if isinstance(self.bound, kind) else kind(**more)

    def context(self, **more: Any) -> dict[str, Any]:
        the_round, may_change = self.round, self.may("select.change")
        return super().context(
            round=the_round,
            may_change=may_change,
            today=timezone.localdate(),
            assessors=list_assessors(self.programme).count(),
            **(self._forms() if may_change else {}),
            **(self._shown(the_round) if the_round else {}),
            **more,
        )

    def _forms(self) -> dict[str, Any]:
        the_round = self.round
        if the_round is None or the_round.closed_at:
            return {"open_form": self.form(RoundForm, programme=self.programme)}
        return {
            "thresholds_form": self.form(ThresholdsForm),
            "assign_form": self.form(AssignForm),
            "another_form": self.form(AnotherForm, the_round=the_round),
            "release_form": self.form(ReleaseForm, the_round=the_round),
        }

    def _shown(self, the_round: Round) -> dict[str, Any]:
        side = self.own_side()
        thresholds = [
            (criterion_label(key), Fraction(the_round.thresholds[key])) for key in (*CRITERIA, OVERALL)
        ] if the_round.thresholds else []  # fmt: skip
        shown = {"thresholds": [(label, float(value)) for label, value in thresholds]}
        if the_round.closed_at:
            return shown | self._found(the_round, side)
        nominees = nominees_of(the_round)
        lines = [line_of(the_round, one) for one in (nominees.filter(community__number=side) if side else nominees)]
        unanswered = the_round.objections.filter(answer="").count()
        scored = any(line.sheets for line in lines)
        ready = bool(lines) and all(line.complete for line in lines) and not unanswered and bool(thresholds)
        return shown | {"lines": lines, "unanswered": unanswered, "scored": scored, "ready": ready}

    def _found(self, the_round: Round, side: int | None) -> dict[str, Any]:
        results = the_round.results.select_related("nomination__account", "nomination__community").order_by("id")
        if side:
            results = results.filter(nomination__community__number=side)
        return {
            "results": [
                (one, float(Fraction(one.suitability)), [criterion_label(key) for key in one.short]) for one in results
            ],
            "eligible": sum(one.eligible for one in results),
            "agreement": [(criterion_label(key), _alpha(the_round.agreement[key])) for key in (*CRITERIA, OVERALL)],
            "notes_until": notes_until(the_round) if the_round.assignments.exists() else None,
        }

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        deeds: dict[str, Callable[[], str | None]] = {
            "open": self._open,
            "thresholds": self._thresholds,
            "assign": self._assign,
            "another": self._another,
            "release": self._release,
            "close": self._close,
        }
        deed = deeds.get(request.POST.get("deed", ""))
        said = deed() if deed else None
        if said is None:
            return self.page(request, status=422)
        messages.success(request, said)
        return redirect("select:round", key)

    def _typed(self, form: forms.Form) -> bool:
        self.bound = form
        return form.is_valid()

    def _of_round(self) -> Round:
        if self.round is None:
            raise Refusal("select.round_closed")
        return self.round

    def _by(self) -> dict[str, Any]:
        return {"by": self.standing(), "now": timezone.now()}

    def _open(self) -> str | None:
        form = RoundForm(self.request.POST, programme=self.programme)
        if not self._typed(form):
            return None
        actions.begin_round(self.programme, **form.cleaned_data, **self._by())
        return _("The round is open. Set the thresholds before anybody scores.")

    def _thresholds(self) -> str | None:
        form = ThresholdsForm(self.request.POST)
        if not self._typed(form):
            return None
        actions.set_thresholds(self._of_round(), form.thresholds(), **self._by())
        return _("The thresholds are set and in the record. They stand from the first score on.")

    def _assign(self) -> str | None:
        form = AssignForm(self.request.POST)
        if not self._typed(form):
            return None
        count = actions.assign_all(self._of_round(), form.cleaned_data["each"], **self._by())
        said = ngettext("%(count)s sheet was assigned.", "%(count)s sheets were assigned.", count)
        return said % {"count": count}

    def _another(self) -> str | None:
        form = AnotherForm(self.request.POST, the_round=self._of_round())
        if not self._typed(form):
            return None
        nominee, assessor = form.cleaned_data["nominee"], form.cleaned_data["assessor"]
        actions.assign_another(self._of_round(), nominee, assessor, **self._by())
        return _("Assigned. The nominee stands on this assessor’s desk.")

    def _release(self) -> str | None:
        form = ReleaseForm(self.request.POST, the_round=self._of_round())
        if not self._typed(form):
            return None
        actions.release(form.cleaned_data["assignment"])
        return _("The sheet was taken off the desk.")

    def _close(self) -> str | None:
        actions.close_round(self._of_round(), **self._by())
        return _("The round is closed. A pool now takes only those found eligible.")


def _alpha(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"alpha": None if row["alpha"] is None else float(Fraction(row["alpha"]))}
