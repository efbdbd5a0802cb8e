"""The page on which a party names the key that it signs with in draws."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.record import eight_words
from tracktwo.steps.programme.queries import list_communities
from tracktwo.steps.select.actions.keys import name_key, withdraw_key
from tracktwo.steps.select.convert.ceremony import short
from tracktwo.steps.select.convert.draws import HOST
from tracktwo.steps.select.forms.draws import KeyForm
from tracktwo.steps.select.queries.draws import key_of, party_of
from tracktwo.steps.select.views.doors import SelectDoor


class Keys(SelectDoor):
    """Public halves by party, with the words to compare over a telephone."""

    policy = "select.see"
    deed_policy = "select.draw"
    template = "select/keys.html"
    form: KeyForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        party = party_of(self.programme, self.account())
        parties = [self._line(f"community-{one.number}", one.number, one.name) for one in self._communities()]
        lines = [*parties, self._line(HOST, 0, _("Host"))]
        own = next((line for line in lines if line["party"] == party), None)
        return super().context(lines=lines, own=own, form=self.form or KeyForm(), **more)

    def _communities(self) -> list[Any]:
        return list(list_communities(self.programme, timezone.localdate()))

    def _line(self, party: str, side: int, name: str) -> dict[str, Any]:
        key = key_of(self.programme, party)
        told = {"key": key, "short": short(key.public), "words": eight_words(bytes.fromhex(key.public))} if key else {}
        return {"party": party, "side": side, "name": name, **told}

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        party = party_of(self.programme, self.account())
        if request.POST.get("deed") == "withdraw":
            withdraw_key(self.programme, party, by=self.standing(), now=timezone.now())
            messages.success(request, _("The key is withdrawn. What it signed stays signed."))
            return redirect("select:keys", key)
        self.form = KeyForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        public = self.form.cleaned_data["public"]
        name_key(self.programme, party, public=public, by=self.standing(), now=timezone.now())
        messages.success(request, _("The key is named. Read its words to the other parties."))
        return redirect("select:keys", key)
