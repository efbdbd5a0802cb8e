"""The file itself: one writer at a time, replaced whole or not at all, on disk before anyone is told so."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NotRequired, TypedDict

from django.conf import settings

from tracktwo.methods.record import Refusal

OWNER_ONLY = 0o600


class Stretching(TypedDict):
    """How passphrases become keys; kept with the file, so that a later setting does not shut it."""

    name: str
    memory_kib: int
    passes: int


class Opening(TypedDict):
    """ROOT wrapped for one set of officers who open together. Bytes are hexadecimal, here and below."""

    officers: list[str]
    salt: str
    nonce: str
    wrapped: str


class SealedKey(TypedDict):
    """A key in a sealed box."""

    ephemeral: str
    nonce: str
    sealed: str


class CompartmentEntry(SealedKey):
    public: str


class PersonEntry(SealedKey):
    person: str
    compartment: str


class Content(TypedDict):
    form: int
    stretching: Stretching
    openings: list[Opening]
    root_public: str
    lookup: str
    compartments: dict[str, CompartmentEntry]
    keys: dict[str, PersonEntry]
    lookups: NotRequired[dict[str, str]]  # of each compartment; older ones share ``lookup``
    lexicons: NotRequired[dict[str, str]]  # the salt of each compartment's lexicon
    slips: NotRequired[dict[str, str]]  # the key of what a compartment gives back while the vault is sealed


def place() -> Path:
    return Path(settings.TRACKTWO_KEYSTORE)


def exists() -> bool:
    return place().exists()


def read() -> Content:
    """What the file holds now; ``vault.not_founded`` where there is none."""
    with _locked(fcntl.LOCK_SH):
        return _load()


def create(content: Content) -> None:
    """Write the first file; refuse to write over one that may hold keys."""
    with _locked(fcntl.LOCK_EX):
        if exists():
            raise Refusal("vault.founded_already")
        _replace(place(), content)


@contextmanager
def changing(*, erasing: bool = False) -> Iterator[Content]:
    """Read, let the caller change, replace.

    With ``erasing`` the bytes of the old file are overwritten too.
    """
    with _locked(fcntl.LOCK_EX):
        content = _load()
        yield content
        if not erasing:
            _replace(place(), content)
            return
        with place().open("r+b") as old:
            _replace(place(), content)
            _blank(old.fileno())


@contextmanager
def _locked(kind: int) -> Iterator[None]:
    # The lock lies beside the keystore: the keystore itself is another file after each replacement.
    place().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(place().with_name(place().name + ".lock"), os.O_RDWR | os.O_CREAT, OWNER_ONLY)
    try:
        fcntl.flock(handle, kind)
        yield
    finally:
        os.close(handle)


def _load() -> Content:
    try:
        content: Content = json.loads(place().read_bytes())
    except FileNotFoundError:
        raise Refusal("vault.not_founded") from None
    return content


def _replace(target: Path, content: Content) -> None:
    beside = target.with_name(target.name + ".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        file.write(json.dumps(content, separators=(",", ":"), sort_keys=True).encode())
        file.flush()
        os.fsync(file.fileno())
    beside.replace(target)
    sync_directory(target.parent)


def sync_directory(directory: Path) -> None:
    """A name in a directory survives a power cut only once the directory is on disk too."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _blank(handle: int) -> None:
    os.pwrite(handle, bytes(os.fstat(handle).st_size), 0)
    os.fsync(handle)
