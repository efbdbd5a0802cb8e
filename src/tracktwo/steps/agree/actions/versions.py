"""Deeds on the whole text: save a version, freeze it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods import text as single
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.actions.keeping import cut, locked, move, note
from tracktwo.steps.agree.actions.leaks import refuse_standing_leaks
from tracktwo.steps.agree.convert import fingerprint
from tracktwo.steps.agree.models import Text, TextVersion
from tracktwo.steps.agree.queries import has_unsaved_words, languages_behind, parallel_words, sides_bound, sides_of


@transaction.atomic
def save_version(text: Text, *, by: Standing, now: datetime) -> TextVersion:
    """Keep the text as it stands under the next number. The same words get no second number."""
    row, state = locked(text)
    if row.frozen_on is not None:
        raise Refusal("text.frozen")
    if not has_unsaved_words(row):
        raise Refusal("agree.nothing_new", number=row.version)
    saved = cut(row, state, now.date())
    note("agree.version_saved", row, by, now, number=saved.number, digest=saved.digest)
    return saved


@transaction.atomic
def freeze_text(text: Text, *, seen: str, with_reservations: bool, by: Standing, now: datetime) -> Text:
    """Freeze the text that was read and that every community signed, as its last version; its digest goes into the
    record. Nothing changes after.
    """
    row, state = locked(text)
    frozen = single.freeze(state, with_reservations=with_reservations)
    if not any(clause.standing for clause in frozen.clauses):
        raise Refusal("agree.no_words")
    if seen != fingerprint(state, parallel_words(row)):
        raise Refusal("agree.changed_meanwhile")
    refuse_standing_leaks(row, state)
    behind, unsigned = languages_behind(row), set(sides_of(row)) - sides_bound(row, now.date())
    if behind:
        raise Refusal("agree.languages_behind", languages=", ".join(behind))
    if unsigned:
        raise Refusal("agree.not_signed", count=len(unsigned))
    move(row, state, "freeze", now, with_reservations=with_reservations)
    saved = cut(row, frozen, now.date())
    row.frozen_on, row.digest = now.date(), saved.digest
    row.save(update_fields=["frozen_on", "digest"])
    note("agree.frozen", row, by, now, number=saved.number, reservations=len(frozen.reservations), digest=saved.digest)
    return row
