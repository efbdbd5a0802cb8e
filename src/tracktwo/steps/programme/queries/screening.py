"""What may be known of designations, organisations and matches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, QuerySet

from tracktwo.methods.screening import Designation
from tracktwo.steps.programme.models import Alarm, MoneyWays, Organisation, Part, Programme, RegisterLine
from tracktwo.steps.programme.organisations import organisations_of


def access_register(programme: Programme) -> QuerySet[RegisterLine]:
    return programme.register.all()


def access_alarms(programme: Programme) -> QuerySet[Alarm]:
    return programme.alarms.select_related("line")


def open_alarms(programme: Programme) -> QuerySet[Alarm]:
    return access_alarms(programme).filter(answer="")


def designation_of(line: RegisterLine) -> Designation:
    return Designation(
        register=line.register,
        kind=line.kind,
        name=line.name,
        other_names=tuple(line.other_names),
        authority=line.authority,
        since=line.since,
        until=line.until,
        source=line.source,
        checked_on=line.checked_on,
        note=line.note,
    )


def money_ways(programme: Programme) -> MoneyWays:
    """As it was set, or neither mode."""
    return MoneyWays.objects.filter(programme=programme).first() or MoneyWays(programme=programme)


@dataclass(frozen=True)
class OrganisationRow:
    """One organisation and what the register says of it: ``open`` and ``answered`` alarms."""

    part: str
    name: str
    side: int | None
    open: int
    answered: int


def organisation_rows(programme: Programme) -> list[OrganisationRow]:
    """Every organisation of the programme, by part and name."""
    sides = {(one.part, one.name): one.side for one in programme.organisations.all()}
    told: dict[tuple[str, str], list[bool]] = {}
    for alarm in programme.alarms.all():
        told.setdefault((alarm.part, alarm.organisation), []).append(bool(alarm.answer))
    rows = []
    for key in organisations_of(programme):
        answers = told.get(key, [])
        rows.append(OrganisationRow(*key, sides.get(key), answers.count(False), answers.count(True)))
    return sorted(rows, key=lambda row: (Part.values.index(row.part), row.name))


def checked_on(programme: Programme) -> date | None:
    """The latest day on which a source of the register was looked at."""
    latest: date | None = programme.register.aggregate(day=Max("checked_on"))["day"]
    return latest


def payers(programme: Programme) -> QuerySet[Organisation]:
    return programme.organisations.filter(part=Part.PAYER)


def sides_without_payer(programme: Programme) -> list[int]:
    """Where payers are kept apart: communities for which nobody of their own pays, or one who is designated.

    A payer whose match waits for an answer, or was answered by keeping it, pays for nobody.
    """
    if not money_ways(programme).payers_apart:
        return []
    barred = set(
        programme.alarms.filter(part=Part.PAYER)
        .filter(answer__in=("", Alarm.Answer.KEPT_APART, Alarm.Answer.PARTED))
        .values_list("organisation", flat=True)
    )
    paid = {one.side for one in payers(programme) if one.name not in barred}
    return [number for number in programme.communities.values_list("number", flat=True) if number not in paid]
