"""The signing key of cookies, forms and one-time codes: one file that only its owner reads."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

OWNER_ONLY = 0o600


def kept_secret(place: Path) -> str:
    """The secret in ``place``, made on first need.

    Written whole and then linked to its name: server and worker may start at once, and the second keeps the first's.
    """
    if not place.exists():
        _make(place)
    return place.read_text(encoding="ascii").strip()


def _make(place: Path) -> None:
    draft = place.with_name(f"{place.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48) + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, place)
    except FileExistsError:
        pass  # another process was first; its key is the house's
    finally:
        draft.unlink()
