"""What an application says so far, and what is missing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tracktwo.exchange.budgets import read_budget
from tracktwo.foundation.people.models import fold_alias
from tracktwo.foundation.vault.queries import list_handles
from tracktwo.steps.plan.models import Application, Workshop
from tracktwo.steps.plan.rosters import drawn_alternates, roster_of

# In the order of the guidelines of the International Studies Association for workshop grants.
WORDS = ("title", "coordinators", "abstract", "description", "relation", "commitments")
FEWEST_ALTERNATES = 2
# "Project description (max 5 pages)": 500 words a page.
MOST_WORDS = {"abstract": 200, "description": 2_500}
BLANK: dict[str, str] = dict.fromkeys((*WORDS, "alternates", "budget"), "") | {"currency": "EUR"}


def application_of(workshop: Workshop) -> Application | None:
    return Application.objects.filter(workshop=workshop).first()


def fields_of(workshop: Workshop) -> dict[str, Any]:
    own = application_of(workshop)
    return BLANK | (own.fields if own else {})


def alternates_in(fields: dict[str, Any]) -> list[str]:
    return [line.strip() for line in fields["alternates"].splitlines() if line.strip()]


def are_drawn(workshop: Workshop, alternates: list[str]) -> bool:
    """Where a cohort is drawn its alternates are too: a list by hand would be the queue that can be lobbied."""
    drawn = drawn_alternates(workshop)
    return drawn is None or {fold_alias(one) for one in alternates} <= {fold_alias(one) for one in drawn}


def people_in(workshop: Workshop) -> dict[str, UUID]:
    """Everybody in the application whom the vault has, alternates too: the handle by alias."""
    handles = {fold_alias(one.label): one.person for one in list_handles(workshop.programme.compartment) if one.label}
    wanted = [alias for alias, _side in roster_of(workshop)] + alternates_in(fields_of(workshop))
    return {alias: handles[fold_alias(alias)] for alias in wanted if fold_alias(alias) in handles}


def missing(workshop: Workshop) -> list[str]:
    """Codes of what the association would send back: see ``convert.pack.missing_words``."""
    fields = fields_of(workshop)
    found = [name for name in WORDS if not fields[name].strip()]
    found += [f"{name}_long" for name, most in MOST_WORDS.items() if len(fields[name].split()) > most]
    if not read_budget(fields["budget"]):
        found.append("budget")
    if not roster_of(workshop):
        found.append("participants")
    if len(alternates_in(fields)) < FEWEST_ALTERNATES:
        found.append("alternates")
    elif not are_drawn(workshop, alternates_in(fields)):
        found.append("alternates_undrawn")
    if not workshop.deadlines_met.filter(kind="roster_freeze").exists():
        found.append("freeze")
    if not workshop.city:
        found.append("place")
    return found
