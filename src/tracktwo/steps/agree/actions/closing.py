"""The checkpoint that a closing sheet stands on."""

from __future__ import annotations

from tracktwo.foundation.ledger.actions import sign_checkpoint
from tracktwo.foundation.ledger.models import Checkpoint
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree.models import Text


def closing_checkpoint(text: Text) -> Checkpoint:
    """The first checkpoint that covers the freeze, signed now where there is none: the sheet stays the same for ever.

    Refuses ``agree.not_frozen``, and what signing refuses where the record is damaged.
    """
    book = text.workshop.programme.compartment.book
    frozen = list_entries(book, kind="text", key=str(text.workshop.number), deed="agree.frozen").last()
    if text.frozen_on is None or frozen is None:
        raise Refusal("agree.not_frozen")
    covering = Checkpoint.objects.filter(book=book, size__gt=frozen.seq).order_by("id").first()
    return covering or sign_checkpoint(book)
