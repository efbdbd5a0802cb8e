"""The room's own door, for telephones on the network of the host's laptop; and the page that shows the way to it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tracktwo.documents.qr import qr_picture
from tracktwo.foundation.live import door
from tracktwo.foundation.people.doors import PUBLIC, Door
from tracktwo.foundation.people.entering import let_in, recognise, speak
from tracktwo.foundation.people.forms import SignInForm
from tracktwo.foundation.people.known_browsers import remember_browser
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.queries import seat_of_today
from tracktwo.steps.programme.doors import ProgrammeDoor


class AtTheDoor(Door):
    """Asks for the short code that stands on the wall; whoever is inside already is shown in."""

    policy = PUBLIC
    template = "convene/at_the_door.html"

    def context(self, **more: Any) -> dict[str, Any]:
        is_open = door.is_open() and door.came_by_it(self.request)
        return super().context(is_open=is_open, is_encrypted=door.is_encrypted(), **more)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        key = door.room_of(request) if request.user.is_authenticated else ""
        return redirect("convene:room", key) if key else self.page(request)

    def post(self, request: HttpRequest) -> HttpResponseBase:
        if not door.knows_code(request.POST.get("code", "")):
            raise Refusal("live.room_code_wrong")
        return redirect("room:enter", settings.TRACKTWO_ROOM_CODE)


class Enter(Door):
    """Alias and passphrase of somebody with a seat: into that room and nowhere else. No third party signs in here."""

    policy = PUBLIC
    template = "convene/enter.html"
    form: SignInForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or SignInForm(), is_encrypted=door.is_encrypted(), **more)

    def answer(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not (door.came_by_it(request) and door.knows_code(kwargs["code"])):
            return redirect("room:door")
        return super().answer(request, *args, **kwargs)

    def get(self, request: HttpRequest, code: str) -> HttpResponseBase:
        return redirect("room:door") if request.user.is_authenticated else self.page(request)

    def post(self, request: HttpRequest, code: str) -> HttpResponseBase:
        self.form = SignInForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        account = recognise(request, self.form.cleaned_data["alias"].strip(), self.form.cleaned_data["passphrase"])
        seat = seat_of_today(account, timezone.now())
        if seat is None:
            raise Refusal("live.room_not_yours")
        let_in(request, account)
        key = seat.workshop.programme.key
        door.mark(request, key)
        onward = speak(redirect("convene:room", key), account.language)
        remember_browser(onward, account.alias)
        return onward


class Doorway(ProgrammeDoor):
    """For the wall: the picture to scan, the short code, and what this door cannot promise."""

    step = 5
    policy = "convene.numbers"
    template = "convene/doorway.html"

    def picture(self) -> SafeString:
        return mark_safe(qr_picture(door.address(), _("Address of the room")))  # noqa: S308 - made of numbers and paths

    def context(self, **more: Any) -> dict[str, Any]:
        is_open = door.is_open()
        return super().context(
            is_open=is_open,
            picture=self.picture() if is_open else "",
            place=door.place(),
            is_encrypted=door.is_encrypted(),
            fingerprint=door.fingerprint(),
            code=settings.TRACKTWO_ROOM_CODE,
            **more,
        )
