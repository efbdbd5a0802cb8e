"""The assessor's desk: examples to practise on, the own nominees, and one sheet at a time."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.data.vignettes import VIGNETTES
from tracktwo.foundation.vault.notes import read_notes
from tracktwo.foundation.vault.queries import is_founded, is_sealed
from tracktwo.methods.criteria import CRITERIA, TALK_FROM, find_apart
from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.convert import compare, criterion_label, sheet_of, vignette_words
from tracktwo.steps.select.forms import ConflictForm, RescoreForm, ScoresForm, SheetForm
from tracktwo.steps.select.models import Assessment, Assignment
from tracktwo.steps.select.queries import (
    access_assignments,
    all_in,
    first_sheets,
    newest_sheets,
    open_round,
    practised,
)
from tracktwo.steps.select.views.doors import SelectDoor

DECLARE, SCORE, WAIT, TALK, DONE, BACK = "declare", "score", "wait", "talk", "done", "back"


def stage_of(assignment: Assignment) -> str:
    """What this sheet waits for."""
    if assignment.stepped_back:
        return BACK
    if not assignment.sheets.exists():
        return SCORE if assignment.conflict else DECLARE
    if not all_in(assignment.round, assignment.nomination):
        return WAIT
    apart = find_apart([sheet_of(row) for row in first_sheets(assignment.round, assignment.nomination)])
    again = assignment.sheets.filter(version=Assessment.AFTER_DISCUSSION).exists()
    return TALK if apart and not again else DONE


class Desk(SelectDoor):
    policy = "select.assess"
    template = "select/desk.html"

    def context(self, **more: Any) -> dict[str, Any]:
        the_round = open_round(self.programme)
        own = access_assignments(self.programme, self.account()).filter(round=the_round) if the_round else []
        rows = [(one, stage_of(one)) for one in own]
        return super().context(
            round=the_round,
            rows=rows,
            waits=sum(stage in {DECLARE, SCORE, TALK} for _one, stage in rows),
            practised=practised(self.programme, self.account()).count(),
            examples=len(VIGNETTES),
            **more,
        )


class SheetPage(SelectDoor):
    """One nominee on the own desk. The others' scores appear when all are in, and not before."""

    policy = "select.assess"
    template = "select/sheet.html"
    bound: forms.Form | None = None

    @cached_property
    def assignment(self) -> Assignment:
        found = access_assignments(self.programme, self.account()).filter(pk=self.kwargs["assignment"]).first()
        if found is None:
            raise Http404
        return found

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        if self.may(self.policy):
            _ = self.assignment  # somebody else's is 404 like one that does not exist
        return compartment

    def context(self, **more: Any) -> dict[str, Any]:
        stage = stage_of(self.assignment)
        return super().context(
            assignment=self.assignment,
            nominee=self.assignment.nomination,
            stage=stage,
            open=self.assignment.round.closed_at is None,
            form=self._form(stage),
            conflict_form=self.bound if isinstance(self.bound, ConflictForm) else ConflictForm(),
            sealed=not is_founded() or is_sealed(timezone.now()),
            **(self._both() if stage in {TALK, DONE} else {}),
            **more,
        )

    def _form(self, stage: str) -> forms.Form | None:
        if stage == TALK:
            return self.bound if isinstance(self.bound, RescoreForm) else RescoreForm(criteria=self._apart())
        if stage in {DECLARE, SCORE}:
            return self.bound if isinstance(self.bound, SheetForm) else SheetForm()
        return None

    def _apart(self) -> list[str]:
        sheets = first_sheets(self.assignment.round, self.assignment.nomination)
        return [one.criterion for one in find_apart([sheet_of(row) for row in sheets])]

    def _both(self) -> dict[str, Any]:
        """Own and others' scores, first and newest; the others by number, never by alias."""
        the_round, nominee, apart = self.assignment.round, self.assignment.nomination, self._apart()
        first, newest = first_sheets(the_round, nominee), newest_sheets(the_round, nominee)
        order = sorted(range(len(first)), key=lambda place: first[place].assignment_id != self.assignment.pk)
        pairs = [(first[place], newest[place]) for place in order]
        return {
            "table": [
                (criterion_label(key), key in apart, [(one.scores[key], two.scores[key]) for one, two in pairs])
                for key in CRITERIA
            ],
            "others": list(range(2, len(pairs) + 1)),
        }

    def post(self, request: HttpRequest, key: str, assignment: int) -> HttpResponseBase:
        deeds = {"declare": self._declare, "hand_in": self._hand_in, "rescore": self._rescore}
        deed = request.POST.get("deed", "")
        if deed == "read":
            return self._read(request)
        said = deeds[deed]() if deed in deeds else None
        if said is None:
            return self.page(request, status=422)
        messages.success(request, said)
        return redirect("select:sheet", key, assignment) if deed == "declare" else redirect("select:desk", key)

    def _by(self) -> dict[str, Any]:
        return {"by": self.standing(), "now": timezone.now()}

    def _declare(self) -> str | None:
        self.bound = form = ConflictForm(self.request.POST)
        if not form.is_valid():
            return None
        actions.declare(self.assignment, form.cleaned_data["conflict"], **self._by())
        self.assignment.refresh_from_db()
        if self.assignment.stepped_back:
            return _("Thank you. The convener assigns somebody else.")
        return _("Thank you. Now the sheet.")

    def _hand_in(self) -> str | None:
        self.bound = form = SheetForm(self.request.POST)
        if not form.is_valid():
            return None
        actions.hand_in(self.assignment, form.scores(), form.observed(), **self._by())
        return _("Handed in. You see the others’ scores when all are in.")

    def _rescore(self) -> str | None:
        self.bound = form = RescoreForm(self.request.POST, criteria=self._apart())
        if not form.is_valid():
            return None
        actions.rescore(self.assignment, form.scores(), form.cleaned_data["reason"], **self._by())
        return _("Both your scores are kept; the newer one counts.")

    def _read(self, request: HttpRequest) -> HttpResponseBase:
        if stage_of(self.assignment) not in {TALK, DONE}:
            raise Refusal("select.not_all_in")
        sheets = newest_sheets(self.assignment.round, self.assignment.nomination)
        first = first_sheets(self.assignment.round, self.assignment.nomination)
        notes = {one.note: one for one in [*first, *sheets]}
        words = read_notes(list(notes), **self._by())
        read = [(notes[note].assignment_id == self.assignment.pk, _lines(text)) for note, text in words.items()]
        answer = self.page(request, read=sorted(read, key=lambda pair: not pair[0]))
        answer["Cache-Control"] = "no-store"
        return answer


def _lines(text: str) -> list[tuple[str, str]]:
    return [
        (_("After the discussion") if key == "discussion" else criterion_label(key), words)
        for key, words in json.loads(text).items()
    ]


class Practise(SelectDoor):
    """Invented nominees: score one, then read the reference and why."""

    policy = "select.assess"
    template = "select/practise.html"
    bound: ScoresForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        done = {one.vignette: one.scores for one in practised(self.programme, self.account())}
        coming = next((key for key in VIGNETTES if key not in done), None)
        return super().context(
            done=[
                (vignette_words(key), compare(key, done[key], TALK_FROM))
                for key in reversed(list(VIGNETTES))
                if key in done
            ],
            coming=vignette_words(coming) if coming else None,
            number=len(done) + 1,
            of=len(VIGNETTES),
            form=(self.bound or ScoresForm()) if coming else None,
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.bound = ScoresForm(request.POST)
        if not self.bound.is_valid():
            return self.page(request, status=422)
        actions.practise(self.programme, self.account(), request.POST.get("vignette", ""), self.bound.scores())
        return redirect("select:practise", key)
