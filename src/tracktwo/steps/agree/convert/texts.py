"""Between the stored text and the value of the method: its numbers, its digests."""

from __future__ import annotations

from hashlib import sha256
from itertools import chain, product
from string import ascii_lowercase, digits

from tracktwo.methods.record import canonical_json, eight_words
from tracktwo.methods.text import (
    Languages,
    Move,
    SingleText,
    cut_version,
    from_data,
    replay,
    version_data,
)
from tracktwo.steps.agree.models import Rendering, Text, TextVersion


def single_text(text: Text) -> SingleText:
    return from_data(text.state)


def fingerprint(text: SingleText, languages: Languages | None = None) -> str:
    """What a form carries of the whole text it was shown with: any change since then, in any language, shows in it."""
    return cut_version(text, 1, languages).digest


def replayed(text: Text, count: int | None = None) -> SingleText:
    """The text again from its first ``count`` moves, or from all of them."""
    rows = text.trail.all() if count is None else text.trail.filter(number__lte=count)
    return replay(Move(row.kind, row.data) for row in rows)


def rendering_digest(rendering: Rendering | None) -> str:
    """What a form carries of the translation it was shown with; empty for none."""
    if rendering is None:
        return ""
    return sha256(canonical_json([rendering.words, rendering.alternatives, rendering.of_version])).hexdigest()


def version_bytes(version: TextVersion) -> bytes:
    """The canonical JSON whose SHA-256 is the digest of the version: whoever holds it recomputes the hash alone."""
    return canonical_json(version_data(version.data, version.number, version.languages))


def words_of_digest(digest: str) -> str:
    """The first eight bytes of the digest as words, to be read aloud and compared."""
    return eight_words(bytes.fromhex(digest))


def next_key(text: SingleText, after: str | None = None) -> str:
    """The number of a new clause: the next whole number at the end; behind clause 2, as lawyers do, 2a, 2b, …

    A number once given stays with its clause, so that a bracket, a record entry and a person mean the same one.
    """
    taken = {clause.key for clause in text.clauses}
    if after is None or after == (text.clauses[-1].key if text.clauses else None):
        return str(max((int(key.rstrip(ascii_lowercase)) for key in taken), default=0) + 1)
    base = "".join(letter for letter in after if letter in digits)
    suffixes = chain(ascii_lowercase, (first + second for first, second in product(ascii_lowercase, repeat=2)))
    return next(base + suffix for suffix in suffixes if base + suffix not in taken)
