"""``tracktwo new``: an empty house, in five questions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, SETTINGS_FILE, open_house, write_settings
from tracktwo.methods.record import Refusal

HOUSE = UUID(int=0)
LANGUAGES = ("en", "uk", "ru")
LOOPBACK_HOSTS = "127.0.0.1,localhost,[::1]"

Data = Annotated[Path, typer.Option("--data", prompt="1 of 5. Directory for the database and the keystore")]
Language = Annotated[str, typer.Option("--language", prompt="2 of 5. Language of the house (en, uk, ru)")]
Hosts = Annotated[str, typer.Option("--hosts", prompt="3 of 5. Names under which it is reached (several with commas)")]
Https = Annotated[bool, typer.Option("--https/--no-https", prompt="4 of 5. Does a proxy in front of it speak HTTPS?")]
Database = Annotated[
    str,
    typer.Option("--database", prompt="5 of 5. PostgreSQL address (postgres://…; empty: an SQLite file there)"),
]


def new(
    data: Data = DEFAULT_DATA_DIR,
    language: Language = "en",
    hosts: Hosts = LOOPBACK_HOSTS,
    https: Https = False,
    database: Database = "",
) -> None:
    """Make an empty house and a one-time code for its first convener."""
    if (data / SETTINGS_FILE).exists() or (data / "tracktwo.sqlite3").exists():
        raise Refusal("house.stands_already", place=str(data))
    if language not in LANGUAGES:
        raise Refusal("house.language_unknown", language=language, offered=", ".join(LANGUAGES))
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    answers = {"TRACKTWO_HOSTS": hosts, "TRACKTWO_HTTPS": "1" if https else "0", "TRACKTWO_LANGUAGE": language}
    write_settings(data / SETTINGS_FILE, answers | ({"DATABASE_URL": database} if database else {}))
    open_house(data)
    print_welcome(invite_first_convener(), data)


def invite_first_convener() -> str:
    """A one-time code for the role that may begin programmes; the operator speaks as a convener until there
    is one.
    """
    from tracktwo.cli.house.database import bring_up_to_date
    from tracktwo.foundation.people.actions import issue_invitation
    from tracktwo.foundation.people.models import Compartment, Role, Standing
    from tracktwo.running.clock import utc_now

    bring_up_to_date()
    house, _new = Compartment.objects.get_or_create(id=HOUSE)
    _invitation, code = issue_invitation(
        house, Role.CONVENER, None, by=Standing(compartment=house, role=Role.CONVENER), now=utc_now()
    )
    return code


def print_welcome(code: str, data: Path) -> None:
    typer.echo(f"The house is ready in {data}.")
    typer.echo(f"Code of the first convener, once, for 72 hours: {code}")
    typer.echo(f"Start it with: tracktwo serve --data {data}")
    typer.echo("Then open the address it prints, followed by join/, and type the code.")
