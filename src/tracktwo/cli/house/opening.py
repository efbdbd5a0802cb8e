"""Opening the house: where its data lie, which settings they bring along, and then Django."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

SETTINGS = "tracktwo.site.settings"
SETTINGS_FILE = "house.env"
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

    What stands in the environment already is stronger than the file.
    """
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ["TRACKTWO_DATA_DIR"] = str(data_dir)
    for name, value in read_settings(data_dir / SETTINGS_FILE).items():
        os.environ.setdefault(name, value)
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS

    import django

    django.setup()


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
