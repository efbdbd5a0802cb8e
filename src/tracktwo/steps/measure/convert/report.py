"""The programme report: one document of counts, with what it cannot show and how to check it, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import formats, translation
from django.utils.translation import gettext as _

from tracktwo.documents.tree import WEAVES, Document, Heading, ListBlock, Note, Paragraph, Part, Run, Side, words
from tracktwo.foundation.ledger.models import Checkpoint
from tracktwo.methods.record import eight_words
from tracktwo.steps.measure.convert.path_parts import (
    agreed_parts,
    chosen_parts,
    planned_parts,
    prepared_parts,
    room_parts,
    sent_parts,
)
from tracktwo.steps.measure.convert.results import items_of, result_parts
from tracktwo.steps.measure.models import Result
from tracktwo.steps.programme.models import Community, Programme
from tracktwo.steps.programme.queries import list_communities


def report_document(programme: Programme, language: str, made: datetime, checkpoint: Checkpoint) -> Document:
    """Everything that may be told of a programme up to ``made``; no alias, no name, no sentence of anybody."""
    with translation.override(language):
        today = made.date()
        communities = list_communities(programme, today)
        parts: list[Part] = [
            *_opening(programme, communities),
            *planned_parts(programme, communities, today),
            *chosen_parts(programme),
            *prepared_parts(programme),
            *room_parts(programme),
            *agreed_parts(programme),
            *sent_parts(programme, communities),
            *_measured(programme, communities),
            *_left_out(),
            *_how_to_check(checkpoint, today),
        ]
        return Document(
            title=_("Programme report"),
            language=language,
            date_text=formats.date_format(made, "DATE_FORMAT"),
            parts=tuple(parts),
        )


def _opening(programme: Programme, communities: Sequence[Community]) -> list[Part]:
    own = programme.language
    sides = [Side(one.name, one.number) if one.number in WEAVES else Run(one.name, strong=True) for one in communities]
    named = [piece for side in sides for piece in (side, Run("  "))]
    return [
        Paragraph((Run(programme.title, strong=True, language=own),)),
        Paragraph((Run(programme.description, language=own),)),
        Paragraph(words(_("Communities, in the order of the day:"), " ", *named)),
        Paragraph(
            words(
                _("Host association:"),
                " ",
                Run(programme.host.name, language=own),
                ". ",
                _("Years: %(first)s to %(last)s.") % {"first": programme.first_year, "last": programme.last_year},
            )
        ),
    ]


def _measured(programme: Programme, communities: Sequence[Community]) -> list[Part]:
    results = Result.objects.filter(workshop__programme=programme).select_related("workshop")
    parts: list[Part] = [Heading(1, words(_("What was measured")))]
    if not results:
        return [*parts, Paragraph(words(_("No pair of waves has been closed yet.")))]
    parts.append(
        Paragraph(
            words(
                _(
                    "The same questions were asked before and after a workshop. Answers were linked by a phrase that"
                    " only the person holds; they lie in no row of their own and were erased when the result was"
                    " computed."
                )
            )
        )
    )
    for result in results.order_by("workshop__number"):
        place = {"number": result.workshop.number, "place": result.workshop.city or "–"}
        parts.append(Heading(2, words(_("Workshop %(number)s, %(place)s") % place)))
        prefix = f"w{result.workshop.number}"
        parts += result_parts(items_of(result, public=True), communities, prefix, level=3, public=True)
    return parts


def _left_out() -> list[Part]:
    return [
        Heading(1, words(_("What this report leaves out"))),
        ListBlock(
            (
                words(_("Names and aliases. No page of it was made from the vault.")),
                words(_("What anybody said, wrote or voted. The record keeps decisions, not speech.")),
                words(
                    _("Numbers from which single people could be recognised. Where one is missing, the reason stands.")
                ),
                words(_("Any claim that the programme caused a change. Nobody was measured who did not take part.")),
            )
        ),
    ]


def _how_to_check(checkpoint: Checkpoint, today: date) -> list[Part]:
    root = checkpoint.root
    facts = (
        _("Entries: %(size)s") % {"size": checkpoint.size},
        _("Root: %(root)s") % {"root": root},
        _("In eight words: %(words)s") % {"words": eight_words(bytes.fromhex(root))},
    )
    steps = (
        _(
            "Ask a guarantor, or the convener, for the file of the record, and run “tracktwo verify” on it."
            " It needs no network."
        ),
        _("Compare entries, root and words with those below. Later entries may follow; these stay the first ones."),
        _("Compute the SHA-256 of this file. The entry “Programme report made” that follows holds the same digest."),
    )
    return [
        Heading(1, words(_("How to check this report"))),
        ListBlock(tuple(words(step) for step in steps), ordered=True),
        Note(
            (
                Paragraph(
                    words(_("The record as it stood on %(day)s:") % {"day": formats.date_format(today, "DATE_FORMAT")})
                ),
                *(Paragraph(words(fact)) for fact in facts),
            )
        ),
    ]
