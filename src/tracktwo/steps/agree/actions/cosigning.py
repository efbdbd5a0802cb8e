"""A guarantor puts the community's own signature under the checkpoint that covers a freeze."""

from __future__ import annotations

import hashlib
from datetime import datetime

from django.db import transaction

from tracktwo.exchange.signing import is_signed, is_sound_key
from tracktwo.foundation.ledger.cosigning import cosigned_line, head_of
from tracktwo.foundation.ledger.models import Cosignature
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.draw import Signed, read_signature
from tracktwo.methods.record import Refusal, cosigned_bytes
from tracktwo.steps.agree.actions.closing import closing_checkpoint
from tracktwo.steps.agree.actions.keeping import locked, note
from tracktwo.steps.agree.models import Text
from tracktwo.steps.select.queries.draws import key_of


@transaction.atomic
def cosign(text: Text, *, signature: str, by: Standing, now: datetime) -> None:
    """Once for a community. Whose hand it was stays outside: the key is the party's, and the record gets a digest."""
    row, _state = locked(text)
    checkpoint = closing_checkpoint(row)
    if by.side is None:
        raise Refusal("agree.other_side")
    if checkpoint.cosignatures.filter(side=by.side, digest=row.digest).exists():
        raise Refusal("agree.cosigned_already")
    party = f"community-{by.side}"
    key = key_of(row.workshop.programme, party)
    if key is None:
        raise Refusal("agree.cosign_no_key")
    signed = Signed(bytes.fromhex(key.public), read_signature(signature))
    message = cosigned_bytes(party, bytes.fromhex(row.digest), head_of(checkpoint))
    # What the offline verifier would refuse must not get into a record that nobody can mend.
    if not is_sound_key(signed.key) or not is_signed(signed, message):
        raise Refusal("agree.cosign_false")
    kept = Cosignature.objects.create(checkpoint=checkpoint, side=by.side, digest=row.digest, **signed.content())
    note("agree.cosigned", row, by, now, community=by.side, digest=hashlib.sha256(cosigned_line(kept)).hexdigest())
