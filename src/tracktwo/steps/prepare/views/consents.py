"""A participant answers the consents; the third party sees how many do; the convener adopts words and asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.data.consents import CONSENTS
from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import can
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import has_ended
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.prepare.convert import Layer
from tracktwo.steps.prepare.forms import ConsentForm, PanelForm, WordsForm
from tracktwo.steps.prepare.models import PanelAsked
from tracktwo.steps.prepare.queries import (
    LayerCount,
    every_seat_of,
    history_of,
    layers_of,
    list_layer_counts,
    words_in_force,
)
from tracktwo.steps.prepare.queries.consents import is_in_use
from tracktwo.steps.prepare.uses import uses_of
from tracktwo.steps.prepare.views.about import SeatDoor
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import access_rosters


class Consents(SeatDoor):
    """Every layer with what a no does, before the button; also of seats given up and of workshops long over."""

    deed_policy = "prepare.own"
    template = "prepare/consents.html"

    @cached_property
    def seats(self) -> list[Seat]:
        account = self.request.user
        return list(every_seat_of(account, self.programme)) if isinstance(account, Account) else []

    @cached_property
    def seat(self) -> Seat | None:
        """Of the workshop in the address, else of the one under way or coming, else the last one."""
        own = next((seat for seat in self.seats if seat.workshop == self.workshop), None)
        return own or next(reversed(self.seats), None)

    @cached_property
    def layers(self) -> list[Layer]:
        return layers_of(self.seat, timezone.now()) if self.seat else []

    def context(self, **more: Any) -> dict[str, Any]:
        workshop, now = (self.seat.workshop if self.seat else self.workshop), timezone.now()
        own = self._own() if self.seat else {}
        return super().context(
            workshop=workshop,
            seat=self.seat,
            boards=self._boards(now),
            version=self.programme.consent_sheets.count(),
            may_list=can(self.request.user, "prepare.list", self.programme.compartment),
            may_change=can(self.request.user, "prepare.change", self.programme.compartment),
            others=[seat.workshop for seat in self.seats if seat != self.seat],
            over=workshop is not None and has_ended(workshop, now),
            **own,
            **more,
        )

    def _boards(self, now: datetime) -> list[tuple[Workshop, list[LayerCount]]]:
        """For whoever has no seat: every workshop that has a cohort, the latest first."""
        rosters = access_rosters(self.programme).order_by("-number") if not self.seat else []
        return [(workshop, list_layer_counts(workshop, now)) for workshop in rosters]

    def _own(self) -> dict[str, Any]:
        given = self.seat.consents.filter(given=True) if self.seat else []
        return {
            "layers": self.layers,
            "consent_form": ConsentForm(layers=self.layers),
            "history": history_of(self.seat) if self.seat else [],
            "uses": uses_of([one.ref.hex for one in given]),
            "renew_by": min((one.until for one in self.layers if one.asked_anew and one.until), default=None),
            "lapsed": any(one.state == "lapsed" for one in self.layers),
            "research": any(one.product == "research" and one.is_given for one in self.layers),
        }

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if self.seat is None:
            raise Refusal("prepare.no_seat")
        form = ConsentForm(request.POST, layers=self.layers)
        if not form.is_valid():
            raise Refusal("prepare.not_understood")
        actions.answer_consents(self.seat, form.answers(), panels=form.panels(), by=self.standing(), now=timezone.now())
        messages.success(request, _("Your consents are kept. You can change each of them at any time."))
        answer = redirect("prepare:consents", self.programme.key)
        answer["Location"] += f"?workshop={self.seat.workshop.number}"
        return answer


class Words(ProgrammeDoor):
    """The words of the layers in every language; adopting new ones asks everybody anew."""

    policy = "prepare.change"
    template = "prepare/words.html"
    step = 4
    form: WordsForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        stands, proposed = words_in_force(self.programme), "house" in self.request.GET
        form = self.form or WordsForm(words=CONSENTS if proposed else stands)
        version = self.programme.consent_sheets.count()
        return super().context(form=form, version=version, proposed=proposed, differs=_differ(stands), **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = WordsForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        sheet = actions.adopt_consents(
            self.programme,
            self.form.texts(),
            answer_by=self.form.cleaned_data["answer_by"],
            by=self.standing(),
            now=timezone.now(),
        )
        said = _("Version %(number)s of the words is adopted. Everybody is asked anew.")
        messages.success(request, said % {"number": sheet.version})
        return redirect("prepare:consents", key)


def _differ(stands: Mapping[str, Mapping[str, Sequence[str]]]) -> bool:
    """Whether the words in force are others than the house proposes now: its own may have been mended since."""
    return any([*stands[code][layer]] != [*said] for code in stands for layer, said in CONSENTS.get(code, {}).items())


class AskPanel(Consents):
    """The convener asks every seat about one session at the convention."""

    policy = "prepare.change"
    deed_policy = "prepare.change"
    template = "prepare/panel.html"
    form: PanelForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        asked = [(one, is_in_use(one)) for one in self.panels if one.taken_back_on is None]
        return super().context(form=self.form or PanelForm(), asked=asked, **more)

    @property
    def panels(self) -> QuerySet[PanelAsked]:
        """Of every workshop, the latest first; those that were taken back too."""
        found = PanelAsked.every.filter(workshop__programme=self.programme).select_related("workshop")
        return found.order_by("-workshop__number", "number")

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if "back" in request.POST:
            return self._take_back(request.POST["back"])
        self.form = PanelForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        if self.workshop is None:
            raise Refusal("prepare.no_workshop")
        actions.ask_panel(
            self.workshop,
            self.form.titles(),
            by=self.standing(),
            now=timezone.now(),
            token=request.POST.get("once", ""),
        )
        messages.success(request, _("Every seat is asked, each by itself."))
        return redirect("prepare:consents", key)

    def _take_back(self, which: str) -> HttpResponseBase:
        panel = next((one for one in self.panels if str(one.pk) == which), None)
        if panel is None:
            raise Refusal("prepare.not_understood")
        actions.take_back_panel(panel, by=self.standing(), now=timezone.now())
        messages.success(self.request, _("Taken back. Nobody is asked about it any more."))
        return redirect("prepare:panel", self.programme.key)
