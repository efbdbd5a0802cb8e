"""Taking in what is known of borders: the public passport table, and a rules file of the programme's own."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.exchange.entry_rules import read_passport_table
from tracktwo.exchange.plan_rules import read_plan_rules, tables_in
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.models import PassportRow, RulesFile
from tracktwo.steps.programme.models import Programme

# What a page of its own asks for; in the file it would speak against that page without a sound.
ELSEWHERE = ("wishes", "keep_clear", "holidays", "lead_days")


@transaction.atomic
def import_passports(programme: Programme, content: bytes, *, checked_on: date, by: Standing, now: datetime) -> int:
    """Take the public passport table, dated, in place of the one before; returns how many passports it speaks of."""
    if checked_on > now.date():
        raise Refusal("plan.checked_in_future")
    told = read_passport_table(content)
    programme.passport_rows.all().delete()
    source = f"passport table, {checked_on.isoformat()}"
    PassportRow.objects.bulk_create(
        PassportRow(programme=programme, passport=passport, says=says, source=source, checked_on=checked_on)
        for passport, says in sorted(told.items())
    )
    _record(programme, "plan.passports_imported", content, by, now)
    return len(told)


@transaction.atomic
def import_rules(programme: Programme, content: bytes, *, by: Standing, now: datetime) -> None:
    """Take a rules file in place of the one before."""
    read_plan_rules(content)
    foreign = [name for name in tables_in(content) if name in ELSEWHERE]
    if foreign:
        raise Refusal("plan.rules_elsewhere", key=foreign[0])
    digest = sha256(content).hexdigest()
    RulesFile.objects.update_or_create(
        programme=programme,
        defaults={"content": content.decode("utf-8-sig"), "digest": digest, "imported_at": now},
    )
    _record(programme, "plan.rules_imported", content, by, now)


@transaction.atomic
def drop_rules(programme: Programme, *, by: Standing, now: datetime) -> None:
    """Go back to what the house knows: the own file and the imported table are forgotten."""
    RulesFile.objects.filter(programme=programme).delete()
    programme.passport_rows.all().delete()
    record("plan.rules_dropped", book=programme.compartment.book, role=by.role, at=now)


def _record(programme: Programme, deed: str, content: bytes, by: Standing, now: datetime) -> None:
    digest = sha256(content).hexdigest()
    record(deed, book=programme.compartment.book, role=by.role, at=now, digest=digest)
