"""Keys of the parties of a draw, made and used on a machine of their own; here the house only checks with them."""

from __future__ import annotations

import json

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from tracktwo.exchange.proofs import write_sealed
from tracktwo.methods.draw import Signed
from tracktwo.methods.record import Refusal

PRIME = 2**255 - 19
EIGHTH = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
LOW_ORDER = {0, 1, PRIME - 1, EIGHTH, PRIME - EIGHTH}  # their y: under these points anybody can sign anything
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


def is_sound_key(key: bytes) -> bool:
    """In the one canonical form and not of low order; the offline verifier refuses every other, OpenSSL does not."""
    y = int.from_bytes(key, "little") & (2**255 - 1)
    return y < PRIME and y not in LOW_ORDER
