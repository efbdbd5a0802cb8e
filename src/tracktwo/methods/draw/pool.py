"""Step 1: the pool as salted leaves of a Merkle tree, so that each finds the own row and nobody reads another's.

A leaf holds features, groups, a salt, and *who*: a salted hash of the alias. Without the salts a leaf tells
nothing, not even to somebody who tries every alias and every feature. Leaves stand in the order of their
hashes, so a leaf's number tells nothing either, and the order of the rows changes nothing.
"""

from __future__ import annotations

import hmac
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracktwo.methods.record import (
    Refusal,
    canonical_json,
    inclusion_proof,
    leaf_hash,
    merkle_root,
    proves_inclusion,
    tagged_hash,
)

WHO_TAG = "tracktwo/draw/who/v1"
SECRET_BYTES = 32


@dataclass(frozen=True)
class Row:
    """One who could be chosen. ``groups``: labels of which a cohort holds at most one; ``score``: a fraction or
    nothing.
    """

    alias: str
    features: Mapping[str, str]
    groups: tuple[str, ...] = ()
    score: str = ""


@dataclass(frozen=True)
class Frozen:
    """``leaves`` in their order, as canonical JSON; ``numbers`` by alias; ``who_salts`` by alias."""

    leaves: tuple[bytes, ...]
    numbers: Mapping[str, int]
    who_salts: Mapping[str, bytes]

    @property
    def root(self) -> bytes:
        return merkle_root(self.hashes)

    @property
    def hashes(self) -> list[bytes]:
        return [leaf_hash(leaf) for leaf in self.leaves]

    def receipt_for(self, alias: str) -> Receipt:
        """What one person needs to find the own row under the root, alone."""
        number = self.numbers[alias]
        path = inclusion_proof(self.hashes, number)
        return Receipt(alias, self.who_salts[alias], self.leaves[number], number, len(self.leaves), tuple(path))


@dataclass(frozen=True)
class Receipt:
    """A person's own: the leaf, the salt of the alias, the place, and the way up to the root."""

    alias: str
    who_salt: bytes
    leaf: bytes
    number: int
    people: int
    path: tuple[bytes, ...]


def freeze_rows(rows: Iterable[Row], secret: bytes) -> Frozen:
    """The tree over the rows. ``secret``: 32 bytes made for this draw alone; every salt follows from it.

    O(n log n). Raises Refusal ``draw.alias_repeated``.
    """
    if len(secret) != SECRET_BYTES:
        raise ValueError("the secret has 32 bytes")
    rows = list(rows)
    if len({row.alias for row in rows}) < len(rows):
        raise Refusal("draw.alias_repeated")
    groups = _number_groups(rows)
    pairs = sorted((leaf_hash(leaf), leaf, row.alias) for row in rows for leaf in [_leaf(row, groups, secret)])
    return Frozen(
        tuple(leaf for _hash, leaf, _alias in pairs),
        {alias: number for number, (_hash, _leaf, alias) in enumerate(pairs)},
        {row.alias: _salt(secret, "who", row.alias) for row in rows},
    )


def who(alias: str, salt: bytes) -> bytes:
    return tagged_hash(WHO_TAG, salt, alias.encode())


def check_receipt(receipt: Receipt, root: bytes, own: bytes) -> bool:
    """Is the leaf under the root, and does ``own`` (``who`` as the leaf states it) belong to this alias?"""
    under = proves_inclusion(leaf_hash(receipt.leaf), receipt.number, receipt.people, receipt.path, root)
    return under and own == who(receipt.alias, receipt.who_salt)


def _leaf(row: Row, groups: Mapping[str, int], secret: bytes) -> bytes:
    content = {
        "features": dict(row.features),
        "groups": sorted(groups[group] for group in set(row.groups) if group in groups),
        "salt": _salt(secret, "row", row.alias).hex(),
        "score": row.score,
        "who": who(row.alias, _salt(secret, "who", row.alias)).hex(),
    }
    return canonical_json(content)


def _salt(secret: bytes, purpose: str, alias: str) -> bytes:
    return hmac.digest(secret, f"{purpose}\n{alias}".encode(), "sha256")


def _number_groups(rows: Iterable[Row]) -> dict[str, int]:
    """Groups of at least two, by number: their labels may hold aliases."""
    counts = Counter(group for row in rows for group in set(row.groups))
    return {group: number for number, group in enumerate(sorted(g for g, n in counts.items() if n > 1), start=1)}
