"""Steps 5 and 6: one seed out of everything that was opened and the public value, and the cohort it draws."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from tracktwo.methods.draw.beacon import Value
from tracktwo.methods.draw.seals import Reveal
from tracktwo.methods.record import Refusal, Stream, tagged_hash

SEED_TAG = "tracktwo/draw/seed/v1"
COHORT_LABEL = "tracktwo/draw/cohort"


@dataclass(frozen=True)
class Number:
    """The joint seed, the ticket that fell, and the cohort (from 0) it fell to."""

    seed: bytes
    ticket: int
    index: int


def joint_seed(head: bytes, parties: Sequence[str], reveals: Mapping[str, Reveal], value: Value) -> bytes:
    """SHA-256(tag, H1, each party's opening in order or nothing, chain hash, round, signature).

    Raises Refusal ``draw.nobody_opened`` where neither an opening nor a public value stands in it: then the
    number was known when the list was published.
    """
    if not reveals and not value.signature:
        raise Refusal("draw.nobody_opened")
    opened = [reveals[party].seed + reveals[party].nonce if party in reveals else b"" for party in parties]
    return tagged_hash(SEED_TAG, head, *opened, value.chain_hash, value.round.to_bytes(8, "big"), value.signature)


def draw_number(seed: bytes, weights: Sequence[int]) -> Number:
    """Cohort i owns the tickets from the sum of the weights before it, as many as it weighs."""
    ticket = Stream(seed, COHORT_LABEL).below(sum(weights))
    index = next(place for place, end in enumerate(accumulate(weights)) if ticket < end)
    return Number(seed, ticket, index)
