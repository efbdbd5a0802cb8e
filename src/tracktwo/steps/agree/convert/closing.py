"""The closing sheet of a frozen text: what was agreed, by which communities, and how anybody checks it alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext as _

from tracktwo.documents.tree import WEAVES, Column, Document, Heading, ListBlock, Note, Paragraph, Part, Table, words
from tracktwo.documents.tree import Side as Named
from tracktwo.foundation.ledger.models import Checkpoint
from tracktwo.methods.record import eight_words
from tracktwo.methods.text import from_data
from tracktwo.steps.agree.convert.texts import fingerprint, replayed, words_of_digest
from tracktwo.steps.agree.models import Signature, Text, TextVersion


def signatures_on(text: Text, version: TextVersion) -> list[Signature]:
    """Those given on exactly the words that were frozen: on the text as it was one move before."""
    signed = fingerprint(replayed(text, version.moves - 1), version.languages)
    return list(text.signatures.filter(digest=signed))


def closing_document(
    text: Text, version: TextVersion, *, names: Mapping[int, str], checkpoint: Checkpoint, language: str
) -> Document:
    """In the language of the reader; the words of the text in all of theirs. Same record, same bytes."""
    with translation.override(language):
        day = formats.date_format(version.made_on, "DATE_FORMAT")
        about = {"workshop": text.workshop.number, "number": version.number, "day": day}
        return Document(
            title=text.title,
            language=language,
            date_text=_("Workshop %(workshop)s, version %(number)s, frozen on %(day)s") % about,
            parts=(
                *_signed(signatures_on(text, version), names),
                *_words(text, version),
                *_reservations(version, names, text.language),
                *_cosigned(text, names, checkpoint),
                *_how_to_check(text, version, checkpoint),
            ),
        )


def _signed(found: Sequence[Signature], names: Mapping[int, str]) -> list[Part]:
    rows = tuple(
        (words(_named(one.side, names)), words(formats.date_format(one.signed_on, "DATE_FORMAT"))) for one in found
    )
    columns = (Column(words(_("Community"))), Column(words(_("Signed on"))))
    return [
        Heading(1, words(_("Closing sheet"))),
        Paragraph(
            words(
                _("Each community signed exactly these words from one of its seats. Whose hand it was is kept nowhere.")
            )
        ),
        Table(_("Signatures of the communities"), columns, rows),
    ]


def _named(side: int, names: Mapping[int, str]) -> Named | str:
    return Named(names[side], side) if side in WEAVES else names[side]


def _words(text: Text, version: TextVersion) -> list[Part]:
    """The clauses that stand, in the text's own language first."""
    spoken = dict(settings.LANGUAGES)
    clauses = [(one.key, one.standing) for one in from_data(version.data).clauses if one.standing]
    parts: list[Part] = [
        Heading(1, words(_("The text (%(language)s)") % {"language": spoken[text.language]})),
        *(Paragraph(words(f"{key}. {said}"), text.language) for key, said in clauses),
    ]
    for language, told in version.languages.items():
        parts.append(Heading(1, words(_("The text (%(language)s)") % {"language": spoken[language]})))
        parts += [Paragraph(words(f"{key}. {told[key]}"), language) for key, _said in clauses if told.get(key)]
    return parts


def _reservations(version: TextVersion, names: Mapping[int, str], language: str) -> list[Part]:
    held = from_data(version.data).reservations
    if not held:
        return []
    told = tuple(
        words(_named(one.side, names), " ", _("on clause %(clause)s:") % {"clause": one.clause}, f" “{one.wants}”")
        for one in held
        if one.side in names
    )
    return [Heading(1, words(_("Reservations"))), ListBlock(told)]


def _cosigned(text: Text, names: Mapping[int, str], checkpoint: Checkpoint) -> list[Part]:
    """Communities that put a key of their own under the checkpoint; nothing where none did."""
    found = checkpoint.cosignatures.filter(digest=text.digest).order_by("side")
    parts: list[Part] = []
    for one in found:
        # In halves: 128 digits without a space would run off the page.
        signature = f"{one.signature[:64]} {one.signature[64:]}"
        parts.append(Paragraph(words(_named(one.side, names))))
        parts.append(Paragraph(words(f"{_('Public key')}: {one.key}")))
        parts.append(Paragraph(words(f"{_('Signature')}: {signature}")))
    return [Heading(1, words(_("Co-signatures of the communities"))), *parts] if parts else []


def _how_to_check(text: Text, version: TextVersion, checkpoint: Checkpoint) -> list[Part]:
    facts = (
        _("SHA-256 of the text: %(digest)s") % {"digest": version.digest},
        _("Its first eight words: %(words)s") % {"words": words_of_digest(version.digest)},
        _("Checkpoint of the record: %(size)s entries, root %(root)s")
        % {"size": checkpoint.size, "root": checkpoint.root},
        _("The checkpoint in eight words: %(words)s") % {"words": eight_words(bytes.fromhex(checkpoint.root))},
    )
    steps = (
        _("Download the text as it was hashed, from the page of the text, and compute the SHA-256 of that file."),
        _("Ask a guarantor, or the convener, for the file of the record, and run “tracktwo verify” on it."),
        _("The record holds an entry “text frozen” with the same hash, among the entries of this checkpoint."),
    )
    return [
        Heading(1, words(_("How to check this sheet"))),
        ListBlock(tuple(words(step) for step in steps), ordered=True),
        Note(
            (
                *(Paragraph(words(fact)) for fact in facts),
                Paragraph(
                    words(
                        _(
                            "The host’s key signs the checkpoint, and communities where co-signatures stand above. It "
                            "shows that the record was not changed since, to whoever kept this sheet; not that the "
                            "host wrote down everything."
                        )
                    )
                ),
            )
        ),
    ]
