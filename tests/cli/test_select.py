"""``tracktwo select``: six files, the same bytes again, and a coded refusal for everything it cannot do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tracktwo.cli.app import app
from tracktwo.exchange.draws import check_proof
from tracktwo.exchange.tables import read_table

POOL = (
    "id,side,nest,before\nauk,1,a,yes\ncrane,1,b,no\ndunlin,1,a,no\nheron,2,,yes\nibis,2,,no\njay,2,,no\nknot,2,,no\n"
)
QUOTAS = "feature,value,min,max\nside,1,1,1\nside,2,1,1\n"
SEED = "00112233445566778899"
FILES = ["alternates.csv", "cohort.csv", "lottery.csv", "probabilities.csv", "proof.json", "result.json"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pool.csv").write_text(POOL, encoding="utf-8")
    (tmp_path / "quotas.csv").write_text(QUOTAS, encoding="utf-8")
    return tmp_path


def run(folder: Path, *options: str, out: str = "out", seed: str | None = SEED) -> object:
    asked = ["select", "--pool", str(folder / "pool.csv"), "--quotas", str(folder / "quotas.csv"), "--seats", "2"]
    asked += ["--out", str(folder / out), *(["--seed", seed] if seed else []), *options]
    return CliRunner().invoke(app, asked, env={"LANGUAGE": "en"})


def codes(result: object) -> list[str]:
    assert result.exit_code == 1
    return [refusal["code"] for refusal in json.loads(result.stdout)["refusals"]]


def test_six_files_are_written_and_the_proof_repeats_the_draw(folder: Path) -> None:
    result = run(folder)
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (folder / "out").iterdir()) == FILES
    cohort = tuple(row["id"] for row in read_table(folder / "out" / "cohort.csv").rows)
    assert check_proof((folder / "out" / "proof.json").read_bytes()) == cohort
    assert "No lottery gives more: proven without the solver." in result.stdout


def test_json_prints_the_result(folder: Path) -> None:
    result = run(folder, "--json", "--objective", "maximin")
    told = json.loads(result.stdout)
    assert (told["objective"], told["exact"], told["gap"]) == ("maximin", "1/4", 0.0)
    assert told == json.loads((folder / "out" / "result.json").read_text())


def test_the_same_bytes_for_other_rows_and_another_hash_seed(folder: Path) -> None:
    contents = []
    for turn, hash_seed in enumerate(("0", "1234")):
        header, *rows = POOL.splitlines(keepends=True)
        (folder / "pool.csv").write_text(header + "".join(rows[:: -1 if turn else 1]), encoding="utf-8")
        asked = [sys.executable, "-m", "tracktwo", "select", "--pool", "pool.csv", "--quotas", "quotas.csv"]
        asked += ["--seats", "2", "--seed", SEED, "--out", f"out{turn}"]
        search = os.pathsep.join(path for path in sys.path if path)
        env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": search}
        subprocess.run(asked, cwd=folder, env=env, check=True, capture_output=True)
        contents.append([(folder / f"out{turn}" / name).read_bytes() for name in FILES[:-1]])
    assert contents[0] == contents[1]


def test_another_seed_may_draw_another_cohort(folder: Path) -> None:
    drawn = set()
    for seed in range(10):
        run(folder, seed=f"{seed:016x}")
        drawn.add((folder / "out" / "cohort.csv").read_bytes())
    assert len(drawn) > 1


def test_nash_says_its_mean_and_what_none_exceeds(folder: Path) -> None:
    told = json.loads(run(folder, "--objective", "nash", "--json").stdout)
    assert told["value"] == pytest.approx((Fraction(1, 3) ** 3 * Fraction(1, 4) ** 4) ** (1 / 7))
    assert 0 <= told["gap"] < 1e-8
    assert told["proven"] == ["lottery", "levels", "barred", "bound"]


def test_suitability_keeps_the_floor_and_says_its_score(folder: Path) -> None:
    scores = ["score", "9", "1", "2", "3,5", "1", "0", "2.5"]
    lines = [f'{row},"{score}"' for row, score in zip(POOL.splitlines(), scores, strict=True)]
    (folder / "pool.csv").write_text("\n".join(lines), encoding="utf-8")
    result = run(folder, "--objective", "suitability", "--score", "score", "--floor", "1/10", "--json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.stdout)
    # Two of three at the floor on one side, three of four on the other: 9 x .8 + (1 + 2) / 10 + 3.5 x .7 + 3.5 / 10.
    assert (told["exact"], told["min_probability"], told["gap"]) == ("103/10", 0.1, 0.0)
    assert codes(run(folder, "--objective", "suitability", "--score", "score", "--floor", "0.3", "--json")) == [
        "lottery.floor_too_high"
    ]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--objective", "suitability"], "lottery.score_missing"),
        (["--floor", "0.1"], "lottery.floor_unused"),
        (["--floor", "much"], "lottery.floor"),
        (["--floor", "1/0"], "lottery.floor"),
        (["--objective", "fairest"], "lottery.objective"),
        (["--uniform", "0"], "lottery.uniform"),
        (["--score", "merit"], "table.column_missing"),
        (["--score", "side", "--objective", "suitability"], "lottery.floor_missing"),
        (["--score", "nest"], "pool.score_unclear"),
    ],
)
def test_what_does_not_go_together_is_refused(folder: Path, options: list[str], code: str) -> None:
    assert codes(run(folder, *options, "--json"))[0] == code
    assert not (folder / "out").exists()


def test_a_uniform_list_is_written_and_drawn_from(folder: Path) -> None:
    result = run(folder, "--uniform", "100", "--json")
    told = json.loads(result.stdout)["uniform"]
    rows = read_table(folder / "out" / "lottery.csv").rows
    assert (told["cohorts"], len(rows), {row["weight"] for row in rows}) == (100, 100, {"1"})
    assert told["largest_change"] <= 0.01
    cohort = tuple(row["id"] for row in read_table(folder / "out" / "cohort.csv").rows)
    assert check_proof((folder / "out" / "proof.json").read_bytes()) == cohort
    stated = {row["id"]: Fraction(row["exact"]) for row in read_table(folder / "out" / "probabilities.csv").rows}
    assert min(stated.values()) == Fraction(told["min_probability"]).limit_denominator(100)


@pytest.mark.parametrize(("seed", "code"), [(None, "select.seed_missing"), ("xyz", "lottery.seed")])
def test_a_draw_without_a_proper_seed_is_refused(folder: Path, seed: str | None, code: str) -> None:
    assert codes(run(folder, "--json", seed=seed)) == [code]


@pytest.mark.parametrize("returning", ["before", "before:1", "before:2:1", "before:x:2", ":1:2", "before:-1:2"])
def test_a_malformed_returning_is_refused(folder: Path, returning: str) -> None:
    assert codes(run(folder, "--json", "--returning", returning)) == ["select.returning"]


def test_returning_household_and_conflicts_are_kept(folder: Path) -> None:
    (folder / "pairs.csv").write_text("id_1,id_2\nauk,ibis\n", encoding="utf-8")
    options = ["--returning", "before:1:1", "--household", "nest", "--conflicts", str(folder / "pairs.csv")]
    result = run(folder, *options, "--json")
    assert result.exit_code == 0, result.output
    seated = {(row["seat_1"], row["seat_2"]) for row in read_table(folder / "out" / "lottery.csv").rows}
    returned = {"auk", "heron"}
    assert all(len(returned & set(cohort)) == 1 for cohort in seated)
    assert ("auk", "ibis") not in seated


def test_bad_rows_of_the_pool_are_told_one_by_one(folder: Path) -> None:
    (folder / "pool.csv").write_text(POOL + "auk,1,,no\nwren,3,,no\n=rook,1,,no\n", encoding="utf-8")
    result = run(folder)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "Row 9, column id: this value already stands in row 2, and each may stand only once."
        " Nothing was imported. Remove one of the two rows.",
        "Row 11, column id: the cell begins like a spreadsheet formula, which may be used to harm"
        " whoever opens the file. Nothing was imported. Remove its first character.",
    ]
    assert not (folder / "out").exists()


def test_where_no_cohort_is_possible_the_result_alone_says_what_would_be_enough(folder: Path) -> None:
    (folder / "quotas.csv").write_text("feature,value,min,max\nside,1,2,2\nside,2,1,2\n", encoding="utf-8")
    said = codes(run(folder, "--json"))
    assert [path.name for path in (folder / "out").iterdir()] == ["result.json"]
    told = json.loads((folder / "out" / "result.json").read_text(encoding="utf-8"))
    assert (told["cohorts"], told["refusals"]) == (0, said)
    assert sorted(told["relaxations"]) == ["side = 1: 2–2 → 1–2", "side = 2: 1–2 → 0–2"]


def test_a_file_that_is_not_there_is_refused(folder: Path) -> None:
    (folder / "pool.csv").unlink()
    assert codes(run(folder, "--json")) == ["table.unreadable"]


@pytest.mark.parametrize("file", ["pool", "quotas"])
def test_a_header_without_a_row_is_refused(folder: Path, file: str) -> None:
    place = folder / f"{file}.csv"
    place.write_text(place.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert codes(run(folder, "--json")) == ["table.no_rows"]


def test_an_impossible_question_is_refused_with_its_repairs(folder: Path) -> None:
    (folder / "quotas.csv").write_text(QUOTAS.replace("2,1,1", "2,2,2"), encoding="utf-8")
    assert codes(run(folder, "--json")) == ["lottery.minima_exceed_seats", "lottery.repair", "lottery.repair"]


def test_a_folder_that_cannot_be_made_is_refused(folder: Path) -> None:
    assert codes(run(folder, "--json", out="pool.csv")) == ["select.out_unwritable"]


def test_an_unknown_language_is_refused(folder: Path) -> None:
    assert codes(run(folder, "--json", "--language", "xx")) == ["select.language"]


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_refusals_are_said_in_the_language_asked_for(folder: Path, language: str) -> None:
    english = run(folder, "--language", "en", seed="xyz").stderr
    other = run(folder, "--language", language, seed="xyz").stderr
    assert other != english
    assert any("а" <= letter <= "я" for letter in other)


def test_the_terminals_own_language_is_followed(folder: Path) -> None:
    asked = ["select", "--pool", "x", "--quotas", "x", "--seats", "2", "--out", "x", "--seed", "xyz"]
    said = [
        CliRunner().invoke(app, asked, env={"LANGUAGE": language}).stderr for language in ("en", "uk_UA.UTF-8", "ru")
    ]
    assert len(set(said)) == 3
