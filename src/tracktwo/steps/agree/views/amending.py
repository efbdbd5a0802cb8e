"""Pages on which a community amends a clause, brackets words inside another's bracket, or criticises."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.record import Refusal
from tracktwo.methods.text import differences
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import Inside, Stand, piece_faces
from tracktwo.steps.agree.doors import ClauseDoor
from tracktwo.steps.agree.forms import ADOPT, AmendForm, BracketForm, CriticismForm, SettleForm
from tracktwo.steps.agree.views.asking import FormDoor, own_seat


class Amend(ClauseDoor, FormDoor):
    """How a community wants a clause to read. Words that came too late are kept, and the page shows how they differ."""

    policy = "agree.bracket"
    template = "agree/amend.html"

    def blank(self, typed: Any = None) -> AmendForm:
        standing = {"words": self.clause.standing, "version": self.clause.version}
        return AmendForm(typed, language=self.existing().language, initial=standing)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        seat, by = own_seat(self), self.standing()
        self.refusal = actions.amend_clause(
            self.existing(), self.kwargs["clause"], **typed, seat=seat, by=by, now=timezone.now()
        )
        if self.refusal is not None:
            pieces = piece_faces(differences(self.clause.standing, " ".join(typed["words"].split())))
            return self.page(self.request, status=422, pieces=pieces)
        messages.success(
            self.request, _("The bracket of your community is open. Nothing says that it was you who opened it.")
        )
        return self.back(self.kwargs["clause"])


class InsideDoor(ClauseDoor):
    """A page about the bracket of one community, and what stands inside it."""

    @cached_property
    def stand(self) -> Stand:
        found = self.clause.of(self.kwargs["owner"])
        if found is None:
            raise Http404
        return found

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(stand=self.clause.of(self.kwargs["owner"]), **more)


class OpenInside(InsideDoor, FormDoor):
    policy = "agree.bracket"
    template = "agree/inside.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.open_to_change()
        initial = {"stands": self.stand.wants}
        self.form = BracketForm(language=self.existing().language, initial=initial)
        return super().get(request, *args, **kwargs)

    def blank(self, typed: Any = None) -> BracketForm:
        """Without asking for the bracket around it: settled meanwhile, what was written still comes back."""
        return BracketForm(typed, language=self.existing().language)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        actions.open_bracket(
            self.existing(),
            self.kwargs["clause"],
            **typed,
            owner=self.kwargs["owner"],
            seat=own_seat(self),
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(
            self.request, _("The bracket of your community is open. Nothing says that it was you who opened it.")
        )
        return self.back(self.kwargs["clause"])


class WithdrawInside(InsideDoor):
    deed_policy = "agree.bracket"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actions.withdraw_bracket(
            self.existing(),
            self.kwargs["clause"],
            owner=self.kwargs["owner"],
            seat=own_seat(self),
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(request, _("The bracket of your community is withdrawn. What stands, stands."))
        return self.back(self.kwargs["clause"])


class SettleInside(InsideDoor, FormDoor):
    """Adopt what a bracket inside a bracket wants, or keep what the one around it wants."""

    policy = "agree.steer"
    template = "agree/settle_inside.html"

    @property
    def inside(self) -> Inside:
        for one in self.stand.inner:
            if one.side == self.kwargs["side"]:
                return one
        raise Http404

    def blank(self, typed: Any = None) -> SettleForm:
        return SettleForm(typed, of_community=True, initial={"version": self.clause.version})

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(inside=self.inside, **more)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        if not typed["outcome"]:
            raise Refusal("agree.choose")
        actions.settle_bracket(
            self.existing(),
            self.kwargs["clause"],
            side=self.kwargs["side"],
            owner=self.kwargs["owner"],
            adopt=typed["outcome"] == ADOPT,
            version=typed["version"],
            in_room=typed.get("in_room", False),
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(self.request, _("The bracket is settled."))
        return self.back(self.kwargs["clause"])


class Criticise(ClauseDoor, FormDoor):
    """In one-text mode: what a community cannot carry in a clause."""

    policy = "agree.bracket"
    template = "agree/criticise.html"

    def blank(self, typed: Any = None) -> CriticismForm:
        initial = {"version": self.clause.version}
        return CriticismForm(typed, language=self.existing().language, initial=initial)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        actions.criticise_clause(
            self.existing(), self.kwargs["clause"], **typed, seat=own_seat(self), now=timezone.now()
        )
        messages.success(self.request, _("It stands beside the clause, as your community’s."))
        return self.back(self.kwargs["clause"])
