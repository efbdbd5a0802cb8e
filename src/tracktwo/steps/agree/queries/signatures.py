"""Which communities have signed the words as they stand."""

from __future__ import annotations

from tracktwo.methods.text import cut_version, from_data
from tracktwo.steps.agree.models import Text
from tracktwo.steps.agree.queries.versions import parallel_words


def signing_digest(text: Text) -> str:
    """What a signature is given on: the text as it stands, in all its languages, without a number of its own."""
    return cut_version(from_data(text.state), 1, parallel_words(text)).digest


def signed_sides(text: Text) -> set[int]:
    """The communities whose signature is on the words as they stand; once words change, nobody has signed."""
    return set(text.signatures.filter(digest=signing_digest(text)).values_list("side", flat=True))
