"""Write the reference pages that are made from the code. ``python docs/generate.py``; a test compares them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path  # noqa: TID251 - this writes a page, it is no method
from pkgutil import iter_modules
from typing import Any

import typer
from django.conf import settings

from tracktwo.cli.app import HOUSE, METHODS, app
from tracktwo.data import refusals

REFERENCE = Path(__file__).resolve().parent / "reference"
INTRODUCTION = """# Command line

Made from the code by `make docs`; do not edit by hand.

A refusal is said in one sentence on the error stream and ends with status 1; a mistake in the options ends with
status 2. Sentences come in the language of the terminal (`LANG`), or of `TRACKTWO_LANGUAGE`.
"""

CODES = """# Refusal codes

Made from the code by `make docs`; do not edit by hand.

A refusal is an answer, not an accident: something was asked that cannot be done, and nothing was half done. It has a
code, parameters, and a sentence in the reader's language (here the English one) that says what happened, what was kept
and what to do. On a page it stands above the form, with status 422 and with what was typed. In the terminal it goes to
the error stream and ends the command with status 1. A file with several bad rows is refused once, with all of them.

Codes are for scripts and for reports; sentences may be improved, codes stay. `%(row)s` and the like are filled in.
"""
DEEDS = """# Deeds

Made from the code by `make docs`; do not edit by hand.

The record can say these sentences and no others. A deed comes with the facts named here: a whole number, a SHA-256 in
hexadecimal (`digest`, `…_digest`), or one short line that is nobody's words. Beside them stand the role and community
of whoever did it and the minute (the day for participants, nominees and readers), never a person. How it is written
byte by byte: [the record](record.md).
"""


def pages() -> dict[str, str]:
    """Every page that is made from the code, by its name in ``docs/reference``."""
    return {"command-line.md": command_line(), "refusal-codes.md": refusal_codes(), "deeds.md": deeds()}


def refusal_codes() -> str:
    """The page of all codes, by the table in which their sentence stands."""
    rooms = sorted(module.name for module in iter_modules(refusals.__path__))
    return "\n".join([CODES, *(line for room in rooms for line in _codes_of(room))])


def _codes_of(room: str) -> Iterator[str]:
    table = import_module(f"{refusals.__name__}.{room}").REFUSALS
    yield f"## {room.replace('_', ' ').capitalize()}\n"
    yield "| code | what it says |\n| --- | --- |"
    yield from (f"| `{code}` | {_clean(table[code])} |" for code in sorted(table))
    yield ""


def deeds() -> str:
    """The page of all deeds, in the order of the closed list."""
    # The list marks its sentences for translation, and Django asks its settings even to leave them as they are.
    if not settings.configured:
        settings.configure(USE_I18N=False)
    every = import_module("tracktwo.foundation.ledger.deeds").ALL
    rows = [
        f"| `{deed.code}` | {', '.join(f'`{fact}`' for fact in deed.facts)} | {_clean(deed.sentence)} |"
        for deed in every
    ]
    return "\n".join([DEEDS, "| deed | facts | what a page says |", "| --- | --- | --- |", *rows, ""])


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
    for name, page in pages().items():
        (REFERENCE / name).write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
