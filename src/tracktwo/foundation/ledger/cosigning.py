"""Co-signatures as they leave the house: a line each, in the order in which the record tells of them."""

from __future__ import annotations

from tracktwo.foundation.ledger.models import Checkpoint, Cosignature
from tracktwo.methods.record import Checkpoint as Head
from tracktwo.methods.record import canonical_json, read_checkpoint, read_note


def head_of(checkpoint: Checkpoint) -> Head:
    return read_checkpoint(read_note(checkpoint.note).text)


def cosigned_line(one: Cosignature) -> bytes:
    """Everything a stranger needs to check it; the record holds the SHA-256 of exactly these bytes."""
    head = head_of(one.checkpoint)
    return canonical_json(
        {
            "digest": one.digest,
            "key": one.key,
            "origin": head.origin,
            "root": head.root.hex(),
            "side": one.side,
            "signature": one.signature,
            "size": head.size,
        }
    )


def cosigned_lines(book: str) -> bytes:
    found = Cosignature.objects.filter(checkpoint__book=book).select_related("checkpoint").order_by("id")
    return b"".join(cosigned_line(one) + b"\n" for one in found)
