"""A hash chain: each entry's hash covers the one before it, so that no entry can be slipped in, dropped or
moved.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

ENTRY_TAG = b"tracktwo/record/entry/v1\n"
BOOK_TAG = b"tracktwo/record/book/v1\n"


def start_of_chain(book: str) -> bytes:
    """What stands in for the hash before the first entry, 32 bytes: it ties the chain to its book."""
    return hashlib.sha256(BOOK_TAG + book.encode()).digest()


def entry_hash(previous: bytes, leaf: bytes) -> bytes:
    """SHA-256(tag | previous hash, 32 bytes | canonical leaf); tag and previous have fixed lengths."""
    if len(previous) != hashlib.sha256().digest_size:
        raise ValueError("the previous hash has 32 bytes")
    return hashlib.sha256(ENTRY_TAG + previous + leaf).digest()


def chain_hashes(book: str, leaves: Iterable[bytes]) -> Iterator[bytes]:
    """The hash of every entry of a book, in order."""
    head = start_of_chain(book)
    for leaf in leaves:
        head = entry_hash(head, leaf)
        yield head
