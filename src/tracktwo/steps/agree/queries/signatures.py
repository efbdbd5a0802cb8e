"""Which communities have signed the words as they stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from tracktwo.foundation.ledger.models import Cosignature
from tracktwo.methods.record import canonical_json
from tracktwo.methods.text import version_data
from tracktwo.steps.agree.convert.texts import fingerprint, replayed
from tracktwo.steps.agree.models import Text
from tracktwo.steps.agree.queries.silences import sides_heard
from tracktwo.steps.agree.queries.texts import access_texts
from tracktwo.steps.agree.queries.versions import parallel_words
from tracktwo.steps.programme.models import Programme


def signing_digest(text: Text) -> str:
    """What a signature is given on: the text as it stands, in all its languages, without a number of its own.

    Of the stored state itself, which reads back as exactly that state or not at all. Once frozen, of what stood before
    the freeze, which is what was signed.
    """
    if text.frozen_on is not None:
        return fingerprint(replayed(text, text.moves - 1), parallel_words(text))
    return sha256(canonical_json(version_data(text.state, 1, parallel_words(text)))).hexdigest()


def signed_sides(text: Text) -> set[int]:
    """The communities whose signature is on the words as they stand; once words change, nobody has signed."""
    given = dict(text.signatures.values_list("side", "digest"))
    digest = signing_digest(text) if given else ""
    return {side for side, signed in given.items() if signed == digest}


def sides_bound(text: Text, today: date | None = None) -> set[int]:
    """The communities whose signature holds: on these words, and somebody of them still has a voice in the text.

    One that is missing and one that holds no longer look the same, else the difference would tell of everybody in a
    community that the consent is gone. What is frozen stays signed.
    """
    signed = signed_sides(text)
    return signed if text.frozen_on is not None else signed & sides_heard(text, today)


def texts_to_cosign(programme: Programme, sides: Iterable[int]) -> list[Text]:
    """Frozen texts whose checkpoint one of these communities has not co-signed, the latest workshop first."""
    found = Cosignature.objects.filter(checkpoint__book=programme.compartment.book)
    done = {(one.side, one.digest) for one in found.only("side", "digest")}
    frozen = access_texts(programme).filter(frozen_on__isnull=False)
    return [text for text in frozen if any((side, text.digest) not in done for side in sides)]
