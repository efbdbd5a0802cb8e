"""What may be said in public of a workshop's days before anybody has agreed on more."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tracktwo.steps.convene.convert.plan import DayFace
from tracktwo.steps.plan.models import Workshop


def known_agenda(workshop: Workshop) -> tuple[dict[str, str], dict[str, str]]:
    """Titles and texts by language: the convention, its days and its city, as the association announced them."""
    titles, texts = {}, {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            titles[language] = workshop.edition.convention if workshop.edition else _("Programme of the day")
            texts[language] = "\n".join(_known_lines(workshop))
    return titles, texts


def _known_lines(workshop: Workshop) -> list[str]:
    if workshop.edition is None:
        return [workshop.city] if workshop.city else [_("Working sessions")]
    first, last = (date_format(day, "DATE_FORMAT") for day in (workshop.edition.start, workshop.edition.end))
    return [f"{first} – {last}", *([workshop.edition.city] if workshop.edition.city else [])]


def proposed_lines(days: Sequence[DayFace]) -> str:
    """A first draft from the sessions as planned: the hours, and what may be said of each; of two at one hour once."""
    word = _("Working session")
    lines = (
        f"{date_format(day.day, 'DATE_FORMAT')}, {one.planned.begins:%H:%M}–{one.planned.ends:%H:%M} {word}"
        for day in days
        for one in day.sittings
    )
    return "\n".join(dict.fromkeys(lines))
