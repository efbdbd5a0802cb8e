"""``tracktwo plan`` as others call it: files in, files out, a code and an exit status when it cannot."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tracktwo.data.refusals import sentences

CONVENTIONS = """association,convention,edition,city,country,start,end,status,source,note
EISA,Conference,2025,Bologna,IT,2025-08-25,2025-08-29,held,eisa-net.org,
APSA,Meeting,2025,Vancouver,CA,2025-09-11,2025-09-14,held,apsanet.org,
ISA,Convention,67,Columbus,US,2026-03-22,2026-03-25,provisional,unverified,
EISA,Conference,2026,Lisbon,PT,2026-09-01,2026-09-04,held,eisa-net.org,
"""
DELEGATION = "community,passport,residence,count\nUkraine,UA,UA,8\nRussia,RU,RU,6\nRussia,RU,AM,2\n"
RULES = """
[wishes]
first_day = 2025-01-01
last_day = 2026-12-31
workshops = 2
"""


@pytest.fixture
def tracktwo(tmp_path):
    """Runs the command in a process of its own, with the three files beside it."""
    (tmp_path / "conventions.csv").write_text(CONVENTIONS)
    (tmp_path / "delegation.csv").write_text(DELEGATION)
    entries = "".join(
        f'[[entry]]\npassport="{p}"\ndestination="{d}"\nrequirement="{r}"\nsource="x"\nchecked_on=2025-01-31\n'
        for p, d, r in [
            *(("UA", "IT", "visa-free"), ("UA", "CA", "visa"), ("UA", "US", "visa"), ("UA", "PT", "visa-free")),
            *(("RU", "IT", "visa"), ("RU", "CA", "visa"), ("RU", "US", "visa"), ("RU", "PT", "visa")),
        ]
    )
    (tmp_path / "rules.toml").write_text(RULES + entries)

    def run(*more, **files):
        given = {"conventions": "conventions.csv", "delegation": "delegation.csv", "rules": "rules.toml", **files}
        options = [part for name, value in given.items() for part in (f"--{name}", value)]
        command = [sys.executable, "-c", "from tracktwo.cli.app import main; main()", "plan"]
        return subprocess.run(
            [*command, *options, "--out", "out", *more],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            env={"TRACKTWO_LANGUAGE": "en", "PATH": "", "PYTHONUTF8": "1"},
        )

    run.folder = tmp_path
    return run


def test_three_files_are_written_and_the_plan_is_told(tracktwo):
    done = tracktwo("--today", "2024-06-01", "--no-project")

    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(path.name for path in (tracktwo.folder / "out").iterdir()) == ["plan.ics", "plan.json", "plan.svg"]
    made = json.loads((tracktwo.folder / "out" / "plan.json").read_text("utf-8"))
    assert [one["edition"]["city"] for one in made["workshops"]] == ["Vancouver", "Lisbon"]
    assert {one["edition"]["city"]: one["reasons"][0]["code"] for one in made["rejected"]} == {
        "Bologna": "plan.kept_clear",
        "Columbus": "plan.costs_more",
    }
    assert done.stdout.startswith("Proved optimal at")


def test_json_is_the_same_bytes_as_the_file_and_as_another_run(tracktwo):
    first = tracktwo("--today", "2024-06-01", "--json")
    kept = (tracktwo.folder / "out" / "plan.json").read_text("utf-8")

    assert first.stdout == kept == tracktwo("--today", "2024-06-01", "--json").stdout


def test_options_outweigh_the_rules(tracktwo):
    done = tracktwo("--today", "2024-06-01", "--no-project", "--workshops", "1", "--json")

    assert [one["edition"]["city"] for one in json.loads(done.stdout)["workshops"]] == ["Lisbon"]


def test_editions_not_announced_are_projected_and_marked(tracktwo):
    done = tracktwo("--today", "2024-06-01", "--last-day", "2027-12-31", "--json")

    projected = [one for one in json.loads(done.stdout)["rejected"] if one["edition"]["status"] == "projected"]
    assert [one["edition"]["note"] for one in projected] == [
        "projected from 2025 (2025), 2026 (2026): first Tuesday of September, every year"
    ]


def test_wishes_no_plan_can_keep_are_refused_with_a_way_out(tracktwo):
    done = tracktwo("--today", "2024-06-01", "--no-project", "--workshops", "4")

    assert (done.returncode, done.stdout) == (1, "")
    assert "Ask for fewer workshops, at most: 3. More do not fit." in done.stderr
    assert not (tracktwo.folder / "out").exists()


@pytest.mark.parametrize(
    ("option", "file", "said"),
    [
        ("conventions", "absent.csv", "table.unreadable"),
        ("conventions", "calendar.ics", "table.unreadable"),
        ("conventions", "delegation.csv", "table.column_missing"),
        ("delegation", "conventions.csv", "table.column_missing"),
        ("rules", "conventions.csv", "rules.not_toml"),
        ("rules", "absent.toml", "rules.unreadable"),
    ],
)
def test_a_file_that_will_not_do_is_refused_by_code(tracktwo, option, file, said):
    done = tracktwo("--json", **{option: file})

    assert done.returncode == 1
    assert said in [one["code"] for one in json.loads(done.stdout)["refusals"]]
    assert "Traceback" not in done.stderr


def test_a_header_without_a_row_is_refused(tracktwo):
    header = (tracktwo.folder / "conventions.csv").read_text(encoding="utf-8").splitlines()[0]
    (tracktwo.folder / "bare.csv").write_text(header + "\n", encoding="utf-8")
    done = tracktwo("--json", conventions="bare.csv")

    assert [one["code"] for one in json.loads(done.stdout)["refusals"]] == ["table.no_rows"]


def test_a_bad_day_is_refused_at_its_row_and_column(tracktwo):
    path = tracktwo.folder / "conventions.csv"
    path.write_text(CONVENTIONS.replace("2026-03-22", "22/03/2026"))

    refusal = json.loads(tracktwo("--json").stdout)["refusals"][0]
    assert (refusal["code"], refusal["params"]["row"], refusal["params"]["column"]) == ("cell.day", 4, "start")


def test_a_passport_table_needs_its_date(tracktwo):
    done = tracktwo("--passport-index", "conventions.csv")
    assert (done.returncode, done.stderr.strip()) == (1, sentences()["plan.index_date_missing"])


def test_one_community_alone_is_no_workshop(tracktwo):
    (tracktwo.folder / "delegation.csv").write_text("community,passport,residence,count\nUkraine,UA,UA,8\n")
    done = tracktwo("--today", "2024-06-01")
    assert (done.returncode, done.stderr.strip()) == (1, sentences()["plan.one_community"])


@pytest.mark.oracle
def test_the_real_conventions_are_planned_with_a_reason_for_every_edition(tracktwo, oracle_data):
    (tracktwo.folder / "rules.toml").write_text(RULES.replace("2025-01-01", "2024-01-01").replace("= 2\n", "= 6\n"))
    done = tracktwo(
        *("--today", "2023-06-01", "--no-project", "--months-max", "14", "--json"),
        *("--passport-index", str(oracle_data / "passport-index-tidy-iso2.csv")),
        *("--passport-index-date", "2025-01-31"),
        conventions=str(oracle_data / "conventions.csv"),
    )

    made = json.loads(done.stdout)
    assert (made["optimal"], len(made["workshops"]) + len(made["rejected"])) == (True, 27)
    left = {(one["edition"]["association"], one["edition"]["start"][:4]): one for one in made["rejected"]}
    assert left["ISA", "2020"]["reasons"][0]["code"] == "plan.cancelled"
    assert left["IPSA", "2021"]["reasons"][0]["code"] == "plan.online"
    assert left["EISA", "2025"]["reasons"] == [
        {
            "code": "plan.kept_clear",
            "params": {"community": "Ukraine", "day": "2025-08-24", "name": "Independence Day"},
            "sentence": "Its workshop would cross 2025-08-24, a day to keep clear: Independence Day (Ukraine).",
        }
    ]
    assert left["BASEES", "2026"]["remarks"][0]["params"]["name"] == "Orthodox Easter"
    assert all(one["reasons"] for one in made["rejected"])
