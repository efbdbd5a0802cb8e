"""What may be known of the plan, of what has happened, and of who asks to be reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.steps.prepare.models import CarePlan, ContactPlan, HelpCall, Incident
from tracktwo.steps.programme.models import Programme

REACHED = (Role.PARTICIPANT, Role.GUARANTOR)


def care_plan_of(programme: Programme) -> CarePlan | None:
    return CarePlan.objects.filter(programme=programme).first()


def agreed_line(programme: Programme, language: str) -> str:
    """What is said outside, in this language; empty where nothing has been agreed."""
    plan = care_plan_of(programme)
    return str(plan.lines.get(language, "")) if plan else ""


def access_incidents(programme: Programme) -> QuerySet[Incident]:
    """The latest first."""
    return Incident.objects.filter(programme=programme).select_related("programme__compartment")


def told_incident(programme: Programme) -> Incident | None:
    """The latest thing of which everybody was told and that is not over."""
    return access_incidents(programme).filter(told_at__isnull=False, closed_at=None).first()


def has_said_safe(incident: Incident, account: Account) -> bool:
    return incident.safe.filter(account=account).exists()


def done_steps(incident: Incident) -> Mapping[str, datetime]:
    return dict(incident.steps.values_list("step", "done_at"))


@dataclass(frozen=True)
class Unheard:
    """Somebody who has not said to be safe, by alias."""

    alias: str
    role: str
    side: int | None


def list_unheard(incident: Incident) -> tuple[int, list[Unheard]]:
    """How many people of the communities have said to be safe, and who has not: they are called by another way."""
    inside = Standing.objects.filter(compartment=incident.programme.compartment, role__in=REACHED)
    heard = set(incident.safe.values_list("account", flat=True))
    found = inside.select_related("account").order_by("side", "account__alias")
    missing = {one.account_id: one for one in reversed(found) if one.account_id not in heard}
    number = len({one.account_id for one in found} & heard)
    lines = [Unheard(one.account.alias, str(Role(one.role).label), one.side) for one in missing.values()]
    return number, sorted(lines, key=lambda line: (line.side or 0, line.alias))


def list_accounts(programme: Programme) -> QuerySet[Account]:
    """Everybody who stands in the programme, by alias."""
    return Account.objects.filter(standings__compartment=programme.compartment).distinct().order_by("alias")


@dataclass(frozen=True)
class CallLine:
    """Somebody who asks to be reached, and the way that was agreed last (None where none was)."""

    call: HelpCall
    alias: str
    plan: ContactPlan | None


def list_calls(programme: Programme) -> list[CallLine]:
    """The longest waiting first."""
    calls = HelpCall.objects.filter(programme=programme).select_related("account", "programme__compartment")
    return [CallLine(call, call.account.alias, _way_of(programme, call.account)) for call in calls]


def _way_of(programme: Programme, account: Account) -> ContactPlan | None:
    ways = ContactPlan.objects.filter(seat__account=account, seat__workshop__programme=programme)
    return ways.order_by("-seat__workshop__number").first()


def help_call_of(programme: Programme, account: Account) -> HelpCall | None:
    return HelpCall.objects.filter(programme=programme, account=account).first()


def is_plan_due(programme: Programme, starts_on: date, today: date) -> bool:
    """Whether the plan is missing less than 90 days before a workshop."""
    return (starts_on - today).days <= 90 and care_plan_of(programme) is None
