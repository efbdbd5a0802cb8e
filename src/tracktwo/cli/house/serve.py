"""``tracktwo serve``."""

from __future__ import annotations

from typing import Annotated

import typer

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, DataDir, Port, open_house
from tracktwo.cli.house.serving import LOOPBACK, gather_static_files, listen, serve_until_told

Host = Annotated[str, typer.Option("--host", envvar="TRACKTWO_HOST", help="Address to listen on.")]


def serve(data: DataDir = DEFAULT_DATA_DIR, port: Port = 8000, host: Host = LOOPBACK) -> None:
    """Run the house: pages and worker, until Ctrl-C."""
    open_house(data)
    from django.conf import settings

    from tracktwo.cli.house.database import steps_missing

    missing = steps_missing()
    if missing:
        typer.echo(
            f"The database is {missing} changes behind this version. Run: tracktwo migrate --data {data}", err=True
        )
        raise typer.Exit(1)
    try:
        listening = listen(host, port)
    except OSError:
        typer.echo(f"Port {port} is taken. Choose another: tracktwo serve --port {port + 1}", err=True)
        raise typer.Exit(1) from None
    gather_static_files(settings.STATIC_ROOT)
    typer.echo(f"Track Two is at http://{host}:{port}/  (Ctrl-C stops it)")
    serve_until_told(listening, data)
