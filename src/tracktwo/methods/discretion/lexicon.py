"""A keyed lexicon: HMAC-SHA256 of every form of every member, cut to 64 bits, sorted.

It answers “does this word belong to somebody?” and nothing else. Without the key a form cannot be told from noise;
with the key a guess can be tried, so the key lies apart from the lexicon. Ten thousand people make some eight million
forms, about a hundred megabytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from tracktwo.methods.discretion.forms import Sort, forms_of
from tracktwo.methods.discretion.members import Member

KEY_BYTES = 32
DIGEST_BYTES = 8
BLOCK = 64
# A page is filled up to whole steps with keyed noise, so that its length does not tell how long a name is.
STEP = 1024
NOISE = 0
_ROW = np.dtype([("digest", "<u8"), ("sort", "u1")])


@dataclass(frozen=True)
class Match:
    """A form that is in the lexicon: which question it answers, whose form it is, and of what sort."""

    question: int
    owners: frozenset[int]
    sort: Sort


@dataclass(frozen=True)
class Lexicon:
    """Forms of ``size`` members under one key; ``digests`` is sorted, ``owners`` and ``sorts`` run beside it."""

    key: bytes
    size: int
    digests: NDArray[np.uint64]
    owners: NDArray[np.uint32]
    sorts: NDArray[np.uint8]

    def find(self, questions: Sequence[tuple[str, str]]) -> list[Match]:
        """Who has these (room, form) questions among their forms; two binary searches a question."""
        if not questions or not len(self.digests):
            return []
        digest = keyed(self.key)
        asked = np.array([digest(room, form) for room, form in questions], dtype=np.uint64)
        first = np.searchsorted(self.digests, asked, side="left")
        last = np.searchsorted(self.digests, asked, side="right")
        return [
            match
            for number in np.flatnonzero(last > first)
            for match in self._between(int(number), slice(int(first[number]), int(last[number])))
        ]

    def _between(self, question: int, places: slice) -> Iterator[Match]:
        """One match a sort: a common given name has a thousand owners, and they are told together."""
        owners, sorts = self.owners[places], self.sorts[places]
        for sort in np.unique(sorts).tolist():
            yield Match(question, frozenset(owners[sorts == sort].tolist()), Sort(sort))


def keyed(key: bytes) -> Callable[[str, str], int]:
    """HMAC-SHA256 (RFC 2104) of room and form, cut to 64 bits.

    The key is taken in once and the hash begun from there each time: three times as fast as ``hmac.digest``, and a
    text of a hundred pages asks fifty thousand questions.
    """
    block = (sha256(key).digest() if len(key) > BLOCK else key).ljust(BLOCK, b"\0")
    inner, outer = sha256(bytes(byte ^ 0x36 for byte in block)), sha256(bytes(byte ^ 0x5C for byte in block))

    def digest(room: str, form: str) -> int:
        within, around = inner.copy(), outer.copy()
        within.update(f"{room}|{form}".encode())
        around.update(within.digest())
        return int.from_bytes(around.digest()[:DIGEST_BYTES], "little")

    return digest


def page_of(member: Member, key: bytes) -> bytes:
    """The keyed forms of one member, nine bytes each, sorted and filled up: what may be kept while names may not."""
    digest = keyed(key)
    rows = _rows(member, digest)
    missing = -len(rows) % STEP
    noise = np.zeros(missing, dtype=_ROW)
    seed = int(rows["digest"].min()) if len(rows) else 0
    noise["digest"] = [digest("noise", f"{seed}|{number}") for number in range(missing)]
    return np.sort(np.concatenate([rows, noise]), order="digest").tobytes()


def _rows(member: Member, digest: Callable[[str, str], int]) -> NDArray[np.void]:
    # A form of two sorts is kept under the surer one, which has the smaller number and is written last.
    found = {digest(room, form): int(sort) for room, form, sort in sorted(forms_of(member), key=lambda one: -one[2])}
    return np.fromiter(found.items(), dtype=_ROW, count=len(found))


def lexicon_of(pages: Iterable[bytes], key: bytes) -> Lexicon:
    """Pages of members, in their order, as one lexicon. All must have been made with ``key``."""
    return _sorted([np.frombuffer(page, dtype=_ROW) for page in pages], key)


def make_lexicon(members: Iterable[Member], key: bytes) -> Lexicon:
    """The lexicon of a roster that is at hand, as on the command line."""
    digest = keyed(key)
    return _sorted([_rows(member, digest) for member in members], key)


def _sorted(pages: Sequence[NDArray[np.void]], key: bytes) -> Lexicon:
    rows = np.concatenate(pages) if pages else np.zeros(0, dtype=_ROW)
    owners = np.repeat(np.arange(len(pages), dtype=np.uint32), [len(page) for page in pages])
    kept = rows["sort"] != NOISE
    rows, owners = rows[kept], owners[kept]
    order = np.argsort(rows["digest"], kind="stable")
    return Lexicon(key, len(pages), rows["digest"][order].copy(), owners[order], rows["sort"][order].copy())
