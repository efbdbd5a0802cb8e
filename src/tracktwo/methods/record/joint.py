"""What several parties make together and each can repeat: a hash that cannot be read two ways, and the bytes that
follow from a seed.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from itertools import count


def tagged_hash(tag: str, *parts: bytes) -> bytes:
    """SHA-256 of the tag, a line end, and each part behind its length (4 bytes, most significant first).

    The tag keeps a hash of one kind from passing for another; the lengths keep two lists of parts from
    running together into the same bytes.
    """
    text = tag.encode() + b"\n" + b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hashlib.sha256(text).digest()


class Stream:
    """The bytes that follow from a seed and a label.

    Block i (from 0) is HMAC-SHA256(key = seed, message = label + i as 8 bytes, most significant first); the
    blocks follow each other.
    """

    def __init__(self, seed: bytes, label: str) -> None:
        self._bytes = self._flow(seed, label.encode())

    @staticmethod
    def _flow(seed: bytes, label: bytes) -> Iterator[int]:
        for block in count():
            yield from hmac.digest(seed, label + block.to_bytes(8, "big"), "sha256")

    def below(self, size: int) -> int:
        """An index from 0 to ``size - 1``, each equally likely, by rejection.

        As many bytes as ``size - 1`` needs, as many bits of them as it has, and the next bytes again while the
        number is ``size`` or more.
        """
        bits = (size - 1).bit_length()
        while True:
            taken = bytes(next(self._bytes) for _ in range((bits + 7) // 8))
            number = int.from_bytes(taken, "big") & ((1 << bits) - 1)
            if number < size:
                return number
