"""The closing sheet of a frozen text, as a tagged PDF in any language of the house."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from tracktwo.documents.pdf import to_pdf
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import closing_document
from tracktwo.steps.agree.doors import AgreeDoor


class ClosingSheet(AgreeDoor):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        text, language = self.existing(), self.kwargs["language"]
        if text.frozen_on is None or language not in dict(settings.LANGUAGES):
            raise Http404
        version = text.versions.get(number=text.version)
        checkpoint = actions.closing_checkpoint(text)
        sheet = closing_document(text, version, names=self.names, checkpoint=checkpoint, language=language)
        answer = HttpResponse(to_pdf(sheet), content_type="application/pdf")
        answer["Content-Disposition"] = f'attachment; filename="closing-{text.workshop.number}-{language}.pdf"'
        answer["Cache-Control"] = "no-store"
        return answer
