"""Write the reference pages that are made from the code. ``python docs/generate.py``; a test compares them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path  # noqa: TID251 - this writes a page, it is no method
from typing import Any

import typer

from tracktwo.cli.app import HOUSE, METHODS, app

DOCS = Path(__file__).resolve().parent
INTRODUCTION = """# Command line

Made from the code by `make docs`; do not edit by hand.

A refusal is said in one sentence on the error stream and ends with status 1; a mistake in the options ends with
status 2. Sentences come in the language of the terminal (`LANG`), or of `TRACKTWO_LANGUAGE`.
"""


def command_line() -> str:
    """The page of all commands, those of the methods first."""
    group = typer.main.get_command(app)
    with group.make_context("tracktwo", [], resilient_parsing=True) as context:
        methods = [section for name in METHODS for section in _section(name, group.get_command(context, name))]
        house = [section for name in HOUSE for section in _section(name, group.get_command(context, name))]
    return "\n".join(
        [
            INTRODUCTION,
            "## Methods: no server, no account, no Django",
            "",
            *methods,
            "## The house, for whoever runs it",
            "",
            *house,
        ]
    )


def _section(name: str, command: Any) -> Iterator[str]:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option" and one.name != "help"]
    synopsis = " ".join(
        ["tracktwo", name, *(one.name.upper() for one in arguments), *(["[OPTIONS]"] if options else [])]
    )
    yield f"### `{synopsis}`\n"
    yield _clean(command.help) + "\n"
    if arguments or options:
        yield "| option | what it is | default |\n| --- | --- | --- |"
        yield from (_row(one.name.upper(), one) for one in arguments)
        yield from (_row(", ".join([*one.opts, *one.secondary_opts]), one) for one in options)
        yield ""


def _row(title: str, parameter: Any) -> str:
    words = _clean(getattr(parameter, "help", "") or _prompt(parameter))
    named = f" Also `{parameter.envvar}`." if parameter.envvar else ""
    return f"| `{title}` | {words}{named} | {_default(parameter)} |"


def _prompt(parameter: Any) -> str:
    return f"{parameter.prompt}; asked when not given" if getattr(parameter, "prompt", None) else ""


def _default(parameter: Any) -> str:
    value = parameter.default
    if parameter.required:
        return "required"
    if value is None or callable(value) or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"`{value}`"


def _clean(text: str | None) -> str:
    return " ".join((text or "").replace("|", "\\|").split())


def main() -> None:
    (DOCS / "reference" / "command-line.md").write_text(command_line(), encoding="utf-8")


if __name__ == "__main__":
    main()
