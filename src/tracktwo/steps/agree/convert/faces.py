"""A clause as the page shows it: its runs of words, and who holds what beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tracktwo.methods.text import (
    THIRD_PARTY,
    Agreed,
    Bracket,
    Clause,
    Reservation,
    Rival,
    SingleText,
)
from tracktwo.steps.agree.convert.support import SupportFace
from tracktwo.steps.agree.models import Rendering
from tracktwo.steps.agree.strands import Line, lines


@dataclass(frozen=True)
class Run:
    """A stretch of a clause: agreed words, or words in the bracket of a community (``side`` above 0)."""

    words: str
    side: int = 0
    owner: str = ""


@dataclass(frozen=True)
class Inside:
    """What a community holds inside the bracket of another."""

    side: int
    owner: str
    stands: str
    wants: str
    reason: str


@dataclass(frozen=True)
class Said:
    """What a community said of a clause in one-text mode; ``is_answered``: the words have changed since."""

    side: int
    owner: str
    words: str
    is_answered: bool


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
    runs: tuple[Run, ...] = ()  # what it wants, with the brackets inside it
    inner: tuple[Inside, ...] = ()
    is_kept: bool = False  # a reservation: frozen beside the text, nothing to settle any more


@dataclass(frozen=True)
class Beside:
    """The clause in another language; ``is_behind``: it was made from an earlier version of the clause."""

    language: str
    words: str
    is_behind: bool
    alternatives: tuple[tuple[int, str, str], ...] = ()  # side, community, what its bracket wants


@dataclass(frozen=True)
class ClauseFace:
    key: str
    version: int
    standing: str
    runs: tuple[Run, ...]
    stands: tuple[Stand, ...]
    lines: tuple[Line, ...]
    said: tuple[Said, ...] = ()
    beside: Beside | None = None
    support: SupportFace | None = None

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


def with_beside(face: ClauseFace, rendering: Rendering | None, clause: Clause) -> ClauseFace:
    """The clause with its words in another language, where there are any."""
    if rendering is None:
        return face
    wanted = tuple(
        (one.side, one.owner, rendering.alternatives[str(one.side)])
        for one in face.stands
        if str(one.side) in rendering.alternatives and not one.is_kept
    )
    behind = rendering.of_version < clause.version
    return replace(face, beside=Beside(rendering.language, rendering.words, behind, wanted))


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
        lines(sorted(names), {one.side for held in stands for one in (held, *held.inner)} - {THIRD_PARTY}),
        tuple(
            Said(one.side, names.get(one.side, ""), one.words, one.version != clause.version)
            for one in clause.criticisms
        ),
    )


def _run(segment: Agreed | Bracket, names: Mapping[int, str]) -> Run:
    if isinstance(segment, Agreed):
        return Run(segment.words)
    return Run(segment.stands, segment.side, names.get(segment.side, ""))


def _stand(bracket: Bracket | Rival, clause: Clause, names: Mapping[int, str]) -> Stand:
    is_whole = isinstance(bracket, Rival)
    stands = clause.standing if isinstance(bracket, Rival) else bracket.stands
    owner = names.get(bracket.side, "")
    inner = tuple(
        Inside(one.side, names.get(one.side, ""), one.stands, one.wants, one.reason) for one in bracket.within
    )
    runs = tuple(_runs_within(bracket, names))
    return Stand(bracket.side, owner, stands, bracket.wants, bracket.reason, bracket.aside, is_whole, runs, inner)


def _runs_within(outer: Bracket | Rival, names: Mapping[int, str]) -> Iterator[Run]:
    """The alternative in its runs: free words, and words that another side holds."""
    place = 0
    for one in outer.within:
        if one.start > place:
            yield Run(outer.wants[place : one.start])
        yield Run(one.stands, one.side, names.get(one.side, ""))
        place = one.start + len(one.stands)
    if place < len(outer.wants):
        yield Run(outer.wants[place:])
