"""The agenda editor: phases with shares that always add up, templates, versions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tracktwo.methods.floor import whole
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme import actions
from tracktwo.steps.programme.convert import (
    LONGEST,
    Sheet,
    changes,
    edited,
    is_reordered,
    line_faces,
    phases_to_add,
    sheet_of,
    sheet_of_template,
    template_sheet,
)
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.programme.queries import (
    current_agenda,
    has_draft,
    list_agendas,
    list_own_templates,
    sheet_on_desk,
)


def whole_number(typed: str) -> int:
    """Of a form; nought for anything else."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def typed_faces(sheet: Sheet, typed: Any) -> list[dict[str, Any]]:
    """The editor's lines; after a refusal with what was typed into them."""
    return [
        {
            "line": face,
            "share": typed.get(f"share_{face.key}", face.share),
            "label": typed.get(f"label_{face.key}", face.label),
            "purpose": typed.get(f"purpose_{face.key}", face.purpose),
            "notes": typed.get(f"notes_{face.key}", face.notes),
        }
        for face in line_faces(sheet)
    ]


class Agenda(ProgrammeDoor):
    """The desk: what lies on it, and adopting it."""

    policy = "programme.change"
    template = "programme/agenda.html"
    step = 1

    def context(self, **more: Any) -> dict[str, Any]:
        sheet, revision = sheet_on_desk(self.programme)
        return super().context(
            lines=typed_faces(sheet, self.request.POST if self.refusal else {}),
            total=whole(sheet.lines),
            revision=revision,
            to_add=phases_to_add(sheet),
            own=list_own_templates(self.programme),
            agenda=current_agenda(self.programme),
            has_draft=has_draft(self.programme),
            origin=sheet.origin,
            longest=LONGEST,
            at=self.request.GET.get("at", ""),
            unit="%",
            **more,
        )

    def seen(self) -> int:
        return whole_number(self.request.POST.get("seen", ""))

    def language(self) -> str:
        return translation.get_language() or "en"

    def edit(self, typed: dict[str, str]) -> None:
        language = self.language()
        actions.edit_agenda(self.programme, lambda sheet: edited(sheet, typed, language), seen=self.seen())

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        typed = request.POST.dict()
        self.edit({name: words for name, words in typed.items() if name != "do"})
        sheet, _revision = sheet_on_desk(self.programme)
        phases = [(line.key, line.share) for line in sheet.lines]
        agenda = actions.adopt_agenda(
            self.programme, phases, words=sheet.words, origin=sheet.origin, by=self.standing(), now=timezone.now()
        )
        messages.success(request, _("Version %(number)s of the agenda is adopted.") % {"number": agenda.version})
        return redirect("programme:about", key)


class AgendaEdit(Agenda):
    """One press of the editor; the page comes back at the phase that was touched."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        if request.POST.get("do") == "clear":
            actions.clear_desk(self.programme)
            return redirect("programme:agenda", key)
        self.edit(request.POST.dict())
        return redirect(f"{reverse('programme:agenda', args=[key])}{touched(request.POST.get('do', ''))}")


def touched(do: str) -> str:
    """The end of the address: which button keeps the focus, and which phase the page opens at."""
    way, _, key = do.partition(":")
    return f"?at={way}-{key}#phase-{key}" if key and way != "off" else ""


class AgendaTemplates(Agenda):
    """Lay a template on the desk, keep what lies there under a name, throw an own template away."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        way, _, which = request.POST.get("do", "").partition(":")
        if way == "keep":
            actions.keep_template(self.programme, request.POST.get("name", ""), self.language())
            messages.success(request, _kept())
        elif way == "forget":
            actions.forget_template(self.programme, whole_number(which))
        else:
            sheet = found_sheet(self.programme, way, which)
            actions.edit_agenda(self.programme, lambda _before: sheet, seen=self.seen())
        return redirect("programme:agenda", key)


def _kept() -> str:
    return _("The agenda is kept under this name. You can begin from it again at any time.")


def found_sheet(programme: Programme, way: str, which: str) -> Sheet:
    """A template of the house, an own one, or an earlier version. Refuses ``programme.template_unknown``."""
    if way == "house":
        return template_sheet(which)
    rows = programme.own_templates if way == "own" else programme.agendas
    row = rows.filter(pk=whole_number(which)).first()
    if row is None:
        raise Refusal("programme.template_unknown")
    return sheet_of(row.phases, row.words, row.origin)


class AgendaVersions(ProgrammeDoor):
    """Every version that was adopted, and what it changed."""

    policy = "programme.see"
    template = "programme/agenda_versions.html"
    step = 1

    def context(self, **more: Any) -> dict[str, Any]:
        agendas = list(list_agendas(self.programme))
        sheets = [sheet_of_template(agenda) for agenda in agendas]
        versions = [
            {
                "agenda": agenda,
                "lines": line_faces(sheet),
                "changes": changes(before, sheet) if before else [],
                "is_reordered": bool(before and is_reordered(before, sheet)),
            }
            for agenda, sheet, before in zip(agendas, sheets, [*sheets[1:], None], strict=False)
        ]
        _sheet, revision = sheet_on_desk(self.programme)
        return super().context(versions=versions, revision=revision, **more)
