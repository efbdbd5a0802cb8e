"""How few meet twice in small rooms, beside dealing at random, by turns, and the public groupselect, in one run.

    python benchmarks/groups.py [--peer PYTHON] [--write]

Everybody is dealt into rooms for some rounds, and a year later again, and again. All ways get the same people; ours is
told what the years before have done, "by turns" goes on with its turning, the others know no years. groupselect
(sortitionfoundation/groupselect-lib, MIT) needs an environment of its own in which it is installed; ``--peer`` names
its Python. Without one its rows say so. ``--write`` keeps the table in docs/reference/benchmarks.md. Seconds are CPU
seconds of one thread without starting Python, over all years.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path

from tracktwo.methods.groups import Ask, Member, compose, find_faults, meetings_of
from tracktwo.methods.groups.bound import least_repeats
from tracktwo.methods.groups.plan import Plan, Room
from tracktwo.methods.groups.seating import places_of
from tracktwo.methods.groups.start import outline

REPOSITORY = Path(__file__).resolve().parent.parent
PAGE = REPOSITORY / "docs" / "reference" / "benchmarks.md"
PEER = REPOSITORY / ".venv" / "bench-groups" / "bin" / "python"
BEGIN, END = "<!-- groups: written by benchmarks/groups.py -->", "<!-- groups: end -->"
HEAD = (
    "people",
    "communities",
    "languages",
    "rooms",
    "rounds",
    "years",
    "way",
    "repeated",
    "at least",
    "not understood",
    "uneven rooms",
    "CPU s",
)
# The public tool's own default number of tries, and the way it is called: the community is the field to be mixed.
PEER_CODE = """
import json, sys, time
import numpy as np
from groupselect import allocate_numpy, FieldMode
sides, size, rounds, seed = json.load(sys.stdin)
people = np.array([[side] for side in sides])
begun = time.process_time()
found = allocate_numpy(people, {0: FieldMode.Diversify}, [size] * rounds, settings={"seed": seed})
seconds = time.process_time() - begun
print(json.dumps([seconds, [[[int(p) for p in group] for group in one] for one in found.ensemble]]))
"""
Rooms = list[list[int]]


@dataclass(frozen=True)
class Case:
    people: int
    communities: int
    rooms: int
    rounds: int
    years: int
    languages: int = 1

    def members(self) -> tuple[Member, ...]:
        """The communities one after the other, as a list of participants is kept."""
        each = -(-self.people // self.communities)
        return tuple(Member(f"p{i:04}", i // each + 1, self._spoken(i)) for i in range(self.people))

    def _spoken(self, i: int) -> frozenset[str]:
        """Of two, in turns: the first alone, both, the second alone, both."""
        if self.languages == 1:
            return frozenset({"en"})
        return frozenset((("en",), ("en", "fr"), ("fr",), ("en", "fr"))[i % 4])

    def ask(self) -> Ask:
        return Ask(self.members(), self.rooms, self.rounds)

    def about(self) -> tuple[int, ...]:
        return (self.people, self.communities, self.languages, self.rooms, self.rounds, self.years)


CASES = (
    Case(12, 2, 3, 3, 1),
    Case(12, 2, 3, 4, 1),
    Case(16, 2, 4, 4, 1),
    Case(16, 2, 4, 4, 3),
    Case(16, 2, 4, 4, 3, languages=2),
    Case(20, 2, 5, 4, 3),
    Case(18, 2, 4, 4, 3),
    Case(24, 3, 4, 4, 3),
    Case(40, 2, 8, 5, 3),
    Case(100, 2, 20, 6, 3),
    Case(500, 2, 60, 6, 1),
    Case(500, 2, 60, 6, 3),
)
# Up to so many people the ways to sit in one round can often be listed.
SMALL = 20
Way = Callable[[Case], tuple[list[list[Rooms]], float]]


def at_random(case: Case) -> tuple[list[list[Rooms]], float]:
    """Shuffled anew for every round and cut into rooms."""
    dice, begun = random.Random(1), time.process_time()
    years = [
        [_cut(dice.sample(range(case.people), case.people), case.rooms) for _round in range(case.rounds)]
        for _year in range(case.years)
    ]
    return years, time.process_time() - begun


def _cut(order: list[int], rooms: int) -> Rooms:
    return [order[room::rooms] for room in range(rooms)]


def by_turns(case: Case) -> tuple[list[list[Rooms]], float]:
    """Dealt like cards; every round each row of the list moves on by its number: the rotation known from schools."""
    begun = time.process_time()
    years = []
    for year in range(case.years):
        rounds = []
        for turn in range(year * case.rounds, (year + 1) * case.rounds):
            rooms: Rooms = [[] for _room in range(case.rooms)]
            for i in range(case.people):
                rooms[(i + turn * (i // case.rooms)) % case.rooms].append(i)
            rounds.append(rooms)
        years.append(rounds)
    return years, time.process_time() - begun


def groupselect(case: Case, peer: Path) -> tuple[list[list[Rooms]], float]:
    sides, size = [member.side for member in case.members()], -(-case.people // case.rooms)
    years, seconds = [], 0.0
    for year in range(case.years):
        asked = json.dumps([sides, size, case.rounds, year + 1])
        said = subprocess.run([str(peer), "-c", PEER_CODE], input=asked, capture_output=True, text=True, check=True)
        spent, rounds = json.loads(said.stdout)
        seconds += spent
        years.append(rounds)
    return years, seconds


def ours(case: Case) -> tuple[list[list[Rooms]], float]:
    """Every year is told what pairs the years before brought together."""
    ask, begun = case.ask(), time.process_time()
    met: Counter[tuple[str, str]] = Counter()
    years = []
    for year in range(case.years):
        told = Ask(ask.members, ask.rooms, ask.rounds, met=dict(met))
        plan = compose(told, bytes([year]) * 32)
        if find_faults(told, plan):
            raise AssertionError("a plan broke a promise")
        met += meetings_of(plan)
        years.append([[[int(key[1:]) for key in room.members] for room in rooms] for rooms in plan.rounds])
    return years, time.process_time() - begun


def repeated(years: list[list[Rooms]]) -> int:
    """Meetings that are not the first of the two."""
    met = Counter(
        pair for rounds in years for rooms in rounds for room in rooms for pair in combinations(sorted(room), 2)
    )
    return sum(times - 1 for times in met.values())


def uneven(case: Case, years: list[list[Rooms]]) -> int:
    """Rooms further than one person from an even share, or rounds with another number of rooms."""
    ask, found = Ask(case.members(), case.rooms, 1), 0
    for rounds in years:
        for rooms in rounds:
            held = tuple(Room(tuple(f"p{i:04}" for i in sorted(room)), ("en",)) for room in rooms)
            found += sum(1 for room in held if _is_uneven(ask, room))
    return found


def _is_uneven(ask: Ask, room: Room) -> bool:
    return "not_even" in find_faults(ask, Plan(((room,),), 0, 0))


def not_understood(case: Case, years: list[list[Rooms]]) -> int:
    """Rooms in which no language is everybody's; interpreters sit in none of them."""
    spoken = [member.languages for member in case.members()]
    rooms = [room for rounds in years for one in rounds for room in one if room]
    return sum(1 for room in rooms if not frozenset.intersection(*(spoken[i] for i in room)))


