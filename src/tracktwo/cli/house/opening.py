"""Opening the house: where its data lie, which settings they bring along, and then Django."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

SETTINGS = "tracktwo.site.settings"
SETTINGS_FILE = "house.env"
DATABASE = "tracktwo.sqlite3"
SECRETS = (SETTINGS_FILE, DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "keystore.json", "secret.key")
# What only the demonstration's directory holds; its banner follows this mark and nothing else.
DEMO_MARK = "this-is-a-demo"
DEFAULT_DATA_DIR = Path("var")

DataDir = Annotated[
    Path,
    typer.Option(
        "--data", envvar="TRACKTWO_DATA_DIR", help="Directory of the database and the keystore.", show_default=True
    ),
]
Port = Annotated[int, typer.Option("--port", envvar="PORT", min=1, max=65535, help="Port to listen on.")]


def open_house(data_dir: Path) -> None:
    """Choose the data directory, take the settings that ``tracktwo new`` left there, and start Django.

    What stands in the environment already is stronger than the file; whether this is a demonstration, the directory
    alone says.
    """
    keep_to_owner(data_dir)
    os.environ["TRACKTWO_DATA_DIR"] = str(data_dir)
    for name, value in read_settings(data_dir / SETTINGS_FILE).items():
        os.environ.setdefault(name, value)
    os.environ["TRACKTWO_DEMO"] = "1" if (data_dir / DEMO_MARK).exists() else "0"
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS

    import django

    django.setup()


def keep_to_owner(data_dir: Path) -> None:
    """Make the directory, and let nobody but its owner read what this process writes into it or has written before.

    The directory's own mode is left as it is: it may be somebody's on purpose, and its files are shut all the same.
    """
    os.umask(0o077)
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    for place in (data_dir / name for name in SECRETS):
        if place.exists() and place.stat().st_mode & 0o077:
            place.chmod(0o600)


def read_settings(place: Path) -> dict[str, str]:
    """``NAME=value`` lines; nothing when there is no such file."""
    if not place.exists():
        return {}
    lines = (line.strip() for line in place.read_text(encoding="utf-8").splitlines())
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def write_settings(place: Path, settings: dict[str, str]) -> None:
    """Kept for its owner alone: an address of a database carries a passphrase."""
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.writelines(f"{name}={value}\n" for name, value in settings.items())
