"""How many durable deeds this machine takes in a second: one writer, and eight at once.

Each deed is a transaction that touches a room and adds an entry to the record, with SQLite's synchronous=FULL.
"""

from __future__ import annotations

import os
import tempfile
import time

SECONDS = 3.0
WRITERS = (1, 8)


def write_for(seconds: float) -> None:
    from django.db import transaction

    from tracktwo.foundation.ledger.actions import record
    from tracktwo.foundation.live.actions import touch

    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with transaction.atomic():
            touch("bench", 1)
            record("invitation.issued", book="0" * 32, role="convener", invited_role="reader", invited_side=1)


def fork_writer() -> int:
    child = os.fork()
    if child == 0:
        try:
            write_for(SECONDS)
        finally:
            os._exit(0)
    return child


def deeds() -> int:
    from django.db import connection

    from tracktwo.foundation.live.queries import version

    found = version("bench", 1)
    # No connection may be open when the next writers are forked.
    connection.close()
    return found


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"TRACKTWO_DATA_DIR": place, "DJANGO_SETTINGS_MODULE": "tracktwo.site.settings"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        for writers in WRITERS:
            before = deeds()
            for child in [fork_writer() for _writer in range(writers)]:
                os.waitpid(child, 0)
            print(f"{writers} writing at once: {(deeds() - before) / SECONDS:,.0f} durable deeds a second")


if __name__ == "__main__":
    main()
