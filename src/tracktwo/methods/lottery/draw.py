"""Drawing from a lottery with a seed that everybody can check: no chance enters but the seed.

The stream is that of ``methods.record``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tracktwo.methods.record import Refusal, Stream

__all__ = ["ALTERNATE_LABEL", "COHORT_LABEL", "Stream", "draw_index", "read_seed"]

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


def draw_index(weights: Sequence[int], seed: bytes, label: str = COHORT_LABEL) -> tuple[int, int]:
    """Which of the weighted things the seed draws, and the ticket that fell: below the sum of the weights.

    Thing i owns the tickets from the sum of the weights before it, as many as it weighs.
    """
    ticket = Stream(seed, label).below(sum(weights))
    for index, end in enumerate(accumulate(weights)):
        if ticket < end:
            return index, ticket
    raise AssertionError("a ticket below the sum belongs to somebody")
