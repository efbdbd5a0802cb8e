"""Make a pool of nominees, or of a practice file."""

from __future__ import annotations

from hashlib import sha256
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import ngettext

from tracktwo.exchange.pools import read_question
from tracktwo.methods.record import Refusal
from tracktwo.steps.select import actions
from tracktwo.steps.select.forms import LARGEST_FILE, GatherForm, PracticeForm
from tracktwo.steps.select.queries import count_by_state
from tracktwo.steps.select.views.doors import SelectDoor


class Gather(SelectDoor):
    """Make the pool of all who consented."""

    policy = "select.change"
    template = "select/gather.html"
    form: GatherForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            form=self.form or GatherForm(), workshop=self.workshop, states=count_by_state(self.programme), **more
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = GatherForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        pool = actions.gather_pool(
            self.filled(), self.form.cleaned_data["seats"], by=self.standing(), now=timezone.now()
        )
        return redirect("select:pool", key, pool.pk)


class Practice(SelectDoor):
    """Read a practice file through the CSV door; every bad row is named, and nothing is half-written."""

    policy = "select.change"
    template = "select/practice.html"
    form: PracticeForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(form=self.form or PracticeForm(), workshop=self.workshop, **more)

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        check_size(request)
        self.form = PracticeForm(request.POST, request.FILES)
        if not self.form.is_valid():
            return self.page(request, status=422)
        pool, quotas = (self._content(part) for part in ("pool", "quotas"))
        question = read_question(
            pool,
            quotas,
            self.form.cleaned_data["seats"],
            household=self.form.cleaned_data["household"].casefold() or None,
        )
        kept = actions.import_practice(
            self.filled(), question, sha256(pool + quotas).hexdigest(), by=self.standing(), now=timezone.now()
        )
        read = ngettext(
            "The practice pool is read: %(count)s row.",
            "The practice pool is read: %(count)s rows.",
            len(question.people),
        )
        messages.success(request, read % {"count": len(question.people)})
        return redirect("select:pool", key, kept.pk)

    def _content(self, part: str) -> bytes:
        if self.form is None or self.form.cleaned_data.get("house"):
            return files("tracktwo.data").joinpath("practice", f"{part}.csv").read_bytes()
        # The door itself takes more, from a command; one byte more than a page allows is enough to say so.
        content: bytes = self.form.cleaned_data[part].read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise Refusal("table.too_large", limit=LARGEST_FILE)
        return content


def check_size(request: HttpRequest, limit: int = LARGEST_FILE) -> None:
    """Uploads live in memory only; a body above the house's limit arrives without its files, so it is told here."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and int(length) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
        raise Refusal("table.too_large", limit=limit)
