"""Pages of the versions in other languages."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import rendering_digest
from tracktwo.steps.agree.doors import AgreeDoor, ClauseDoor
from tracktwo.steps.agree.forms import RenderingForm
from tracktwo.steps.agree.models import Rendering
from tracktwo.steps.agree.queries import rendering_state, renderings_in
from tracktwo.steps.agree.views.asking import FormDoor


class Language(AgreeDoor):
    """Every clause beside its words in another language, and where it stands."""

    template = "agree/language.html"

    def context(self, **more: Any) -> dict[str, Any]:
        language = checked_language(self)
        found = renderings_in(self.existing(), language)
        rows = [(face, found.get(face.key), self.stage(face.key, found)) for face in self.faces if face.standing]
        return super().context(
            language=language,
            language_name=dict(settings.LANGUAGES)[language],
            rows=rows,
            to_do=[face for face, _one, stage in rows if stage in ("missing", "behind")],
            to_read=[face for face, _one, stage in rows if stage == "translated"],
            may_translate=self.may("agree.translate"),
            may_review=self.may("agree.review"),
            **more,
        )

    def stage(self, key: str, found: Any) -> str:
        return rendering_state(self.state.clause(key), found.get(key))


class Translate(ClauseDoor, FormDoor):
    """A clause in another language: written by a translator, reviewed by a reader."""

    policy = "agree.see"
    deed_policy = "agree.translate"
    template = "agree/translate.html"

    @cached_property
    def rendering(self) -> Rendering | None:
        return renderings_in(self.existing(), checked_language(self)).get(self.kwargs["clause"])

    def open_to_change(self) -> None:
        """A frozen text can still be read in its languages."""

    def blank(self, typed: Any = None) -> RenderingForm:
        found = self.rendering
        initial = {"of_version": self.clause.version, "seen": rendering_digest(found)}
        if found is not None:
            initial |= {"words": found.words} | {f"wants_{side}": one for side, one in found.alternatives.items()}
        stands = [one for one in self.clause.stands if not one.is_kept]
        return RenderingForm(typed, stands=stands, language=self.kwargs["language"], initial=initial)

    def context(self, **more: Any) -> dict[str, Any]:
        language = checked_language(self)
        return super().context(
            language=language,
            language_name=dict(settings.LANGUAGES)[language],
            rendering=self.rendering,
            stage=rendering_state(self.state.clause(self.clause.key), self.rendering),
            seen=rendering_digest(self.rendering),
            may_translate=self.may("agree.translate") and self.existing().frozen_on is None,
            may_review=self.may("agree.review") and self.existing().frozen_on is None,
            **more,
        )

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        actions.write_rendering(
            self.existing(),
            self.kwargs["clause"],
            checked_language(self),
            typed["words"],
            of_version=typed["of_version"],
            seen=typed["seen"],
            alternatives=self.form.alternatives if isinstance(self.form, RenderingForm) else None,
            now=timezone.now(),
        )
        messages.success(self.request, _("The translation is kept. A reader reviews it next."))
        return to_language(self)


class Review(Translate):
    deed_policy = "agree.review"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actions.review_rendering(
            self.existing(),
            self.kwargs["clause"],
            checked_language(self),
            seen=request.POST.get("seen", ""),
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(request, _("Reviewed. It stays so until the clause or its translation changes."))
        return to_language(self)


def checked_language(view: AgreeDoor) -> str:
    language = str(view.kwargs["language"])
    if language not in view.existing().languages:
        raise Http404
    return language


def to_language(view: AgreeDoor) -> HttpResponseBase:
    return redirect("agree:language", view.programme.key, view.existing().workshop.number, view.kwargs["language"])
