"""Between the text, the passages that the lint reads, and what the page shows of a hit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from tracktwo.methods.discretion import GRADES, Hit
from tracktwo.methods.text import Bracket, Clause, Languages, Rival, SingleText

# Two ends of a sentence and a bare line: no jigsaw is put together across clauses.
BETWEEN = "\n\n!\n\n!\n\n"
BESIDE = 48


@dataclass(frozen=True)
class Passage:
    """Words that leave the room with the text: of a clause, or of what stands beside it in a bracket."""

    clause: str
    words: str
    language: str
    beside: bool = False


@dataclass(frozen=True)
class Run:
    """A stretch of a shown passage: suspicious, the word to drop, or neither."""

    words: str
    hit: bool = False
    drop: bool = False


@dataclass(frozen=True)
class LeakFace:
    """A hit as the page shows it, in its sentence; ``mark`` is what a reason is kept under."""

    clause: str
    language: str
    beside: bool
    kind: str
    grade: str
    reason: str
    suggestion: str
    use: str
    source: str
    runs: tuple[Run, ...]
    mark: str
    let_stand: str = ""

    @property
    def stands(self) -> bool:
        """Whether it still needs words or a reason."""
        return not self.let_stand

    @property
    def stops(self) -> bool:
        return self.stands and self.grade == GRADES[0]


def passages(text: SingleText, language: str, parallel: Languages) -> list[Passage]:
    """Everything that a frozen text would hold, in every language: clauses, what brackets want, and why."""
    found = [passage for clause in text.clauses for passage in _of_clause(clause, language)]
    found += [
        Passage(one.clause, words, language, beside=True)
        for one in text.reservations
        for words in (one.wants, one.reason)
    ]
    found += [
        Passage(key.partition("/")[0], words, other, beside="/" in key)
        for other, clauses in parallel.items()
        for key, words in clauses.items()
    ]
    return [passage for passage in found if passage.words.strip()]


def _of_clause(clause: Clause, language: str) -> Iterator[Passage]:
    yield Passage(clause.key, clause.standing, language)
    for bracket in clause.brackets.values():
        yield from (Passage(clause.key, words, language, beside=True) for words in _of_bracket(bracket))


def _of_bracket(bracket: Bracket | Rival) -> Iterator[str]:
    yield from (bracket.wants, bracket.reason, *bracket.aside)
    for inner in bracket.within:
        yield from (inner.wants, inner.reason)


def sheet(found: Sequence[Passage]) -> str:
    """All passages as one text, so that the lint reads its tables once."""
    return BETWEEN.join(passage.words for passage in found)


def by_passage(found: Sequence[Passage], hits: Iterable[Hit]) -> Iterator[tuple[Passage, Hit, int]]:
    """Each hit with its passage and the offset at which that begins in the sheet."""
    starts, place = [], 0
    for passage in found:
        starts.append(place)
        place += len(passage.words) + len(BETWEEN)
    for hit in hits:
        number = max(number for number, start in enumerate(starts) if start <= hit.start)
        if hit.end <= starts[number] + len(found[number].words):
            yield found[number], hit, starts[number]


def mark_of(workshop: int, hit: Hit, words: str) -> str:
    """What a reason is kept under: kind and words, whatever their capitals and spaces."""
    parts = hit.parts or ((hit.start, hit.end),)
    said = "|".join(" ".join(words[start:end].casefold().split()) for start, end in parts)
    return sha256(f"{workshop}|{hit.kind}|{said}".encode()).hexdigest()


def face(passage: Passage, hit: Hit, start: int, whole: str, mark: str, let_stand: str = "") -> LeakFace:
    return LeakFace(
        passage.clause,
        passage.language,
        passage.beside,
        hit.kind,
        hit.grade,
        hit.reason,
        hit.suggestion,
        hit.use,
        hit.source,
        tuple(_runs(hit, start, whole[start : start + len(passage.words)])),
        mark,
        let_stand,
    )


def _runs(hit: Hit, start: int, words: str) -> Iterator[Run]:
    """The hit with a few words on either side of it."""
    parts = [(one - start, other - start) for one, other in (hit.parts or ((hit.start, hit.end),))]
    drop = (hit.drop[0] - start, hit.drop[1] - start) if hit.drop else None
    first, last = _few_words_before(words, parts[0][0]), _few_words_behind(words, parts[-1][1])
    place = first
    if first > 0:
        yield Run("… ")
    for one, other in parts:
        if place < one:
            yield Run(words[place:one])
        yield Run(words[one:other], hit=True, drop=len(parts) > 1 and (one, other) == drop)
        place = other
    if place < last:
        yield Run(words[place:last])
    if last < len(words):
        yield Run(" …")


def _few_words_before(words: str, place: int) -> int:
    start = max(0, place - BESIDE)
    return 0 if start == 0 else words.find(" ", start, place) + 1 or start


def _few_words_behind(words: str, place: int) -> int:
    end = min(len(words), place + BESIDE)
    return end if end == len(words) else (words.rfind(" ", place, end) if " " in words[place:end] else end)
