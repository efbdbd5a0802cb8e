"""The print pack of one workshop: what there is, and each sheet as a tagged PDF in any language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils import translation

from tracktwo.documents.pdf import to_pdf
from tracktwo.foundation.people.policies import can
from tracktwo.steps.prepare.convert.ballots import afar_words, in_the_room
from tracktwo.steps.prepare.convert.print_pack import (
    AGENDA,
    ALL,
    HOMEWARD,
    MORE,
    SHEETS,
    print_document,
    sheet_words,
)
from tracktwo.steps.prepare.queries.care import agreed_line
from tracktwo.steps.prepare.queries.rooms import latest_plan
from tracktwo.steps.prepare.views.journeys import WorkshopDoor
from tracktwo.steps.prepare.views.letters import file_of
from tracktwo.steps.programme.queries import current_agenda, current_rules
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats


class PrintPack(WorkshopDoor):
    """For a room without network: everything that lies on the table names aliases and communities, and nobody."""

    policy = "prepare.list"
    template = "prepare/print_pack.html"

    def seats(self) -> list[Seat]:
        """All that are held, from afar too."""
        return list(list_seats(self.workshop).order_by("community__number", "account__alias"))

    def context(self, **more: Any) -> dict[str, Any]:
        seats = self.seats()
        present, afar = len(in_the_room(seats)), sum(seat.is_remote for seat in seats)
        return super().context(
            sheets=[(sheet, sheet_words(sheet)) for sheet in (ALL, *SHEETS, *MORE)],
            own=translation.get_language() or "en",
            tongues=settings.LANGUAGES,
            counted=(AGENDA, HOMEWARD),
            seats=present,
            afar=afar_words(afar) if afar else "",
            may_count=can(self.request.user, "convene.write", self.programme.compartment),
            agenda=current_agenda(self.programme),
            rules=current_rules(self.programme),
            **more,
        )


class PrintSheet(PrintPack):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        language, sheet = kwargs["language"], kwargs["sheet"]
        if sheet not in (ALL, *SHEETS, *MORE) or language not in dict(settings.LANGUAGES):
            raise Http404
        document = print_document(
            self.workshop,
            sheet,
            agenda=current_agenda(self.programme),
            rules=current_rules(self.programme),
            seats=self.seats(),
            rooms=latest_plan(self.workshop),
            language=language,
            line=agreed_line(self.programme, language),
        )
        return file_of(to_pdf(document), "pdf", sheet)
