"""One pool by sortition-algorithms (HiGHS), in its own environment: python peer.py POOL QUOTAS SEATS OBJECTIVE.

Uses nothing of ours, and the public functions of its column generation with its own defaults.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
import time
from pathlib import Path

from sortition_algorithms import committee_generation, features, people, settings


def main() -> None:
    pool, quotas, seats, objective = sys.argv[1:5]
    wanted, _, _ = features.read_in_features(*read(quotas, {"category": "feature", "feature": "value"}))
    options = settings.Settings(id_column="id", columns_to_keep=[], solver_backend="highspy")
    crowd, _ = people.read_in_people(*read(pool), wanted, options)
    find = getattr(committee_generation, f"find_distribution_{objective}")
    wall, work = time.perf_counter(), time.process_time()
    cohorts, weights, _ = find(wanted, crowd, int(seats), [], solver_backend="highspy")
    chances: dict[str, float] = dict.fromkeys((str(one) for one in crowd), 0.0)
    for cohort, weight in zip(cohorts, weights, strict=True):
        for person in cohort:
            chances[person] = chances.get(person, 0.0) + weight
    told = {
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - work,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "minimum": min((chance for chance in chances.values() if chance > 0), default=0.0),
        "chances": [chance for _, chance in sorted(chances.items())],
    }
    print(json.dumps(told))


def read(path: str, names: dict[str, str] | None = None) -> tuple[list[str], list[dict[str, str]]]:
    """Columns under the headings that this version asks for."""
    names = names or {}
    with Path(path).open(encoding="utf-8-sig", newline="") as stream:
        rows = [{names.get(name, name): cell for name, cell in row.items()} for row in csv.DictReader(stream)]
    return list(rows[0]), rows


if __name__ == "__main__":
    main()
