"""Salts from which, with ROOT, the key of a compartment's lexicon is derived, and keys of slips, which need no ROOT. A
salt destroyed is a key destroyed.
"""

from __future__ import annotations

from uuid import UUID

from tracktwo.foundation.vault.ciphers import derive, new_key
from tracktwo.foundation.vault.keystore import file


def lexicon_key(root: bytes, compartment: UUID) -> tuple[bytes, str]:
    """The key, and the salt it comes of: a new one where the last was destroyed."""
    salt = file.read().get("lexicons", {}).get(compartment.hex)
    if salt is None:
        with file.changing() as content:
            salt = content.setdefault("lexicons", {}).setdefault(compartment.hex, new_key().hex())
    return derive(root, b"lexicon " + compartment.hex.encode(), salt=bytes.fromhex(salt)), salt


def destroy_salt(compartment: UUID) -> None:
    """From the next unsealing on the lexicon has another key; older copies of it can be asked nothing."""
    if compartment.hex in file.read().get("lexicons", {}):
        with file.changing(erasing=True) as content:
            content.get("lexicons", {}).pop(compartment.hex, None)


def make_slip_key(compartment: UUID) -> bytes:
    """The key of a compartment's slips, made when it is first needed; on disk before it is returned."""
    key = slip_key(compartment)
    if key is None:
        with file.changing() as content:
            key = bytes.fromhex(content.setdefault("slips", {}).setdefault(compartment.hex, new_key().hex()))
    return key


def slip_key(compartment: UUID) -> bytes | None:
    """The same; None where there is none, or none any more."""
    found = file.read().get("slips", {}).get(compartment.hex)
    return bytes.fromhex(found) if found else None
