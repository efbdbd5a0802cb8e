"""An application as a document: the fields of the association's form, in the language it is written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from tracktwo.documents.tree import (
    Column,
    Document,
    Heading,
    ListBlock,
    Note,
    PageBreak,
    Paragraph,
    Part,
    Run,
    Table,
    words,
)
from tracktwo.exchange.budgets import read_budget, total
from tracktwo.steps.plan.models import Workshop

Identity = Mapping[str, str]


def field_words() -> dict[str, str]:
    return {
        "title": _("Title"),
        "coordinators": _("Coordinators"),
        "abstract": _("Abstract"),
        "description": _("Description and rationale"),
        "relation": _("Relation to the convention"),
        "commitments": _("Statement of commitment"),
        "budget": _("Budget"),
    }


def missing_words(code: str) -> str:
    return {
        "abstract_long": _("The abstract is longer than 200 words."),
        "description_long": _("The description is longer than five pages (2,500 words)."),
        "budget": _("The budget has no line."),
        "participants": _("Nobody has a seat in this workshop yet."),
        "alternates": _("At least two alternates are asked for."),
        "alternates_undrawn": _(
            "The cohort was drawn, so its alternates are drawn as well: take them from their draw."
        ),
        "freeze": _("The roster is not frozen: mark “fix who comes” as done when it is."),
        "place": _("The place is not announced yet."),
    }.get(code) or _("%(field)s: not written yet.") % {"field": field_words().get(code, code)}


def kind_words(kind: str) -> str:
    return {
        "travel": _("travel"),
        "rooms": _("rooms"),
        "meals": _("meals"),
        "space": _("meeting space"),
        "equipment": _("equipment"),
        "fee": _("fee"),
        "other": _("other"),
    }.get(kind, kind)


def application_document(
    workshop: Workshop,
    fields: Mapping[str, Any],
    roster: Sequence[tuple[str, str]],
    alternates: Sequence[str],
    missing: Sequence[str],
    identities: Mapping[str, Identity],
    language: str,
) -> Document:
    """``roster`` holds (alias, community); ``identities`` what the vault gave for an alias, nothing without it."""
    with override(language):
        named = field_words()
        parts: list[Part] = [_draft(missing)] if missing else []
        parts += _prose(named["coordinators"], fields["coordinators"])
        parts += [_where_and_when(workshop)]
        for name in ("abstract", "description", "relation"):
            parts += _prose(named[name], fields[name])
        parts += [_people(roster, alternates, identities), *_prose(named["commitments"], fields["commitments"])]
        parts += [_budget(fields), PageBreak(), *_biographies([alias for alias, _c in roster], alternates, identities)]
        title = fields["title"].strip() or _("Application for workshop %(number)s") % {"number": workshop.number}
        return Document(title, language, "", tuple(parts))


def _draft(missing: Sequence[str]) -> Note:
    first = Paragraph(words(Run(_("Draft. Still missing:"), strong=True)))
    return Note((first, *(Paragraph(words(missing_words(code))) for code in missing)))


def _prose(heading: str, text: str) -> list[Part]:
    said = [line.strip() for line in text.splitlines() if line.strip()]
    return [Heading(1, words(heading)), *(Paragraph(words(line)) for line in said or [_("not written yet")])]


def _where_and_when(workshop: Workshop) -> Table:
    days = (workshop.ends_on - workshop.starts_on).days + 1
    edition = workshop.edition
    rows = (
        (
            _("Dates"),
            f"{date_format(workshop.starts_on, 'DATE_FORMAT')} – {date_format(workshop.ends_on, 'DATE_FORMAT')}",
        ),
        (_("Duration in days"), str(days)),
        (_("Place"), workshop.city or _("place not announced")),
        (_("Convention"), f"{edition.convention} {edition.edition}" if edition else "–"),
        (_("Remote seats"), str(workshop.remote_seats)),
    )
    columns = (Column(words(_("What"))), Column(words(_("Said"))))
    return Table(_("Dates, place and duration"), columns, tuple((words(name), words(said)) for name, said in rows))


def _people(roster: Sequence[tuple[str, str]], alternates: Sequence[str], identities: Mapping[str, Identity]) -> Table:
    columns = tuple(Column(words(head)) for head in (_("Participant"), _("Affiliation"), _("Contact"), _("Part")))
    lines = [(alias, _("participant")) for alias, _community in roster]
    lines += [(alias, _("alternate")) for alias in alternates]
    rows = tuple(
        (
            words(_name(alias, identities)),
            words(identities.get(alias, {}).get("affiliation") or "–"),
            words(identities.get(alias, {}).get("contact") or "–"),
            words(part),
        )
        for alias, part in lines
    )
    return Table(_("Participants and alternates"), columns, rows)


def _name(alias: str, identities: Mapping[str, Identity]) -> str:
    return identities.get(alias, {}).get("name") or f"[{alias}]"


def _budget(fields: Mapping[str, Any]) -> Table:
    lines = read_budget(fields["budget"])
    columns = (
        Column(words(_("Kind"))),
        Column(words(_("What for"))),
        Column(words(_("Amount, %(currency)s") % {"currency": fields["currency"]}), number=True),
    )
    rows = [
        (words(kind_words(one.kind)), words(one.what), words(number_format(one.amount, 2, force_grouping=True)))
        for one in lines
    ]
    rows.append(
        (words(_("Total")), words(""), words(Run(number_format(total(lines), 2, force_grouping=True), strong=True)))
    )
    return Table(_("Budget"), columns, tuple(rows))


def _biographies(roster: Sequence[str], alternates: Sequence[str], identities: Mapping[str, Identity]) -> list[Part]:
    parts: list[Part] = [Heading(1, words(_("Biographies")))]
    for alias in (*roster, *alternates):
        parts.append(Heading(2, words(_name(alias, identities))))
        given = identities.get(alias, {})
        text = given.get("biography") or given.get("affiliation")
        parts.append(
            Paragraph(words(text or _("[biography of at most 500 words; it stands in the vault or with its person]")))
        )
    if not (roster or alternates):
        parts.append(ListBlock((words(_("Nobody has a seat in this workshop yet.")),)))
    return parts
