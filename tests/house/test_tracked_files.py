"""What lies in the repository speaks of the house alone: of no machine, and of no place to fetch packages from."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

ITSELF = "tests/house/test_tracked_files.py"
ELSEWHERE = {
    "a home directory": r"(?<![\w.$}])/(?:home|root|Users)/[\w.]",
    "a working directory of one machine": r"(?<![\w.$}])/(?:work|workspace|builds|repo|opt)/[\w.]",
    "a temporary place": r"(?<![\w.$}])/tmp/[\w.]",
    "a place to fetch packages from": r"--(?:extra-)?index-url|--find-links|files\.pythonhosted|/simple/|registry\.\w+\.\w+|"
    r"artifactory|proxy\.golang",
    "unfinished work": r"\b(?:TODO|FIXME|XXX)\b",
}
LARGEST = 2_000_000


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    return [REPOSITORY / name for name in listed.stdout.split("\0") if name and name != ITSELF]


def faults_in(text: str) -> list[str]:
    return [name for name, pattern in ELSEWHERE.items() if re.search(pattern, text)]


def read(path: Path) -> str:
    """The text of a file; nothing for one that holds bytes, or that was moved away a moment ago."""
    content = path.read_bytes() if path.is_file() else b""
    return "" if b"\0" in content[:1024] else content.decode("utf-8", errors="replace")


def test_no_tracked_file_speaks_of_elsewhere() -> None:
    found = {path.relative_to(REPOSITORY).as_posix(): faults_in(read(path)) for path in tracked()}
    assert {place: faults for place, faults in found.items() if faults} == {}


def test_no_tracked_file_is_huge() -> None:
    sizes = {path.name: path.stat().st_size for path in tracked() if path.is_file()}
    assert {name: size for name, size in sizes.items() if size > LARGEST} == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("see /home/heron/notes", "a home directory"),
        ('open("/root/.ssh/config")', "a home directory"),
        ("run /workspace/x.py", "a working directory of one machine"),
        ("written to /tmp/out.txt", "a temporary place"),
        ("--find-links wheels", "a place to fetch packages from"),
        ("--index-url https://packages.example/", "a place to fetch packages from"),
        ("https://registry.example.org/left", "a place to fetch packages from"),
        ("# TO" + "DO later", "unfinished work"),
    ],
)
def test_what_speaks_of_elsewhere_is_noticed(text: str, fault: str) -> None:
    assert faults_in(text) == [fault]


@pytest.mark.parametrize("text", ["https://example.org/home/page", "p/<slug:key>/work/", "$HOME/tmp/x", "and/or"])
def test_addresses_of_pages_are_let_be(text: str) -> None:
    assert faults_in(text) == []
