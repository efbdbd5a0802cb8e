"""Keys of the leak lint's lexicons, in the memory of the machine and on none of its disks.

The file lies where the system keeps files in memory (``TRACKTWO_LEXICON_KEYS``): a sealed server that goes on running
can lint, also after a restart of the program; one that is switched off, and every backup, has nothing. The vault's
officers wake the lexicon again by opening the vault once.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings

from tracktwo.foundation.vault.keystore.file import OWNER_ONLY


def place() -> Path:
    return Path(settings.TRACKTWO_LEXICON_KEYS)


def key_of(compartment: UUID) -> bytes | None:
    """The key of a compartment's lexicon; None while it is asleep."""
    found = _load().get(compartment.hex)
    return bytes.fromhex(found) if found else None


def wake(compartment: UUID, key: bytes) -> None:
    with _changing() as keys:
        keys[compartment.hex] = key.hex()


def put_to_sleep(compartment: UUID) -> None:
    """Forget the key of one compartment; nothing happens where there is none."""
    if compartment.hex in _load():
        with _changing() as keys:
            keys.pop(compartment.hex, None)


@contextmanager
def _changing() -> Iterator[dict[str, str]]:
    place().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(place(), os.O_RDWR | os.O_CREAT, OWNER_ONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        keys = _parse(os.pread(handle, os.fstat(handle).st_size, 0))
        yield keys
        # Overwritten in place: another file would leave the old key in freed memory.
        content = json.dumps(keys, sort_keys=True).encode()
        os.pwrite(handle, content.ljust(os.fstat(handle).st_size), 0)
        os.ftruncate(handle, len(content))
    finally:
        os.close(handle)


def _load() -> dict[str, str]:
    try:
        handle = os.open(place(), os.O_RDONLY)
    except OSError:
        return {}
    try:
        fcntl.flock(handle, fcntl.LOCK_SH)
        return _parse(os.pread(handle, os.fstat(handle).st_size, 0))
    finally:
        os.close(handle)


def _parse(content: bytes) -> dict[str, str]:
    try:
        found = json.loads(content) if content.strip() else {}
    except ValueError:
        return {}
    return {name: key for name, key in found.items() if isinstance(key, str)} if isinstance(found, dict) else {}
