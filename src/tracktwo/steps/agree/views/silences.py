"""Pages of the silence procedure."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.foundation.people.models import Account
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import clocks
from tracktwo.steps.agree.doors import CLOCK, AgreeDoor
from tracktwo.steps.agree.forms import AnnounceForm, ClockForm, ObjectForm
from tracktwo.steps.agree.models import Silence
from tracktwo.steps.agree.queries import last_silence, list_unreached, reach_of
from tracktwo.steps.agree.queries.leaks import find_leaks
from tracktwo.steps.agree.views.asking import FormDoor, own_seat


class SilencePage(AgreeDoor):
    """The silence that runs, with what each person can do in it; else what came of the last one."""

    template = "agree/silence.html"

    @property
    def own_clock(self) -> str:
        return str(self.request.COOKIES.get(CLOCK, ""))

    def context(self, **more: Any) -> dict[str, Any]:
        silence = last_silence(self.existing())
        running = silence if silence and silence.state == Silence.State.RUNNING else None
        return super().context(
            found=silence,
            clock_form=ClockForm(initial={"zone": self.own_clock}),
            **(self.running(running) if running else {}),
            objections=[] if running or silence is None else list(silence.objections.all()),
            **more,
        )

    def running(self, silence: Silence) -> dict[str, Any]:
        workshop = self.existing().workshop
        side = self.standing().side if self.may("agree.vouch") else None
        by_alias = self.may("agree.steer")
        return {
            "running": silence,
            "clocks": clocks(silence.expires_at, workshop, self.own_clock, timezone.now()),
            "reach": reach_of(silence, signed_in(self)),
            "asked": silence.reaches.count(),
            "heard": silence.reaches.filter(is_reached=True).count(),
            "unreached": list_unreached(silence, None if by_alias else side) if by_alias or side else [],
            "vouches": side is not None,
            "affirmed": silence.affirmations.filter(side=side).exists(),
        }


class Announce(FormDoor):
    policy = "agree.steer"
    template = "agree/announce.html"

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(leaks=find_leaks(self.existing(), self.state), **more)

    def blank(self, typed: Any = None) -> AnnounceForm:
        return AnnounceForm(typed)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        actions.announce_silence(self.existing(), hours=typed["hours"], by=self.standing(), now=timezone.now())
        messages.success(self.request, _("The silence has begun. Everybody finds it first among what waits for them."))
        return to_silence(self)


class Received(SilencePage):
    deed_policy = "agree.bracket"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actions.say_received(self.existing(), account=signed_in(self))
        messages.success(request, _("Noted: you have received it and are safe to answer. That is all that is noted."))
        return to_silence(self)


class Vouch(SilencePage):
    deed_policy = "agree.vouch"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actions.vouch_for(self.existing(), self.kwargs["reach"], by=self.standing())
        messages.success(request, _("Noted: reached by another way, and safe to answer."))
        return to_silence(self)


class Affirm(SilencePage):
    deed_policy = "agree.vouch"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actions.affirm(self.existing(), by=self.standing(), now=timezone.now())
        messages.success(request, _("Your community has affirmed the text."))
        return to_silence(self)


class CallOff(SilencePage):
    deed_policy = "agree.steer"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actions.call_off(self.existing(), by=self.standing(), now=timezone.now())
        messages.success(request, _("The silence is called off. The text is open again."))
        return to_silence(self)


class Object(FormDoor):
    """An objection, by nobody in particular."""

    policy = "agree.bracket"
    template = "agree/object.html"

    def blank(self, typed: Any = None) -> ObjectForm:
        keys = [clause.key for clause in self.state.clauses if clause.standing]
        return ObjectForm(typed, keys=keys, language=self.existing().language)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        token = self.request.POST.get("once", "")
        actions.object_to(self.existing(), **typed, seat=own_seat(self), token=token, now=timezone.now())
        messages.success(
            self.request, _("It lies on the heap. Nobody sees it before the end, and nobody ever sees that it was you.")
        )
        return to_silence(self)


class ChooseClock(SilencePage):
    """The zone of a person is kept in their browser and nowhere else: it says where somebody is."""

    deed_policy = "agree.see"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        form, answer = ClockForm(request.POST), to_silence(self)
        if form.is_valid():
            answer.set_cookie(
                CLOCK, form.cleaned_data["zone"], max_age=60 * 24 * 3600, httponly=True, samesite="Strict",
                secure=request.is_secure(),
            )  # fmt: skip
        return answer


def signed_in(view: AgreeDoor) -> Account:
    """Whoever asks; the doors of this step open to accounts only."""
    if not isinstance(view.request.user, Account):
        raise Http404
    return view.request.user


def to_silence(view: AgreeDoor) -> Any:
    return redirect("agree:silence", view.programme.key, view.existing().workshop.number)
