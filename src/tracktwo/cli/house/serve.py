"""``tracktwo serve``."""

from __future__ import annotations

from typing import Annotated

import typer

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, DataDir, Port, open_house
from tracktwo.cli.house.serving import LOOPBACK, gather_static_files, listen, serve_until_told
from tracktwo.methods.record import Refusal

Host = Annotated[str, typer.Option("--host", envvar="TRACKTWO_HOST", help="Address to listen on.")]


def serve(data: DataDir = DEFAULT_DATA_DIR, port: Port = 8000, host: Host = LOOPBACK) -> None:
    """Run the house: pages and worker, until Ctrl-C."""
    open_house(data)
    from django.conf import settings

    from tracktwo.cli.house.database import steps_missing
    from tracktwo.foundation.vault.actions import replay_tombstones
    from tracktwo.foundation.vault.queries import is_founded

    if steps_missing():
        raise Refusal("house.behind", place=str(data))
    if is_founded():
        # A restored copy may hold people whose keys were destroyed since: they go before anybody can look.
        replay_tombstones()
    try:
        listening = listen(host, port)
    except OSError:
        raise Refusal("house.port_taken", port=port, next=port + 1) from None
    gather_static_files(settings.STATIC_ROOT)
    typer.echo(f"Track Two is at http://{host}:{port}/  (Ctrl-C stops it)")
    serve_until_told(listening, data)
