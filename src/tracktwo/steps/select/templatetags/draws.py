"""Where draws are found: on the page of the step and on the page of a pool."""

from __future__ import annotations

from typing import Any

from django import template

from tracktwo.foundation.people.policies import can
from tracktwo.steps.select.models import Pool
from tracktwo.steps.select.queries.draws import access_draws, list_own_draws, party_of

register = template.Library()


@register.inclusion_tag("select/draws.html", takes_context=True)
def draws(context: Any) -> dict[str, Any]:
    """The draws of the programme for whoever sees them, the own rows for whoever has one."""
    programme, account = context["programme"], context["user"]
    sees = can(account, "select.see", programme.compartment)
    return {
        "programme": programme,
        "draws": access_draws(programme).order_by("-id")[:5] if sees else [],
        "party": party_of(programme, account),
        "own": list_own_draws(programme, account) if can(account, "select.own", programme.compartment) else [],
    }


@register.inclusion_tag("select/draw_link.html", takes_context=True)
def draw_link(context: Any, pool: Pool) -> dict[str, Any]:
    """The way from a pool of nominees to its draw."""
    programme = context["programme"]
    may = can(context["user"], "select.change", programme.compartment)
    return {"programme": programme, "pool": pool, "may": may and pool.kind == Pool.Kind.NOMINEES}
