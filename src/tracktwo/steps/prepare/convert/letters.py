"""A letter as a document: for whom, which meeting, in the host's words; what the vault does not hold stays blank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from tracktwo.documents.tree import Column, Document, Paragraph, Part, Run, Table, words
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.models import Letter, LetterText

BLANK = "." * 40


@dataclass(frozen=True)
class LetterWords:
    """Paragraphs, a line each."""

    body: str
    costs: str
    closing: str


def proposed_words(letter: str, language: str) -> LetterWords:
    """Neutral words to begin with: no conflict, no community, nothing that a border would ask about."""
    with override(language):
        return _visa() if letter == Letter.VISA else _invitation()


def _invitation() -> LetterWords:
    return LetterWords(
        body=_(
            "We invite you to take part in the academic meeting named below.\n"
            "Everybody takes part in a personal capacity and speaks for no institution."
        ),
        costs=_("We bear the cost of travel, lodging, meals and insurance for these days."),
        closing=_("Please tell us by the way that we agreed whether you can come. You may decline without a reason."),
    )


def _visa() -> LetterWords:
    return LetterWords(
        body=_(
            "We confirm that the person named below is invited to the academic meeting named below.\n"
            "We kindly ask you to issue the papers that are needed to enter, and to pass the countries on the way, for "
            "these days."
        ),
        costs=_("We bear the cost of travel there and back, lodging, meals and insurance for these days."),
        closing=_("We answer questions about this letter at the address of our letterhead."),
    )


def kept_words(row: LetterText) -> LetterWords:
    return LetterWords(row.body, row.costs, row.closing)


def letter_document(
    workshop: Workshop,
    letter: str,
    said: LetterWords,
    *,
    alias: str,
    identity: Mapping[str, str],
    host: str,
    day: date,
    language: str,
) -> Document:
    """``identity`` is what the vault gave, nothing without it: then the alias stands in brackets."""
    with override(language):
        parts: list[Part] = [Paragraph(words(Run(host or BLANK, strong=True)))]
        parts += [*_lines(said.body), _whom(letter, alias, identity), _meeting(workshop, host), *_lines(said.costs)]
        parts += [*_lines(said.closing), *_signature(host)]
        return Document(_title(letter), language, date_format(day, "DATE_FORMAT"), tuple(parts))


def _title(letter: str) -> str:
    return _("Letter in support of an application for a visa") if letter == Letter.VISA else _("Letter of invitation")


def _lines(text: str) -> list[Paragraph]:
    return [Paragraph(words(line.strip())) for line in text.splitlines() if line.strip()]


def _whom(letter: str, alias: str, identity: Mapping[str, str]) -> Table:
    rows = [
        (_("Name"), identity.get("name") or f"[{alias}]"),
        (_("Affiliation"), identity.get("affiliation") or BLANK),
    ]
    if letter == Letter.VISA:
        rows += [(_("Date of birth"), BLANK), (_("Citizenship"), BLANK), (_("Number of the passport"), BLANK)]
    return _table(_("Whom it concerns"), rows)


def _meeting(workshop: Workshop, host: str) -> Table:
    first, last = (date_format(day, "DATE_FORMAT") for day in (workshop.starts_on, workshop.ends_on))
    edition = workshop.edition
    rows = [
        (_("Days"), f"{first} – {last}"),
        (_("Place"), workshop.city or BLANK),
        (_("Held by"), host or BLANK),
        (_("Before the convention"), f"{edition.convention} {edition.edition}" if edition else BLANK),
    ]
    return _table(_("The meeting"), rows)


def _table(caption: str, rows: list[tuple[str, str]]) -> Table:
    columns = (Column(words(_("What"))), Column(words(_("Said"))))
    return Table(caption, columns, tuple((words(name), words(said)) for name, said in rows))


def _signature(host: str) -> list[Part]:
    return [
        Paragraph(words(_("Place, day, signature and seal:"))),
        Paragraph(words(BLANK + BLANK)),
        Paragraph(words(_("for %(host)s") % {"host": host or BLANK})),
    ]


def missing_words(missing: Mapping[str, int]) -> list[str]:
    """What a letter lacks and where it comes from; ``missing`` as in ``queries.letters.missing_for``."""
    said = {
        "host": _("The host has not declared its name in step 1."),
        "place": _("The place of the workshop is not announced."),
        "person": _("Seats without anybody in the vault: %(number)s. No letter can be made for them."),
        "affiliation": _("Seats whose affiliation the vault does not hold: %(number)s. It stays blank for them."),
        "papers": _(
            "Date of birth, citizenship and number of the passport: the vault does not hold them, on purpose. Write "
            "them by hand on the printed letter, or leave it to the traveller."
        ),
    }
    return [said[code] % {"number": number} for code, number in missing.items()]
