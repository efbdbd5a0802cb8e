"""A program for the durability tests: forks writers on one SQLite file, kills them, and says what is missing.

``python -m tests.foundation.killed_writer kills N SEED`` kills N writers with signal 9 at random moments. A writer
notes each commit in a journal only after the database has acknowledged it; whatever the journal has and the database
has not was lost. ``… writers N EACH`` lets N writers add to one counter at once.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.conf import settings

BOOK = "0" * 32


def fork(deed: Callable[[], None]) -> int:
    """Run ``deed`` in a process of its own; no connection is open when this is called, so none is shared."""
    child = os.fork()
    if child == 0:
        try:
            deed()
        finally:
            os._exit(0)
    return child


def write_until_killed(journal: Path) -> None:
    from django.db import transaction

    from tracktwo.foundation.ledger.actions import record
    from tracktwo.foundation.live.actions import touch

    with journal.open("ab", buffering=0) as notes:
        number = os.getpid() * 1_000_000
        while True:
            number += 1
            with transaction.atomic():
                touch("killed", number)
                touch("counter", 1)
                record("invitation.issued", book=BOOK, role="convener", invited_role="reader", invited_side=1)
            notes.write(f"{number}\n".encode())


def kill_at_random_moments(kills: int, seed: int) -> dict[str, object]:
    journal = settings.TRACKTWO_DATA_DIR / "journal"
    journal.touch()
    chance = random.Random(seed)
    for _each in range(kills):
        before = journal.stat().st_size
        writer = fork(lambda: write_until_killed(journal))
        # On a busy machine a writer may not get its turn for long; one that wrote nothing has nothing to lose.
        while journal.stat().st_size == before:
            time.sleep(0.002)
        time.sleep(chance.uniform(0.0, 0.1))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
    return account_for(set(journal.read_text().split()))


def account_for(acknowledged: set[str]) -> dict[str, object]:
    from django.db import connection

    from tracktwo.foundation.ledger.models import Entry
    from tracktwo.foundation.live.models import RoomVersion
    from tracktwo.foundation.live.queries import version

    kept = set(RoomVersion.objects.filter(kind="killed").values_list("key", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        whole = cursor.fetchone()[0]
    return {
        "acknowledged": len(acknowledged),
        "missing": len(acknowledged - kept),
        "kept": len(kept),
        "counted": version("counter", 1),
        "entries": Entry.objects.count(),
        "chain": is_whole(list(Entry.objects.order_by("seq"))),
        "integrity": whole,
    }


def is_whole(entries: list[Any]) -> bool:
    """Does each entry follow the one before it, from the beginning of the book?"""
    from tracktwo.methods.record import entry_hash, start_of_chain

    previous = start_of_chain(BOOK)
    for number, entry in enumerate(entries):
        link = entry_hash(previous, entry.leaf.encode())
        if (entry.seq, entry.previous, entry.hash) != (number, previous.hex(), link.hex()):
            return False
        previous = link
    return True


def write_together(writers: int, each: int) -> dict[str, object]:
    from tracktwo.foundation.live.actions import touch
    from tracktwo.foundation.live.queries import version

    def write() -> None:
        for _again in range(each):
            touch("counter", 1)

    for child in [fork(write) for _writer in range(writers)]:
        os.waitpid(child, 0)
    return {"counted": version("counter", 1)}


def main() -> None:
    deed, first, second = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    django.setup()
    migrating = fork(migrate)
    os.waitpid(migrating, 0)
    print(json.dumps({"kills": kill_at_random_moments, "writers": write_together}[deed](first, second)))


def migrate() -> None:
    from django.core.management import call_command

    for label in ("live", "ledger"):
        call_command("migrate", label, verbosity=0)


if __name__ == "__main__":
    main()
