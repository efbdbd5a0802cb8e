"""A room full of telephones: how long from a deed to every screen, what is lost or doubled, what a telephone costs.

    python benchmarks/room.py [--devices 40 200 500] [--streams 2000] [--seconds 60] [--database sqlite postgres]
        [--write]

Real HTTP clients on loopback, in one process beside the server on the same cores. Half of them have a stream, half ask
every two seconds, in three languages. The facilitator writes a statement every three seconds; everybody votes once, a
tenth of them by a double tap. In a room of ``--streams`` all have one and nobody votes. Delays run from the sending of
the deed to the arrival of the words at the device. Beside it, in the same run, the same bytes to as many streams by
nothing but uvicorn, pushed and asked for.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

sys.path.insert(0, str(Path(__file__).resolve().parent / "room_parts"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from broadcast import measure
from devices import Course, hold_session
from tests.postgres.server import find_programs, running_server

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
PAGE = REPOSITORY / "docs" / "reference" / "benchmarks.md"
BEGIN, END = "<!-- room: written by benchmarks/room.py -->", "<!-- room: end -->"
HEAD = (
    "devices",
    "database",
    "stream p50 ms",
    "stream p95 ms",
    "poll p50 ms",
    "poll p95 ms",
    "bare p95 ms",
    "ratio",
    "bare, asked p95 ms",
    "ratio",
    "lost",
    "doubled",
    "kB a device",
    "bare kB",
)
BROADCASTS = 10
NOTHING = "–"


def main() -> None:
    options = read_options()
    rows = []
    rooms = [(devices, False) for devices in options.devices] + [(devices, True) for devices in options.streams]
    for database in options.database:
        for devices, do_all_listen in rooms:
            with database_of(database) as address:
                rows.append(measure_room(devices, database, address, options.seconds, do_all_listen))
            print(" · ".join(f"{name} {value}" for name, value in zip(HEAD, rows[-1], strict=True)), flush=True)
    if options.write:
        write_page(rows, options.seconds)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--devices", type=int, nargs="*", default=[40, 200, 500])
    parser.add_argument("--streams", type=int, nargs="*", default=[2000], help="rooms in which every device has one")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--database", nargs="+", default=["sqlite", "postgres"])
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


@contextmanager
def database_of(kind: str) -> Iterator[str]:
    programs = find_programs()
    if kind == "postgres" and programs is None:
        raise SystemExit("no PostgreSQL server on this machine; Debian's package is called postgresql")
    with running_server(programs) if kind == "postgres" and programs else nullcontext("") as address:
        yield address


def measure_room(devices: int, database: str, address: str, seconds: float, do_all_listen: bool) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as place:
        environment = os.environ | {"TRACKTWO_DATA_DIR": place, "DATABASE_URL": address}
        stage = [sys.executable, str(HERE / "room_parts" / "stage.py"), str(devices)]
        house = json.loads(subprocess.run(stage, env=environment, capture_output=True, check=True).stdout)
        with serving(place, environment) as (port, pid):
            empty = memory_of(pid)
            watch: list[int] = []
            holding = hold_session(port, house, seconds, seed=20260310, do_all_listen=do_all_listen)
            course = asyncio.run(beside(holding, lambda: watch.append(memory_of(pid))))
        counted = count(place, environment)
    streams = devices if do_all_listen else devices // 2
    bare = [asyncio.run(bare_broadcast(streams, len(course.body), asked_for)) for asked_for in (False, True)]
    name = f"{devices} streams" if do_all_listen else str(devices)
    return row_of(name, database, course, counted, bare, (max(watch) - empty) / devices)


async def beside(session: Coroutine[object, object, Course], look: Callable[[], None]) -> Course:
    holding = asyncio.create_task(session)
    while not holding.done():
        await asyncio.sleep(1)
        look()
    return holding.result()


@contextmanager
def serving(place: str, environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    port = free_port()
    command = [sys.executable, "-m", "tracktwo", "serve", "--data", place, "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        for _try in range(600):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health/").close()
                break
            except OSError:
                time.sleep(0.1)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait()


def count(place: str, environment: dict[str, str]) -> dict[str, int]:
    """What the house has in the end, asked of its database."""
    code = (
        "import django; django.setup(); import json\n"
        "from tracktwo.steps.convene.models import RollCall, SideCount, Statement\n"
        "cells = [c.agree + c.disagree + c.passed for c in SideCount.objects.all()]\n"
        "print(json.dumps({'statements': Statement.objects.filter(text__startswith='Change').count(),"
        " 'voted': RollCall.objects.filter(has_voted=True).count(), 'counted': sum(cells)}))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        env=environment | {"DJANGO_SETTINGS_MODULE": "tracktwo.site.settings"},
        capture_output=True,
        check=True,
    )
    return dict(json.loads(found.stdout))


async def bare_broadcast(clients: int, length: int, asked_for: bool) -> tuple[list[float], float]:
    """Seconds to each client, and the kilobytes that the server holds for one."""
    port = free_port()
    command = [sys.executable, str(HERE / "room_parts" / "broadcast.py"), str(port), str(length)]
    server = subprocess.Popen(command)
    try:
        await asyncio.sleep(3)
        empty = memory_of(server.pid)
        delays = await measure(port, clients, BROADCASTS, asked_for)
        return delays, (memory_of(server.pid) - empty) / clients
    finally:
        server.kill()  # it holds nothing, and asked politely it would wait for its streams
        server.wait()


def row_of(
    devices: str,
    database: str,
    course: Course,
    counted: dict[str, int],
    bare: list[tuple[list[float], float]],
    kilobytes: float,
) -> tuple[object, ...]:
    stream = percentiles(course.delays["stream"])
    poll = percentiles(course.delays["poll"]) if course.delays["poll"] else (NOTHING, NOTHING)
    beside = [part for one, _kilobytes in bare for part in compared(stream[1], percentiles(one)[1])]
    acknowledged = course.acknowledged + course.votes
    kept = counted["statements"] + counted["counted"]
    lost = max(0, acknowledged - kept) + course.missed
    doubled = max(0, kept - acknowledged) + abs(counted["counted"] - counted["voted"])
    return devices, database, *stream, *poll, *beside, lost, doubled, round(kilobytes), round(bare[1][1])


def compared(ours: int, theirs: int) -> tuple[int, str]:
    return theirs, f"{ours / theirs:.1f}"


def percentiles(delays: list[float]) -> tuple[int, int]:
    """Median and 95th, in milliseconds."""
    cut = quantiles(delays, n=20, method="inclusive")
    return round(1000 * cut[9]), max(1, round(1000 * cut[18]))


def memory_of(pid: int) -> int:
    """Kilobytes that the server holds."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def write_page(rows: list[tuple[object, ...]], seconds: float) -> None:
    machine = f"{os.cpu_count()} cores, {platform.machine()}, load {os.getloadavg()[1]:.1f} over five minutes"
    lines = [
        BEGIN,
        "",
        "## A room full of telephones",
        "",
        f"Measured on {datetime.now(UTC).date()}: {machine}; {seconds:.0f} seconds each, server and devices",
        "on the same cores. Half of the devices have a stream, half ask every two seconds; where it says “streams”",
        "all have one and nobody votes. A third of them reads each of three languages. From the sending of a deed to",
        "its words at the device. “Bare” is the same bytes pushed to as many streams by nothing but uvicorn; “bare,",
        "asked” a hint pushed and the same bytes then asked for by each, as the room does it, still without writing,",
        "drawing, or asking who reads; its kilobytes: for a stream and a line. Each ratio is the stream's p95 to it.",
        "Lost and doubled count statements, votes and changes that a device never showed.",
        "",
        f"| {' | '.join(HEAD)} |",
        f"|{' --- |' * len(HEAD)}",
        *(f"| {' | '.join(map(str, row))} |" for row in rows),
        "",
        END,
    ]
    page = PAGE.read_text(encoding="utf-8")
    part = "\n".join(lines)
    if BEGIN in page:
        page = page[: page.index(BEGIN)] + part + page[page.index(END) + len(END) :]
    else:
        page = f"{page.rstrip()}\n\n{part}\n"
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
