"""Adding to the record, signing where it stands, and giving it out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import cast

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.utils import timezone

from tracktwo.foundation.ledger.archive import export_zip
from tracktwo.foundation.ledger.cosigning import cosigned_lines
from tracktwo.foundation.ledger.host_key import host_key, public_key
from tracktwo.foundation.ledger.leaves import check_deed, check_place, leaf_text, told_time
from tracktwo.foundation.ledger.models import Checkpoint, Entry
from tracktwo.foundation.ledger.queries import latest_checkpoint, list_entries
from tracktwo.methods.record import (
    JSON,
    Refusal,
    Signature,
    checkpoint_text,
    entry_hash,
    key_id,
    leaf_hash,
    merkle_root,
    signed_note,
    start_of_chain,
)
from tracktwo.methods.record import Checkpoint as Head


def record(
    deed: str,
    *,
    book: str,
    role: str,
    side: int | None = None,
    kind: str = "",
    key: str = "",
    at: datetime | None = None,
    **facts: object,
) -> Entry:
    """Add one decision to a book, in the caller's transaction: both happen or neither.

    ``role`` and ``side`` are the actor's, ``kind`` and ``key`` name the object, ``at`` is now unless given (demo
    data), kept to the minute, or to the day where ``leaves.told_time`` says so. Raises the Refusals of
    ``leaves.check_deed`` and ``leaves.check_place``, and TransactionManagementError outside ``transaction.atomic``.
    """
    check_deed(deed, facts)
    check_place(deed, book=book, role=role, side=side, kind=kind, key=key)
    _lock(book)
    minute = told_time(at or timezone.now(), role)
    last = Entry.objects.filter(book=book).order_by("-seq").first()
    seq, previous = (last.seq + 1, bytes.fromhex(last.hash)) if last else (0, start_of_chain(book))
    place: dict[str, JSON] = {"book": book, "role": str(role), "side": side, "kind": kind, "key": key}
    leaf = leaf_text(deed, seq, minute, cast("dict[str, JSON]", facts), place)
    return Entry.objects.create(
        book=book,
        seq=seq,
        deed=deed,
        leaf=leaf,
        previous=previous.hex(),
        hash=entry_hash(previous, leaf.encode()).hex(),
        made_at=minute,
    )


@transaction.atomic
def sign_checkpoint(book: str) -> Checkpoint:
    """Sign how many entries the book has and their Merkle root; the same checkpoint again if nothing was added.

    Raises Refusal ``record.damaged`` where an entry no longer fits the chain and ``record.rewritten`` where the
    entries signed last are no longer the first ones: the host's key never vouches for a changed past.
    """
    _lock(book)
    return _sign(book, list(list_entries(book)))


@transaction.atomic
def export(book: str) -> bytes:
    """The record as one ZIP that verifies without this house; the same bytes for the same record.

    Signs a checkpoint first, with its Refusals. The form is described in docs/reference/record.md.
    """
    _lock(book)
    entries = list(list_entries(book))
    checkpoint = _sign(book, entries)
    key = host_key()
    lines = [f'{{"hash":"{e.hash}","leaf":{e.leaf},"previous":"{e.previous}"}}\n' for e in entries]
    origin, cosigned = origin_of(book, public_key(key)), cosigned_lines(book)
    return export_zip("".join(lines).encode(), checkpoint.note, origin, key, cosigned=cosigned)


def origin_of(book: str, public: bytes) -> str:
    """The first line of a checkpoint. It names the key, so that a checkpoint is checked with nothing else at hand."""
    return f"tracktwo/{book}/{public.hex()}"


def _sign(book: str, entries: Sequence[Entry]) -> Checkpoint:
    _check_chain(book, entries)
    hashes = [leaf_hash(entry.leaf.encode()) for entry in entries]
    root = merkle_root(hashes)
    key = host_key()
    origin = origin_of(book, public_key(key))
    last = latest_checkpoint(book)
    if last is not None:
        if last.size > len(hashes) or merkle_root(hashes[: last.size]).hex() != last.root:
            raise Refusal("record.rewritten", size=last.size)
        if last.size == len(hashes) and last.note.startswith(origin + "\n"):
            return last
    text = checkpoint_text(Head(origin, len(hashes), root))
    signature = Signature(origin, key_id(origin, public_key(key)), key.sign(text.encode()))
    note = signed_note(text, [signature])
    minute = timezone.now().replace(second=0, microsecond=0)
    return Checkpoint.objects.create(book=book, size=len(hashes), root=root.hex(), note=note, made_at=minute)


def _check_chain(book: str, entries: Sequence[Entry]) -> None:
    head = start_of_chain(book)
    for seq, entry in enumerate(entries):
        follows = entry.seq == seq and entry.previous == head.hex()
        head = entry_hash(head, entry.leaf.encode())
        if not follows or entry.hash != head.hex():
            raise Refusal("record.damaged", seq=seq)


def _lock(book: str) -> None:
    """One writer a book at a time, until the transaction ends.

    SQLite's transactions begin IMMEDIATE (a setting), which is that already; PostgreSQL's advisory lock also
    serialises the first entry of a book, for which there is no row to lock yet.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("the record is written inside the transaction of its deed")
    if connection.vendor == "postgresql":
        number = int.from_bytes(hashlib.sha256(b"ledger:" + book.encode()).digest()[:8], "big", signed=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [number])
