"""What every page gets: is this the demonstration, and inside a programme the rail and who may go where."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from tracktwo.foundation.people.models import Account, Role
from tracktwo.site.path import Step, steps, walker_for
from tracktwo.steps.prepare.queries.care import told_incident
from tracktwo.steps.programme.models import Community, Programme
from tracktwo.steps.programme.path import Walker
from tracktwo.steps.programme.queries import access_programmes, list_communities

INSIDE = (
    "walker",
    "rail",
    "today",
    "communities",
    "own_roles",
    "may_change_programme",
    "may_read_record",
    "may_open_vault",
    "may_act_on_incident",
    "may_ask_to_be_reached",
    "everybody_told",
)


def house(request: HttpRequest) -> dict[str, Any]:
    """``programme`` comes from the address, and only if the person stands in it. Asked once for a request."""
    kept: dict[str, Any] | None = getattr(request, "house", None)
    if kept is not None:
        return kept
    found: dict[str, Any] = {"demo": settings.TRACKTWO_DEMO, "languages": settings.LANGUAGES}
    key = request.resolver_match.kwargs.get("key") if request.resolver_match else None
    user = getattr(request, "user", None)
    if key and isinstance(user, Account):
        programme = access_programmes(user).filter(key=key).first()
        if programme is not None:
            found |= _inside(programme, user)
    request.house = found  # type: ignore[attr-defined]
    return found


def _inside(programme: Programme, account: Account) -> dict[str, Any]:
    """Worked out when a template first names it: a part of a live screen has no rail, and asks every two seconds."""
    inside = _Inside(programme, account)
    return {"programme": programme} | {
        name: SimpleLazyObject(lambda name=name: getattr(inside, name)) for name in INSIDE
    }


class _Inside:
    def __init__(self, programme: Programme, account: Account) -> None:
        self._programme, self._account, self._now = programme, account, timezone.now()
        self.today = self._now.date()

    @cached_property
    def walker(self) -> Walker:
        return walker_for(self._programme, self._account, self._now)

    @cached_property
    def rail(self) -> list[Step]:
        return steps(self.walker)

    @cached_property
    def communities(self) -> list[Community]:
        return list_communities(self._programme, self.today)

    @property
    def own_roles(self) -> str:
        names = {community.number: community.name for community in self.communities}
        roles = sorted(self.walker.roles, key=lambda role: (role[0], role[1] or 0))
        return ", ".join(
            f"{Role(role).label} ({names[side]})" if side else str(Role(role).label) for role, side in roles
        )

    @property
    def may_change_programme(self) -> bool:
        return self.walker.may("programme.change")

    @property
    def may_read_record(self) -> bool:
        return self.walker.may("record.read")

    @property
    def may_open_vault(self) -> bool:
        return self.walker.may("vault.open")

    @property
    def may_act_on_incident(self) -> bool:
        return self.walker.may("prepare.incident")

    @property
    def may_ask_to_be_reached(self) -> bool:
        return self.walker.may("prepare.own")

    @cached_property
    def everybody_told(self) -> bool:
        """Everybody inside reads on every page that something has happened, until it is over."""
        return told_incident(self._programme) is not None
