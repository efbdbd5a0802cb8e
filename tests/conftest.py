"""What every test may stand on: the reference data beside the checkout, the fixed cast, an opened vault."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

pytest_plugins = ["tests.cast", "tests.vault_place"]
REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def oracle_data() -> Path:
    """The reference data: beside the checkout, or wherever TRACKTWO_ORACLE_DATA says."""
    place = Path(os.environ.get("TRACKTWO_ORACLE_DATA", REPOSITORY.parent / "shared" / "data"))
    if not place.is_dir():
        pytest.skip(f"the reference data is not beside this checkout ({place.name})")
    return place
