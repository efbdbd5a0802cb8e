"""Between the stored text, the method's values and what the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from string import ascii_lowercase, digits

from tracktwo.methods.record import canonical_json, eight_words
from tracktwo.methods.text import (
    THIRD_PARTY,
    Agreed,
    Bracket,
    Clause,
    ClauseChange,
    Kind,
    Piece,
    Reservation,
    Rival,
    SingleText,
    cut_version,
    from_data,
)
from tracktwo.methods.text.versions import FORMAT
from tracktwo.steps.agree.models import Text, TextVersion
from tracktwo.steps.agree.strands import Line, lines


def single_text(text: Text) -> SingleText:
    return from_data(text.state)


def fingerprint(text: SingleText) -> str:
    """What a form carries of the whole text it was shown with: any change since then shows in it."""
    return cut_version(text, 1).digest


def version_bytes(version: TextVersion) -> bytes:
    """The canonical JSON whose SHA-256 is the digest of the version: whoever holds it recomputes the hash alone."""
    return canonical_json({"format": FORMAT, "number": version.number, "text": version.data})


def words_of_digest(digest: str) -> str:
    """The first eight bytes of the digest as words, to be read aloud and compared."""
    return eight_words(bytes.fromhex(digest))


def next_key(text: SingleText, after: str | None = None) -> str:
    """The number of a new clause: the next whole number at the end; behind clause 2, as lawyers do, 2a, 2b, …

    A number once given stays with its clause, so that a bracket, a record entry and a person mean the same one.
    """
    taken = {clause.key for clause in text.clauses}
    if after is None or after == (text.clauses[-1].key if text.clauses else None):
        return str(max((int(key.rstrip(ascii_lowercase)) for key in taken), default=0) + 1)
    base = "".join(letter for letter in after if letter in digits)
    suffixes = chain(ascii_lowercase, (first + second for first, second in product(ascii_lowercase, repeat=2)))
    return next(base + suffix for suffix in suffixes if base + suffix not in taken)


@dataclass(frozen=True)
class Run:
    """A stretch of a clause: agreed words, or words in the bracket of a community (``side`` above 0)."""

    words: str
    side: int = 0
    owner: str = ""


@dataclass(frozen=True)
class Stand:
    """What one owner holds beside a clause: an open bracket, a late wording of the third party, a reservation."""

    side: int
    owner: str
    stands: str
    wants: str
    reason: str
    aside: tuple[str, ...] = ()
    is_whole: bool = False
    is_kept: bool = False  # a reservation: frozen beside the text, nothing to settle any more


@dataclass(frozen=True)
class ClauseFace:
    key: str
    version: int
    standing: str
    runs: tuple[Run, ...]
    stands: tuple[Stand, ...]
    lines: tuple[Line, ...]

    @property
    def owners(self) -> set[int]:
        """The sides with an open bracket here."""
        return {one.side for one in self.stands if not one.is_kept}

    def of(self, side: int) -> Stand | None:
        """The open bracket of this side in the clause."""
        return next((one for one in self.stands if one.side == side and not one.is_kept), None)


def clause_faces(text: SingleText, names: Mapping[int, str]) -> list[ClauseFace]:
    """Every clause as the page shows it; ``names`` holds what each community is called, by side."""
    return [_face(clause, text.reservations, names) for clause in text.clauses]


def _face(clause: Clause, reservations: Iterable[Reservation], names: Mapping[int, str]) -> ClauseFace:
    stands = [_stand(one, clause, names) for one in clause.brackets.values()]
    stands += [
        Stand(one.side, names.get(one.side, ""), one.stands, one.wants, one.reason, is_kept=True)
        for one in reservations
        if one.clause == clause.key
    ]
    return ClauseFace(
        clause.key,
        clause.version,
        clause.standing,
        tuple(_run(segment, names) for segment in clause.segments),
        tuple(stands),
        lines(sorted(names), {one.side for one in stands if one.side != THIRD_PARTY}),
    )


def _run(segment: Agreed | Bracket, names: Mapping[int, str]) -> Run:
    if isinstance(segment, Agreed):
        return Run(segment.words)
    return Run(segment.stands, segment.side, names.get(segment.side, ""))


def _stand(bracket: Bracket | Rival, clause: Clause, names: Mapping[int, str]) -> Stand:
    is_whole = isinstance(bracket, Rival)
    stands = clause.standing if isinstance(bracket, Rival) else bracket.stands
    owner = names.get(bracket.side, "")
    return Stand(bracket.side, owner, stands, bracket.wants, bracket.reason, bracket.aside, is_whole)


@dataclass(frozen=True)
class PieceFace:
    """A run of words with one fate; ``gap`` is the white space before it, which nobody wants underlined."""

    kind: Kind
    gap: str
    words: str


@dataclass(frozen=True)
class ChangeFace:
    key: str
    pieces: tuple[PieceFace, ...]
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    is_new: bool
    is_gone: bool


def piece_faces(pieces: Sequence[Piece]) -> tuple[PieceFace, ...]:
    stripped = ((piece, piece.words.lstrip()) for piece in pieces)
    return tuple(PieceFace(one.kind, one.words[: len(one.words) - len(words)], words) for one, words in stripped)


def change_faces(changes: Iterable[ClauseChange], names: Mapping[int, str]) -> list[ChangeFace]:
    """The clauses in which anything changed; brackets under the names of their communities."""
    return [
        ChangeFace(
            one.key,
            piece_faces(one.pieces),
            tuple(names[side] for side in one.opened if side in names),
            tuple(names[side] for side in one.closed if side in names),
            one.is_new,
            one.is_gone,
        )
        for one in changes
        if not one.is_unchanged
    ]
