"""What every page gets: is this the demonstration, and inside a programme the rail and who may go where."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from tracktwo.foundation.people.models import Account, Role
from tracktwo.site.path import steps, walker_for
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.programme.queries import access_programmes, list_communities


def house(request: HttpRequest) -> dict[str, Any]:
    """``programme`` comes from the address, and only if the person stands in it."""
    found: dict[str, Any] = {"demo": settings.TRACKTWO_DEMO, "languages": settings.LANGUAGES}
    key = request.resolver_match.kwargs.get("key") if request.resolver_match else None
    user = getattr(request, "user", None)
    if key and isinstance(user, Account):
        programme = access_programmes(user).filter(key=key).first()
        if programme is not None:
            found |= _inside(programme, user)
    return found


def _inside(programme: Programme, account: Account) -> dict[str, Any]:
    now = timezone.now()
    walker = walker_for(programme, account, now)
    communities = list_communities(programme, now.date())
    names = {community.number: community.name for community in communities}
    roles = sorted(walker.roles, key=lambda role: (role[0], role[1] or 0))
    return {
        "programme": programme,
        "walker": walker,
        "rail": steps(walker),
        "today": now.date(),
        "communities": communities,
        "own_roles": ", ".join(
            f"{Role(role).label} ({names[side]})" if side else str(Role(role).label) for role, side in roles
        ),
        "may_change_programme": walker.may("programme.change"),
        "may_read_record": walker.may("record.read"),
        "may_open_vault": walker.may("vault.open"),
    }
