"""Nominations from a file: looked at first, taken in second; the file itself is kept nowhere in between."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import ngettext

from tracktwo.exchange.nominations import LARGEST_FILE, MOST_ROWS
from tracktwo.steps.select import actions
from tracktwo.steps.select.forms import NominationsFileForm
from tracktwo.steps.select.views.doors import SelectDoor
from tracktwo.steps.select.views.pools import check_size


class NominationsFile(SelectDoor):
    policy = "select.change"
    template = "select/file.html"
    form: NominationsFileForm | None = None

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            form=self.form or NominationsFileForm(),
            communities=list(self.programme.communities.all()),
            most=MOST_ROWS,
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        check_size(request, LARGEST_FILE)
        self.form = NominationsFileForm(request.POST, request.FILES)
        if not self.form.is_valid():
            return self.page(request, status=422)
        content = self.form.cleaned_data["nominations"].read(LARGEST_FILE + 1)
        if request.POST.get("deed") == "take":
            return self._take_in(request, key, content)
        report = actions.check_file(self.programme, content)
        self.form = NominationsFileForm(initial={"seen": report.mark})
        names = self.names()
        counts = [(names[str(side)], count) for side, count in report.by_community().items()]
        return self.page(request, report=report, counts=counts)

    def _take_in(self, request: HttpRequest, key: str, content: bytes) -> HttpResponseBase:
        seen = self.form.cleaned_data["seen"] if self.form else ""
        report = actions.take_in_file(self.programme, content, seen, by=self.standing(), now=timezone.now())
        count = len(report.fresh)
        said = ngettext(
            "%(count)s person was taken in. Next, each is asked.",
            "%(count)s people were taken in. Next, each is asked.",
            count,
        )
        messages.success(request, said % {"count": count})
        return redirect("select:nominations", key)
