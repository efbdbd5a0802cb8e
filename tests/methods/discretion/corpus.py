"""The whole corpus and how it is scored, for the tests and for the benchmark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tests.methods.discretion.hard import hard_leaks, hard_strangers
from tests.methods.discretion.passages import CITY_COLUMN, Passage, jigsaws, names
from tests.methods.discretion.people import roster
from tests.methods.discretion.strangers import strangers
from tracktwo.exchange.rosters import Roster, read_roster
from tracktwo.exchange.tables import write_table
from tracktwo.exchange.terms import read_vocabulary

Places = Sequence[tuple[int, int]]
Finder = Callable[[str], Places]
HEADS = ("name", "community", "profession", "city", "sex")


def roster_file() -> bytes:
    """The sixty as a file: one name each in the own alphabet, nothing else of how it is written elsewhere."""
    rows = [
        (
            one.name,
            one.traits["community"],
            one.traits["profession"],
            CITY_COLUMN[one.traits["city"]],
            one.traits["sex"],
        )
        for one in roster()
    ]
    return write_table(HEADS, rows)


@lru_cache(maxsize=1)
def read_sixty(vocabulary: bytes) -> Roster:
    return read_roster(roster_file(), read_vocabulary(vocabulary))


def all_names() -> list[Passage]:
    return [*names(roster()), *hard_leaks()]


def all_jigsaws() -> tuple[list[Passage], list[Passage]]:
    return jigsaws(roster())


def all_strangers() -> list[Passage]:
    return [*strangers(), *hard_strangers()]


@dataclass(frozen=True)
class Score:
    """Recall: leaks of which some place was found. Precision: passages rightly marked among all that were marked."""

    found: int
    leaks: int
    alarms: int
    strangers: int
    missed: tuple[Passage, ...]
    alarming: tuple[Passage, ...]

    @property
    def recall(self) -> float:
        return self.found / self.leaks

    @property
    def precision(self) -> float:
        marked = self.found + self.alarms
        return self.found / marked if marked else 1.0


def score(find: Finder, leaks: Iterable[Passage], others: Iterable[Passage]) -> Score:
    leaks, others = list(leaks), list(others)
    missed = tuple(one for one in leaks if not _touches(find(one.text), one.place))
    alarming = tuple(one for one in others if find(one.text))
    return Score(len(leaks) - len(missed), len(leaks), len(alarming), len(others), missed, alarming)


def _touches(places: Places, hidden: tuple[int, int]) -> bool:
    return any(start < hidden[1] and hidden[0] < end for start, end in places)
