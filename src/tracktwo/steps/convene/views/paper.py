"""Ballots on paper: what one of two people counted, typed without seeing what the other did."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.counts import votes_in_secret
from tracktwo.steps.convene.actions.paper import count_paper, drop_paper
from tracktwo.steps.convene.doors import ConsoleDoor
from tracktwo.steps.convene.models import Statement
from tracktwo.steps.convene.queries import members_of, present_of
from tracktwo.steps.convene.views.polls import numbers
from tracktwo.steps.prepare.convert.ballots import afar_words

ANSWERS = ("agree", "disagree", "passed")


class Paper(ConsoleDoor):
    """Which statement, and per community the three piles or the word said aloud."""

    deed_policy = "convene.write"
    template = "convene/paper.html"

    def context(self, **more: Any) -> dict[str, Any]:
        found = super().context(**more)
        members = members_of(found["session"].workshop) if found["session"] else Counter[int]()
        open_ = [one for one in found["statements"] if self._is_open(one)]
        waiting = list(found["session"].paper_counts.select_related("statement")) if found["session"] else []
        return found | {
            "open_statements": open_,
            "piles": [(side, votes_in_secret(members.get(side.number, 0))) for side in found["sides"]],
            "waiting": [(one.statement, one.counted_by_id == self.account().pk) for one in waiting],
            "afar": afar_words(afar) if (afar := self._afar(members)) else "",
            "several": found["session"].paper_polls.exists() if found["session"] else False,
        }

    def _afar(self, members: Counter[int]) -> int:
        return members.total() - present_of(self.session.workshop).total() if self.session else 0

    def _is_open(self, statement: Statement) -> bool:
        return statement.state != Statement.State.HELD and not hasattr(statement, "vote")

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        session, statement = self.open_session(), (numbers([request.POST.get("statement", "")]) or [0])[0]
        if request.POST.get("way") == "drop":
            drop_paper(session, statement, account=self.account(), token=self.token())
            messages.success(request, _("The count is erased. Both count anew."))
            return redirect("convene:paper", key)
        sides = [side.number for side in self.sides]
        said = {side: request.POST.get(f"word_{side}") for side in sides}
        kept = count_paper(
            session,
            statement,
            {side: numbers([request.POST.get(f"{name}_{side}", "") for name in ANSWERS]) for side in sides},
            {side: word == "yes" for side, word in said.items() if word in {"yes", "no"}},
            account=self.account(),
            by=self.standing(),
            now=timezone.now(),
            token=self.token(),
        )
        if kept is None and session.paper_counts.filter(statement=statement).exists():
            messages.success(request, _("Kept, and shown to nobody. Now another person counts the same ballots."))
            return redirect("convene:paper", key)
        messages.success(request, _("Both counted the same. The result is kept as of any vote."))
        return redirect("convene:wall", key)
