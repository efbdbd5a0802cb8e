"""Deeds that keep screens fresh and forms from being obeyed twice."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.crypto import salted_hmac

from tracktwo.foundation.live.models import IdempotencyKey
from tracktwo.foundation.live.watch import CHANNEL, ring
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal

# One statement each, past the ORM: every deed of a room has three of them.
TOUCH = """INSERT INTO live_roomversion (kind, key, version) VALUES (%s, %s, 1)
ON CONFLICT (kind, key) DO UPDATE SET version = live_roomversion.version + 1"""
NOTIFY = "SELECT pg_notify(%s, concat_ws('|', kind, key, version)) FROM touched"
TOUCH_AND_NOTIFY = f"WITH touched AS ({TOUCH} RETURNING kind, key, version) {NOTIFY}"  # noqa: S608 - words of ours
SEND_ONCE = "INSERT INTO live_idempotencykey (digest, day) VALUES (%s, %s) ON CONFLICT (digest) DO NOTHING"
KEYS_KEPT = timedelta(days=2)
LONGEST_TOKEN = 64


def touch(kind: str, key: object) -> None:
    """The room has changed: every screen that shows it fetches it again.

    Called in the transaction of the change, so that nobody sees the new version before the new state.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(TOUCH_AND_NOTIFY, [kind, str(key), CHANNEL])  # told with the commit
            return
        cursor.execute(TOUCH, [kind, str(key)])
    transaction.on_commit(ring, robust=True)


def once(token: str, account: Account | None = None) -> bool:
    """True the first time this form is sent, False when it comes again (a double tap, a phone that repeats
    itself).

    Called first in the transaction of the deed: when the deed is refused, the token is free again. Whoever
    gets False answers with the redirect of the first time and does nothing. Raises Refusal
    ``live.once_missing`` without a token.
    """
    if not 0 < len(token) <= LONGEST_TOKEN:
        raise Refusal("live.once_missing")
    sender = account.pk.hex if account is not None else ""
    digest = salted_hmac("live.once", f"{sender}|{token}", algorithm="sha256").hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(SEND_ONCE, [digest, timezone.now().date().isoformat()])
        return bool(cursor.rowcount == 1)


def wipe_traces(*tables: type[Model]) -> None:
    """After the commit, take away what the database still holds of rows that are gone.

    SQLite keeps old pages in its write-ahead log until it is begun anew; PostgreSQL keeps old rows until it vacuums.
    Both are asked to do it now; where somebody is just reading they do what they can, and the rest comes by itself.
    """
    # Robust: the deed is done and acknowledged, whatever becomes of its traces.
    transaction.on_commit(partial(_wipe, [table._meta.db_table for table in tables]), robust=True)


def _wipe(tables: list[str]) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA busy_timeout = 1000")  # nobody waits long for this
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchall()
            cursor.execute("PRAGMA busy_timeout = 20000")
        elif connection.get_autocommit():
            cursor.execute(f"VACUUM {', '.join(map(connection.ops.quote_name, tables))}")


def forget_old_keys(today: date) -> int:
    """Drop the tokens of forms that no browser still holds; returns how many."""
    dropped, _each = IdempotencyKey.objects.filter(day__lt=today - KEYS_KEPT).delete()
    return dropped
