"""Step 5: a public value that exists only after every seal was opened or left shut, so an abort is decided blind.

drand's round r is published at genesis + (r - 1) period; the round of a draw is fixed beforehand by a formula, as
the first one published at or after the end of the opening and a margin. The value is pasted by a person: nothing
here asks a network. Sources: drand's specification (docs.drand.love/docs/specification, checked on 25 November
2026); RFC 3797, sections 3 and 6.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from tracktwo.methods.record import Refusal, canonical_json

# Ten minutes: longer than clocks differ, and than a late opening could be dressed up as one in time.
MARGIN = 600
SIGNATURE_BYTES = 48


@dataclass(frozen=True)
class Chain:
    """A beacon's constants. ``hash`` and ``key`` as bytes, ``genesis`` and ``period`` in seconds."""

    name: str
    hash: bytes
    key: bytes
    genesis: int
    period: int


@dataclass(frozen=True)
class Value:
    """What the number is made of besides the openings: chain hash, round and signature."""

    chain_hash: bytes = b""
    round: int = 0
    signature: bytes = b""


@dataclass(frozen=True)
class Drand:
    """A round of a pinned chain."""

    chain: Chain
    round: int

    def content(self) -> dict[str, object]:
        return {
            "chain_hash": self.chain.hash.hex(),
            "genesis": self.chain.genesis,
            "kind": "drand",
            "margin": MARGIN,
            "name": self.chain.name,
            "period": self.chain.period,
            "public_key": self.chain.key.hex(),
            "round": self.round,
        }

    def value(self, signature: bytes) -> Value:
        """Raises Refusal ``draw.signature`` for anything but 48 bytes."""
        if len(signature) != SIGNATURE_BYTES:
            raise Refusal("draw.signature")
        return Value(self.chain.hash, self.round, signature)


@dataclass(frozen=True)
class Rfc3797:
    """Public numbers named beforehand, each source in words, to be read after ``after`` (seconds since 1970)."""

    sources: tuple[str, ...]
    after: int

    def content(self) -> dict[str, object]:
        return {"after": self.after, "kind": "rfc3797", "margin": MARGIN, "sources": list(self.sources)}

    def value(self, numbers: Sequence[Sequence[int]]) -> Value:
        """Raises Refusal ``draw.sources`` where there are not as many lists of numbers as sources."""
        if len(numbers) != len(self.sources) or not all(numbers):
            raise Refusal("draw.sources", sources=len(self.sources))
        named = hashlib.sha256(canonical_json(list(self.sources))).digest()
        return Value(named, 0, rfc3797_key(numbers).encode())


@dataclass(frozen=True)
class NoNetwork:
    """Openings only: whoever opens last can compute the number before opening, and choose between two."""

    def content(self) -> dict[str, object]:
        return {"kind": "none"}


Beacon = Drand | Rfc3797 | NoNetwork


def round_time(chain: Chain, number: int) -> int:
    """When the round is published."""
    return chain.genesis + (number - 1) * chain.period


def round_after(chain: Chain, moment: int) -> int:
    """The first round published at ``moment`` or later."""
    return max(1, -(-(moment - chain.genesis) // chain.period) + 1)


def fix_round(chain: Chain, opened_until: int) -> Drand:
    """The draw's round: the first one at or after the end of the opening and the margin."""
    return Drand(chain, round_after(chain, opened_until + MARGIN))


def randomness_of(signature: bytes) -> bytes:
    """drand's randomness is the SHA-256 of the signature."""
    return hashlib.sha256(signature).digest()


def check_value(beacon: Drand, signature: bytes, number: int | None, randomness: bytes | None) -> Value:
    """The value pasted by a person, with its round and randomness where they were pasted too.

    Raises Refusal ``draw.round`` for another round, ``draw.randomness`` where it does not follow from the
    signature, ``draw.signature``.
    """
    if number is not None and number != beacon.round:
        raise Refusal("draw.round", round=beacon.round)
    value = beacon.value(signature)
    if randomness is not None and randomness != randomness_of(signature):
        raise Refusal("draw.randomness")
    return value


def rfc3797_key(numbers: Sequence[Sequence[int]]) -> str:
    """The key string of RFC 3797, section 3: each source's numbers in order, a full stop after each, ``/`` after
    each source.
    """
    return "".join("".join(f"{number}." for number in sorted(source)) + "/" for source in numbers)
