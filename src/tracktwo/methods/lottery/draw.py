"""Drawing from a lottery with a seed that everybody can check: no chance enters but the seed.

Stream: block i (from 0) is HMAC-SHA256(key = seed, message = label + i as 8 bytes, most significant first);
the blocks follow each other. Index below n: take as many bytes as n - 1 needs, most significant first, keep
as many bits as n - 1 has, and take the next bytes again while the number is n or more. So every index is
equally likely, without remainder.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Sequence
from itertools import accumulate, count

from tracktwo.methods.record import Refusal

COHORT_LABEL = "tracktwo/draw/cohort"
ALTERNATE_LABEL = "tracktwo/draw/alternate"
_SHORTEST_SEED = 8


def read_seed(text: str) -> bytes:
    """The bytes of a hexadecimal seed.

    Raises Refusal ``lottery.seed``: not hexadecimal, odd, or under 8 bytes.
    """
    try:
        seed = bytes.fromhex(text.strip())
    except ValueError as error:
        raise Refusal("lottery.seed") from error
    if len(seed) < _SHORTEST_SEED or len(seed) * 2 != len(text.strip()):
        raise Refusal("lottery.seed")
    return seed


class Stream:
    """The bytes that follow from a seed and a label."""

    def __init__(self, seed: bytes, label: str) -> None:
        self._bytes = self._flow(seed, label.encode())

    @staticmethod
    def _flow(seed: bytes, label: bytes) -> Iterator[int]:
        for block in count():
            yield from hmac.digest(seed, label + block.to_bytes(8, "big"), "sha256")

    def below(self, size: int) -> int:
        """An index from 0 to ``size - 1``, each equally likely."""
        bits = (size - 1).bit_length()
        while True:
            taken = bytes(next(self._bytes) for _ in range((bits + 7) // 8))
            number = int.from_bytes(taken, "big") & ((1 << bits) - 1)
            if number < size:
                return number


def draw_index(weights: Sequence[int], seed: bytes, label: str = COHORT_LABEL) -> tuple[int, int]:
    """Which of the weighted things the seed draws, and the ticket that fell: below the sum of the weights.

    Thing i owns the tickets from the sum of the weights before it, as many as it weighs.
    """
    ticket = Stream(seed, label).below(sum(weights))
    for index, end in enumerate(accumulate(weights)):
        if ticket < end:
            return index, ticket
    raise AssertionError("a ticket below the sum belongs to somebody")
