"""What is held off every screen: the reasons on a page of their own, the words of one for whoever asks for them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from tracktwo.steps.convene import actions
from tracktwo.steps.convene.doors import ConsoleDoor
from tracktwo.steps.convene.queries import list_held
from tracktwo.steps.convene.views.polls import numbers


class Held(ConsoleDoor):
    """Number, session and reason of each; its words only as the answer to a tap, so that no page keeps them open.

    Whoever may hold may read and take the hold back: who could not read would have to show the words to everybody in
    order to see whether they should be held.
    """

    deed_policy = "convene.write"
    template = "convene/held.html"

    def context(self, **more: Any) -> dict[str, Any]:
        held = list_held(self.session.workshop_id) if self.session else []
        return super().context(held=held, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        session, statement = self.open_session(), (numbers([request.POST.get("statement", "")]) or [0])[0]
        who, token = self.account(), self.token()
        if request.POST.get("way") == "back":
            actions.show_again(session, statement, sender=who, token=token)
            return redirect("convene:held", key)
        by, now = self.standing(), timezone.now()
        words = actions.read_held(session, statement, account=who, by=by, now=now, token=token)
        return self.page(request, read=statement, words=words)
