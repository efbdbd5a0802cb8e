"""Migrations, constraints, ledger, live and the rest of the foundation hold on a real PostgreSQL too."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.conftest import REPOSITORY
from tests.postgres.server import find_programs, running_server

pytestmark = pytest.mark.postgres
MORE_THAN = 40
# Whoever holds the database tries to join people with their rankings; of votes and statements the whole file does.
OF_POLLS = (
    "test_two_people_who_swap_their_rankings_leave_the_same_database",
    "test_the_order_of_answers_leaves_no_trace",
    "test_all_counters_of_a_community_lie_in_one_row",
)
OF_TALKS_APART = "tests/steps/convene/test_convene_planned_apart.py::test_what_is_forgotten_is_ended_under_lock"


@pytest.fixture(scope="session")
def database_url() -> Iterator[str]:
    programs = find_programs()
    if programs is None and os.geteuid() != 0:
        pytest.skip("no PostgreSQL server on this machine; Debian's package is called postgresql")
    assert programs is not None, "tests/needs.sh installs PostgreSQL for root"
    with running_server(programs) as address:
        yield address


def test_the_foundation_holds_on_postgresql(database_url: str) -> None:
    finished = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "tests/foundation",
            "tests/steps/convene/test_convene_unlinkable.py",
            *(f"tests/steps/convene/test_convene_polls.py::{name}" for name in OF_POLLS),
            OF_TALKS_APART,
            "--ignore=tests/foundation/test_durability.py",
            "-q",
            "-p",
            "no:cacheprovider",
        ],
        cwd=REPOSITORY,
        # The tampering drill works on a file and is the same on every database: here a few rounds are enough.
        env=os.environ | {"DATABASE_URL": database_url, "TRACKTWO_TAMPERINGS": "5"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stdout[-6000:] + finished.stderr[-2000:]
    passed = re.search(r"(\d+) passed", finished.stdout)
    assert passed is not None
    assert int(passed[1]) > MORE_THAN
