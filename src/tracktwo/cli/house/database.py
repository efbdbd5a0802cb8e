"""Bringing the database to the shape that this version expects. Call after ``open_house``."""

from __future__ import annotations


def steps_missing() -> int:
    """How many migrations the database has not seen."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def bring_up_to_date() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
