"""The Merkle tree of RFC 6962, section 2.1, over SHA-256: roots, proofs that an entry is in, proofs that
nothing was rewritten, and their verification (RFC 9162, sections 2.1.3.2 and 2.1.4.2, which spell out the
verifier's steps).

Hashes are 32 bytes. Roots cost O(n) hashes, proofs O(n) here (all leaves are at hand), verification O(log n).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(leaf: bytes) -> bytes:
    """MTH({d}) = SHA-256(0x00 | d)."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """SHA-256(0x01 | left | right); the other first byte keeps a node from passing for a leaf."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def merkle_root(hashes: Sequence[bytes]) -> bytes:
    """The root over ``hashes``, the leaf hashes in order; the root of nothing is SHA-256 of nothing."""
    stack: list[tuple[int, bytes]] = []
    for leaf in hashes:
        size = 1
        while stack and stack[-1][0] == size:
            leaf, size = node_hash(stack.pop()[1], leaf), 2 * size
        stack.append((size, leaf))
    if not stack:
        return EMPTY_ROOT
    root = stack.pop()[1]
    while stack:
        root = node_hash(stack.pop()[1], root)
    return root


def inclusion_proof(hashes: Sequence[bytes], index: int) -> list[bytes]:
    """PATH(m, D[n]): the siblings from leaf ``index`` up to the root. Raises ValueError outside the tree."""
    if not 0 <= index < len(hashes):
        raise ValueError("the index lies in the tree")
    return _path(hashes, index)


def _path(hashes: Sequence[bytes], index: int) -> list[bytes]:
    if len(hashes) == 1:
        return []
    half = _left_size(len(hashes))
    if index < half:
        return [*_path(hashes[:half], index), merkle_root(hashes[half:])]
    return [*_path(hashes[half:], index - half), merkle_root(hashes[:half])]


def consistency_proof(hashes: Sequence[bytes], earlier: int) -> list[bytes]:
    """PROOF(m, D[n]): what shows that the first ``earlier`` leaves are still the same, 1 <= earlier <= n."""
    if not 1 <= earlier <= len(hashes):
        raise ValueError("the earlier size lies between 1 and the size of the tree")
    return _subproof(hashes, earlier, whole=True)


def _subproof(hashes: Sequence[bytes], earlier: int, *, whole: bool) -> list[bytes]:
    if earlier == len(hashes):
        return [] if whole else [merkle_root(hashes)]
    half = _left_size(len(hashes))
    if earlier <= half:
        return [*_subproof(hashes[:half], earlier, whole=whole), merkle_root(hashes[half:])]
    return [*_subproof(hashes[half:], earlier - half, whole=False), merkle_root(hashes[:half])]


def _left_size(size: int) -> int:
    """The largest power of two below ``size``."""
    return 1 << ((size - 1).bit_length() - 1)


def proves_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Does ``proof`` show that the leaf hash ``leaf`` stands at ``index`` of the tree of ``size`` with
    ``root``?
    """
    if not 0 <= index < size:
        return False
    node, last = index, size - 1
    found = leaf
    for sibling in proof:
        if last == 0:
            return False
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and found == root


def proves_consistency(earlier: int, earlier_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Does ``proof`` show that the tree of ``size`` begins with the tree of ``earlier`` leaves?"""
    if not 1 <= earlier <= size:
        return False
    if earlier == size:
        return not proof and earlier_root == root
    # A complete earlier tree is its own first node, so the proof leaves it out.
    path = list(proof) if earlier & (earlier - 1) else [earlier_root, *proof]
    return bool(path) and _walk_both(earlier - 1, size - 1, path) == (earlier_root, root)


def _walk_both(node: int, last: int, path: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    while node & 1:
        node, last = node >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            return None
        if node & 1 or node == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        node, last = node >> 1, last >> 1
    return (old, new) if last == 0 else None
