"""``tracktwo verify FILE``: what kind of file is this, and does it hold?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.methods import verify_draw, verify_record

Recognise = Callable[[bytes], bool]
"""Does a file that begins with these bytes belong to this verifier?"""
Report = verify_record.Report | verify_draw.Report
Check = Callable[[Path, Path | None, str | None, Path | None], Report]
"""Check a file, with an earlier checkpoint, a key and an audit file where the kind of file knows them."""

BEGINNING = 64

# One line a kind of file; a kind is known by its first bytes, never by its name.
VERIFIERS: tuple[tuple[Recognise, Check], ...] = (
    (lambda beginning: beginning.startswith((b"PK", b"tracktwo/")), lambda *asked: _record(*asked)),
    (verify_draw.recognises, verify_draw.verify),
)


def verify(
    file: Annotated[
        Path,
        typer.Argument(help="A record export (ZIP), a checkpoint (text), the proof of a draw or a receipt (JSON)."),
    ],
    audit: Annotated[
        Path | None, typer.Option(help="The audit file of a draw: also checks quotas and the certificate.")
    ] = None,
    checkpoint: Annotated[Path | None, typer.Option(help="A checkpoint you kept from earlier.")] = None,
    key: Annotated[str | None, typer.Option(help="The host's public key, known by another way.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Check a file without the server: ``valid`` and exit 0, or the first thing wrong and exit 1."""
    report = _report_on(file, checkpoint, key, audit)
    typer.echo(verify_record.say(report, as_json))
    raise typer.Exit(0 if report.valid else 1)


def _report_on(file: Path, checkpoint: Path | None, key: str | None, audit: Path | None) -> Report:
    try:
        with file.open("rb") as opened:
            beginning = opened.read(BEGINNING)
    except OSError:
        return _wrong(f"The file {file} cannot be read.")
    for recognise, check in VERIFIERS:
        if recognise(beginning):
            return check(file, checkpoint, key, audit)
    return _wrong("This is neither a record export, nor a checkpoint, nor the proof of a draw.")


def _record(file: Path, checkpoint: Path | None, key: str | None, audit: Path | None) -> Report:
    if audit is not None:
        return _wrong("An audit file belongs to the proof of a draw, not to a record.")
    return verify_record.verify(file, checkpoint, key)


def _wrong(sentence: str) -> verify_record.Report:
    report = verify_record.Report("unknown")
    report.wrong = sentence
    return report
