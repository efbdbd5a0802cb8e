"""``tracktwo verify proof.json``: a draw repeated, and a changed one found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from tracktwo.cli.methods import verify_draw
from tracktwo.cli.methods.verify import verify
from tracktwo.exchange.draws import draw, write_proof
from tracktwo.methods.lottery import Person, Quota, ask, find_lottery

QUESTION = ask(
    [Person(f"n{number}", {"side": "a" if number < 3 else "b"}) for number in range(6)],
    [Quota("side", "a", 1, 1), Quota("side", "b", 1, 1)],
    2,
)
PROOF = write_proof(QUESTION, draw(find_lottery(QUESTION), bytes(range(16))))


def answer(content: bytes, place: Path) -> tuple[int, str]:
    (place / "proof.json").write_bytes(content)
    app = typer.Typer()
    app.command()(verify)
    result = CliRunner().invoke(app, [str(place / "proof.json")])
    return result.exit_code, result.output.strip().splitlines()[-1]


def test_a_true_proof_is_valid(tmp_path: Path) -> None:
    assert answer(PROOF, tmp_path) == (0, "valid")


@pytest.mark.parametrize(
    ("part", "value"),
    [("seed", "00" * 16), ("index", 99), ("ticket", "0"), ("minimum", "1/2"), ("cohort", ["n0", "n1"]), ("version", 3)],
)
def test_a_changed_proof_is_found(tmp_path: Path, part: str, value: object) -> None:
    changed = json.loads(PROOF) | {part: value}
    code, last = answer(json.dumps(changed, sort_keys=True, separators=(",", ":")).encode(), tmp_path)
    assert (code, last == "valid") == (1, False)


def test_a_checkpoint_does_not_belong_to_a_draw(tmp_path: Path) -> None:
    report = verify_draw.verify(tmp_path / "proof.json", tmp_path / "checkpoint.txt")
    assert "belong to a record" in report.wrong


@given(st.binary(max_size=200))
def test_any_file_is_answered(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    place = tmp_path_factory.mktemp("proof") / "proof.json"
    place.write_bytes(content)
    assert not verify_draw.verify(place).valid
