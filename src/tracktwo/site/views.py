"""Pages that no single step owns: home, what waits, the record, help, health, errors."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext

from tracktwo.foundation.ledger.actions import export
from tracktwo.foundation.ledger.queries import describe, list_entries
from tracktwo.foundation.people.doors import PUBLIC, SIGNED_IN, Door
from tracktwo.foundation.people.models import Account, Compartment
from tracktwo.foundation.people.policies import can
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.programme.convert import HOUSE
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.queries import access_programmes

ENTRIES_ON_A_PAGE = 100


class Home(Door):
    """Straight into the programme where there is one, a list where there are more."""

    policy = SIGNED_IN
    template = "site/home.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not isinstance(request.user, Account):
            raise Http404
        programmes = list(access_programmes(request.user))
        house = Compartment.objects.filter(id=HOUSE).first()
        may_create = house is not None and can(request.user, "programme.create", house)
        if len(programmes) == 1 and not may_create:
            return redirect("site:programme", programmes[0].key)
        return self.page(request, programmes=programmes, may_create=may_create)


class Programme(ProgrammeDoor):
    """Home of a role: the one next thing, and then what else waits, most urgent first."""

    policy = "programme.see"
    template = "site/programme.html"

    def context(self, **more: Any) -> dict[str, Any]:
        walker = walker_for(self.programme, self.account(), timezone.now())
        found = waiting(walker)
        own = [one for one in found if one.mine]
        return super().context(
            next=own[0] if own else None,
            own=own[1:],
            others=[one for one in found if not one.mine],
            **more,
        )

    def account(self) -> Account:
        if not isinstance(self.request.user, Account):
            raise Http404
        return self.request.user


class Record(ProgrammeDoor):
    policy = "record.read"
    template = "site/record.html"

    def context(self, **more: Any) -> dict[str, Any]:
        entries = list_entries(self.programme.compartment.book).order_by("-seq")
        sheet = Paginator(entries, ENTRIES_ON_A_PAGE).get_page(self.request.GET.get("page"))
        return super().context(
            entries=[(entry, describe(entry, gettext)) for entry in sheet],
            sheet=sheet,
            count=sheet.paginator.count,
            **more,
        )


class RecordFile(ProgrammeDoor):
    """The record as one ZIP that verifies without us."""

    policy = "record.read"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = HttpResponse(export(self.programme.compartment.book), content_type="application/zip")
        answer["Content-Disposition"] = 'attachment; filename="record.zip"'
        return answer


class Help(Door):
    policy = PUBLIC
    template = "site/help.html"


class Health(Door):
    """Does the house stand: the database answers. Says nothing else."""

    policy = PUBLIC

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return HttpResponse("ok\n", content_type="text/plain")


def not_taken(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Without the request: it is what could not be read."""
    return HttpResponse(render_to_string("400.html", {"demo": settings.TRACKTWO_DEMO}), status=400)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Without the request: what a page asks of it (who are you, which programme) may be just what has failed."""
    return HttpResponse(render_to_string("500.html", {"demo": settings.TRACKTWO_DEMO}), status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)
