"""The pages of the vault: its door, and four deeds that come back to it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tracktwo.foundation.people.doors import Door
from tracktwo.foundation.people.models import Account, Compartment
from tracktwo.foundation.people.places import find_compartment
from tracktwo.foundation.people.policies import can
from tracktwo.foundation.vault import actions, purge, queries
from tracktwo.foundation.vault.fields import FIELDS
from tracktwo.foundation.vault.forms import FoundForm, RevealForm, ShredForm, UnsealForm
from tracktwo.methods.record import Refusal


class VaultDoor(Door):
    """Sealed or unsealed, who is inside by handle, and who looked."""

    policy = "vault.open"
    template = "vault/door.html"
    place: Compartment
    found_form: FoundForm | None = None
    unseal_form: UnsealForm | None = None
    reveal_form: RevealForm | None = None
    shred_form: ShredForm | None = None

    def find_compartment(self, **kwargs: Any) -> Compartment:
        user = self.request.user
        found = find_compartment(kwargs["key"], user) if isinstance(user, Account) else None
        if found is None:
            raise Http404
        self.place = found
        return found

    def handles(self) -> list[queries.Handle]:
        return queries.list_handles(self.place)

    def context(self, **more: Any) -> dict[str, Any]:
        if not queries.is_founded():
            return super().context(founded=False, found_form=self.found_form or FoundForm(), **more)
        now, handles = timezone.now(), self.handles()
        return super().context(
            founded=True,
            sealed=queries.is_sealed(now),
            until=queries.open_until(now),
            least=queries.least_officers(),
            handles=handles,
            looks=queries.list_reveals(self.place, now),
            unseal_form=self.unseal_form or UnsealForm(officers=queries.list_officers()),
            reveal_form=self.reveal_form or RevealForm(handles=handles),
            shred_form=self.shred_form or ShredForm(handles=handles),
            **more,
        )


class VaultDeed(VaultDoor):
    """A deed has no page of its own: whoever comes to its address by hand is led to the door."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.to_door()

    def to_door(self) -> HttpResponse:
        return redirect("vault:door", key=self.kwargs["key"])


class Found(VaultDeed):
    """Three officers sit at one screen, once in the life of a house."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.found_form = FoundForm(request.POST)
        if not self.found_form.is_valid():
            return self.page(request, status=422)
        actions.found_with_officers(self.found_form.officers(), by=self.standing(), now=timezone.now())
        messages.success(request, _("The vault is founded and sealed. Any two of the three officers can open it."))
        return self.to_door()


class Unseal(VaultDeed):
    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.unseal_form = UnsealForm(request.POST, officers=queries.list_officers())
        if not self.unseal_form.is_valid():
            return self.page(request, status=422)
        actions.unseal(self.unseal_form.passphrases(), by=self.standing(), now=timezone.now())
        return self.to_door()


class Seal(VaultDeed):
    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        actions.seal(by=self.standing(), now=timezone.now())
        return self.to_door()


class Reveal(VaultDeed):
    """The identity stands in this one answer: not in the address, not in the session, in no cache."""

    policy = "vault.reveal"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.reveal_form = RevealForm(request.POST, handles=self.handles())
        if not self.reveal_form.is_valid() or not isinstance(request.user, Account):
            return self.page(request, status=422)
        handle = self.reveal_form.handle()
        identity = actions.reveal(
            handle.person,
            account=request.user,
            reason=self.reveal_form.cleaned_data["reason"],
            by=self.standing(),
            now=timezone.now(),
        )
        told = [(FIELDS[field], text) for field, text in identity.items()]
        answer = render(request, "vault/identity.html", {"handle": handle, "identity": told})
        answer["Cache-Control"] = "no-store"
        return answer


class Shred(VaultDeed):
    policy = "vault.shred"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.shred_form = ShredForm(request.POST, handles=self.handles())
        if not self.shred_form.is_valid():
            return self.page(request, status=422)
        if not self.shred_form.is_confirmed():
            raise Refusal("vault.confirmation_wrong")
        actions.shred(self.shred_form.handle().person, by=self.standing())
        messages.success(request, _("The keys are destroyed. That they were is in the record; whose they were is not."))
        return self.to_door()


class PurgePage(VaultDoor):
    """What will be lost and what stays; and where the two of them stand."""

    policy = "vault.purge_see"
    template = "vault/purge.html"

    def context(self, **more: Any) -> dict[str, Any]:
        asked = purge.asked_for(self.place, timezone.now())
        may_confirm = can(self.request.user, "vault.purge_confirm", self.place)
        return Door.context(
            self,
            asked=asked,
            until=asked.asked_at + purge.LASTS if asked else None,
            purged=queries.is_purged(self.place),
            may_ask=can(self.request.user, "vault.purge_ask", self.place),
            may_confirm=may_confirm and (asked is None or asked.account != self.request.user),
            word=purge.WORDS.get(get_language() or "en", purge.WORDS["en"]),
            minutes=purge.LASTS.seconds // 60,
            **more,
        )


class PurgeDeed(PurgePage):
    """One of the steps of the two; whoever comes to its address by hand is led to the page."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return redirect("vault:purge", key=self.kwargs["key"])

    def account(self) -> Account:
        if not isinstance(self.request.user, Account):
            raise Http404
        return self.request.user


class AskPurge(PurgeDeed):
    deed_policy = "vault.purge_ask"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        word, now = request.POST.get("word", ""), timezone.now()
        purge.ask_purge(self.place, word, account=self.account(), by=self.standing(), now=now)
        messages.success(request, _("Asked. Nothing is destroyed before the second person confirms; call them now."))
        return redirect("vault:purge", key=key)


class TakeBackPurge(PurgeDeed):
    """Either of the two may call it off."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        purge.take_back_purge(self.place, by=self.standing(), now=timezone.now())
        messages.success(request, _("Called off. Nothing was destroyed."))
        return redirect("vault:purge", key=key)


class ConfirmPurge(PurgeDeed):
    deed_policy = "vault.purge_confirm"

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        word, now = request.POST.get("word", ""), timezone.now()
        purge.confirm_purge(self.place, word, account=self.account(), by=self.standing(), now=now)
        logout(request)  # this session is gone as well, and must not be written again
        return render(request, "vault/purged.html")
