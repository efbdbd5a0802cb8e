"""The worker: one process that takes work from the queue, one piece at a time, and ends when its parent
does.
"""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from tracktwo.foundation.jobs.actions import put_back

SECONDS_BETWEEN_LOOKS = 0.5
QUEUE_ROWS_KEPT = timedelta(days=7)


def work_on(data_dir: Path, *, until_empty: bool = False, interval: float = SECONDS_BETWEEN_LOOKS) -> None:
    """Take work until told to stop (or, ``until_empty``, until nothing waits). One worker for each data
    directory.
    """
    with _only_one(data_dir / "worker.lock"):
        worker_id = _name_of(data_dir)
        put_back(worker_id)
        forget_finished()
        worker = Worker(
            queue_names=["default"],
            excluded_queue_names=[],
            interval=interval,
            batch=until_empty,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=worker_id,
        )
        worker.configure_signals()
        worker.run()


def forget_finished() -> None:
    """The queue's own rows of finished work are of no use after a week; what pages show stands in Work."""
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - QUEUE_ROWS_KEPT).delete()


def _name_of(data_dir: Path) -> str:
    # The same name after a restart, so that a worker finds again what it held when it fell; a hash tells no
    # machine's name.
    return sha256(f"{socket.gethostname()}|{data_dir.resolve()}".encode()).hexdigest()[:32]


@contextmanager
def _only_one(place: Path) -> Iterator[None]:
    """Wait until no other worker holds this directory: after a restart the old one may still be finishing."""
    handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
