"""Pages of step 8: what changed, one wave, its questions, the programme report."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tracktwo.data.instruments import INSTRUMENTS
from tracktwo.data.phrase_words import PHRASE_WORDS
from tracktwo.documents.html import to_html
from tracktwo.documents.tree import Document
from tracktwo.foundation.people.models import Account, Compartment
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.methods.relations import check_phrase
from tracktwo.steps.measure import actions
from tracktwo.steps.measure.convert.questions import questions_for
from tracktwo.steps.measure.convert.results import items_of, result_parts
from tracktwo.steps.measure.forms import AnswerForm, ReportForm
from tracktwo.steps.measure.models import Report, Result, Wave
from tracktwo.steps.measure.queries import (
    WaveCount,
    access_reports,
    access_waves,
    count_answers,
    has_answered,
    is_consenting,
    list_results,
    list_wave_counts,
    may_open,
    wave_of,
    waves_to_answer,
    waves_to_open,
)
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import access_workshops
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.models import Community
from tracktwo.steps.programme.queries import list_communities
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import seat_of


class MeasureDoor(ProgrammeDoor):
    step = 8

    def communities(self) -> list[Community]:
        return list_communities(self.programme, timezone.localdate())

    def may(self, verb: str) -> bool:
        return can(self.request.user, verb, self.programme.compartment)


class About(MeasureDoor):
    """The waves and what came of them, the same for everybody who may see it."""

    policy = "measure.see"
    template = "measure/about.html"

    def context(self, **more: Any) -> dict[str, Any]:
        account, today = self.request.user, timezone.localdate()
        may_steer, waves = self.may("measure.steer"), list_wave_counts(self.programme)
        return super().context(
            waves=waves,
            open_now=[one for one in waves if one.wave.closed_at is None],
            to_answer=waves_to_answer(self.programme, account) if isinstance(account, Account) else [],
            to_open=waves_to_open(self.programme, today) if may_steer else [],
            results=[(result.workshop, self.shown(result)) for result in list_results(self.programme)],
            reports=access_reports(self.programme).count(),
            may_steer=may_steer,
            **more,
        )

    def shown(self, result: Result) -> SafeString:
        each, prefix = items_of(result, public=False), f"w{result.workshop.number}"
        parts = result_parts(each, self.communities(), prefix, level=1, public=False)
        page = Document(title="-", language=get_language() or "en", parts=tuple(parts))
        return mark_safe(to_html(page, first_level=3))  # noqa: S308 - made by documents, which escapes every word


class WaveDoor(MeasureDoor):
    """A page about one wave of one workshop of this programme, whether it exists already or could be opened."""

    kind: str

    @cached_property
    def workshop(self) -> Workshop:
        found = access_workshops(self.programme).filter(number=self.kwargs["workshop"]).first()
        if found is None:
            raise Http404
        return found

    @cached_property
    def wave(self) -> Wave | None:
        return access_waves(self.programme).filter(workshop=self.workshop, kind=self.kind).first()

    def find_compartment(self, **kwargs: Any) -> Compartment:
        compartment = super().find_compartment(**kwargs)
        self.kind = kwargs["kind"]
        if self.kind not in Wave.Kind.values or self.workshop is None:
            raise Http404
        return compartment

    def context(self, **more: Any) -> dict[str, Any]:
        label = Wave.Kind(self.kind).label
        return super().context(workshop=self.workshop, kind=self.kind, kind_label=label, wave=self.wave, **more)


class WavePage(WaveDoor):
    """What opening or closing this wave does, and the one button that does it."""

    policy = "measure.steer"
    template = "measure/wave.html"

    def context(self, **more: Any) -> dict[str, Any]:
        count: WaveCount | None = count_answers(self.wave) if self.wave else None
        reason = None if self.wave else may_open(self.workshop, self.kind, timezone.localdate())
        before = wave_of(self.workshop, Wave.Kind.BEFORE)
        return super().context(
            count=count,
            not_yet=Refusal(reason) if reason else None,
            is_last=self.kind == Wave.Kind.AFTER,
            before=before,
            **more,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # The button says which of the two it was: a page kept open from yesterday does not close what it meant to open.
        deed, by, now = request.POST.get("deed"), self.standing(), timezone.now()
        if deed == "open":
            actions.open_wave(self.workshop, self.kind, by=by, now=now)
            messages.success(request, _("The wave is open. Whoever has a seat and consented finds it on the own page."))
        elif deed == "close" and self.wave is not None:
            actions.close_wave(self.wave, by=by, now=now)
            messages.success(request, _("The wave is closed; who had answered is erased."))
        else:
            raise Refusal("measure.not_open")
        return redirect("measure:about", self.programme.key)


class AnswerPage(WaveDoor):
    """A participant's questions. A POST is answered by a page: a redirect would have to keep a note of what came."""

    policy = "measure.answer"
    template = "measure/answer.html"
    form: AnswerForm | None = None

    @cached_property
    def seat(self) -> Seat | None:
        account = self.request.user
        return seat_of(account, self.workshop) if isinstance(account, Account) else None

    @property
    def issues(self) -> bool:
        return self.kind == Wave.Kind.BEFORE

    def obstacle(self) -> Refusal | None:
        """Why this person cannot answer now, if so."""
        if self.seat is None:
            return Refusal("measure.no_seat")
        if self.wave is None or self.wave.closed_at is not None:
            return Refusal("measure.not_open")
        if has_answered(self.wave, self.seat):
            return Refusal("measure.answered_already")
        return None if is_consenting(self.seat) else Refusal("measure.no_consent")

    def new_form(self, data: Any = None) -> AnswerForm:
        if self.wave is None or self.seat is None:
            raise Http404
        questions = questions_for(INSTRUMENTS[self.wave.instrument], self.communities(), self.seat.community.number)
        initial = {"phrase": actions.new_phrase(get_language() or "en")} if self.issues else {}
        return AnswerForm(data, questions=questions, issues=self.issues, initial=initial)

    def context(self, **more: Any) -> dict[str, Any]:
        obstacle = self.obstacle()
        form = None if obstacle else (self.form or self.new_form())
        phrase = form["phrase"].value() if form and self.issues else ""
        return super().context(
            obstacle=obstacle,
            needs_consent=obstacle == Refusal("measure.no_consent"),
            form=form,
            issues=self.issues,
            phrase=phrase,
            phrase_language=next((code for code, words in PHRASE_WORDS.items() if _from(words, phrase)), None),
            **more,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        obstacle = self.obstacle()
        if obstacle is not None:
            raise obstacle
        data = request.POST.copy()
        if self.issues and not _is_phrase(data.get("phrase", "")):
            data["phrase"] = actions.new_phrase(get_language() or "en")
            data.pop("written", None)
            self.form = self.new_form(data)
            raise Refusal("measure.phrase_missing")
        self.form = self.new_form(data)
        if not self.form.is_valid():
            return self.page(request, status=422)
        linked = actions.answer_wave(self.wave, self.seat, self.form.values(), self.form.cleaned_data["phrase"])
        return self.thanks(request, linked, bool(self.form.cleaned_data["phrase"].strip()))

    def thanks(self, request: HttpRequest, linked: bool, had_phrase: bool) -> HttpResponse:
        return render(request, "measure/thanks.html", self.context(linked=linked, had_phrase=had_phrase))


def _is_phrase(typed: str) -> bool:
    try:
        check_phrase(typed, list(PHRASE_WORDS.values()))
    except Refusal:
        return False
    return True


def _from(words: tuple[str, ...], phrase: str) -> bool:
    return bool(phrase) and set(phrase.split()) <= set(words)


class ReportPage(MeasureDoor):
    """What stands in the report, the reports made so far, and for the convener the button that makes one."""

    policy = "measure.see"
    deed_policy = "measure.steer"
    template = "measure/report.html"
    form: ReportForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            form=self.form or ReportForm(initial={"language": get_language()}),
            reports=access_reports(self.programme).order_by("-number"),
            may_steer=self.may("measure.steer"),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = ReportForm(request.POST)
        if not self.form.is_valid():
            raise Refusal("measure.language_unknown")
        language = self.form.cleaned_data["language"]
        actions.make_report(self.programme, language, by=self.standing(), now=timezone.now())
        messages.success(request, _("The report is made, and its digest stands in the record."))
        return redirect("measure:report", key)


class ReportFile(MeasureDoor):
    """A report as it was made."""

    policy = "measure.see"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        report = Report.objects.filter(programme=self.programme, number=self.kwargs["number"]).first()
        if report is None:
            raise Http404
        answer = HttpResponse(bytes(report.pdf), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="report-{report.number}-{report.language}.pdf"'
        return answer
