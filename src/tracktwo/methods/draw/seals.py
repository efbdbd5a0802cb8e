"""Steps 3 and 4: each party seals a number before anyone knows the others, and opens it afterwards.

A seal is SHA-256(tag, draw, H1, party, 32-byte seed, 32-byte nonce). The draw and H1 keep a seal from another
draw out, the party keeps a copied one out: whoever repeats another's seal can never open it as the own.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tracktwo.methods.record import Refusal, tagged_hash

COMMIT_TAG = "tracktwo/draw/commit/v1"
SEED_BYTES = 32


@dataclass(frozen=True)
class Reveal:
    """What opens a seal, 32 bytes each."""

    seed: bytes
    nonce: bytes

    @property
    def key(self) -> str:
        """Both as one line of hexadecimal: what a guarantor keeps."""
        return (self.seed + self.nonce).hex()


def read_key(text: str) -> Reveal:
    """The opening of 128 hexadecimal digits, whatever white space stands between. Raises Refusal ``draw.key``."""
    digits = "".join(text.split())
    try:
        data = bytes.fromhex(digits)
    except ValueError as error:
        raise Refusal("draw.key") from error
    if len(data) != 2 * SEED_BYTES or len(digits) != 4 * SEED_BYTES:
        raise Refusal("draw.key")
    return Reveal(data[:SEED_BYTES], data[SEED_BYTES:])


def commit(draw: str, head: bytes, party: str, reveal: Reveal) -> bytes:
    """The seal."""
    if (len(reveal.seed), len(reveal.nonce)) != (SEED_BYTES, SEED_BYTES):
        raise ValueError("a seed and a nonce have 32 bytes each")
    return tagged_hash(COMMIT_TAG, draw.encode(), head, party.encode(), reveal.seed, reveal.nonce)


def check_commitment(text: str, set_already: Collection[bytes]) -> bytes:
    """The seal that was typed. ``set_already``: every seal of this draw and of all earlier ones.

    Raises Refusal ``draw.seal`` for anything but 64 hexadecimal digits, ``draw.seal_copied`` for one set before.
    """
    digits = "".join(text.split())
    try:
        data = bytes.fromhex(digits)
    except ValueError as error:
        raise Refusal("draw.seal") from error
    if len(data) != SEED_BYTES or len(digits) != 2 * SEED_BYTES:
        raise Refusal("draw.seal")
    if data in set_already:
        raise Refusal("draw.seal_copied")
    return data


def fits(commitment: bytes, draw: str, head: bytes, party: str, reveal: Reveal) -> bool:
    """Does this open that seal, for this party, this draw and this list?"""
    return hmac.compare_digest(commitment, commit(draw, head, party, reveal))


def list_withheld(parties: Collection[str], reveals: Mapping[str, Reveal]) -> tuple[str, ...]:
    """The parties that count as empty, in the order of the parties."""
    return tuple(party for party in parties if party not in reveals)
