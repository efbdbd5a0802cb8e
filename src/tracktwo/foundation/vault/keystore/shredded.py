"""Whose keys were destroyed: opaque ids in a file of its own, which only grows.

It lies beside the keystore and not in it, because a restore brings back an older keystore together with keys
that were destroyed since. A restore must join the two lists, never replace this one by an older one.
"""

from __future__ import annotations

import fcntl
import os
import re
from pathlib import Path
from uuid import UUID

from tracktwo.foundation.vault.keystore import file

WHOLE_LINE = re.compile(rb"^[0-9a-f]{32}$", re.MULTILINE)


def place() -> Path:
    return file.place().with_name(file.place().name + ".shredded")


def remember(person: UUID) -> None:
    """Add one tombstone; it is on disk when this returns."""
    place().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(place(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, file.OWNER_ONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        # The newline in front ends a line that a power cut may have torn.
        os.write(handle, b"\n" + person.hex.encode() + b"\n")
        os.fsync(handle)
    finally:
        os.close(handle)
    file.sync_directory(place().parent)


def remembered() -> frozenset[UUID]:
    """Everyone shredded so far."""
    if not place().exists():
        return frozenset()
    return frozenset(UUID(line.decode()) for line in WHOLE_LINE.findall(place().read_bytes()))
