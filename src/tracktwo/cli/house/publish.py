"""``tracktwo publish``: the public site as plain files, for any server or mirror."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, DataDir, open_house
from tracktwo.methods.record import Refusal
from tracktwo.running.clock import utc_now

Target = Annotated[Path, typer.Argument(help="Directory of the site; empty, or written by this command before.")]
Key = Annotated[str, typer.Option("--programme", help="Key of the programme, where the house has several.")]


def publish(target: Target, data: DataDir = DEFAULT_DATA_DIR, programme: Key = "") -> None:
    """Write what has been released to the public, in every language: no script, no name, every link relative."""
    open_house(data)
    from tracktwo.steps.programme.models import Programme
    from tracktwo.steps.transmit.actions import publish as write

    found = Programme.objects.order_by("pk")
    chosen = list(found.filter(key=programme) if programme else found)
    if len(chosen) != 1:
        raise Refusal("transmit.which_programme", count=len(chosen))
    written = write(chosen[0], target, now=utc_now())
    typer.echo(f"Written: {written.files} files in {target}. Copy the directory to wherever it shall be read.")
    if written.left_out:
        typer.echo(f"Left out, because they point to somebody by now: {written.left_out}.")
