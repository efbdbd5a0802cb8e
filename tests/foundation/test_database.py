"""The database that this suite was given, SQLite or PostgreSQL: the same migrations, the same constraints."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.operations import CreateModel
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import OperationWriter
from django.db.models import Model

from tracktwo.foundation.jobs.models import State, Work
from tracktwo.foundation.live.models import IdempotencyKey, RoomVersion
from tracktwo.foundation.people.models import Account, Compartment, Role, Standing
from tracktwo.foundation.tables import CreateTables

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def test_the_suite_runs_on_the_database_it_was_given() -> None:
    assert connection.vendor == ("postgresql" if os.environ.get("DATABASE_URL") else "sqlite")


def test_every_model_has_its_migration(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_nothing_is_left_to_migrate(db: None) -> None:
    call_command("migrate", check_unapplied=True, verbosity=0)


def refused(row: Model) -> bool:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return True
    return False


def work(**changed: object) -> Work:
    return Work(**({"name": "jobs.try", "object_key": "7", "queued_at": NOW} | changed))


@pytest.mark.parametrize(
    ("changed", "is_refused"),
    [
        ({}, False),
        ({"done": 3, "of": 2}, True),
        ({"done": 3, "of": 0}, False),
        ({"state": "dancing"}, True),
        ({"state": State.DONE}, True),
        ({"state": State.DONE, "finished_at": NOW}, False),
        ({"state": State.RUNNING, "finished_at": NOW}, True),
    ],
)
def test_work_that_contradicts_itself_is_refused_by_the_database(
    db: None, changed: dict[str, object], is_refused: bool
) -> None:
    assert refused(work(**changed)) == is_refused


def test_a_room_has_one_version(db: None) -> None:
    assert not refused(RoomVersion(kind="session", key="5"))
    assert refused(RoomVersion(kind="session", key="5"))
    assert not refused(RoomVersion(kind="vote", key="5"))


def test_a_form_is_noted_once(db: None) -> None:
    assert not refused(IdempotencyKey(digest="d", day=NOW.date()))
    assert refused(IdempotencyKey(digest="d", day=NOW.date()))


def test_two_aliases_that_differ_in_capitals_only_are_one(db: None) -> None:
    assert not refused(Account(alias="Heron", password="!"))
    assert refused(Account(alias="hERON", password="!"))


def test_a_person_stands_once_in_a_role_and_sides_count_from_one(db: None) -> None:
    account, place = Account.objects.create(alias="Heron", password="!"), Compartment.objects.create()
    assert not refused(Standing(account=account, compartment=place, role=Role.GUARANTOR, side=1))
    assert refused(Standing(account=account, compartment=place, role=Role.GUARANTOR, side=2))
    assert refused(Standing(account=account, compartment=place, role=Role.READER, side=0))


def two_tables() -> CreateTables:
    key = ("id", models.BigAutoField(primary_key=True))
    wing = [key, ("house", models.ForeignKey("people.trial_house", models.CASCADE))]
    return CreateTables([CreateModel("Trial_Wing", wing), CreateModel("Trial_House", [key])])


@pytest.mark.django_db(transaction=True)
def test_tables_that_name_each_other_are_made_together_and_taken_away_together() -> None:
    with_them, without = ProjectState(), ProjectState()
    two_tables().state_forwards("people", with_them)
    with connection.schema_editor() as editor:
        two_tables().database_forwards("people", editor, without, with_them)
    assert {"people_trial_wing", "people_trial_house"} <= set(connection.introspection.table_names())
    with connection.schema_editor() as editor:
        two_tables().database_backwards("people", editor, with_them, without)
    assert not {"people_trial_wing", "people_trial_house"} & set(connection.introspection.table_names())


def test_an_operation_of_many_tables_can_be_written_down_again() -> None:
    written, _imports = OperationWriter(two_tables(), indentation=0).serialize()
    assert written.count("CreateModel(") == 2
