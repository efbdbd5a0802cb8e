"""Pages of a round of support."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.counts import votes_in_secret
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import round_faces
from tracktwo.steps.agree.doors import AgreeDoor
from tracktwo.steps.agree.forms import RULE_WORDS, AnswerForm, CloseRoundForm, OpenRoundForm
from tracktwo.steps.agree.models import Round
from tracktwo.steps.agree.queries import clauses_to_ask, closed_rounds, line_of, round_turnout
from tracktwo.steps.agree.views.asking import FormDoor, own_seat
from tracktwo.steps.agree.views.silences import signed_in


class Support(AgreeDoor):
    """The round that runs, and what came of those that are closed."""

    template = "agree/support.html"

    def context(self, **more: Any) -> dict[str, Any]:
        text, running = self.existing(), self.round
        closed = [(one, round_faces(one, self.state, self.names)) for one in closed_rounds(text)]
        return super().context(
            line=line_of(running, signed_in(self)) if running else None,
            turnout=round_turnout(running) if running else None,
            closed=closed,
            to_ask=len(clauses_to_ask(text, self.state)) if self.is_open_here else 0,
            rule=RULE_WORDS.get(text.rule, ""),
            names=self.names,
            **more,
        )


class OpenRound(FormDoor):
    policy = "agree.steer"
    template = "agree/round_open.html"

    def blank(self, typed: Any = None) -> OpenRoundForm:
        return OpenRoundForm(typed, initial={"rule": self.existing().rule} if self.existing().rule else None)

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(rule=RULE_WORDS.get(self.existing().rule, ""), **more)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.existing().rule:
            return self.do({"rule": self.existing().rule})
        return super().post(request, *args, **kwargs)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        token = self.request.POST.get("once", "")
        actions.open_round(self.existing(), **typed, by=self.standing(), now=timezone.now(), token=token)
        messages.success(self.request, _("The round is open. Nobody can change a word until it is closed."))
        return to_support(self)


class Answer(FormDoor):
    policy = "agree.bracket"
    template = "agree/round_answer.html"

    def blank(self, typed: Any = None) -> AnswerForm:
        words = {clause.key: clause.standing for clause in self.state.clauses}
        clauses = [(key, words[key]) for key, _digest in running(self).asked]
        return AnswerForm(typed, clauses=clauses, language=self.existing().language)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        if not isinstance(self.form, AnswerForm):
            raise TypeError
        told = {"seat": own_seat(self), "account": signed_in(self), "token": self.request.POST.get("once", "")}
        actions.answer_round(self.existing(), self.form.answers, **told, now=timezone.now())
        messages.success(self.request, _("Counted. Nothing joins you and your answers, so they cannot be changed."))
        return to_support(self)


class CloseRound(FormDoor):
    policy = "agree.steer"
    template = "agree/round_close.html"

    def blank(self, typed: Any = None) -> CloseRoundForm:
        found = running(self)
        small = {one.side for one in found.counts.all() if not votes_in_secret(one.members)}
        aloud = [one for one in self.programme.communities.all() if one.number in small]
        return CloseRoundForm(typed, aloud=aloud, keys=[key for key, _digest in found.asked])

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        if not isinstance(self.form, CloseRoundForm):
            raise TypeError
        told = {"by": self.standing(), "now": timezone.now(), "token": self.request.POST.get("once", "")}
        actions.close_round(self.existing(), self.form.words, **told)
        messages.success(self.request, _("Closed. What may be read is kept; counters and roll are erased."))
        return to_support(self)


class WithdrawRound(Support):
    deed_policy = "agree.steer"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actions.withdraw_round(self.existing(), by=self.standing(), now=timezone.now())
        messages.success(request, _("The round is withdrawn, and everything it counted is erased."))
        return to_support(self)


def running(view: AgreeDoor) -> Round:
    if view.round is None:
        raise Refusal("agree.no_round")
    return view.round


def to_support(view: AgreeDoor) -> Any:
    return redirect("agree:support", view.programme.key, view.existing().workshop.number)
