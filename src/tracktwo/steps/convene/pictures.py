"""The chart of a round of check-ins, with its words in the reader's language and its table."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tracktwo.documents.charts import pulse
from tracktwo.documents.html import to_html
from tracktwo.documents.tree import Document
from tracktwo.steps.convene.convert import PulseFace, pulse_face
from tracktwo.steps.convene.models import CheckIn


@dataclass(frozen=True)
class Round:
    """An ended round; picture and table, safe to stand in a page, only where the one table lets it be told."""

    session: int
    face: PulseFace
    svg: SafeString | None = None
    table: SafeString | None = None


def round_of(checkin: CheckIn) -> Round:
    session, face = checkin.session.number, pulse_face(checkin)
    if not face.is_told:
        return Round(session, face)
    view, labels = pulse.PulseView(face.cells), _labels(session, face)
    page = Document(title="-", language="en", parts=(pulse.as_table(view, labels),))
    drawn = pulse.draw(view, labels, prefix=f"pulse-{session}-{face.number}")
    return Round(session, face, mark_safe(drawn), mark_safe(to_html(page)))  # noqa: S308 - by documents, which escapes


def _labels(session: int, face: PulseFace) -> dict[str, str]:
    answers = {"answers": ", ".join(f"{step}: {count}" for step, count in enumerate(face.cells, start=1))}
    return {
        "title": _("How the room felt: session %(session)s, check-in %(number)s")
        % {"session": session, "number": face.number},
        "description": _("People by answer, from 1, hard for me, to 5, good for me. %(answers)s.") % answers,
        "caption": _("Session %(session)s, check-in %(number)s") % {"session": session, "number": face.number},
        "step": _("The answer"),
        "people": _("People"),
        "low": _("hard for me"),
        "high": _("good for me"),
    }
