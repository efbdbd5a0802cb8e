"""The open session: the hall's page without any account, and the desk of whoever moderates."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tracktwo.documents.qr import qr_picture
from tracktwo.foundation.people.doors import PUBLIC, Door
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.doors import WorkshopDoor
from tracktwo.steps.transmit.models import LONGEST_REMARK, Discussion
from tracktwo.steps.transmit.queries import discussion_of, open_discussion, threads, waiting_remarks


def number_in(request: HttpRequest, name: str) -> int | None:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 18 else None


class Hall(Door):
    """What was asked and answered, and a form to ask or answer: by telephone, with no name and no account."""

    policy = PUBLIC
    template = "transmit/hall.html"

    @cached_property
    def discussion(self) -> Discussion:
        found = open_discussion(self.kwargs["code"])
        if found is None:
            raise Http404
        return found

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            code=self.kwargs["code"],
            threads=threads(self.discussion),
            longest=LONGEST_REMARK,
            typed=self.request.POST.get("words", ""),
            **more,
        )

    def post(self, request: HttpRequest, code: str) -> HttpResponseBase:
        actions.remark(
            self.discussion,
            request.POST.get("words", ""),
            language=get_language() or "",
            to=number_in(request, "to"),
            token=request.POST.get("once") or None,
        )
        messages.success(request, _("It is with the moderator, without your name; it appears here when it is shown."))
        return redirect("hall:hall", code)


class OpenSession(WorkshopDoor):
    """Before it: begin. During it: the square, what waits, slips of paper. After it: the harvest, for the cohort."""

    policy = "transmit.see"
    deed_policy = "transmit.moderate"
    template = "transmit/open_session.html"

    @cached_property
    def discussion(self) -> Discussion | None:
        return discussion_of(self.workshop)

    def context(self, **more: Any) -> dict[str, Any]:
        found = self.discussion
        is_open = found is not None and found.closed_on is None
        may = self.may("transmit.moderate")
        return super().context(
            discussion=found,
            is_open=is_open,
            address=self._address() if is_open and may else "",
            square=self._square() if is_open and may else "",
            waiting=waiting_remarks(found) if found and is_open and may else [],
            threads=threads(found) if found and (may or not is_open) else [],
            longest=LONGEST_REMARK,
            may_moderate=may,
            may_read_log=self.may("transmit.read_log"),
            **more,
        )

    def _address(self) -> str:
        code = self.discussion.code if self.discussion else ""
        return self.request.build_absolute_uri(reverse("hall:hall", args=[code]))

    def _square(self) -> SafeString:
        return mark_safe(qr_picture(self._address(), _("Address of the open session")))  # noqa: S308 - made of a path

    def post(self, request: HttpRequest, key: str, workshop: int) -> HttpResponseBase:
        deed = request.POST.get("deed", "")
        if self.discussion is None:
            actions.begin_discussion(self.workshop, by=self.standing(), now=timezone.now())
            messages.success(request, _("The session is open. Show the square in the hall, or print it."))
        elif deed == "harvest":
            actions.harvest(self.discussion, by=self.standing(), now=timezone.now())
            messages.success(request, _("Closed. The cohort reads the harvest here, and the log counts it."))
        elif deed == "paper":
            actions.note_from_paper(self.discussion, request.POST.get("words", ""), language=get_language() or "")
            messages.success(request, _("The slip is shown."))
        else:
            actions.judge_remark(self.discussion, number_in(request, "remark") or 0, show=deed == "show")
        return redirect("transmit:open_session", key, workshop)
