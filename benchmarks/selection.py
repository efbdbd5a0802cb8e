"""Every reference pool, selected by us and, where it is installed, by sortition-algorithms: a Markdown table.

    python benchmarks/selection.py [FOLDER OF POOLS] [--leximin]

Seconds are of the wall, one thread, one run, without starting Python. Memory is the peak of the process so far.
The folder is ../shared/data/selection beside the checkout, or $TRACKTWO_ORACLE_DATA/selection.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path

from tracktwo.exchange.pools import read_question
from tracktwo.exchange.tables import read_table
from tracktwo.methods.lottery import find_lottery
from tracktwo.methods.record import Refusal

REPOSITORY = Path(__file__).resolve().parent.parent
HEAD = ("pool", "seats", "people", "kinds", "minimum", "exact", "gap", "proven", "cohorts", "seconds", "peak MB")


def main() -> None:
    asked = read_arguments()
    if not asked.pools.is_dir():
        print(f"There is no folder of pools at {asked.pools}: nothing was measured.")
        return
    others = find_spec("sortition_algorithms") is not None
    print_row(*HEAD, *(("SA minimum", "SA seconds") if others else ()))
    print_row(*["---"] * (len(HEAD) + 2 * others))
    for pool in sorted(path for path in asked.pools.iterdir() if path.is_dir()):
        row = list(measure(pool, asked.objective))
        # What nobody can select is not asked of the others.
        compared = measure_other(pool, asked.objective) if others and row[3] else ("", "") if others else ()
        print_row(*row, *compared)
    if not others:
        print("\nsortition-algorithms is not installed here: nothing was compared with it.")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data = Path(os.environ.get("TRACKTWO_ORACLE_DATA", REPOSITORY.parent / "shared" / "data"))
    parser.add_argument("pools", nargs="?", type=Path, default=data / "selection")
    parser.add_argument("--leximin", dest="objective", action="store_const", const="leximin", default="maximin")
    return parser.parse_args()


def measure(pool: Path, objective: str) -> Iterator[object]:
    """The row of one pool, by us."""
    seats = int(pool.name.rsplit("_", 1)[1])
    question = read_question(pool / "respondents.csv", pool / "categories.csv", seats)
    started = time.perf_counter()
    try:
        lottery = find_lottery(question, objective)
    except Refusal as refusal:
        told = getattr(refusal, "each", (refusal,))[0].code
        return iter((pool.name, seats, len(question.people), "", told, *[""] * 4, since(started), peak()))
    return iter(
        (
            pool.name,
            seats,
            len(question.people),
            len(lottery.setting.kinds),
            f"{lottery.minimum_float:.10f}",
            shorten(lottery.minimum),
            f"{lottery.gap:.1e}",
            "yes" if "optimal" in lottery.proven else "by the solver",
            len(lottery.cohorts),
            since(started),
            peak(),
        )
    )


def measure_other(pool: Path, objective: str) -> Iterator[object]:
    """The same pool by sortition-algorithms 0.12 (HiGHS), through the functions of its own column generation."""
    from sortition_algorithms import committee_generation, features, people, settings

    seats = int(pool.name.rsplit("_", 1)[1])
    quotas, _, _ = features.read_in_features(*table_of(pool / "categories.csv"))
    options = settings.Settings(id_column="id", columns_to_keep=[], solver_backend="highspy")
    crowd, _ = people.read_in_people(*table_of(pool / "respondents.csv"), quotas, options)
    find: Callable[..., tuple[list[frozenset[str]], list[float], list[str]]]
    find = getattr(committee_generation, f"find_distribution_{objective}")
    started = time.perf_counter()
    cohorts, weights, _ = find(quotas, crowd, seats, [], solver_backend="highspy")
    seconds = since(started)
    chances: dict[str, float] = {}
    for cohort, weight in zip(cohorts, weights, strict=True):
        for person in cohort:
            chances[person] = chances.get(person, 0.0) + weight
    return iter((f"{min(chances.values()):.10f}", seconds))


def table_of(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    table = read_table(path)
    return list(table.header), [dict(row.cells) for row in table.rows]


def since(started: float) -> str:
    return f"{time.perf_counter() - started:.3f}"


def peak() -> str:
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}"


def shorten(fraction: Fraction | None) -> str:
    text = "" if fraction is None else str(fraction)
    return text if len(text) <= 24 else f"{len(text)} signs"


def print_row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


if __name__ == "__main__":
    main()
