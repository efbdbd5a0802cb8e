"""Django's flush, kept from the record: it would remove what was promised never to be removed.

A test run empties its own database after each transactional test by this command; there, and only there, the
triggers step aside.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import flush
from django.db import connections

from tracktwo.data.refusals import say
from tracktwo.foundation.ledger.triggers import put_up, take_down
from tracktwo.methods.record import Refusal


class Command(flush.Command):
    def handle(self, **options: Any) -> None:
        if not is_test_run():
            raise CommandError(say(Refusal("record.flush")))
        connection = connections[options["database"]]
        take_down(connection)
        try:
            super().handle(**options)
        finally:
            put_up(connection)


def is_test_run() -> bool:
    """Django's test set-up adds this host, under which no site is reachable; no setting of ours does."""
    return "testserver" in settings.ALLOWED_HOSTS
