"""The convener's list of nominations: who has to be asked, and until when anything is kept."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.steps.select import actions
from tracktwo.steps.select.forms import RowForm
from tracktwo.steps.select.queries import (
    DECLINED_DAYS,
    NOTES_AT_LATEST_DAYS,
    NOTES_DAYS,
    kept_until,
    list_nominations,
    notes_until,
    what_is_due,
)
from tracktwo.steps.select.views.doors import SelectDoor


class Nominations(SelectDoor):
    """Everybody proposed, by alias or handle; a code for whoever has not been asked; what is due to be destroyed."""

    policy = "select.change"
    template = "select/nominations.html"

    def context(self, **more: Any) -> dict[str, Any]:
        nominations = list_nominations(self.programme).select_related("invitation").prefetch_related("results__round")
        closed = self.programme.rounds.exclude(closed_at=None)
        return super().context(
            rows=[(one, kept_until(one)) for one in nominations.order_by("-proposed_on", "-id")],
            rounds=[(one, notes_until(one)) for one in closed if one.assignments.exists()],
            due=len(what_is_due(self.programme, timezone.localdate())),
            declined_days=DECLINED_DAYS,
            notes_days=NOTES_DAYS,
            at_latest=NOTES_AT_LATEST_DAYS,
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if request.POST.get("deed") == "destroy":
            return self._destroy(request, key)
        form = RowForm(request.POST, rows=self.programme.nominations.all())
        if not form.is_valid():
            return self.page(request, status=422)
        nomination = form.cleaned_data["row"]
        code = actions.invite(nomination, by=self.standing(), now=timezone.now())
        return self.page(request, code=code, asked=nomination)

    def _destroy(self, request: HttpRequest, key: str) -> HttpResponseBase:
        done = actions.destroy_what_is_due(self.programme, now=timezone.now())
        if done:
            messages.success(request, _("Destroyed by key what had reached its day; the record says how much of what."))
        else:
            messages.success(request, _("Nothing has reached its day yet."))
        return redirect("select:nominations", key)
