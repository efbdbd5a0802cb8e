"""Every pool, selected by us and by sortition-algorithms in the same run; the table of docs/reference/benchmarks.md.

    python benchmarks/selection.py [--cap 300] [--peer-cap 300] [--only NAME ...] [--objective maximin leximin]
    python benchmarks/selection.py --table      (only write the page from the kept results)
    python benchmarks/selection.py --kept FILE  (keep the results there, row by row, and write no page)

The other runs in an environment of its own, .venv/bench, installed from requirements/bench.txt when it is not there;
without it we are measured alone. Its leximin needs Gurobi, which is not free software: whoever agrees to the licence
that comes with it installs requirements/bench-gurobi.txt there too (problems of up to 2,000 rows). The pools are those
of ../shared/data/selection beside the checkout (or of $TRACKTWO_ORACLE_DATA/selection) and those that
selection_parts/pool_maker.py makes. Results are kept in benchmarks/selection.json, run by run: what is not measured
now keeps its last result.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from resource import RLIMIT_CPU, setrlimit
from signal import SIGKILL, SIGXCPU

sys.path.insert(0, str(Path(__file__).parent / "selection_parts"))

from page import END, put_part, ratio, write_part
from pool_maker import GRID, LIKE, Recipe, make_question

REPOSITORY = Path(__file__).resolve().parent.parent
PARTS = Path(__file__).parent / "selection_parts"
KEPT = Path(__file__).with_suffix(".json")
PAGE = REPOSITORY / "docs" / "reference" / "benchmarks.md"
BENCH = REPOSITORY / ".venv" / "bench"
LOCK = REPOSITORY / "requirements" / "bench.txt"
Pool = tuple[str, Path, Path, int]
# Chances nearer than this count as one.
TOLERANCE = 1e-6


def main() -> None:
    asked = read_arguments()
    place = asked.kept or KEPT
    kept = json.loads(place.read_text()) if place.exists() else {"rows": []}
    if not asked.table:
        peer = find_peer(asked.alone)
        kept |= {"cap": asked.cap, "peer_cap": asked.peer_cap, "day": f"{datetime.now(UTC):%Y-%m-%d}"}
        kept |= {"machine": f"{os.cpu_count()} cores, {platform.machine()}", "peer": version_of_peer(peer)}
        with tempfile.TemporaryDirectory() as folder:
            for pool in list_pools(asked, Path(folder)):
                for objective in asked.objective:
                    row = measure(pool, objective, asked, peer)
                    keep(kept, row)
                    place.write_text(json.dumps(kept, indent=1) + "\n")
                    tell(row, kept)
    if asked.kept:
        return
    page = PAGE.read_text() if PAGE.exists() else "# Benchmarks\n\nWhat `make bench` measured, and when.\n"
    PAGE.write_text(put_part(page, write_part(kept)).rstrip("\n") + "\n")
    assert END in PAGE.read_text()


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    data = Path(os.environ.get("TRACKTWO_ORACLE_DATA", REPOSITORY.parent / "shared" / "data"))
    parser.add_argument("--pools", type=Path, default=data / "selection")
    parser.add_argument("--cap", type=int, default=300, help="CPU seconds for us")
    parser.add_argument("--peer-cap", type=int, default=300, help="CPU seconds for the other")
    parser.add_argument("--only", nargs="*", help="names of pools")
    parser.add_argument("--objective", nargs="*", default=["maximin", "leximin"])
    parser.add_argument("--alone", action="store_true", help="do not run the other")
    parser.add_argument("--kept", type=Path, help="another file for the results")
    parser.add_argument("--table", action="store_true", help="only write the page from the kept results")
    return parser.parse_args()


def find_peer(alone: bool) -> Path | None:
    """The other's Python, installed where it is missing and can be."""
    python = BENCH / "bin" / "python"
    if alone or not LOCK.exists():
        return None
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(BENCH)], check=True)
        asked = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(LOCK)]
        if subprocess.run([str(python), *asked]).returncode:
            print("sortition-algorithms could not be installed: we are measured alone.")
            python.unlink()
            return None
    return python


def version_of_peer(python: Path | None) -> str:
    if python is None:
        return "(not installed)"
    asked = "from importlib.metadata import version; print(version('sortition-algorithms'))"
    return subprocess.run([str(python), "-c", asked], capture_output=True, text=True, check=True).stdout.strip()


