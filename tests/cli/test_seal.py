"""``tracktwo seal``: a seal that its file opens, and never a key written over another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tracktwo.cli.methods.seal import seal
from tracktwo.methods.draw import fits, read_key

HEAD = "ab" * 32


def ask(out: Path, **more: str) -> tuple[int, str]:
    app = typer.Typer()
    app.command()(seal)
    said = {"draw": "draw-1", "head": HEAD, "party": "host", "out": str(out), "language": "en"} | more
    result = CliRunner().invoke(app, [part for name, value in said.items() for part in (f"--{name}", value)])
    return result.exit_code, result.output


def test_the_printed_seal_is_opened_by_the_key_in_the_file(tmp_path: Path) -> None:
    code, output = ask(tmp_path / "key.json")
    kept = json.loads((tmp_path / "key.json").read_bytes())
    assert (code, kept["seal"] in output) == (0, True)
    assert fits(bytes.fromhex(kept["seal"]), "draw-1", bytes.fromhex(HEAD), "host", read_key(kept["key"]))


def test_a_seed_of_ones_own_is_taken(tmp_path: Path) -> None:
    assert ask(tmp_path / "key.json", seed="cd" * 32)[0] == 0
    assert json.loads((tmp_path / "key.json").read_bytes())["key"].startswith("cd" * 32)


@pytest.mark.parametrize("wrong", [{"head": "ab"}, {"seed": "dice"}])
def test_what_is_no_hash_is_refused_and_nothing_is_written(tmp_path: Path, wrong: dict[str, str]) -> None:
    assert ask(tmp_path / "key.json", **wrong)[0] == 1
    assert not (tmp_path / "key.json").exists()


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text("kept")
    assert ask(tmp_path / "key.json")[0] == 1
    assert (tmp_path / "key.json").read_text() == "kept"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert ask(tmp_path / "nowhere" / "key.json")[0] == 1
