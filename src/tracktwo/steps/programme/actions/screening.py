"""Deeds of screening: the register, the organisations, the matches and their answers, the ways of money."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from tracktwo.exchange.designations import LEAST_LETTERS, has_letters, write_designations
from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.record import Refusal, canonical_json
from tracktwo.methods.screening import LAW, Designation, screen
from tracktwo.steps.programme.models import Alarm, MoneyWays, Organisation, Programme, RegisterLine
from tracktwo.steps.programme.organisations import organisations_of
from tracktwo.steps.programme.queries.screening import designation_of

REASON = (20, 600)


@dataclass(frozen=True)
class Imported:
    """What came, or would come, of a register: lines new to the programme, lines changed, matches to be answered."""

    new: int
    changed: int
    alarms: int


@transaction.atomic
def import_designations(
    programme: Programme, lines: Sequence[Designation], *, by: Standing, now: datetime, dry_run: bool = False
) -> Imported:
    """Take lines into the register and check every organisation against them; ``dry_run`` says what would come of it.

    A line that is known under its register and name is brought up to date. Nothing is ever dropped: what no longer
    holds gets a day in ``until``.
    """
    known = {(row.register, row.name): designation_of(row) for row in programme.register.all()}
    fresh = [line for line in lines if line.key not in known]
    changed = [line for line in lines if line.key in known and known[line.key] != line]
    for line in (*fresh, *changed):
        RegisterLine.objects.update_or_create(
            programme=programme, register=line.register, name=line.name, defaults=_columns(line)
        )
    digest = sha256(write_designations(lines)).hexdigest()
    book = programme.compartment.book
    record("programme.designations_imported", book=book, role=by.role, at=now, count=len(lines), digest=digest)
    alarms = screen_programme(programme, by=by, now=now)
    if dry_run:
        # The same deed, taken back: what it says is what it does.
        transaction.set_rollback(True)
    return Imported(len(fresh), len(changed), alarms)


def _columns(line: Designation) -> dict[str, object]:
    return {
        "kind": line.kind,
        "other_names": list(line.other_names),
        "authority": line.authority,
        "since": line.since,
        "until": line.until,
        "source": line.source,
        "checked_on": line.checked_on,
        "note": line.note,
    }


def write_designation(programme: Programme, line: Designation, *, by: Standing, now: datetime) -> Imported:
    """One line, typed from a source."""
    if not all(has_letters(name) for name in (line.name, *line.other_names)):
        raise Refusal("screening.no_letters", least=LEAST_LETTERS)
    if line.since and line.until and line.until < line.since:
        raise Refusal("screening.until_before_since")
    if line.checked_on and line.checked_on > now.date():
        raise Refusal("screening.checked_later")
    return import_designations(programme, [line], by=by, now=now)


@transaction.atomic
def write_organisations(
    programme: Programme, lines: Iterable[tuple[str, str, int | None]], *, by: Standing, now: datetime
) -> int:
    """Say anew who funds, pays, houses and sits on panels: (part, name, community a payer pays for).

    Returns how many new matches there are. Matches of an organisation that is gone stay until they are answered.
    """
    given = [(part, " ".join(name.split()), side) for part, name, side in lines]
    if len({(part, name.casefold()) for part, name, _side in given}) < len(given):
        raise Refusal("screening.organisation_twice")
    if not all(has_letters(name) for _part, name, _side in given):
        raise Refusal("screening.no_letters", least=LEAST_LETTERS)
    programme.organisations.all().delete()
    for part, name, side in given:
        Organisation.objects.create(programme=programme, part=part, name=name, side=side)
    digest = sha256(canonical_json([list(one) for one in given])).hexdigest()
    book = programme.compartment.book
    record("programme.organisations_written", book=book, role=by.role, at=now, count=len(given), digest=digest)
    return screen_programme(programme, by=by, now=now)


@transaction.atomic
def screen_programme(programme: Programme, *, by: Standing, now: datetime) -> int:
    """Check every organisation against the register; each match that nobody has seen before becomes an alarm.

    Later steps call it when their organisations have changed. Returns how many alarms are new.
    """
    rows = list(programme.register.all())
    ours = organisations_of(programme)
    found = screen([designation_of(row) for row in rows], [name for _part, name in ours], now.date())
    wanted = [(rows[match.designation], ours[match.organisation], match.degree) for match in found]
    wanted += [(row, ("", ""), LAW) for row in rows if row.kind == LAW and designation_of(row).holds(now.date())]
    new = sum(_raise_alarm(programme, row, ours_one, degree, now.date()) for row, ours_one, degree in wanted)
    if new:
        record("programme.alarms_raised", book=programme.compartment.book, role=by.role, at=now, count=new)
    return new


def _raise_alarm(programme: Programme, row: RegisterLine, ours: tuple[str, str], degree: str, today: date) -> bool:
    part, name = ours
    _alarm, new = Alarm.objects.get_or_create(
        programme=programme,
        register=row.register,
        designated=row.name,
        part=part,
        organisation=name,
        defaults={"line": row, "degree": degree, "raised_on": today},
    )
    return new


@transaction.atomic
def answer_alarm(alarm: Alarm, *, answer: str, reason: str, by: Standing, now: datetime) -> Alarm:
    """Say what a match means and why. Said once: whoever changes their mind writes it beside the organisation."""
    held = Alarm.objects.select_for_update().get(pk=alarm.pk)
    if held.answer:
        raise Refusal("screening.answered_already")
    said = " ".join(reason.split())
    if not REASON[0] <= len(said) <= REASON[1]:
        raise Refusal("screening.reason_length", least=REASON[0], most=REASON[1])
    held.answer, held.reason, held.answered_on = answer, said, now.date()
    held.save(update_fields=["answer", "reason", "answered_on"])
    record(
        "programme.alarm_answered",
        book=held.programme.compartment.book,
        role=by.role,
        at=now,
        kind="alarm",
        key=str(held.pk),
        answer=answer,
        digest=sha256(said.encode()).hexdigest(),
    )
    return held


@transaction.atomic
def set_money_ways(
    programme: Programme, *, payers_apart: bool, no_honorarium: bool, by: Standing, now: datetime
) -> MoneyWays:
    """Whether each community has a payer of its own, and whether anybody may be paid a fee."""
    ways, _new = MoneyWays.objects.update_or_create(
        programme=programme, defaults={"payers_apart": payers_apart, "no_honorarium": no_honorarium}
    )
    record(
        "programme.money_ways_set",
        book=programme.compartment.book,
        role=by.role,
        at=now,
        payers_apart="on" if payers_apart else "off",
        no_honorarium="on" if no_honorarium else "off",
    )
    return ways
