"""What is typed at the vault."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.vault.actions import LONGEST_TEXT
from tracktwo.foundation.vault.queries import Handle


class UnsealForm(forms.Form):
    """One field per officer; as many are filled in as the vault asks for."""

    prefix = "unseal"

    def __init__(self, *args: Any, officers: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        alone = len(officers) == 1
        self.officers = {f"officer_{number}": officer for number, officer in enumerate(officers, start=1)}
        for name, officer in self.officers.items():
            self.fields[name] = forms.CharField(
                label=_("Passphrase") if alone else _("Passphrase (%(officer)s)") % {"officer": officer},
                max_length=200,
                strip=False,
                required=alone,
                widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
            )

    def passphrases(self) -> dict[str, str]:
        return {officer: self.cleaned_data[name] for name, officer in self.officers.items() if self.cleaned_data[name]}


OFFICERS = 3


class FoundForm(forms.Form):
    """Three officers, each with a passphrase of their own, typed twice; any two of them open the vault."""

    prefix = "found"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, OFFICERS + 1):
            for name, label in (
                (f"phrase_{number}", _("Passphrase of officer %(number)s")),
                (f"again_{number}", _("Officer %(number)s once more")),
            ):
                self.fields[name] = forms.CharField(
                    label=label % {"number": number},
                    max_length=200,
                    strip=False,
                    widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
                )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for number in range(1, OFFICERS + 1):
            if cleaned.get(f"phrase_{number}") != cleaned.get(f"again_{number}"):
                self.add_error(f"again_{number}", _("The two are not the same. Type both again."))
        phrases = [cleaned.get(f"phrase_{number}") for number in range(1, OFFICERS + 1)]
        if all(phrases) and len(set(phrases)) < OFFICERS:
            self.add_error("phrase_1", _("Each officer chooses a passphrase of their own."))
        return cleaned

    def officers(self) -> dict[str, str]:
        """Numbers, not names: the keystore holds these labels in clear."""
        return {f"officer {number}": self.cleaned_data[f"phrase_{number}"] for number in range(1, OFFICERS + 1)}


class _PersonForm(forms.Form):
    """Somebody by handle, never by an address or a link."""

    person = forms.TypedChoiceField(label=_("Person"))

    def __init__(self, *args: Any, handles: list[Handle], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.handles = {handle.person.hex: handle for handle in handles}
        named = [(key, one.title) for key, one in self.handles.items()]
        field = cast(forms.TypedChoiceField, self.fields["person"])
        field.choices = [("", _("Choose a person")), *named]

    def handle(self) -> Handle:
        return self.handles[self.cleaned_data["person"]]


class RevealForm(_PersonForm):
    prefix = "reveal"
    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_TEXT,
        help_text=_("What you need the identity for. The officers can read it; it is kept encrypted."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )


class ShredForm(_PersonForm):
    prefix = "shred"
    confirmation = forms.CharField(
        label=_("Type the handle"),
        max_length=8,
        help_text=_(
            "The eight letters and digits in the list above. Nobody can undo this, not even all officers together."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def is_confirmed(self) -> bool:
        typed: str = self.cleaned_data["confirmation"]
        return typed.strip().lower() == self.handle().short
