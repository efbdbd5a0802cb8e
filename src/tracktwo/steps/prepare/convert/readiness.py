"""The way of one seat, with deadlines counted back from the workshop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from tracktwo.foundation.people.models import Role
from tracktwo.methods.dates import Task
from tracktwo.methods.dates.journey import DAYS_BEFORE
from tracktwo.steps.prepare.models import Readiness

SETTLED = frozenset({Readiness.Standing.READY, Readiness.Standing.NOT_NEEDED})
# What the host does for everybody; the rest only the traveller can do.
HOST_ITEMS = (Readiness.Item.LETTER, Readiness.Item.TICKET, Readiness.Item.COVER)
ITEMS = tuple(Readiness.Item(kind) for kind in DAYS_BEFORE)


@dataclass(frozen=True)
class Need:
    """One line of a seat's checklist."""

    task: Task
    standing: str
    lack: str = ""

    @property
    def item(self) -> str:
        return self.task.kind

    @property
    def label(self) -> str:
        return str(Readiness.Item(self.item).label)

    @property
    def owner(self) -> Role:
        return Role.CONVENER if self.item in HOST_ITEMS else Role.PARTICIPANT

    @property
    def due(self) -> date:
        return self.task.next_day(begun=self.standing == Readiness.Standing.IN_HAND)

    @property
    def settled(self) -> bool:
        return self.standing in SETTLED

    @property
    def standing_label(self) -> str:
        return str(Readiness.Standing(self.standing).label)

    @property
    def lack_label(self) -> str:
        return str(Readiness.Lack(self.lack).label) if self.lack else ""


def needs(said: Mapping[str, Readiness], tasks: Iterable[Task]) -> list[Need]:
    """All lines of the checklist, what comes first first; what nobody has said stands open."""
    found = [_need(task, said.get(task.kind)) for task in tasks]
    return sorted(found, key=lambda need: (need.settled, need.due))


def _need(task: Task, row: Readiness | None) -> Need:
    return Need(task, row.standing, row.lack) if row else Need(task, Readiness.Standing.OPEN.value)
