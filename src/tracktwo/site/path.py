"""The path as one walker sees it: eight steps with their state, and what waits, gathered from every step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib import import_module
from types import ModuleType

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tracktwo.foundation.people.models import Account
from tracktwo.foundation.people.policies import standings
from tracktwo.site.changes import kept
from tracktwo.steps.programme.models import Programme
from tracktwo.steps.programme.path import StepState, Waiting, Walker

ORDER = ("programme", "plan", "select", "prepare", "convene", "agree", "transmit", "measure")
# How the strands run beside each step: apart, towards each other, interlaced, and apart again.
# The verb that opens each step's page; a walker who may not gets the state and no link.
ENTER = {key: "select.enter" if key == "select" else f"{key}.see" for key in ORDER}
STRANDS = {"prepare": "near", "convene": "meet", "agree": "meet", "transmit": "part"}


@dataclass(frozen=True)
class Step:
    number: int
    key: str
    name: str
    state: StepState
    strand: str
    open: bool


def names() -> dict[str, str]:
    return {
        "programme": _("Programme"),
        "plan": _("Plan"),
        "select": _("Select"),
        "prepare": _("Prepare"),
        "convene": _("Convene"),
        "agree": _("Agree"),
        "transmit": _("Transmit"),
        "measure": _("Measure"),
    }


def _room(key: str) -> ModuleType:
    return import_module(f"tracktwo.steps.{key}.path")


def walker_for(programme: Programme, account: Account, now: datetime) -> Walker:
    roles = frozenset((held.role, held.side) for held in standings(account, programme.compartment))
    return Walker(programme, account, roles, now)


def steps(walker: Walker) -> list[Step]:
    """The eight steps in their order, each with its state, and open where the walker may enter."""
    labels = names()
    states = kept((walker.programme.pk, walker.now.date(), get_language()), lambda: _states(walker))
    return [
        Step(number, key, labels[key], states[key], STRANDS.get(key, "far"), walker.may(ENTER[key]))
        for number, key in enumerate(ORDER, start=1)
    ]


def _states(walker: Walker) -> dict[str, StepState]:
    """How far each step is: a matter of the programme and the day, the same for every walker."""
    return {key: _room(key).state(walker) for key in ORDER}


def waiting(walker: Walker) -> list[Waiting]:
    """Everything that waits: what is the walker's own first, then by date, then along the path."""
    found = [
        replace(one, step=number) for number, key in enumerate(ORDER, start=1) for one in _room(key).waiting(walker)
    ]
    return sorted(found, key=lambda one: (not one.mine, one.due or date.max, one.step))
