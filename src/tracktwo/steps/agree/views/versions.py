"""Pages of the versions, of what changed between them, and of the freeze."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.methods.text import SingleText, compare, from_data
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import change_faces, version_bytes
from tracktwo.steps.agree.doors import AgreeDoor
from tracktwo.steps.agree.forms import (
    NOW,
    CompareForm,
    FreezeForm,
)
from tracktwo.steps.agree.models import TextVersion
from tracktwo.steps.agree.queries import has_unsaved_words, list_versions, signing_digest
from tracktwo.steps.agree.queries.leaks import find_leaks
from tracktwo.steps.agree.views.asking import FormDoor


class Save(AgreeDoor):
    deed_policy = "agree.write"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        saved = actions.save_version(self.existing(), by=self.standing(), now=timezone.now())
        messages.success(
            request, _("Version %(number)s is saved; the record holds its hash.") % {"number": saved.number}
        )
        return self.back()


class Freeze(FormDoor):
    policy = "agree.steer"
    template = "agree/freeze.html"

    def blank(self, typed: Any = None) -> FreezeForm:
        return FreezeForm(typed, brackets=self.state.open_brackets, initial={"seen": signing_digest(self.existing())})

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(leaks=find_leaks(self.existing(), self.state), **more)

    def do(self, typed: dict[str, Any]) -> HttpResponseBase:
        actions.freeze_text(
            self.existing(),
            seen=typed["seen"],
            with_reservations=typed.get("with_reservations", False),
            by=self.standing(),
            now=timezone.now(),
        )
        messages.success(self.request, _("The text is frozen; its hash is in the record."))
        return self.back()


class Versions(AgreeDoor):
    template = "agree/versions.html"

    def context(self, **more: Any) -> dict[str, Any]:
        versions = list_versions(self.existing())
        return super().context(versions=[*reversed(versions)], form=compare_form(self, versions, None), **more)


class VersionFile(AgreeDoor):
    """A version as the bytes whose SHA-256 is its digest."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        version = self.existing().versions.filter(number=self.kwargs["number"]).first()
        if version is None:
            raise Http404
        answer = HttpResponse(version_bytes(version), content_type="application/json")
        name = f"text-{self.existing().workshop.number}-version-{version.number}.json"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


class Compare(AgreeDoor):
    """What became of the words between two versions."""

    template = "agree/compare.html"

    def context(self, **more: Any) -> dict[str, Any]:
        versions = list_versions(self.existing())
        form = compare_form(self, versions, self.request.GET if "old" in self.request.GET else None)
        if not versions or not form.is_valid():
            return super().context(form=form, versions=versions, changes=None, **more)
        texts = {str(one.number): from_data(one.data) for one in versions} | {NOW: self.state}
        old, new = texts[form.cleaned_data["old"]], texts[form.cleaned_data["new"]]
        return super().context(form=form, versions=versions, **self.changes(old, new), **more)

    def changes(self, old: SingleText, new: SingleText) -> dict[str, Any]:
        found = compare(old, new)
        faces = change_faces(found, self.names)
        return {"changes": faces, "unchanged": len(found) - len(faces)}


def compare_form(view: AgreeDoor, versions: list[TextVersion], typed: Any) -> CompareForm:
    """The two pulled-down lists, set to the last step unless somebody chose otherwise."""
    text = view.existing()
    moved_on = text.frozen_on is None and has_unsaved_words(text)
    numbers = [str(one.number) for one in versions] + ([NOW] if moved_on else [])
    chosen = {"old": numbers[-2] if len(numbers) > 1 else numbers[-1], "new": numbers[-1]} if versions else {}
    return CompareForm(typed or chosen, text=text, versions=versions)
