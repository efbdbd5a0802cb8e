"""What people type at the doors."""

from __future__ import annotations

import unicodedata
from typing import ClassVar

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from tracktwo.foundation.people.models import Account, Role


class SignInForm(forms.Form):
    alias = forms.CharField(
        label=_("Alias"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    passphrase = forms.CharField(
        label=_("Passphrase"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class JoinForm(forms.Form):
    code = forms.CharField(
        label=_("One-time code"),
        max_length=80,
        help_text=_("Four short words that somebody told you. They work once, for 72 hours."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    alias = forms.RegexField(
        r"^[^\W\d_][\w’'ʼ -]{1,38}$",
        label=_("Alias"),
        max_length=40,
        help_text=_(
            "How you are called here. Not your name, and nothing that you use elsewhere: a bird, a tree, a river."
        ),
        error_messages={"invalid": _("Use 2 to 40 letters, spaces or hyphens, beginning with a letter.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    passphrase = forms.CharField(
        label=_("Passphrase"),
        max_length=200,
        strip=False,
        help_text=_("At least 12 characters. Nobody can send you a new one by e-mail: we know no address."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_alias(self) -> str:
        # One form for letters that look alike however they were typed: full-width, composed, with an accent apart.
        return unicodedata.normalize("NFKC", self.cleaned_data["alias"])

    def clean_passphrase(self) -> str:
        passphrase: str = self.cleaned_data["passphrase"]
        # The alias is known to everybody in the room, so it is the first thing that somebody tries.
        validate_password(passphrase, Account(alias=self.cleaned_data.get("alias", "")))
        return passphrase


class InvitationForm(forms.Form):
    """Role and community of an invitation; the communities are handed in by the step that knows them."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    side = forms.TypedChoiceField(
        label=_("Community"),
        coerce=int,
        empty_value=None,
        required=False,
        help_text=_("Only for whoever belongs to one."),
    )
    of_a_side: ClassVar = {Role.GUARANTOR, Role.NOMINEE, Role.PARTICIPANT, Role.READER}

    def __init__(self, *args: object, sides: list[tuple[int, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's form takes what ours is given
        self.fields["side"].choices = [("", _("none")), *sides]  # type: ignore[attr-defined]  # a choice field, above

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        if cleaned.get("role") in self.of_a_side and not cleaned.get("side"):
            self.add_error("side", _("This role needs a community. Choose one of the communities of the programme."))
        if cleaned.get("role") not in self.of_a_side:
            cleaned["side"] = None
        return cleaned
