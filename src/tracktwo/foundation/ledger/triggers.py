"""What the database itself refuses: changing or removing a row of the record, whoever asks.

A belt, not a wall: whoever owns the database can drop a trigger. The wall is the checkpoint that others keep.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

# What may stand only once in each table: there a second row would push out the first.
TABLES = {
    "ledger_entry": ("book", "seq"),
    "ledger_checkpoint": ("book", "size", "note"),
    "ledger_cosignature": ("checkpoint_id", "digest", "side"),
}

SQLITE = """
CREATE TRIGGER {table}_no_{deed} BEFORE {DEED} ON {table}
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END
"""
# INSERT OR REPLACE removes the old row without asking the DELETE trigger.
SQLITE_NO_REPLACE = """
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END
"""
SQLITE_NO_SECOND = """
CREATE TRIGGER {table}_no_second BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END
"""
POSTGRESQL_REFUSAL = """
CREATE OR REPLACE FUNCTION ledger_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the record is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION ledger_append_only()
"""


def put_up(connection: BaseDatabaseWrapper) -> None:
    """Create the triggers on every guarded table that is there: a migration may come before one of them."""
    with connection.cursor() as cursor:
        for statement in _creation(connection.vendor, _present(connection)):
            cursor.execute(statement)


def take_down(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers: for undoing a migration, and for emptying a test's database."""
    on_table = " ON {table}" if connection.vendor == "postgresql" else ""
    names = (
        ["append_only"] if connection.vendor == "postgresql" else ["no_update", "no_delete", "no_replace", "no_second"]
    )
    with connection.cursor() as cursor:
        for table in _present(connection):
            for name in names:
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{name}" + on_table.format(table=table))


def _present(connection: BaseDatabaseWrapper) -> list[str]:
    found = set(connection.introspection.table_names())
    return [table for table in TABLES if table in found]


def _creation(vendor: str, tables: Sequence[str]) -> list[str]:
    if vendor == "postgresql":
        return [POSTGRESQL_REFUSAL, *(POSTGRESQL.format(table=table) for table in tables)]
    return [statement for table in tables for statement in _on_sqlite(table)]


def _on_sqlite(table: str) -> list[str]:
    same = " AND ".join(f"{column} = NEW.{column}" for column in TABLES[table])
    changes = [SQLITE.format(table=table, deed=deed, DEED=deed.upper()) for deed in ("update", "delete")]
    return [SQLITE_NO_REPLACE.format(table=table), SQLITE_NO_SECOND.format(table=table, same=same), *changes]
