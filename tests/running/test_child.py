"""A child is started, started again, told things, and never left behind. Real processes, no mocks."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tracktwo.running.child import FIRST_PAUSE, LONGEST_PAUSE, WELL_AFTER, Child, next_pause

PATIENCE = 20


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "it never became true"
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    if status.exists():
        return status.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def program(tmp_path: Path, body: str) -> list[str]:
    place = tmp_path / "child.py"
    place.write_text("from pathlib import Path\nimport signal, sys, threading, time\n" + textwrap.dedent(body))
    return [sys.executable, str(place)]


def test_a_child_is_stopped_and_its_process_is_gone(tmp_path: Path) -> None:
    child = Child(program(tmp_path, "time.sleep(60)"))
    child.start()
    until(lambda: child.pid)
    pid = child.pid
    assert pid is not None
    child.stop()
    assert not is_alive(pid)
    assert child.pid is None


def test_a_child_that_does_not_listen_is_stopped_all_the_same(tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    body = f"signal.signal(signal.SIGTERM, signal.SIG_IGN); Path({str(ready)!r}).touch(); time.sleep(60)"
    child = Child(program(tmp_path, body))
    child.start()
    until(ready.exists)
    child.stop(grace=0.2)
    assert child.pid is None


def test_a_child_that_dies_is_started_again_and_its_death_is_told(tmp_path: Path) -> None:
    lives = tmp_path / "lives"
    codes: list[int] = []
    child = Child(program(tmp_path, f"Path({str(lives)!r}).open('a').write('x'); sys.exit(3)"), codes.append)
    child.start()
    until(lambda: lives.exists() and len(lives.read_text()) >= 2)
    child.stop()
    assert set(codes) == {3}


def test_a_signal_reaches_the_child(tmp_path: Path) -> None:
    ready, got = tmp_path / "ready", tmp_path / "got"
    body = f"""
    signal.signal(signal.SIGUSR1, lambda *_: Path({str(got)!r}).touch())
    Path({str(ready)!r}).touch()
    time.sleep(60)
    """
    child = Child(program(tmp_path, body))
    child.start()
    until(ready.exists)
    child.send(signal.SIGUSR1)
    until(got.exists)
    child.stop()


def test_a_child_outlives_its_parent_by_no_more_than_its_grace_even_after_kill_9(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    (tmp_path / "child.py").write_text(
        "import os, time, pathlib\nfrom tracktwo.running.child import leave_with_parent\n"
        f"leave_with_parent(2)\npathlib.Path({str(note)!r}).write_text(str(os.getpid()))\ntime.sleep(60)\n"
    )
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, time\nfrom tracktwo.running.child import Child\n"
            f"Child([sys.executable, {str(tmp_path / 'child.py')!r}]).start()\ntime.sleep(60)",
        ]
    )
    until(lambda: note.exists() and note.read_text())
    pid = int(note.read_text())
    parent.kill()
    parent.wait()
    until(lambda: not is_alive(pid))


def test_stopping_what_was_never_needed_again_returns_at_once(tmp_path: Path) -> None:
    child = Child(program(tmp_path, "sys.exit(1)"))
    child.start()
    stopper = threading.Thread(target=child.stop)
    stopper.start()
    stopper.join(PATIENCE)
    assert not stopper.is_alive()


@pytest.mark.parametrize(
    ("pause", "lived", "expected"),
    [
        (FIRST_PAUSE, 0.1, 2 * FIRST_PAUSE),
        (LONGEST_PAUSE, 0.1, LONGEST_PAUSE),
        (LONGEST_PAUSE, WELL_AFTER, FIRST_PAUSE),
    ],
)
def test_early_deaths_make_the_pause_longer_and_a_long_life_forgets_them(
    pause: float, lived: float, expected: float
) -> None:
    assert next_pause(pause, lived) == expected
