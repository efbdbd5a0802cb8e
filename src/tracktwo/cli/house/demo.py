"""``tracktwo demo``: a house full of invented people, ready to be walked through."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from tracktwo.cli.house.opening import DEMO_MARK, SECRETS, DataDir, Port, open_house
from tracktwo.cli.house.serving import LOOPBACK, PORTS_TRIED, gather_static_files, listen, serve_until_told
from tracktwo.methods.record import Refusal

DEMO_DIR = Path("var/demo")
BUILT = "demo-is-built"
OURS = (BUILT, *SECRETS)
# Enough for a guess to be slow, little enough for an old laptop; a real house takes 256 MiB.
VAULT_MEMORY_KIB = 64 * 1024

Fresh = Annotated[bool, typer.Option("--fresh", help="Throw the demonstration away and build it again.")]
Once = Annotated[bool, typer.Option("--build-only", help="Build it, print the log-ins, and do not serve.")]


def demo(data: DataDir = DEMO_DIR, port: Port = 8000, fresh: Fresh = False, build_only: Once = False) -> None:
    """Start the demonstration: nothing is asked, nothing but this directory is touched."""
    make_room(data, fresh)
    open_demo(data)
    log_ins = build(data)
    if build_only:
        print_log_ins(log_ins)
        return
    try:
        listening = listen(LOOPBACK, port, PORTS_TRIED)
    except OSError:
        raise Refusal("house.no_port", first=port, last=port + PORTS_TRIED - 1) from None
    found = listening.getsockname()[1]
    if found != port:
        typer.echo(f"Port {port} is taken, so this is port {found}.")
    gather_static_files(data.resolve() / "static")
    print_log_ins(log_ins)
    typer.echo(f"\nOpen http://{LOOPBACK}:{found}/  (Ctrl-C stops it)")
    serve_until_told([listening], data)


def make_room(data: Path, fresh: bool) -> None:
    """Refuse the directory of a real house; throw away an old demonstration if asked, and a half-built one always.

    A real house on PostgreSQL has no database there, and its keystore is all that opens its vault: any file of a house
    counts.
    """
    if any((data / name).exists() for name in SECRETS) and not (data / DEMO_MARK).exists():
        raise Refusal("house.not_a_demo", place=str(data))
    if fresh or not (data / BUILT).exists():
        for name in OURS:
            (data / name).unlink(missing_ok=True)
        shutil.rmtree(data / "static", ignore_errors=True)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    (data / DEMO_MARK).touch()


def open_demo(data: Path) -> None:
    """Open the house as a demonstration, never on the database of a real one, whatever the environment says."""
    for name in ("DATABASE_URL", "TRACKTWO_KEYSTORE", "TRACKTWO_SECRET_KEY"):
        os.environ.pop(name, None)
    os.environ.setdefault("TRACKTWO_VAULT_MEMORY_KIB", str(VAULT_MEMORY_KIB))
    open_house(data)


def build(data: Path) -> Sequence[Any]:
    """Migrate and fill the database the first time; afterwards only look up who there is."""
    from tracktwo.cli.house.database import bring_up_to_date
    from tracktwo.running.clock import utc_now

    bring_up_to_date()
    builder = import_module("tracktwo.site.demo.build")
    if (data / BUILT).exists():
        found: Sequence[Any] = builder.log_ins()
        return found
    # Long work is done where it is asked for, so that nothing in the demonstration is still on its way.
    os.environ["TRACKTWO_JOBS"] = "inline"
    with Console(stderr=True).status("Building the demonstration: two years of a programme, step by step"):
        found = builder.build_demo(utc_now())
    del os.environ["TRACKTWO_JOBS"]
    (data / BUILT).touch()
    return found


def print_log_ins(log_ins: Sequence[Any]) -> None:
    table = Table(title="Sign in as", title_justify="left")
    for column in ("Role", "Community", "Alias", "Passphrase"):
        table.add_column(column)
    for one in log_ins:
        table.add_row(str(one.role), one.community, one.alias, one.passphrase)
    Console().print(table)
    vault = getattr(import_module("tracktwo.site.demo.stage"), "VAULT_PASSPHRASE", "")
    if vault:
        typer.echo(f"The vault opens with: {vault}")
