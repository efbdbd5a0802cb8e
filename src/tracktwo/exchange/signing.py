"""Keys of the parties of a draw, made and used on a machine of their own; here the house only checks with them."""

from __future__ import annotations

import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tracktwo.exchange.proofs import write_sealed
from tracktwo.methods.draw import Signed
from tracktwo.methods.record import Refusal

KEY_FORMAT, VERSION = "tracktwo-key", 1


def write_key(private: bytes) -> bytes:
    """The file that a guarantor keeps: 32 bytes nobody else may see, and the public half that everybody may."""
    public = Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    content = {"format": KEY_FORMAT, "private": private.hex(), "public": public.hex(), "version": VERSION}
    return write_sealed(dict(content))


def read_key_file(content: bytes) -> bytes:
    """The private half of such a file. Raises Refusal ``affirm.key_file``."""
    try:
        told = json.loads(content.decode())
        private = bytes.fromhex(told["private"])
        if told["format"] != KEY_FORMAT or content != write_key(private):
            raise ValueError("changed, or of another form")
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise Refusal("affirm.key_file") from fault
    return private


def sign(private: bytes, message: bytes) -> Signed:
    key = Ed25519PrivateKey.from_private_bytes(private)
    return Signed(key.public_key().public_bytes_raw(), key.sign(message))


def is_signed(signed: Signed, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(signed.key).verify(signed.signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
