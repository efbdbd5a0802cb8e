"""Ballots on paper about several statements, an order or consent: first which question, then what was read off them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.counts import votes_in_secret
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.paper_polls import (
    Counted,
    count_paper_poll,
    drop_paper_poll,
    statements_to_count,
)
from tracktwo.steps.convene.convert.paper import pile_of
from tracktwo.steps.convene.doors import ConsoleDoor
from tracktwo.steps.convene.models import PaperPoll, Statement
from tracktwo.steps.convene.queries import members_of, present_of
from tracktwo.steps.convene.views.polls import numbers
from tracktwo.steps.prepare.convert.ballots import afar_words
from tracktwo.steps.programme.models import Community


class PaperPolls(ConsoleDoor):
    """By its address it asks which question; with one chosen it has the fields for it."""

    deed_policy = "convene.write"
    template = "convene/paper_polls.html"
    asked: Sequence[Statement] = ()

    @property
    def sent(self) -> dict[str, str]:
        return (self.request.POST if self.request.method == "POST" else self.request.GET).dict()

    @property
    def kind(self) -> str:
        return self.sent.get("kind", "")

    @property
    def chosen(self) -> list[int]:
        sent = self.request.POST if self.request.method == "POST" else self.request.GET
        return numbers(sent.getlist("ask"))

    def choose(self) -> list[Statement]:
        """The question that was chosen; refuses one that cannot be asked."""
        return statements_to_count(self.session, self.kind, self.chosen) if self.session and self.kind else []

    @cached_property
    def members(self) -> dict[int, int]:
        return members_of(self.session.workshop) if self.session else {}

    def get(self, request: HttpRequest, key: str) -> HttpResponseBase:
        try:
            self.asked = self.choose()
        except Refusal as refusal:
            self.refusal = refusal
        return self.page(request, status=422 if self.refusal else 200)

    def context(self, **more: Any) -> dict[str, Any]:
        found = super().context(**more)
        waiting = list(found["session"].paper_polls.all()) if found["session"] else []
        return found | {
            "kind": self.kind,
            "chosen": self.chosen,
            "asked": self.asked,
            "example": " ".join(str(one.number) for one in self.asked[::-1]),
            "sheets": [self._sheet(side) for side in self.sides] if self.asked else [],
            "waiting": [self._waiting(one) for one in waiting],
            "afar": afar_words(afar) if (afar := self._afar()) else "",
        }

    def _afar(self) -> int:
        return sum(self.members.values()) - present_of(self.session.workshop).total() if self.session else 0

    def _waiting(self, one: PaperPoll) -> tuple[PaperPoll, str, bool]:
        """With the statements' numbers, and whether it is the reader's own."""
        said = one.session.statements.filter(pk__in=one.candidates).order_by("number")
        return one, ", ".join(str(number) for number in said.values_list("number", flat=True)), self._is_own(one)

    def _is_own(self, one: PaperPoll) -> bool:
        return one.counted_by_id == self.account().pk

    def _sheet(self, side: Community) -> dict[str, Any]:
        """The fields of one community, with what was typed in them."""
        typed, number = self.sent, side.number
        answers = (_("Consenting"), _("Standing aside"), _("Objecting"))
        return {
            "side": side,
            "in_secret": votes_in_secret(self.members.get(number, 0)),
            "orders": typed.get(f"orders_{number}", ""),
            "ballots": typed.get(f"ballots_{number}", ""),
            "approvals": [(one, typed.get(f"approve_{number}_{one.pk}", "")) for one in self.asked],
            "answers": [(word, typed.get(f"answer_{number}_{at}", "")) for at, word in enumerate(answers)],
            "heard": bool(typed.get(f"heard_{number}")),
            "agrees": numbers(self.request.POST.getlist(f"agrees_{number}")),
        }

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        session = self.open_session()
        if request.POST.get("way") == "drop":
            waiting = (numbers([request.POST.get("waiting", "")]) or [0])[0]
            drop_paper_poll(session, waiting, account=self.account(), token=self.token())
            messages.success(request, _("The count is erased. Both count anew."))
            return redirect("convene:paper_polls", key)
        by, now, token = self.standing(), timezone.now(), self.token()
        kept = count_paper_poll(session, self._counted(), account=self.account(), by=by, now=now, token=token)
        waits = any(set(one.candidates) == set(self.chosen) for one in session.paper_polls.filter(kind=self.kind))
        if kept is None and waits:
            messages.success(request, _("Kept, and shown to nobody. Now another person counts the same ballots."))
            return redirect("convene:paper_polls", key)
        messages.success(request, _("Both counted the same. The result is kept as of any vote."))
        return redirect("convene:wall", key)

    def _counted(self) -> Counted:
        """What was read off the ballots; nothing of a question that cannot be asked: the deed refuses or knows it."""
        piles, words = {}, {}
        with suppress(Refusal):
            self.asked = self.choose()
        for side in self.sides if self.asked else []:
            if votes_in_secret(self.members.get(side.number, 0)):
                piles[side.number] = pile_of(self.kind, self.asked, side, self.sent)
            elif self.request.POST.get(f"heard_{side.number}"):
                agreed = numbers(self.request.POST.getlist(f"agrees_{side.number}"))
                words[side.number] = [one.pk in agreed for one in self.asked]
        return Counted(self.kind, self.chosen, piles, words)
