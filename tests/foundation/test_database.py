"""The database that this suite was given, SQLite or PostgreSQL: the same migrations, the same constraints."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from tracktwo.foundation.jobs.models import State, Work
from tracktwo.foundation.live.models import IdempotencyKey, RoomVersion
from tracktwo.foundation.people.models import Account, Compartment, Role, Standing

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
