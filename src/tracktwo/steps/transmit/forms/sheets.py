"""What is typed of a brief's words, paragraph by paragraph, and of levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.transmit.convert import Line, Sheet, shape_of
from tracktwo.steps.transmit.models import LONGEST_PARAGRAPH, Level
from tracktwo.steps.transmit.queries import FindingFace

LEVELS = [(level.value, level.label) for level in Level]
NEW = 1


class LevelsForm(forms.Form):
    """One choice a finding."""

    def __init__(self, *args: Any, faces: list[FindingFace], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.faces = faces
        for face in faces:
            self.fields[f"level_{face.clause}"] = forms.TypedChoiceField(
                label=_("Finding %(number)s") % {"number": face.number},
                choices=LEVELS,
                coerce=int,
                initial=face.level.value,
            )

    def rows(self) -> list[tuple[FindingFace, Any]]:
        return [(face, self[f"level_{face.clause}"]) for face in self.faces]

    def levels(self) -> dict[str, int]:
        return {face.clause: self.cleaned_data[f"level_{face.clause}"] for face in self.faces}


@dataclass(frozen=True)
class Block:
    """The fields of one paragraph."""

    number: int
    is_new: bool
    words: list[Any]
    section: Any
    level: Any
    clause: Any


class SheetForm(forms.Form):
    """Titles and paragraphs, all languages side by side; a paragraph without any word is left out when it is kept."""

    def __init__(self, *args: Any, audience: str, sheet: Sheet, faces: list[FindingFace], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.audience, self.sheet, self.faces = audience, sheet, faces
        self.count = len(sheet.lines) + NEW
        for code, name in settings.LANGUAGES:
            self.fields[f"title_{code}"] = forms.CharField(
                label=_("Title (%(language)s)") % {"language": name},
                max_length=160,
                required=False,
                initial=sheet.titles.get(code, ""),
                widget=forms.TextInput(attrs={"lang": code}),
            )
        for number in range(1, self.count + 1):
            self._add(number, sheet.lines[number - 1] if number <= len(sheet.lines) else None)

    def _add(self, number: int, line: Line | None) -> None:
        sections = shape_of(self.audience).sections
        clauses = [("", _("none, these words lead through it"))]
        clauses += [(face.clause, f"{face.number}. {face.words[:60]}") for face in self.faces]
        for code, name in settings.LANGUAGES:
            self.fields[f"words_{number}_{code}"] = forms.CharField(
                label=name,
                max_length=LONGEST_PARAGRAPH,
                required=False,
                initial=line.words.get(code, "") if line else "",
                widget=forms.Textarea(attrs={"rows": 4, "lang": code}),
            )
        self.fields[f"section_{number}"] = forms.ChoiceField(
            label=_("Where it stands"),
            choices=[(one.value, one.label) for one in sections],
            initial=line.section if line else sections[0].value,
        )
        self.fields[f"level_{number}"] = forms.TypedChoiceField(
            label=_("How far it may go"),
            choices=LEVELS,
            coerce=int,
            initial=line.level if line else Level.KEPT.value,
        )
        self.fields[f"clause_{number}"] = forms.ChoiceField(
            label=_("Finding it stands on"), choices=clauses, required=False, initial=line.clause if line else ""
        )

    def titles(self) -> list[Any]:
        return [self[f"title_{code}"] for code, _name in settings.LANGUAGES]

    def blocks(self) -> Iterator[Block]:
        for number in range(1, self.count + 1):
            yield Block(
                number=number,
                is_new=number > len(self.sheet.lines),
                words=[(code, self[f"words_{number}_{code}"]) for code, _name in settings.LANGUAGES],
                section=self[f"section_{number}"],
                level=self[f"level_{number}"],
                clause=self[f"clause_{number}"],
            )

    def typed(self) -> Sheet:
        data, codes = self.cleaned_data, [code for code, _name in settings.LANGUAGES]
        lines = []
        for number in range(1, self.count + 1):
            words = {code: data[f"words_{number}_{code}"] for code in codes if data[f"words_{number}_{code}"]}
            if words:
                lines.append(Line(data[f"section_{number}"], data[f"clause_{number}"], data[f"level_{number}"], words))
        return Sheet({code: data[f"title_{code}"] for code in codes}, tuple(lines))
