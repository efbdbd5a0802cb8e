"""The command itself: each subcommand is a module of its own name, loaded when somebody calls it.

So ``tracktwo verify`` never meets Django, and ``tracktwo serve`` never loads a solver.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from tracktwo import __version__
from tracktwo.cli.refused import print_refusal
from tracktwo.methods.record import Refusal

METHODS = ("affirm", "lint", "plan", "seal", "select", "verify")
HOUSE = ("demo", "expire", "migrate", "new", "publish", "purge", "serve", "worker")
ROOMS = dict.fromkeys(METHODS, "methods") | dict.fromkeys(HOUSE, "house")
PANELS = {"methods": "Methods, for anyone: no server, no account", "house": "The house, for whoever runs it"}
REFUSED = 1


class ByName(TyperGroup):
    """A group whose commands are found by name: module ``cli.<room>.<name>``, function ``<name>``."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(ROOMS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in ROOMS:
            return None
        room = ROOMS[cmd_name]
        function = getattr(import_module(f"tracktwo.cli.{room}.{cmd_name}"), cmd_name)
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, rich_help_panel=PANELS[room])(function)
        return typer.main.get_command(single)


app = typer.Typer(
    cls=ByName, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode="rich"
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"tracktwo {__version__}")
        raise typer.Exit


@app.callback()
def tracktwo(
    version: bool = typer.Option(False, "--version", callback=_show_version, is_eager=True, help="Print the version."),
) -> None:
    """Track 2 workshops beside academic conventions: run the house, or use one of its methods alone."""


def main() -> None:
    """Run the command; a refusal is said in a sentence and ends with status 1."""
    try:
        app()
    except Refusal as refusal:
        print_refusal(refusal)
        sys.exit(REFUSED)
