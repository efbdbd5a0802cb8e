"""The plan: workshops with their days, what was left and why, and how good this provably is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracktwo.methods.dates.candidates import Cost
from tracktwo.methods.dates.edition import Edition
from tracktwo.methods.dates.entry import EntryClass
from tracktwo.methods.dates.reason import Reason


@dataclass(frozen=True)
class Workshop:
    """A workshop from ``first`` to ``last`` day, ``offset_days`` before the edition opens.

    ``entry`` says what each passport class needs, ``apply_by`` the earliest deadline among them;
    ``remarks`` are reasons that did not forbid it.
    """

    number: int
    edition: Edition
    first: date
    last: date
    offset_days: int
    locked: bool
    held: bool
    costs: tuple[Cost, ...]
    remarks: tuple[Reason, ...]
    entry: tuple[EntryClass, ...]
    apply_by: date | None


@dataclass(frozen=True)
class Rejected:
    """An edition left, with every reason; ``may_enter`` counts whom the border admits (None: venue open)."""

    edition: Edition
    reasons: tuple[Reason, ...]
    remarks: tuple[Reason, ...]
    may_enter: int | None


@dataclass(frozen=True)
class Alternative:
    """One of the next best plans: which editions leave, which come, and by how many points it costs more.

    ``worse`` and ``better`` say of what: each kind of inconvenience with how much more, or less, there is of it.
    """

    leave: tuple[Edition, ...]
    come: tuple[Edition, ...]
    costs_more: int
    worse: tuple[Cost, ...] = ()
    better: tuple[Cost, ...] = ()


@dataclass(frozen=True)
class Moved:
    """A workshop that keeps its edition and changes its days."""

    edition: Edition
    was: date
    now: date


@dataclass(frozen=True)
class Changes:
    """What a new plan changes of the one before: workshops that stay, move, leave and come; days moved in all."""

    stay: int
    moved: tuple[Moved, ...]
    leave: tuple[Edition, ...]
    come: tuple[Edition, ...]
    days: int

    @property
    def is_none(self) -> bool:
        return not (self.moved or self.leave or self.come)


@dataclass(frozen=True)
class Plan:
    """``objective`` is in points (see ``Weights``); no plan costs less than ``bound``."""

    workshops: tuple[Workshop, ...]
    rejected: tuple[Rejected, ...]
    alternatives: tuple[Alternative, ...]
    shared_costs: tuple[Cost, ...]
    objective: int
    bound: int
    gap: float
    editions: int
    constraints: int
    today: date
    changes: Changes | None = None

    @property
    def is_optimal(self) -> bool:
        return self.bound == self.objective
