"""Who opens the vault: ROOT is wrapped once for every set of officers who may open together."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from tracktwo.foundation.vault.ciphers import SALT_BYTES, Locked, lock, stretch, unlock
from tracktwo.foundation.vault.keystore.file import Content, Opening, Stretching
from tracktwo.methods.record import Refusal


def every_pair(officers: Mapping[str, str]) -> list[dict[str, str]]:
    """Two of three (or of any number): one opening per pair.

    No secret is shared out, so no mathematics can be wrong.
    """
    return [dict(pair) for pair in combinations(sorted(officers.items()), 2)]


def wrap(root: bytes, passphrases: Mapping[str, str], stretching: Stretching) -> Opening:
    """ROOT for the officers named, who must all speak."""
    officers = sorted(passphrases)
    salt = secrets.token_bytes(SALT_BYTES)
    locked = lock(root, _key(officers, passphrases, salt, stretching), bound=_bound(officers))
    return {
        "officers": officers,
        "salt": salt.hex(),
        "nonce": locked.nonce.hex(),
        "wrapped": locked.ciphertext.hex(),
    }


def unwrap(content: Content, passphrases: Mapping[str, str]) -> bytes:
    """ROOT, by any opening whose officers have all spoken; refusals name no officer."""
    fitting = [opening for opening in content["openings"] if set(opening["officers"]) <= set(passphrases)]
    if not fitting:
        raise Refusal("vault.officers_few", least=min(len(opening["officers"]) for opening in content["openings"]))
    for opening in fitting:
        root = _try(opening, passphrases, content["stretching"])
        if root is not None:
            return root
    raise Refusal("vault.passphrase_wrong")


def officers_of(openings: Iterable[Opening]) -> list[str]:
    return sorted({officer for opening in openings for officer in opening["officers"]})


def _try(opening: Opening, passphrases: Mapping[str, str], stretching: Stretching) -> bytes | None:
    officers, salt = opening["officers"], bytes.fromhex(opening["salt"])
    locked = Locked(bytes.fromhex(opening["nonce"]), bytes.fromhex(opening["wrapped"]))
    try:
        return unlock(locked, _key(officers, passphrases, salt, stretching), bound=_bound(officers))
    except Refusal:
        return None


def _key(officers: Sequence[str], passphrases: Mapping[str, str], salt: bytes, stretching: Stretching) -> bytes:
    secret = _framed(unicodedata.normalize("NFKC", passphrases[officer]) for officer in officers)
    return stretch(secret, salt, memory_kib=stretching["memory_kib"], passes=stretching["passes"])


def _bound(officers: Sequence[str]) -> bytes:
    return b"opening|" + _framed(officers)


def _framed(parts: Iterable[str]) -> bytes:
    """Each part after its length: "ab" and "c" are not "a" and "bc"."""
    encoded = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)
