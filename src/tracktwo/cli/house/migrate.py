"""``tracktwo migrate``."""

from __future__ import annotations

import typer

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, DataDir, open_house


def migrate(data: DataDir = DEFAULT_DATA_DIR) -> None:
    """Bring the database to the shape that this version expects; what is in it stays."""
    open_house(data)
    from tracktwo.cli.house.database import bring_up_to_date, steps_missing

    missing = steps_missing()
    bring_up_to_date()
    typer.echo("The database is up to date now." if missing else "The database was up to date.")
