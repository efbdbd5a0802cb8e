"""The log of what was carried, and how far two coders agree about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account
from tracktwo.methods.counts import NOMINAL, ORDINAL, Agreement, agreement
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.transmit.models import Coding, Response, Transmission

RESPONSES = {value: place for place, value in enumerate(Response.values)}


@dataclass(frozen=True)
class Agreeing:
    """How far coders agree about the grade of evidence and about the response."""

    grade: Agreement
    response: Agreement
    coded: int


def access_log(programme: Programme) -> QuerySet[Transmission]:
    found = Transmission.objects.filter(workshop__programme=programme)
    return found.select_related("workshop__programme__compartment", "community", "brief")


def list_log(workshop: Workshop) -> list[Transmission]:
    return list(workshop.transmissions.select_related("community", "brief__cell").prefetch_related("codings"))


def due_entries(programme: Programme, today: date) -> QuerySet[Transmission]:
    """Entries whose day to ask again has come and that nobody has followed."""
    return access_log(programme).filter(follow_up_on__lte=today, followed_on=None).order_by("follow_up_on")


def coding_of(account: Account, entry: Transmission) -> Coding | None:
    return entry.codings.filter(coder=account).first()


def to_code(account: Account, workshop: Workshop) -> int:
    """How many entries this person has not read as a coder yet."""
    return workshop.transmissions.exclude(codings__coder=account).count()


def agreeing(workshop: Workshop) -> Agreeing:
    """Krippendorff's alpha over entries that two people at least have coded."""
    units: dict[int, list[Coding]] = {}
    for coding in Coding.objects.filter(transmission__workshop=workshop).order_by("transmission_id", "coder_id"):
        units.setdefault(coding.transmission_id, []).append(coding)
    return Agreeing(
        agreement([[one.grade for one in unit] for unit in units.values()], ORDINAL),
        agreement([[RESPONSES[one.response] for one in unit] for unit in units.values()], NOMINAL),
        sum(len(unit) >= 2 for unit in units.values()),
    )


def used_in(brief_number: int) -> list[Transmission]:
    """Where a brief was carried, the earliest first: what to tell when a consent under it is gone."""
    return list(Transmission.objects.filter(brief=brief_number).order_by("month", "id"))


def answered_clauses(workshop: Workshop) -> dict[tuple[str, int | None], set[str]]:
    """By audience and community, the findings to which an answer came."""
    told: dict[tuple[str, int | None], set[str]] = {}
    silent = (Response.NONE, Response.RECEIVED)
    for entry in workshop.transmissions.exclude(response__in=silent):
        told.setdefault((entry.audience, entry.community_id), set()).update(entry.findings)
    return told
