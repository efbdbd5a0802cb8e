"""The backend: a newer library, write-ahead log, full synchronisation, foreign keys.

SQLite before 3.51.3 can lose acknowledged commits in write-ahead mode (the reset race), and Debian's is older; so the
standard module is replaced before Django's backend is loaded, and an older library is refused with a sentence.
"""

import sys

import pysqlite3

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

from django.core.exceptions import ImproperlyConfigured  # noqa: E402 - the replacement must come first
from django.db.backends.sqlite3 import base  # noqa: E402

LEAST_VERSION = (3, 51, 3)
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


def check_version(found: tuple[int, ...]) -> None:
    """Refuse a library that can lose what it has acknowledged."""
    if found < LEAST_VERSION:
        raise ImproperlyConfigured(
            f"SQLite {'.'.join(map(str, found))} can lose acknowledged writes. "
            f"Install pysqlite3 with SQLite {'.'.join(map(str, LEAST_VERSION))} or newer, or set DATABASE_URL."
        )


check_version(base.Database.sqlite_version_info)


class DatabaseWrapper(base.DatabaseWrapper):
    def get_new_connection(self, conn_params):
        connection = super().get_new_connection(conn_params)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection
