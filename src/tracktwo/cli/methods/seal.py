"""``tracktwo seal``: a number sealed on the guarantor's own machine, where no server sees it."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.methods.tongue import Translate, choose_tongue, tell_refusal
from tracktwo.data.refusals.words import N_
from tracktwo.exchange.proofs import write_seal
from tracktwo.methods.draw import Reveal, commit
from tracktwo.methods.draw.seals import SEED_BYTES
from tracktwo.methods.record import Refusal

REFUSED = 1
SEALED = N_("Your seal, to be pasted on the page now: %(seal)s")
KEPT = N_("The key that opens it is in %(file)s. Keep it apart from the house until the opening begins.")


def seal(
    draw: Annotated[str, typer.Option(help="The draw, as its page names it.")],
    head: Annotated[str, typer.Option(help="H1, as the page shows it: compare it with the other parties first.")],
    party: Annotated[str, typer.Option(help="Who you are in the draw, as its page names you.")],
    out: Annotated[Path, typer.Option(help="The file for the key; it must not exist yet.")],
    seed: Annotated[str | None, typer.Option(help="64 hexadecimal digits of your own, from dice say.")] = None,
    language: Annotated[str | None, typer.Option(help="en, uk or ru; otherwise the terminal's.")] = None,
) -> None:
    """Make a number nobody knows, keep what opens it in a file, and print the seal."""
    translate: Translate = str
    try:
        translate = choose_tongue(language)
        published = _read_hash(head, "seal.head")
        own = secrets.token_bytes(SEED_BYTES) if seed is None else _read_hash(seed, "seal.seed")
        reveal = Reveal(own, secrets.token_bytes(SEED_BYTES))
        commitment = commit(draw, published, party, reveal)
        write_new(out, write_seal(draw, published, party, reveal, commitment))
    except Refusal as refusal:
        tell_refusal(refusal, translate, as_json=False)
        raise typer.Exit(REFUSED) from refusal
    typer.echo(translate(SEALED) % {"seal": commitment.hex()})
    typer.echo(translate(KEPT) % {"file": out})


def _read_hash(text: str, code: str) -> bytes:
    digits = text.strip()
    if not re.fullmatch(r"[0-9a-fA-F]{64}", digits):
        raise Refusal(code)
    return bytes.fromhex(digits)


def write_new(out: Path, content: bytes) -> None:
    """Never over another: a key that is lost leaves its seal shut."""
    try:
        with out.open("xb") as file:
            file.write(content)
        out.chmod(0o600)
    except FileExistsError as fault:
        raise Refusal("seal.exists") from fault
    except OSError as fault:
        raise Refusal("seal.unwritable") from fault
