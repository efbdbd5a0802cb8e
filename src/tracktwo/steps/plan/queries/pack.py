"""What an application says so far, and what is missing."""

from __future__ import annotations

from typing import Any

from tracktwo.exchange.budgets import read_budget
from tracktwo.steps.plan.models import Application, Workshop
from tracktwo.steps.plan.rosters import roster_of

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
    if not workshop.deadlines_met.filter(kind="roster_freeze").exists():
        found.append("freeze")
    if not workshop.city:
        found.append("place")
    return found
