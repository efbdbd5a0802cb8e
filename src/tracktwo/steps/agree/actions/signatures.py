"""The communities sign the words as they stand."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.actions.keeping import locked, note, refuse_while_silent, seated_side
from tracktwo.steps.agree.models import Signature, Text
from tracktwo.steps.agree.queries import languages_behind, signing_digest
from tracktwo.steps.select.models import Seat


@transaction.atomic
def sign_text(text: Text, *, seat: Seat, seen: str, by: Standing, now: datetime) -> None:
    """From a seat of a community, in its name: its word on exactly the words that were ``seen``. Once for a community.

    Who of it signed is kept nowhere. A signature on words that changed afterwards is replaced by one on the new ones.
    """
    row, state = locked(text)
    refuse_while_silent(row)
    side = seated_side(row, seat, now.date())
    if state.frozen:
        raise Refusal("text.frozen")
    if not any(clause.standing for clause in state.clauses):
        raise Refusal("agree.no_words")
    behind = languages_behind(row)
    if behind:
        raise Refusal("agree.languages_behind", languages=", ".join(behind))
    digest = signing_digest(row)
    if seen != digest:
        raise Refusal("agree.changed_since_read")
    if row.signatures.filter(side=side, digest=digest).exists():
        raise Refusal("agree.signed_already")
    Signature.objects.update_or_create(text=row, side=side, defaults={"digest": digest, "signed_on": now.date()})
    note("agree.signed", row, by, now, community=side, digest=digest)
