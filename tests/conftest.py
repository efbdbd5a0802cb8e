"""What every test may stand on: the reference data beside the checkout, the fixed cast, a data directory of its own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

# Before Django reads its settings: tests never touch the data of a person who runs the house here.
_place = tempfile.mkdtemp(prefix="tracktwo-tests-")
os.environ.setdefault("TRACKTWO_DATA_DIR", _place)
os.environ.setdefault("TRACKTWO_JOBS", "inline")
os.environ.setdefault("TRACKTWO_VAULT_MEMORY_KIB", "64")

pytest_plugins = ["tests.cast"]
REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def oracle_data() -> Path:
    """The reference data: beside the checkout, or wherever TRACKTWO_ORACLE_DATA says."""
    place = Path(os.environ.get("TRACKTWO_ORACLE_DATA", REPOSITORY.parent / "shared" / "data"))
    if not place.is_dir():
        pytest.skip(f"the reference data is not beside this checkout ({place.name})")
    return place


@pytest.fixture(autouse=True)
def plain_static_files(settings: object) -> None:
    """No manifest of hashed file names: tests do not collect static files first."""
    settings.STORAGES = settings.STORAGES | {  # type: ignore[attr-defined]  # pytest-django's settings wrapper
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
