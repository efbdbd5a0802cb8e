"""How a check-in is shown, and the numbers of a workshop that may leave the room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracktwo.methods.counts import may_show_poll
from tracktwo.methods.floor import INTERPRETER, THIRD_PARTY
from tracktwo.steps.convene.models import STEPS, CheckIn, Session
from tracktwo.steps.programme.convert import phase_label, words_language
from tracktwo.steps.programme.models import Community

BAR = 200  # the longest bar of a table, in its own units
LOW = 0.4  # of those who answered say 1 or 2


@dataclass(frozen=True)
class PulseFace:
    """An ended round: five counts and the words, or nothing where the table withholds them."""

    number: int
    cells: tuple[int, ...]
    words: tuple[tuple[str, int], ...]
    is_told: bool
    phase: str = ""
    is_acted_on: bool = False

    @property
    def is_low(self) -> bool:
        return self.is_told and sum(self.cells[:2]) >= LOW * sum(self.cells)


def may_tell(checkin: CheckIn) -> bool:
    """Whether a round's numbers and words may be shown: the room's one table, for both questions or neither.

    Were only a word withheld that all have chosen, each of them would learn from its absence what the others chose.
    """
    chosen = list(checkin.words.values())
    questions = [checkin.cells, [*chosen, sum(checkin.cells) - sum(chosen)]] if chosen else [checkin.cells]
    return may_show_poll(questions)


def pulse_face(checkin: CheckIn) -> PulseFace:
    told = may_tell(checkin)
    labels = dict(CheckIn.Word.choices)
    # Of words as frequent as each other the same stand first in every language.
    ranked = sorted(checkin.words.items(), key=lambda one: (-one[1], one[0]))
    words = [(str(labels[word]), count) for word, count in ranked]
    phase = phase_label(checkin.phase, checkin.session.words)
    if not told:
        return PulseFace(checkin.number, (0,) * STEPS, (), told, phase)
    return PulseFace(checkin.number, tuple(checkin.cells), tuple(words), told, phase, checkin.is_acted_on)


@dataclass(frozen=True)
class PhaseNumbers:
    label: str
    planned: int
    used: int
    language: str
    longest: int  # of all phases, planned or used

    @property
    def planned_bar(self) -> int:
        return BAR * self.planned // self.longest

    @property
    def used_bar(self) -> int:
        return BAR * self.used // self.longest


def phase_numbers(sessions: Sequence[Session]) -> list[PhaseNumbers]:
    """Minutes by phase over closed sessions: planned and used, in the order of the agenda."""
    planned, used, words = Counter[str](), Counter[str](), dict[str, Mapping[str, str]]()
    for session in sessions:
        words |= session.words
        for (key, minutes), spent in zip(session.phases, session.used, strict=False):
            planned[key] += minutes
            used[key] += spent
    longest = max([*planned.values(), *used.values(), 1])
    return [
        PhaseNumbers(phase_label(key, words), planned[key], used[key], words_language(key, "label", words), longest)
        for key in planned
    ]


def airtime_minutes(
    sessions: Sequence[Session], communities: Sequence[Community]
) -> list[tuple[Community | int, int, int]]:
    """Whole minutes and a bar by community, third party and interpreter over closed sessions."""
    seconds = Counter[int]()
    for session in sessions:
        for row in session.airtime.all():
            seconds[row.side] += row.seconds
    accounts = [*((c, c.number) for c in communities), (THIRD_PARTY, THIRD_PARTY), (INTERPRETER, INTERPRETER)]
    longest = max([*seconds.values(), 1])
    return [(shown, seconds[side] // 60, BAR * seconds[side] // longest) for shown, side in accounts] if seconds else []
