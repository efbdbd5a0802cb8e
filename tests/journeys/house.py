"""A real house for the journeys: ``tracktwo new`` or ``tracktwo demo``, then ``tracktwo serve`` with its worker."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError

from tests.conftest import REPOSITORY

CLOCK = Path(__file__).parent / "clock"
PATIENCE = 60


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class House:
    """A directory of data and, once started, the server on it. ``code`` lets the first convener in; ``more`` is asked of
    ``tracktwo serve``."""

    place: Path
    settings: dict[str, str] = field(default_factory=dict)
    code: str = ""
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    more: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """Everything that server and worker have printed."""
        return (self.place / "said.txt").read_text(encoding="utf-8")

    def environment(self) -> dict[str, str]:
        """What an operator's shell has, and nothing that the suite itself runs under."""
        plain = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TMPDIR"}}
        ahead = {"PYTHONPATH": str(CLOCK), "JOURNEY_DAYS_AHEAD": str(self.place / "days-ahead.txt")}
        return plain | ahead | {"TRACKTWO_VAULT_MEMORY_KIB": "64"} | self.settings

    def run(self, *arguments: str) -> str:
        """A command of the house, done; what it printed."""
        command = [sys.executable, *arguments]
        done = subprocess.run(command, env=self.environment(), cwd=REPOSITORY, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def make_empty(self) -> None:
        answers = ("--language", "en", "--hosts", "127.0.0.1", "--no-https", "--database", "")
        told = self.run("-m", "tracktwo", "new", "--data", str(self.place), *answers)
        self.code = next(line for line in told.splitlines() if line.startswith("Code of")).rpartition(": ")[2]

    def make_demo(self) -> None:
        self.run("-m", "tracktwo", "demo", "--build-only", "--data", str(self.place))

    def start(self) -> None:
        command = [
            sys.executable,
            "-m",
            "tracktwo",
            "serve",
            "--data",
            str(self.place),
            "--port",
            str(self.port),
            *self.more,
        ]
        with (self.place / "said.txt").open("wb") as said:
            self.process = subprocess.Popen(
                command, env=self.environment(), cwd=REPOSITORY, stdout=said, stderr=subprocess.STDOUT
            )
        self.wait_until_it_answers(self.process.poll)

    def wait_until_it_answers(self, ended: Callable[[], int | None]) -> None:
        until = time.monotonic() + PATIENCE
        while not self.answers():
            assert ended() is None and time.monotonic() < until, self.said
            time.sleep(0.05)

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/health/", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    def let_days_pass(self, days: int) -> None:
        (self.place / "days-ahead.txt").write_text(str(days))

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)
