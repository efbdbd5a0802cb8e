"""Slips: what the house gives back to one person alone, also while the vault is sealed, and no copy of the database
tells. Their key lies in the keystore and needs no officer: whoever has taken both files reads them.
"""

from __future__ import annotations

from tracktwo.foundation.people.models import Compartment
from tracktwo.foundation.vault.ciphers import NONCE_BYTES, Locked, lock_text, unlock_text
from tracktwo.foundation.vault.keystore import salts
from tracktwo.foundation.vault.queries import check_not_purged
from tracktwo.methods.record import Refusal


def write_slips(compartment: Compartment, texts: dict[str, str]) -> dict[str, bytes]:
    """Each text locked for the place that is its name, ``table|row``; it opens under no other name."""
    check_not_purged(compartment)
    key = salts.make_slip_key(compartment.id)
    locked = {place: lock_text(text, key, bound=_bound(place)) for place, text in texts.items()}
    return {place: one.nonce + one.ciphertext for place, one in locked.items()}


def read_slip(compartment: Compartment, place: str, slip: bytes) -> str:
    """The text; ``vault.unreadable`` under another name, or where the key was destroyed."""
    key = salts.slip_key(compartment.id)
    if key is None:
        raise Refusal("vault.unreadable")
    return unlock_text(Locked(slip[:NONCE_BYTES], slip[NONCE_BYTES:]), key, bound=_bound(place))


def _bound(place: str) -> bytes:
    return f"slip|{place}".encode()
