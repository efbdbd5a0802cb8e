"""Pages of step 6: the text, its clauses and brackets, its versions, the freeze."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.methods.record import Refusal
from tracktwo.methods.text import SingleText, compare, differences, from_data
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import Stand, change_faces, fingerprint, piece_faces, version_bytes
from tracktwo.steps.agree.doors import AgreeDoor, ClauseDoor
from tracktwo.steps.agree.forms import (
    ADOPT,
    NOW,
    BracketForm,
    ClauseForm,
    CompareForm,
    FreezeForm,
    OpenForm,
    SettleForm,
    WordsForm,
)
from tracktwo.steps.agree.models import TextVersion
from tracktwo.steps.agree.queries import has_unsaved_words, kept_statements, list_versions
from tracktwo.steps.select.models import Seat


class About(AgreeDoor):
    """The text at hand: the one still open, else that of the workshop which began last."""


class TextPage(AgreeDoor):
    """The text of the workshop in the address."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.existing()
        return super().get(request, *args, **kwargs)


class FormDoor(AgreeDoor):
    """A page with one form about an open text; refused, it comes back with what was typed."""

    form: forms.Form | None = None

    def blank(self, typed: Any = None) -> forms.Form:
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.open_to_change()
        return super().get(request, *args, **kwargs)

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or self.blank(), **more)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.form = self.blank(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        return self.do(self.form.cleaned_data)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        raise NotImplementedError


class Open(FormDoor):
    policy = "agree.steer"
    template = "agree/open.html"

    def blank(self, typed: Any = None) -> OpenForm:
        return OpenForm(typed, initial={"language": self.programme.language})

    def open_to_change(self) -> None:
        if self.text is not None:
            raise Refusal("agree.text_exists")

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        if self.workshop is None:
            raise Http404
        actions.open_text(self.workshop, **typed, by=self.standing(), now=timezone.now())
        messages.success(self.request, _("The text is open. Draft its first clauses."))
        return redirect("agree:text", self.programme.key, self.workshop.number)


class Draft(FormDoor):
    """A new clause; what the room kept on its wall stands beside the form."""

    policy = "agree.write"
    template = "agree/draft.html"

    def blank(self, typed: Any = None) -> ClauseForm:
        return ClauseForm(typed, keys=[clause.key for clause in self.state.clauses], language=self.existing().language)

    def context(self, **more: Any) -> dict[str, Any]:
        statements = list(kept_statements(self.existing().workshop))
        same = [one for one in statements if one.language == self.existing().language]
        return super().context(statements=statements, same_language=len(same), **more)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        token = self.request.POST.get("once", "")
        actions.draft_clause(self.existing(), typed["words"], after=typed["after"] or None, token=token)
        messages.success(self.request, _("The clause is in the text. It gets into a version when you save one."))
        return self.back()


class Statements(Draft):
    """Begin the text with what the room kept."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        count = actions.begin_with_statements(self.existing())
        told = ngettext(
            "The text begins with %(count)s statement of the room. Turn it into a clause.",
            "The text begins with %(count)s statements of the room. Turn them into clauses.",
            count,
        )
        messages.success(request, told % {"count": count})
        return self.back()


class Change(ClauseDoor, FormDoor):
    """Other words for a clause. Words that came too late are kept, and the person sees how they differ."""

    policy = "agree.write"
    template = "agree/clause.html"

    def blank(self, typed: Any = None) -> WordsForm:
        standing = {"words": self.clause.standing, "version": self.clause.version}
        return WordsForm(typed, language=self.existing().language, initial=standing)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        self.refusal = actions.change_clause(
            self.existing(), self.kwargs["clause"], typed["words"], version=typed["version"]
        )
        if self.refusal is not None:
            pieces = piece_faces(differences(self.clause.standing, " ".join(typed["words"].split())))
            return self.page(self.request, status=422, pieces=pieces)
        messages.success(self.request, _("The words are kept."))
        return self.back(self.kwargs["clause"])


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


class Save(AgreeDoor):
    deed_policy = "agree.write"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        saved = actions.save_version(self.existing(), by=self.standing(), now=timezone.now())
        messages.success(
            request, _("Version %(number)s is saved; the record holds its hash.") % {"number": saved.number}
        )
        return self.back()


class Freeze(FormDoor):
    policy = "agree.steer"
    template = "agree/freeze.html"

    def blank(self, typed: Any = None) -> FreezeForm:
        return FreezeForm(typed, brackets=self.state.open_brackets, initial={"seen": fingerprint(self.state)})

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        actions.freeze_text(
            self.existing(),
            seen=typed["seen"],
            with_reservations=typed.get("with_reservations", False),
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(self.request, _("The text is frozen; its hash is in the record."))
        return self.back()


class Versions(AgreeDoor):
    template = "agree/versions.html"

    def context(self, **more: Any) -> dict[str, Any]:
        versions = list_versions(self.existing())
        return super().context(versions=[*reversed(versions)], form=compare_form(self, versions, None), **more)


class VersionFile(AgreeDoor):
    """A version as the bytes whose SHA-256 is its digest."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        version = self.existing().versions.filter(number=self.kwargs["number"]).first()
        if version is None:
            raise Http404
        answer = HttpResponse(version_bytes(version), content_type="application/json")
        name = f"text-{self.existing().workshop.number}-version-{version.number}.json"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


class Compare(AgreeDoor):
    """What became of the words between two versions."""

    template = "agree/compare.html"

    def context(self, **more: Any) -> dict[str, Any]:
        versions = list_versions(self.existing())
        form = compare_form(self, versions, self.request.GET if "old" in self.request.GET else None)
        if not versions or not form.is_valid():
            return super().context(form=form, versions=versions, changes=None, **more)
        texts = {str(one.number): from_data(one.data) for one in versions} | {NOW: self.state}
        old, new = texts[form.cleaned_data["old"]], texts[form.cleaned_data["new"]]
        return super().context(form=form, versions=versions, **self.changes(old, new), **more)

    def changes(self, old: SingleText, new: SingleText) -> dict[str, Any]:
        found = compare(old, new)
        faces = change_faces(found, self.names)
        return {"changes": faces, "unchanged": len(found) - len(faces)}


def own_seat(view: AgreeDoor) -> Seat:
    """The seat from which a participant brackets; without one nobody does."""
    if view.seat is None:
        raise Refusal("agree.no_seat")
    return view.seat


def compare_form(view: AgreeDoor, versions: list[TextVersion], typed: Any) -> CompareForm:
    """The two pulled-down lists, set to the last step unless somebody chose otherwise."""
    text = view.existing()
    moved_on = text.frozen_on is None and has_unsaved_words(text)
    numbers = [str(one.number) for one in versions] + ([NOW] if moved_on else [])
    chosen = {"old": numbers[-2] if len(numbers) > 1 else numbers[-1], "new": numbers[-1]} if versions else {}
    return CompareForm(typed or chosen, text=text, versions=versions)
