"""``tracktwo lint FILE --roster ROSTER.csv``: what in a text would identify somebody, without a server."""

from __future__ import annotations

import json
import secrets
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from tracktwo.cli.methods.tongue import LANGUAGES, Translate, choose_tongue, tell_refusal
from tracktwo.data import leaks, tables
from tracktwo.data.refusals.words import N_
from tracktwo.exchange.letters import decode
from tracktwo.exchange.rosters import read_roster
from tracktwo.exchange.tables import read_bytes
from tracktwo.exchange.terms import read_terms, read_vocabulary
from tracktwo.methods.discretion import CERTAIN, GRADES, KEY_BYTES, LIKELY, Hit, make_lexicon
from tracktwo.methods.discretion import lint as lint_text
from tracktwo.methods.record import Refusal

REFUSED = 1
STANDING = 3
LARGEST_FILE = 8_000_000
NOTHING = N_("Nothing was found by which somebody of these %(members)s could be known.")
COUNTED = N_("Certain: %(certain)s. Likely: %(likely)s. Worth a look: %(look)s.")


def lint(
    file: Annotated[Path, typer.Argument(help="The text: plain or Markdown.")],
    roster: Annotated[Path, typer.Option(help="Who must not be recognised: name, nicknames, affiliation, … (CSV).")],
    terms: Annotated[Path | None, typer.Option(help="Contested terms (CSV); otherwise the package's own.")] = None,
    text_language: Annotated[str | None, typer.Option(help="Language of the text, for its terms: en, uk, ru.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="End with 3 for likely hits too.")] = False,
    show: Annotated[bool, typer.Option("--show", help="Print the words themselves beside their places.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the hits as JSON.")] = False,
    language: Annotated[str | None, typer.Option(help="en, uk or ru; otherwise the terminal's.")] = None,
) -> None:
    """Find what would identify somebody: 0 if nothing certain stands, 3 if something does, 1 for a bad file."""
    tell: Translate = str
    try:
        tell = choose_tongue(language)
        text, hits, members = _read_and_lint(file, roster, terms, text_language or "")
    except Refusal as refusal:
        tell_refusal(refusal, tell, as_json=as_json)
        raise typer.Exit(REFUSED) from refusal
    page = Page(text)
    if as_json:
        typer.echo(json.dumps(_as_data(hits, page, members, show), ensure_ascii=False, indent=2))
    else:
        _print(hits, page, members, show, tell)
    stopping = (CERTAIN, LIKELY) if strict else (CERTAIN,)
    raise typer.Exit(STANDING if any(hit.grade in stopping for hit in hits) else 0)


def _read_and_lint(file: Path, roster: Path, terms: Path | None, language: str) -> tuple[str, tuple[Hit, ...], int]:
    if language and language not in LANGUAGES:
        raise Refusal("select.language", language=language, offered=", ".join(LANGUAGES))
    known = read_roster(roster, read_vocabulary(tables.trait_words_csv()))
    register = read_terms(tables.terms_csv() if terms is None else terms)
    text = _read_text(file)
    # A key of this run alone: the lexicon is never kept.
    lexicon = make_lexicon(known.members, secrets.token_bytes(KEY_BYTES))
    return text, lint_text(text, lexicon, known.traits, register, language), len(known.members)


def _read_text(file: Path) -> str:
    if not file.is_file():
        raise Refusal("discretion.file_unreadable")
    return decode(read_bytes(file, LARGEST_FILE))[0]


class Page:
    """Rows and columns of a text, counted from 1, as an editor shows them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]

    def at(self, place: int) -> tuple[int, int]:
        row = bisect_right(self.starts, place)
        return row, place - self.starts[row - 1] + 1

    def words(self, start: int, end: int) -> str:
        return " ".join(self.text[start:end].split())


def _as_data(hits: Sequence[Hit], page: Page, members: int, show: bool) -> dict[str, Any]:
    counts = Counter(hit.grade for hit in hits)
    told = [_hit_as_data(hit, page) | ({"words": page.words(hit.start, hit.end)} if show else {}) for hit in hits]
    return {"members": members, "counts": {grade: counts[grade] for grade in GRADES}, "hits": told}


def _hit_as_data(hit: Hit, page: Page) -> dict[str, Any]:
    (row, column), (end_row, end_column) = page.at(hit.start), page.at(hit.end)
    told: dict[str, Any] = {"row": row, "column": column, "end_row": end_row, "end_column": end_column}
    told |= {"start": hit.start, "end": hit.end, "kind": hit.kind, "grade": hit.grade}
    told |= {"reason": hit.reason, "suggestion": hit.suggestion}
    if hit.parts:
        told |= {"parts": [list(part) for part in hit.parts], "drop": list(hit.drop or ())}
    if hit.use:
        told |= {"use": hit.use, "source": hit.source}
    return told


def _print(hits: Sequence[Hit], page: Page, members: int, show: bool, tell: Translate) -> None:
    if not hits:
        typer.echo(tell(NOTHING) % {"members": members})
        return
    for hit in hits:
        row, column = page.at(hit.start)
        shown = f"  {page.words(hit.start, hit.end)}" if show else ""
        typer.echo(f"{row}:{column}  {tell(leaks.KINDS[hit.kind])}, {tell(leaks.GRADES[hit.grade])}{shown}")
        typer.echo(f"    {tell(leaks.REASONS[hit.reason])}")
        typer.echo(f"    {_advice(hit, page, tell)}")
    counts = Counter(hit.grade for hit in hits)
    typer.echo(tell(COUNTED) % {grade: counts[grade] for grade in GRADES})


def _advice(hit: Hit, page: Page, tell: Translate) -> str:
    words: Mapping[str, str] = {"use": hit.use}
    advice = tell(leaks.SUGGESTIONS[hit.suggestion]) % words
    if hit.drop and len(hit.parts) > 1:
        row, column = page.at(hit.drop[0])
        advice += f" ({row}:{column})"
    return advice
