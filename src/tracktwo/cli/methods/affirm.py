"""``tracktwo affirm``: a guarantor's own key, and what is signed with it, on a machine that no server sees."""

from __future__ import annotations

import re
import secrets
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.methods.seal import write_new
from tracktwo.cli.methods.tongue import Translate, choose_tongue, tell_refusal
from tracktwo.data.refusals.words import N_
from tracktwo.exchange.signing import read_key_file, sign, write_key
from tracktwo.methods.draw import KEY_BYTES, own_seal, yes_to_freeze
from tracktwo.methods.record import Checkpoint, Refusal, cosigned_bytes, eight_words

REFUSED = 1
NAMED = N_("Your public key, to be pasted on the page of signing keys: %(key)s")
WORDS = N_("In words, to be read over a telephone: %(words)s")
KEPT = N_("The other half is in %(file)s. Whoever has that file can sign as you; it belongs on no server.")
SIGNED = N_("Your signature, to be pasted on the page of the draw: %(signature)s")
COSIGNED = N_("Your co-signature, to be pasted on the page of the text: %(signature)s")


def affirm(
    key: Annotated[Path, typer.Option(help="The file of your key.")],
    new: Annotated[bool, typer.Option("--new", help="Make the key; the file must not exist yet.")] = False,
    draw: Annotated[str | None, typer.Option(help="The draw, as its page names it.")] = None,
    party: Annotated[str | None, typer.Option(help="Who you are, as the page names you.")] = None,
    h0: Annotated[str | None, typer.Option(help="H0: compare it with the other parties first.")] = None,
    h1: Annotated[str | None, typer.Option(help="H1, together with --seal.")] = None,
    seal: Annotated[str | None, typer.Option(help="The seal that you set.")] = None,
    text: Annotated[str | None, typer.Option(help="SHA-256 of a frozen text, to co-sign its checkpoint.")] = None,
    origin: Annotated[str | None, typer.Option(help="First line of that checkpoint.")] = None,
    size: Annotated[int | None, typer.Option(help="How many entries it covers.")] = None,
    root: Annotated[str | None, typer.Option(help="Its root: compare it with the other communities first.")] = None,
    language: Annotated[str | None, typer.Option(help="en, uk or ru; otherwise the terminal's.")] = None,
) -> None:
    """Make a key of your own, or sign with it: your yes to H0, the seal you set for H1, a checkpoint of the record."""
    translate: Translate = str
    try:
        translate = choose_tongue(language)
        if new:
            _make(key, translate)
            return
        frozen = (text, origin, size, root)
        if any(frozen):
            _refuse_both(draw, h0, h1, seal)
        message = _cosigned(party, *frozen) if any(frozen) else _message(draw, party, h0, h1, seal)
        signed = sign(read_key_file(_read(key)), message)
    except Refusal as refusal:
        tell_refusal(refusal, translate, as_json=False)
        raise typer.Exit(REFUSED) from refusal
    typer.echo(translate(COSIGNED if any(frozen) else SIGNED) % {"signature": signed.signature.hex()})


def _make(place: Path, translate: Translate) -> None:
    private = secrets.token_bytes(KEY_BYTES)
    write_new(place, write_key(private))
    public = sign(private, b"").key
    typer.echo(translate(NAMED) % {"key": public.hex()})
    typer.echo(translate(WORDS) % {"words": eight_words(public)})
    typer.echo(translate(KEPT) % {"file": place})


def _message(draw: str | None, party: str | None, h0: str | None, h1: str | None, seal: str | None) -> bytes:
    if draw and party and h0 and not (h1 or seal):
        return yes_to_freeze(draw, party, _digits(h0))
    if draw and party and h1 and seal and not h0:
        return own_seal(draw, party, _digits(h1), _digits(seal))
    raise Refusal("affirm.what")


def _refuse_both(*drawn: str | None) -> None:
    """One signature says one thing: what belongs to a draw has no place beside a checkpoint."""
    if any(drawn):
        raise Refusal("affirm.what")


def _cosigned(party: str | None, text: str | None, origin: str | None, size: int | None, root: str | None) -> bytes:
    if not (party and text and origin and size and root):
        raise Refusal("affirm.what")
    return cosigned_bytes(party, _digits(text), Checkpoint(origin, size, _digits(root)))


def _digits(text: str) -> bytes:
    if not re.fullmatch(r"[0-9a-fA-F]{64}", text.strip()):
        raise Refusal("affirm.hash")
    return bytes.fromhex(text.strip())


def _read(place: Path) -> bytes:
    try:
        return place.read_bytes()
    except OSError as fault:
        raise Refusal("affirm.key_file") from fault
