"""Pages of the text and of the words of its clauses."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.methods.record import Refusal
from tracktwo.methods.text import differences
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import piece_faces
from tracktwo.steps.agree.doors import AgreeDoor, ClauseDoor
from tracktwo.steps.agree.forms import (
    ClauseForm,
    OpenForm,
    WordsForm,
)
from tracktwo.steps.agree.queries import kept_statements
from tracktwo.steps.agree.views.asking import FormDoor


class About(AgreeDoor):
    """The text at hand: the one still open, else that of the workshop which began last."""


class TextPage(AgreeDoor):
    """The text of the workshop in the address."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.existing()
        return super().get(request, *args, **kwargs)


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
