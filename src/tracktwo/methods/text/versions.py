"""Numbered versions of a text, their digest, and the freeze."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from tracktwo.methods.record import JSON, Refusal, canonical_json
from tracktwo.methods.text.clauses import (
    THIRD_PARTY,
    Agreed,
    Bracket,
    Clause,
    Criticism,
    Inner,
    Reservation,
    Rival,
    SingleText,
)

FORMAT = "tracktwo single text 1"
Languages = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Version:
    """A text as it stood: its number in the text's history and the SHA-256 of its canonical JSON, in
    hexadecimal.
    """

    number: int
    text: SingleText
    digest: str


def cut_version(text: SingleText, number: int, languages: Languages | None = None) -> Version:
    """The numbered version of a text; refuses ``text.version_number`` below 1.

    digest = SHA-256(``version_data`` as canonical JSON), so anyone who holds the export recomputes it with two calls
    of a standard library.
    """
    if number < 1:
        raise Refusal("text.version_number", number=number)
    data = version_data(as_data(text), number, languages)
    return Version(number, text, hashlib.sha256(canonical_json(data)).hexdigest())


def version_data(text: Mapping[str, JSON], number: int, languages: Languages | None = None) -> dict[str, JSON]:
    """What is hashed: format, number, the text, and its versions in other languages (language -> clause -> words)."""
    data: dict[str, JSON] = {"format": FORMAT, "number": number, "text": {**text}}
    if languages:
        data["languages"] = {language: {**words} for language, words in languages.items()}
    return data


def freeze(text: SingleText, *, with_reservations: bool = False) -> SingleText:
    """The text with nothing left to settle; no edit is taken afterwards (``text.frozen``).

    While a bracket is open it refuses ``text.brackets_open``. ``with_reservations`` is the room's explicit
    other choice: the standing words are the text, and each community's bracket is recorded beside it as its
    reservation. A late wording of the third party cannot be a reservation and is settled first
    (``text.draft_open``).
    """
    if text.frozen:
        raise Refusal("text.frozen")
    if text.open_brackets and not with_reservations:
        raise Refusal("text.brackets_open", count=text.open_brackets)
    if any(THIRD_PARTY in clause.brackets for clause in text.clauses):
        raise Refusal("text.draft_open")
    kept = tuple(
        _reservation(clause, one)
        for clause in text.clauses
        for bracket in clause.brackets.values()
        for one in (bracket, *bracket.within)
    )
    return SingleText(tuple(_without_brackets(clause) for clause in text.clauses), True, kept, text.one_text)


def as_data(text: SingleText) -> dict[str, JSON]:
    """The text as plain JSON values, fit for storage, export and hashing.

    What came later than the first release (brackets inside brackets, criticisms, the mode of one text) is named only
    where there is any: a text from before keeps its bytes and its digest.
    """
    mode: dict[str, JSON] = {"one_text": True} if text.one_text else {}
    return {
        **mode,
        "clauses": [_clause_data(clause) for clause in text.clauses],
        "frozen": text.frozen,
        "reservations": [
            {"clause": one.clause, "side": one.side, "stands": one.stands, "wants": one.wants, "reason": one.reason}
            for one in text.reservations
        ],
    }


def from_data(data: Mapping[str, Any]) -> SingleText:
    """The text of which ``as_data`` gave exactly ``data``; refuses ``text.unreadable`` for anything else."""
    try:
        text = SingleText(
            tuple(_clause(one) for one in data["clauses"]),
            data["frozen"],
            tuple(Reservation(**one) for one in data["reservations"]),
            data.get("one_text", False),
        )
        rewritten = as_data(text)
    except (KeyError, TypeError, AttributeError) as fault:
        raise Refusal("text.unreadable") from fault
    if rewritten != data:
        raise Refusal("text.unreadable")
    return text


def _reservation(clause: Clause, bracket: Bracket | Rival | Inner) -> Reservation:
    stands = clause.standing if isinstance(bracket, Rival) else bracket.stands
    return Reservation(clause.key, bracket.side, stands, bracket.wants, bracket.reason)


def _without_brackets(clause: Clause) -> Clause:
    segments = (Agreed(clause.standing),) if clause.standing else ()
    return Clause(clause.key, clause.version, segments, criticisms=clause.criticisms)


def _clause_data(clause: Clause) -> JSON:
    said: dict[str, JSON] = {"criticisms": [asdict(one) for one in clause.criticisms]} if clause.criticisms else {}
    return {
        **said,
        "key": clause.key,
        "version": clause.version,
        "segments": [_segment_data(segment) for segment in clause.segments],
        "rivals": [_bracket_data(rival) for rival in clause.rivals],
    }


def _segment_data(segment: Agreed | Bracket) -> JSON:
    if isinstance(segment, Agreed):
        return {"words": segment.words}
    return {"stands": segment.stands, **_bracket_data(segment)}


def _bracket_data(bracket: Bracket | Rival) -> dict[str, JSON]:
    within: dict[str, JSON] = {"within": [asdict(one) for one in bracket.within]} if bracket.within else {}
    return {
        **within,
        "side": bracket.side,
        "wants": bracket.wants,
        "reason": bracket.reason,
        "aside": [*bracket.aside],
    }


def _clause(data: Mapping[str, Any]) -> Clause:
    segments = tuple(Agreed(one["words"]) if "words" in one else Bracket(**_read(one)) for one in data["segments"])
    rivals = tuple(Rival(**_read(one)) for one in data["rivals"])
    said = tuple(Criticism(**one) for one in data.get("criticisms", ()))
    return Clause(data["key"], data["version"], segments, rivals, said)


def _read(data: Mapping[str, Any]) -> dict[str, Any]:
    within = tuple(Inner(**one) for one in data.get("within", ()))
    return {**data, "aside": tuple(data["aside"]), "within": within}
