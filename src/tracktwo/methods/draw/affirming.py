"""What a party signs with a key of its own: its yes to H0, and the seal that it set for H1.

A yes pressed on a page is only as good as the house that kept it; a signature can be checked by whoever has the key.
Signing and checking are passed in from elsewhere: this room knows only what is signed. Ed25519 is RFC 8032.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.methods.record import Refusal, tagged_hash

AFFIRM_TAG = "tracktwo/draw/affirm/v1"
KEY_BYTES, SIGNATURE_BYTES = 32, 64


@dataclass(frozen=True)
class Signed:
    """A public key and what was signed with its other half, 32 and 64 bytes."""

    key: bytes
    signature: bytes

    def content(self) -> dict[str, object]:
        return {"key": self.key.hex(), "signature": self.signature.hex()}


def yes_to_freeze(draw: str, party: str, head: bytes) -> bytes:
    """The 32 bytes that a party signs when it affirms H0."""
    return tagged_hash(AFFIRM_TAG, b"freeze", draw.encode(), party.encode(), head)


def own_seal(draw: str, party: str, head: bytes, seal: bytes) -> bytes:
    """The 32 bytes that a party signs when it sets a seal for H1."""
    return tagged_hash(AFFIRM_TAG, b"seal", draw.encode(), party.encode(), head, seal)


def read_public_key(text: str) -> bytes:
    """64 hexadecimal digits, whatever white space stands between. Raises Refusal ``draw.public_key``."""
    return _read(text, KEY_BYTES, "draw.public_key")


def read_signature(text: str) -> bytes:
    """128 hexadecimal digits. Raises Refusal ``draw.signature_form``."""
    return _read(text, SIGNATURE_BYTES, "draw.signature_form")


def _read(text: str, size: int, code: str) -> bytes:
    digits = "".join(text.split())
    try:
        data = bytes.fromhex(digits)
    except ValueError as error:
        raise Refusal(code) from error
    if len(data) != size or len(digits) != 2 * size:
        raise Refusal(code)
    return data