def list_pools(asked: argparse.Namespace, folder: Path) -> Iterator[Pool]:
    """Reference pools where they are, made ones written out, so that both sides read the same files."""
    if asked.pools.is_dir():
        for pool in sorted(path for path in asked.pools.iterdir() if path.is_dir()):
            if not asked.only or pool.name in asked.only:
                yield pool.name, pool / "respondents.csv", pool / "categories.csv", int(pool.name.rsplit("_", 1)[1])
    for recipe in (*LIKE, *GRID):
        if not asked.only or recipe.name in asked.only:
            yield write_pool(recipe, folder)


def write_pool(recipe: Recipe, folder: Path) -> Pool:
    question = make_question(recipe)
    pool, quotas = folder / f"{recipe.name}.csv", folder / f"{recipe.name}_quotas.csv"
    with pool.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("id", *question.features))
        writer.writerows((one.id, *(one.features[name] for name in question.features)) for one in question.people)
    with quotas.open("w", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("category", "feature", "min", "max"))
        writer.writerows((one.feature, one.value, one.minimum, one.maximum) for one in question.quotas)
    return recipe.name, pool, quotas, recipe.seats


def measure(pool: Pool, objective: str, asked: argparse.Namespace, peer: Path | None) -> dict[str, object]:
    name, people, quotas, seats = pool
    files = [str(people), str(quotas), str(seats), objective]
    ours = run([sys.executable, str(PARTS / "ours.py"), *files], asked.cap)
    row: dict[str, object] = {"pool": name, "seats": seats, "objective": objective, "ours": ours}
    row["load"] = os.getloadavg()[0]
    # What nobody can select is not asked of the other.
    if peer and "refused" not in ours:
        row["peer"] = run([str(peer), str(PARTS / "peer.py"), *files], asked.peer_cap)
        compare(row)
    return row


def run(command: list[str], cap: int) -> dict[str, object]:
    env = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    limit = (cap, cap + 5)
    done = subprocess.run(
        command, capture_output=True, text=True, env=env, preexec_fn=lambda: setrlimit(RLIMIT_CPU, limit)
    )
    if done.returncode in (-SIGXCPU, -SIGKILL):
        return {"stopped": cap}
    if done.returncode:
        return {"failed": done.stderr.strip().rsplit("\n", 1)[-1][:200]}
    return dict(json.loads(done.stdout.strip().rsplit("\n", 1)[-1]))


def compare(row: dict[str, object]) -> None:
    """Person by person, sorted by id on both sides; then the long vectors are let go."""
    ours, peer = row["ours"], row["peer"]
    mine, theirs = ours.pop("chances", []), peer.pop("chances", [])  # type: ignore[attr-defined]
    if mine and len(mine) == len(theirs):
        row["largest_difference"] = max(abs(one - other) for one, other in zip(mine, theirs, strict=True))
        pairs = list(zip(sorted(mine), sorted(theirs), strict=True))
        row["sorted_difference"] = max(abs(one - other) for one, other in pairs)
        apart = next((one - other for one, other in pairs if abs(one - other) > TOLERANCE), 0.0)
        row["higher"] = "ours" if apart > 0 else "SA" if apart < 0 else "same"


def keep(kept: dict[str, object], row: dict[str, object]) -> None:
    row["ours"].pop("chances", None)  # type: ignore[attr-defined]
    rows = kept["rows"]
    same = [
        place for place, one in enumerate(rows) if (one["pool"], one["objective"]) == (row["pool"], row["objective"])
    ]  # type: ignore[arg-type,index]
    if same:
        rows[same[0]] = row  # type: ignore[index]
    else:
        rows.append(row)  # type: ignore[attr-defined]


def tell(row: dict[str, object], kept: dict[str, object]) -> None:
    ours, peer = row["ours"], row.get("peer") or {}
    brief = {
        name: ours[name] for name in ("cpu", "minimum", "gap", "exact", "refused", "stopped", "failed") if name in ours
    }  # type: ignore[operator,index]
    other = {name: peer[name] for name in ("cpu", "minimum", "stopped", "failed") if name in peer}  # type: ignore[operator,index]
    print(row["objective"], row["pool"], brief, other, ratio(row, kept), row.get("higher", ""), flush=True)


if __name__ == "__main__":
    main()
