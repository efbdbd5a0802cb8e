"""What is typed in step 6. Lengths and marks are refused by the deeds, with what was typed still in the form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tracktwo.steps.agree.models import Text, TextVersion

NOW = "now"
ADOPT, KEEP = "adopt", "keep"


def words_field(label: Any, *, rows: int, language: str, required: bool = True, help_text: Any = "") -> forms.CharField:
    """Words of the text, typed in its own language."""
    area = forms.Textarea(attrs={"rows": rows, "lang": language})
    return forms.CharField(label=label, widget=area, required=required, help_text=help_text)


class OpenForm(forms.Form):
    title = forms.CharField(
        label=_("Title"), help_text=_("In the language of the text, in words that every community would sign.")
    )
    language = forms.ChoiceField(
        label=_("Language of the text"),
        choices=settings.LANGUAGES,
        help_text=_("The language in which it is agreed and frozen. Briefs carry it into the others in step 7."),
    )


class ClauseForm(forms.Form):
    """A new clause, and behind which one it stands."""

    after = forms.ChoiceField(label=_("Where it stands"), required=False)

    def __init__(self, *args: Any, keys: Sequence[str], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].choices = [
            ("", _("at the end")),
            *((key, _("behind clause %(clause)s") % {"clause": key}) for key in keys),
        ]
        words = words_field(
            _("Words of the clause"),
            rows=5,
            language=language,
            help_text=_("One thought a clause, so that a bracket holds up only what it is about."),
        )
        self.fields = {"words": words, **self.fields}


class WordsForm(forms.Form):
    """Other words for a clause, with the version they were written on."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"] = words_field(_("Words of the clause"), rows=6, language=language)


class BracketForm(forms.Form):
    def __init__(self, *args: Any, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["stands"] = words_field(
            _("Words that stand"),
            rows=2,
            language=language,
            required=False,
            help_text=_("Copied from the clause, whole words. Leave it empty to ask for words to be added at its end."),
        )
        self.fields["wants"] = words_field(
            _("Words your community wants"),
            rows=2,
            language=language,
            required=False,
            help_text=_("What could stand there instead. Leave it empty to ask that the words be struck out."),
        )
        self.fields["reason"] = words_field(
            _("Reason"),
            rows=3,
            language=language,
            help_text=_("One sentence that the others can weigh. It is your community’s, not yours: name nobody."),
        )


class SettleForm(forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Which words shall stand?"),
        choices=[(KEEP, _("The words that stand now")), (ADOPT, _("The words that the bracket wants"))],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, of_community: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if of_community:
            self.fields["in_room"] = forms.BooleanField(
                label=_("This was agreed in the room, aloud, with the community that owns the bracket."), required=False
            )


class FreezeForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, brackets: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if brackets:
            self.fields["with_reservations"] = forms.BooleanField(
                label=_("Freeze with reservations: each open bracket is kept beside the text, under its community."),
                required=False,
            )


class CompareForm(forms.Form):
    """Two versions of a text, or one and what stands now. It is sent with GET: the address can be kept."""

    old = forms.ChoiceField(label=_("Earlier"))
    new = forms.ChoiceField(label=_("Later"))

    def __init__(self, *args: Any, text: Text, versions: Sequence[TextVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbered = [(str(one.number), _("Version %(number)s") % {"number": one.number}) for one in versions]
        self.fields["old"].choices = numbered
        self.fields["new"].choices = numbered if text.frozen_on else [*numbered, (NOW, _("What stands now"))]
