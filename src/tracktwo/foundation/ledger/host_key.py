"""The host's signing key: one file that only its owner reads, made on first need, never in the database."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from tracktwo.methods.record import Refusal

BYTES_IN_A_SEED = 32


def host_key() -> Ed25519PrivateKey:
    """The key in ``host.key`` of the data directory: 64 hexadecimal digits, mode 0600.

    Raises Refusal ``record.host_key`` where the file is damaged or others may read it.
    """
    place = Path(settings.TRACKTWO_DATA_DIR) / "host.key"
    if not place.exists():
        _make(place)
    if place.stat().st_mode & 0o077:
        raise Refusal("record.host_key")
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(place.read_text().strip()))
    except ValueError as fault:
        raise Refusal("record.host_key") from fault


def public_key(key: Ed25519PrivateKey) -> bytes:
    """The 32 bytes that others check signatures with."""
    return key.public_key().public_bytes_raw()


def _make(place: Path) -> None:
    """Written whole and then linked to its name: of two processes that start at once, the second keeps the first's."""
    draft = place.with_name(f"{place.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_bytes(BYTES_IN_A_SEED).hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, place)
    except FileExistsError:
        pass  # another process was first; its key is the host's
    finally:
        draft.unlink()
    directory = os.open(place.parent, os.O_RDONLY)
    os.fsync(directory)  # a name in a directory survives a power cut only once the directory is on disk
    os.close(directory)
