"""What was acknowledged is on disk: after kill -9, with eight writers at once, and on no library that is known to
lose.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import pytest_django
from django.core.exceptions import ImproperlyConfigured
from django.db.utils import ConnectionHandler

from tests.conftest import REPOSITORY
from tracktwo.site.database import database_from
from tracktwo.site.sqlite.base import LEAST_VERSION, check_version

KILLS = int(os.environ.get("TRACKTWO_KILLS", "20"))
WRITERS, EACH = 8, 25


def run(data_dir: Path, *arguments: object) -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {
        "TRACKTWO_DATA_DIR": str(data_dir),
        "DJANGO_SETTINGS_MODULE": "tracktwo.site.settings",
        "PYTHONPATH": f"{REPOSITORY / 'src'}{os.pathsep}{REPOSITORY}",
    }
    finished = subprocess.run(
        [sys.executable, "-m", "tests.foundation.killed_writer", *map(str, arguments)],
        env=environment,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    found: dict[str, Any] = json.loads(finished.stdout)
    return found


def test_nothing_acknowledged_is_missing_after_kill_9(tmp_path: Path) -> None:
    found = run(tmp_path, "kills", KILLS, 20260310)
    assert found["acknowledged"] >= KILLS
    assert (found["missing"], found["integrity"]) == (0, "ok")
    # Each deed of three writes is there wholly or not at all.
    assert found["kept"] == found["counted"] == found["entries"]
    assert found["chain"] is True
    # A writer dies at most once between the database's word and its own note.
    assert found["kept"] - found["acknowledged"] <= KILLS


def test_eight_writers_at_once_lose_no_update(tmp_path: Path) -> None:
    assert run(tmp_path, "writers", WRITERS, EACH) == {"counted": WRITERS * EACH}


def test_the_library_that_can_lose_commits_is_refused_with_a_sentence() -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        check_version((3, 40, 1))
    assert str(refused.value) == (
        "SQLite 3.40.1 can lose acknowledged writes. "
        "Install pysqlite3 with SQLite 3.51.3 or newer, or set DATABASE_URL."
    )


def test_the_first_library_without_the_fault_is_taken() -> None:
    check_version(LEAST_VERSION)
    with pytest.raises(ImproperlyConfigured):
        check_version((3, 51, 2))


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)]
)
def test_a_connection_is_set_for_durability(
    tmp_path: Path, pragma: str, value: object, django_db_blocker: pytest_django.DjangoDbBlocker
) -> None:
    connections = ConnectionHandler({"default": database_from("", tmp_path / "file.sqlite3")})
    with django_db_blocker.unblock(), connections["default"].cursor() as cursor:
        cursor.execute(f"PRAGMA {pragma}")
        found = cursor.fetchone()[0]
    connections["default"].close()
    assert found == value


def test_a_transaction_takes_its_place_at_once(tmp_path: Path) -> None:
    settings = database_from("", tmp_path / "file.sqlite3")
    assert settings["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("address", "engine", "name"),
    [
        ("", "tracktwo.site.sqlite", "default.sqlite3"),
        ("sqlite:///srv/house.sqlite3", "tracktwo.site.sqlite", "/srv/house.sqlite3"),
        ("postgres://a:b%40c@db.example:5433/house", "django.db.backends.postgresql", "house"),
    ],
)
def test_an_address_chooses_the_database(address: str, engine: str, name: str) -> None:
    settings = database_from(address, Path("default.sqlite3"))
    assert (settings["ENGINE"], settings["NAME"]) == (engine, name)


def test_an_address_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="postgres://"):
        database_from("mysql://somewhere/house", Path("default.sqlite3"))
