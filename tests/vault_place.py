"""A vault of the test's own: a keystore in a directory that ends with the test, sealed again at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.vault import memory
from tracktwo.foundation.vault.actions import every_pair, found_vault

OFFICERS = {
    "first officer": "marl under peat",
    "second officer": "gravel over chalk",
    "third officer": "loess beside tuff",
}


def two_officers() -> dict[str, str]:
    """The passphrases of a pair that opens the vault of these tests."""
    return {officer: OFFICERS[officer] for officer in ("first officer", "third officer")}


def deeds(book: str) -> list[str]:
    """The deeds that the record keeps of a programme, oldest first."""
    return [entry.deed for entry in list_entries(book)]


@pytest.fixture
def keystore_place(settings, tmp_path: Path) -> Iterator[Path]:
    """Where the keystore will lie; nothing is there yet."""
    settings.TRACKTWO_VAULT_MEMORY_KIB = 64
    settings.TRACKTWO_KEYSTORE = tmp_path / "keys" / "keystore.json"
    settings.TRACKTWO_LEXICON_KEYS = tmp_path / "memory" / "lexicon.keys"
    memory.forget()
    yield settings.TRACKTWO_KEYSTORE
    memory.forget()


@pytest.fixture
def vault(keystore_place: Path) -> Path:
    """A sealed vault that any two of three officers open; the place of its keystore."""
    found_vault(every_pair(OFFICERS))
    return keystore_place
