"""A real PostgreSQL for the length of a test: its own directory, its own socket, nothing left behind."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

OWNERS = ("postgres", "nobody")


def find_programs() -> Path | None:
    """Directory of initdb and pg_ctl: the newest that Debian has, else what the path offers."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: int(found.parts[-3]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    """Start a server and yield its DATABASE_URL. PostgreSQL refuses to run as root, so root hands it to somebody
    else.
    """
    place = Path(tempfile.mkdtemp(prefix="tracktwo-postgres-"))
    owner = _somebody_else(place) if os.geteuid() == 0 else None
    cluster = place / "cluster"
    start = f"-c listen_addresses='' -c unix_socket_directories='{place}' -c fsync=off -c full_page_writes=off"
    try:
        _run(
            [programs / "initdb", "-D", cluster, "-U", "house", "-A", "trust", "-E", "UTF8", "--no-sync"], place, owner
        )
        _run([programs / "pg_ctl", "-D", cluster, "-w", "-o", start, "-l", place / "log", "start"], place, owner)
        try:
            yield f"postgres://house@/postgres?host={quote(str(place), safe='')}"
        finally:
            _run([programs / "pg_ctl", "-D", cluster, "-w", "-m", "immediate", "stop"], place, owner)
    finally:
        shutil.rmtree(place)


def _somebody_else(place: Path) -> str:
    owner = next(entry for entry in map(_find_user, OWNERS) if entry is not None)
    os.chown(place, owner.pw_uid, owner.pw_gid)
    return owner.pw_name


def _find_user(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _run(command: Sequence[str | Path], place: Path, owner: str | None) -> None:
    # The server inherits the streams of pg_ctl: a pipe would stay open as long as it runs, a file does not matter.
    with (place / "output").open("ab") as output:
        finished = subprocess.run(
            command,
            cwd=place,
            user=owner,
            extra_groups=[] if owner else None,
            stdout=output,
            stderr=output,
            check=False,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"},
        )
    if finished.returncode != 0:
        raise RuntimeError((place / "output").read_text())
