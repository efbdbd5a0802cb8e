"""Letters: their words kept, and one made with a name that stands in its bytes and nowhere else."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.documents.docx import to_docx
from tracktwo.documents.pdf import to_pdf
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.foundation.vault.actions import reveal
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.steps.prepare.actions.checks import check_open, check_travels, note
from tracktwo.steps.prepare.convert.letters import LetterWords, letter_document
from tracktwo.steps.prepare.models import LetterText
from tracktwo.steps.prepare.queries.letters import host_name, persons_of, words_of
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.select.models import Seat

WRITERS = {"docx": to_docx, "pdf": to_pdf}


@transaction.atomic
def keep_letter_text(
    programme: Programme, letter: str, language: str, said: LetterWords, *, by: Standing, now: datetime
) -> LetterText:
    """The host's own words in place of the proposal; the record holds their digest."""
    row = asdict(said) | {"kept_on": now.date()}
    kept, _new = LetterText.objects.update_or_create(
        programme=programme, letter=letter, language=language, defaults=row
    )
    digest = sha256(canonical_json(asdict(said))).hexdigest()
    facts = {"letter": letter, "language": language, "digest": digest}
    record("prepare.letter_text_kept", book=programme.compartment.book, role=by.role, at=now, **facts)
    return kept


def make_letter(
    seat: Seat, letter: str, language: str, form: str, *, account: Account, reason: str, by: Standing, now: datetime
) -> bytes:
    """One letter for one seat as DOCX or PDF. The reveal is in the record before anything is decrypted.

    Nothing of it is stored, and no digest either: it could be tried out on guesses. Refuses what ``vault.reveal``
    refuses, and ``prepare.nobody_behind``; not inside a transaction, for the same reason.
    """
    check_open(seat, now)
    check_travels(seat)
    person = persons_of(seat.workshop).get(seat)
    if person is None:
        raise Refusal("prepare.nobody_behind")
    identity = reveal(person, account=account, reason=reason, by=by, now=now)
    programme = seat.workshop.programme
    document = letter_document(
        seat.workshop,
        letter,
        words_of(programme, letter, language),
        alias=seat.account.alias,
        identity=identity,
        host=host_name(programme),
        day=now.date(),
        language=language,
    )
    content = WRITERS[form](document)
    with transaction.atomic():
        note("prepare.letter_made", seat, by, now, letter=letter, language=language)
    return content
