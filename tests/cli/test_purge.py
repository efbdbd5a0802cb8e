"""``tracktwo purge`` at the machine: two passphrases, and afterwards no byte of what identified is in any file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def run(data: Path, *command: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("TRACKTWO", "DJANGO"))}
    surroundings |= {
        "TRACKTWO_VAULT_MEMORY_KIB": "64",
        "TRACKTWO_LEXICON_KEYS": str(data / "lexicon.keys"),
        "DATABASE_URL": "",
        "PYTHONPATH": str(REPOSITORY),
    }
    # A session of its own has no terminal, so that passphrases are read from what is typed here.
    return subprocess.run(
        [sys.executable, *command], env=surroundings, cwd=REPOSITORY, input=typed, capture_output=True, text=True,
        start_new_session=True, check=False,
    )  # fmt: skip


def everything_on_disk(data: Path) -> bytes:
    return b"\n".join(each.read_bytes() for each in sorted(data.rglob("*")) if each.is_file())


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[str]]]:
    data = tmp_path_factory.mktemp("house")
    built = run(data, "-m", "tests.cli.house_to_purge", str(data))
    assert built.returncode == 0, built.stderr
    return data, json.loads(built.stdout.splitlines()[-1])


def purge(data: Path, second: str = "Linden", word: str = "destroy") -> subprocess.CompletedProcess[str]:
    typed = f"Heron\nslate under lichen\n{second}\nslate under lichen\n{word}\n"
    return run(data, "-m", "tracktwo", "purge", "--data", str(data), typed=typed)


def found(data: Path, told: dict[str, list[str]]) -> list[bool]:
    kept = everything_on_disk(data)
    ciphertexts = [bytes.fromhex(one) in kept for one in told["ciphertexts"]]
    return ciphertexts + [one.encode() in kept for one in [*told["sealed"], *told["lookups"]]]


def test_the_convener_alone_or_another_word_destroys_nothing(house: tuple[Path, dict[str, list[str]]]) -> None:
    data, told = house
    alone, misspelt = purge(data, second="Heron"), purge(data, word="yes")
    assert (alone.returncode, misspelt.returncode) == (1, 1)
    assert "do not belong together" in alone.stderr
    assert all(found(data, told))


def test_afterwards_no_byte_of_it_is_in_any_file_of_the_house(house: tuple[Path, dict[str, list[str]]]) -> None:
    data, told = house
    done = purge(data)
    assert (done.returncode, "Destroyed." in done.stdout) == (0, True), done.stderr
    assert not any(found(data, told))
    assert "Linden" in everything_on_disk(data).decode("utf-8", "replace")
