"""The house commands, as processes: what they answer, how they end, and what they leave alone."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pysqlite3
import pytest

from tests.conftest import REPOSITORY
from tracktwo.cli.app import HOUSE, METHODS
from tracktwo.cli.house.opening import read_settings, write_settings
from tracktwo.cli.house.serving import listen

PATIENCE = 60


def surroundings(data_dir: Path) -> dict[str, str]:
    """The environment of somebody who has set nothing, apart from where the data lie."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("TRACKTWO_", "DATABASE_URL", "LC_", "LANG"))
    }
    return kept | {
        "TRACKTWO_DATA_DIR": str(data_dir),
        "PYTHONPATH": str(REPOSITORY / "src"),
        "PYTHONUNBUFFERED": "1",
        "LANG": "C",
    }


def tracktwo(
    data_dir: Path, *arguments: str, typed: str = "", patience: int = PATIENCE
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tracktwo", *arguments],
        env=surroundings(data_dir),
        cwd=data_dir,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=patience,
    )


def loaded_by(tmp_path: Path, *arguments: str) -> str:
    """Names of the packages that a command has loaded when it ends, out of those we ask about."""
    program = (
        "import sys\nfrom tracktwo.cli.app import main\n"
        f"sys.argv = ['tracktwo', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('loaded:', *sorted({'django', 'highspy', 'uvicorn'} & set(sys.modules)))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program],
        env=surroundings(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    return finished.stdout.splitlines()[-1]


@pytest.mark.parametrize("name", METHODS)
def test_a_sceptics_command_never_meets_django(tmp_path: Path, name: str) -> None:
    assert "django" not in loaded_by(tmp_path, name, "--help")


def test_listing_the_commands_does_not_open_the_house(tmp_path: Path) -> None:
    assert "django" not in loaded_by(tmp_path, "--help")


@pytest.mark.parametrize("name", HOUSE)
def test_a_house_command_explains_itself_without_opening_the_house(tmp_path: Path, name: str) -> None:
    assert loaded_by(tmp_path, name, "--help") == "loaded:"


def test_a_command_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert tracktwo(tmp_path, "dance").returncode == 2


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty house."""
    place = tmp_path_factory.mktemp("house")
    finished = tracktwo(place, "migrate")
    assert finished.returncode == 0, finished.stderr
    return place


def test_migrating_twice_says_that_there_was_nothing_to_do(house: Path) -> None:
    assert tracktwo(house, "migrate").stdout == "The database was up to date.\n"


def test_an_old_database_is_not_served_and_the_remedy_is_named(tmp_path: Path) -> None:
    finished = tracktwo(tmp_path, "serve")
    assert finished.returncode == 1
    assert f"Run: tracktwo migrate --data {tmp_path}" in finished.stderr


def test_a_taken_port_is_named_with_a_remedy(house: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        finished = tracktwo(house, "serve", "--port", str(port))
    assert (finished.returncode, finished.stderr) == (
        1,
        f"Port {port} is taken. Nothing was started. Choose another: tracktwo serve --port {port + 1}\n",
    )


def test_the_demonstration_takes_the_next_free_port() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with listen("127.0.0.1", port, tries=20) as found:
            assert port < found.getsockname()[1] < port + 20


def until(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline, "it never became true"
        time.sleep(0.05)


def answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/health/", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, ConnectionError):
        return False


def children_of(pid: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def is_gone(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] == "Z"


@pytest.fixture
def served(house: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "tracktwo", "serve", "--port", str(port)],
        env=surroundings(house),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        until(lambda: answers(port) and children_of(server.pid))
        yield server, port
    finally:
        server.kill()
        server.communicate()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_server_answers_and_stops_cleanly_with_its_worker(
    served: tuple[subprocess.Popen[str], int], number: int
) -> None:
    server, port = served
    (worker,) = children_of(server.pid)
    server.send_signal(number)
    output, errors = server.communicate(timeout=PATIENCE)
    assert (server.returncode, errors) == (0, "")
    assert output == f"Track Two is at http://127.0.0.1:{port}/  (Ctrl-C stops it)\n"
    assert is_gone(worker)


def test_the_worker_does_not_outlive_a_server_that_was_killed(served: tuple[subprocess.Popen[str], int]) -> None:
    server, _port = served
    (worker,) = children_of(server.pid)
    server.kill()
    server.wait()
    until(lambda: is_gone(worker))


def test_a_worker_that_dies_is_started_again(served: tuple[subprocess.Popen[str], int]) -> None:
    server, port = served
    (worker,) = children_of(server.pid)
    os.kill(worker, signal.SIGKILL)
    until(lambda: [pid for pid in children_of(server.pid) if pid != worker and not is_gone(pid)])
    assert answers(port)


ENQUEUE = """
import django
django.setup()
from django.utils import timezone
from tracktwo.foundation.jobs.models import Work
from tracktwo.foundation.jobs.tasks import run_work
work = Work.objects.create(name="jobs.no_such", object_key="7", queued_at=timezone.now())
run_work.enqueue(str(work.id))
"""


def test_the_worker_of_the_server_takes_what_another_process_has_enqueued(
    house: Path, served: tuple[subprocess.Popen[str], int]
) -> None:
    environment = surroundings(house) | {"DJANGO_SETTINGS_MODULE": "tracktwo.site.settings"}
    subprocess.run([sys.executable, "-c", ENQUEUE], env=environment, check=True)
    # There is no such task, so the end of this work is a failure that has its kind and nothing else.
    until(lambda: rows(house, "SELECT state FROM jobs_work") == [("failed",)])
    kind = "SELECT exception_class_path, traceback FROM django_tasks_database_dbtaskresult WHERE status = 'FAILED'"
    until(lambda: rows(house, kind) == [("builtins.LookupError", "")])


def rows(house: Path, query: str) -> list[tuple[object, ...]]:
    connection = pysqlite3.connect(house / "tracktwo.sqlite3")
    found: list[tuple[object, ...]] = connection.execute(query).fetchall()
    connection.close()
    return found


def test_five_questions_make_a_house_and_a_code_for_its_first_convener(tmp_path: Path) -> None:
    place = tmp_path / "house"
    finished = tracktwo(tmp_path, "new", typed=f"{place}\nuk\nhouse.example\ny\n\n")
    assert finished.returncode == 0, finished.stderr
    assert re.search(r"once, for 72 hours: [a-z]{4}( [a-z]{4}){3}\n", finished.stdout)
    assert rows(place, "SELECT role, used_by_id FROM people_invitation") == [("convener", None)]
    assert read_settings(place / "house.env") == {
        "TRACKTWO_HOSTS": "house.example",
        "TRACKTWO_HTTPS": "1",
        "TRACKTWO_LANGUAGE": "uk",
    }


def test_a_house_is_not_made_where_one_stands(house: Path) -> None:
    before = (house / "tracktwo.sqlite3").read_bytes()
    finished = tracktwo(house, "new", "--data", str(house), typed="\n\n\n\n")
    assert finished.returncode == 1
    assert "There is a house" in finished.stderr
    assert (house / "tracktwo.sqlite3").read_bytes() == before


def test_a_demonstration_never_moves_into_a_real_house(house: Path) -> None:
    before = sorted(path.name for path in house.iterdir())
    finished = tracktwo(house, "demo", "--data", str(house), "--fresh")
    assert finished.returncode == 1
    assert "holds a real house" in finished.stderr
    assert sorted(path.name for path in house.iterdir()) == before


def test_settings_are_read_as_they_were_written_and_by_their_owner_only(tmp_path: Path) -> None:
    place = tmp_path / "house.env"
    settings = {"DATABASE_URL": "postgres://a:b=c@host/house?sslmode=require", "TRACKTWO_HTTPS": "1"}
    write_settings(place, settings)
    assert read_settings(place) == settings
    assert place.stat().st_mode & 0o777 == 0o600


def test_the_demonstration_is_built_once_and_started_again_quickly(tmp_path: Path) -> None:
    place = tmp_path / "demo"
    first = tracktwo(tmp_path, "demo", "--data", str(place), "--build-only", patience=300)
    assert first.returncode == 0, first.stderr
    assert re.search(r"convener .* Heron .* heather over granite", first.stdout)
    entries = rows(place, "SELECT count(*), max(hash) FROM ledger_entry")
    began = time.monotonic()
    second = tracktwo(tmp_path, "demo", "--data", str(place), "--build-only")
    assert time.monotonic() - began < 10
    assert second.stdout == first.stdout
    assert rows(place, "SELECT count(*), max(hash) FROM ledger_entry") == entries


@pytest.mark.parametrize("name", ["house.env", "keystore.json", "secret.key"])
def test_a_demonstration_never_moves_where_any_file_of_a_house_lies(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("DATABASE_URL=postgres://house.example/house\n")
    finished = tracktwo(tmp_path, "demo", "--data", str(tmp_path), "--fresh", "--build-only")
    assert (finished.returncode, [path.name for path in tmp_path.iterdir()]) == (1, [name])


def told_by(place: Path, question: str, **more: str) -> str:
    """What a process says of the house after opening it."""
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom tracktwo.cli.house.opening import open_house\n"
        f"open_house(Path(sys.argv[1]))\nfrom django.conf import settings\nprint({question})"
    )
    command = [sys.executable, "-c", program, str(place)]
    environment = surroundings(place) | more
    finished = subprocess.run(command, env=environment, cwd=place, capture_output=True, text=True, check=True)
    return finished.stdout.strip()


def test_the_banner_of_the_demonstration_follows_the_directory_and_not_the_environment(tmp_path: Path) -> None:
    real, demonstration = tmp_path / "real", tmp_path / "demo"
    for place in (real, demonstration):
        place.mkdir()
    (demonstration / "this-is-a-demo").touch()
    asked = "settings.TRACKTWO_DEMO"
    assert (told_by(real, asked, TRACKTWO_DEMO="1"), told_by(demonstration, asked)) == ("False", "True")


def test_nobody_else_on_the_machine_reads_what_lies_in_an_open_directory(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "keystore.json").write_text("{}")
    (tmp_path / "keystore.json").chmod(0o644)
    finished = tracktwo(tmp_path, "migrate")
    assert finished.returncode == 0, finished.stderr
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    assert {"keystore.json", "secret.key", "tracktwo.sqlite3"} <= {path.name for path in files}
    assert [path.name for path in files if path.stat().st_mode & 0o077] == []


def test_two_processes_that_start_at_once_have_one_secret(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\nfrom tracktwo.site.secret_key import kept_secret\n"
        "print(kept_secret(Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "secret.key")]
    started = [
        subprocess.Popen(command, env=surroundings(tmp_path), stdout=subprocess.PIPE, text=True) for _each in range(6)
    ]
    told = {process.communicate(timeout=PATIENCE)[0].strip() for process in started}
    assert (len(told), len(told.pop()) > 60, [path.name for path in tmp_path.iterdir()]) == (1, True, ["secret.key"])
