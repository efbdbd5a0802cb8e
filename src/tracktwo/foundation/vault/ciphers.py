"""The four ciphers of the vault, each a thin call into ``cryptography`` or ``argon2-cffi``; nothing is
home-made.

Keys are 32 bytes, nonces 12 random bytes. ``bound`` is the associated data: a ciphertext opens only with the
very bytes it was made with, so a row copied over another row stays shut. Every failure is one refusal,
``vault.unreadable``, that carries nothing of what was tried.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.padding import PKCS7

from tracktwo.methods.record import Refusal

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16
# Texts are padded to whole blocks of 64 bytes, so that the length of a ciphertext does not tell a short name
# from a long one.
PADDING = PKCS7(512)


@dataclass(frozen=True)
class Locked:
    """What AES-256-GCM leaves: a nonce, and the ciphertext with its 16-byte tag."""

    nonce: bytes
    ciphertext: bytes


@dataclass(frozen=True)
class Box:
    """A sealed box: anyone with the public key can fill it, only the private key opens it."""

    ephemeral: bytes
    locked: Locked


def new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def lock(plain: bytes, key: bytes, *, bound: bytes) -> Locked:
    """AES-256-GCM under a fresh random nonce."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return Locked(nonce, AESGCM(key).encrypt(nonce, plain, bound))


def unlock(locked: Locked, key: bytes, *, bound: bytes) -> bytes:
    """The plain bytes; ``vault.unreadable`` where key, nonce, ciphertext or ``bound`` is not the one used."""
    try:
        return AESGCM(key).decrypt(locked.nonce, locked.ciphertext, bound)
    except (InvalidTag, ValueError):
        raise Refusal("vault.unreadable") from None


def lock_text(text: str, key: bytes, *, bound: bytes) -> Locked:
    """``lock`` for text: UTF-8, padded so that its length is told only to the nearest 64 bytes."""
    padder = PADDING.padder()
    return lock(padder.update(text.encode()) + padder.finalize(), key, bound=bound)


def unlock_text(locked: Locked, key: bytes, *, bound: bytes) -> str:
    remover = PADDING.unpadder()
    return (remover.update(unlock(locked, key, bound=bound)) + remover.finalize()).decode()


def fill_box(plain: bytes, public: bytes, *, bound: bytes) -> Box:
    """Seal for the holder of the private half: ephemeral X25519, HKDF-SHA256 over both public keys,
    AES-256-GCM.
    """
    ephemeral = X25519PrivateKey.generate()
    sent = ephemeral.public_key().public_bytes_raw()
    shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
    return Box(sent, lock(plain, derive(shared, b"sealed box", salt=sent + public), bound=bound))


def open_box(box: Box, private: bytes, *, bound: bytes) -> bytes:
    """What was sealed; ``vault.unreadable`` for another key or another ``bound``."""
    own = X25519PrivateKey.from_private_bytes(private)
    public = own.public_key().public_bytes_raw()
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(box.ephemeral))
    except ValueError:
        raise Refusal("vault.unreadable") from None
    return unlock(box.locked, derive(shared, b"sealed box", salt=box.ephemeral + public), bound=bound)


def public_of(private: bytes) -> bytes:
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def derive(secret: bytes, purpose: bytes, *, salt: bytes = b"") -> bytes:
    """HKDF-SHA256 (RFC 5869): one key per purpose."""
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=b"tracktwo vault 1 " + purpose).derive(secret)


def stretch(secret: bytes, salt: bytes, *, memory_kib: int, passes: int) -> bytes:
    """argon2id (RFC 9106), one lane, to 32 bytes."""
    return hash_secret_raw(
        secret=secret,
        salt=salt,
        time_cost=passes,
        memory_cost=memory_kib,
        parallelism=1,
        hash_len=KEY_BYTES,
        type=Type.ID,
    )