def least(case: Case) -> int:
    """What no way that keeps rooms even and understood goes below: our bound for all years as one row of rounds.

    A plan for a small ask is taken for it whole, because the bound beside it may come from looking through all plans.
    """
    whole = Ask(case.members(), case.rooms, case.rounds * case.years)
    if case.people <= SMALL:
        return compose(whole, bytes(32)).bound
    return least_repeats(whole, places_of(whole, outline(whole)))


def lines_of_table(peer: Path) -> Iterator[str]:
    yield told(*HEAD)
    yield told(*["---"] * len(HEAD))
    for case in CASES:
        at_least = least(case)
        ways: dict[str, Way] = {"at random": at_random, "by turns": by_turns, "Track Two": ours}
        for name, way in ways.items():
            yield _line(case, name, at_least, *way(case))
        if peer.exists():
            yield _line(case, "groupselect", at_least, *groupselect(case, peer))
        else:
            yield told(*case.about(), "groupselect", "not installed", "", "", "", "")


def _line(case: Case, name: str, at_least: int, years: list[list[Rooms]], seconds: float) -> str:
    kept = not_understood(case, years), uneven(case, years)
    return told(*case.about(), name, repeated(years), at_least, *kept, f"{seconds:.2f}")


def told(*cells: object) -> str:
    line = "| " + " | ".join(str(cell) for cell in cells) + " |"
    print(line, flush=True)
    return line


def page(lines: list[str]) -> str:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, with a load of {os.getloadavg()[0]:.0f} from other work"
    about = f"""## Small rooms

By `benchmarks/groups.py` on {datetime.now(UTC):%Y-%m-%d}: {machine}. “Repeated”: meetings of two people in a small room
that are not their first, over all rounds and years. “At least”: what is proven of all plans with even rooms in which
everybody is understood; where Track Two stands above it, whether a plan between the two exists is not known. “Not
understood”: rooms in which no language is everybody's; of two languages a quarter of the people speak only the one, a
quarter only the other, half both. “Uneven rooms”: further than one person from an even share of a community; a way that
leaves rooms uneven or not understood can go below “at least”. groupselect with its own defaults, the community as the
field to be mixed; it keeps no years and no languages.
"""
    return "\n".join([BEGIN, "", about, *lines, "", END])


def keep(lines: list[str]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before.rstrip()}\n\n{page(lines)}\n{after.lstrip()}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--peer", type=Path, default=PEER, help="a Python in whose environment groupselect is installed"
    )
    parser.add_argument("--write", action="store_true", help="keep the table in the documentation")
    said = parser.parse_args()
    lines = [*lines_of_table(said.peer)]
    if said.write:
        keep(lines)


if __name__ == "__main__":
    main()
