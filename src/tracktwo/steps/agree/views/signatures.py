"""The page on which a community signs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import words_of_digest
from tracktwo.steps.agree.doors import AgreeDoor
from tracktwo.steps.agree.models import Rendering
from tracktwo.steps.agree.queries import languages_behind, renderings_in, signing_digest
from tracktwo.steps.agree.views.asking import own_seat


class Sign(AgreeDoor):
    """The whole text in every language, its eight words, who has signed it, and the button."""

    policy = "agree.see"
    deed_policy = "agree.bracket"
    template = "agree/sign.html"

    def context(self, **more: Any) -> dict[str, Any]:
        text = self.existing()
        seen, signed = signing_digest(text), self.signed
        return super().context(
            seen=seen,
            eight=words_of_digest(seen),
            sides=[(side, self.names[side], side in signed) for side in self.sides],
            parallel=[(language, self.in_language(language)) for language in text.languages],
            behind=languages_behind(text),
            **more,
        )

    def in_language(self, language: str) -> list[Rendering]:
        found = renderings_in(self.existing(), language)
        return [found[face.key] for face in self.faces if face.key in found]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        seen = request.POST.get("seen", "")
        actions.sign_text(self.existing(), seat=own_seat(self), seen=seen, by=self.standing(), now=timezone.now())
        messages.success(request, _("Your community has signed. Nothing says whose hand it was."))
        return self.back()
