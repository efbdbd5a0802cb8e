"""Who may enter where, by when one must have applied: counts per passport class, never persons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

VISA_FREE = "visa-free"
E_VISA = "e-visa"
VISA = "visa"
BARRED = "barred"
UNKNOWN = "unknown"
REQUIREMENTS = (VISA_FREE, E_VISA, VISA, BARRED)


@dataclass(frozen=True)
class DelegationLine:
    """``count`` people of one community who travel on one passport and live in one country (ISO codes)."""

    community: str
    passport: str
    residence: str
    count: int


@dataclass(frozen=True)
class Delegation:
    """The cohort as the planner sees it: numbers by community, passport and residence."""

    lines: tuple[DelegationLine, ...] = ()

    @property
    def total(self) -> int:
        return sum(line.count for line in self.lines)

    @property
    def communities(self) -> tuple[str, ...]:
        """Communities in the order of their first line."""
        return tuple(dict.fromkeys(line.community for line in self.lines))


@dataclass(frozen=True)
class EntryRule:
    """A dated fact: what a passport needs to enter a destination.

    ``lead_days`` is the number of days before arrival by which the application must be in (an assumption of
    the host's own planning); ``valid_from`` and ``valid_until`` are open where None; ``checked_on`` says
    when somebody looked.
    """

    passport: str
    destination: str
    requirement: str
    lead_days: int
    valid_from: date | None
    valid_until: date | None
    source: str
    checked_on: date

    def holds_on(self, day: date) -> bool:
        """Whether the rule covers ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True)
class EntryClass:
    """``count`` people of one community with one passport, and what they need at one venue on one day."""

    community: str
    passport: str
    count: int
    requirement: str
    lead_days: int

    def apply_by(self, arrival: date) -> date | None:
        """The last day to apply, or None where nothing has to be applied for."""
        if self.requirement not in (E_VISA, VISA):
            return None
        return arrival - timedelta(days=self.lead_days)


class EntryTable:
    """Entry rules by passport and destination; of several that hold, the one checked last speaks."""

    def __init__(self, rules: Iterable[EntryRule]) -> None:
        self._rules: dict[tuple[str, str], list[EntryRule]] = {}
        for rule in rules:
            self._rules.setdefault((rule.passport, rule.destination), []).append(rule)

    def rule_for(self, passport: str, destination: str, on: date) -> EntryRule | None:
        """The rule that holds on ``on``, or None when nobody has looked it up."""
        holding = [rule for rule in self._rules.get((passport, destination), ()) if rule.holds_on(on)]
        return max(holding, key=lambda rule: (rule.checked_on, rule.valid_from or date.min), default=None)

    def classes(self, delegation: Delegation, destination: str, on: date) -> tuple[EntryClass, ...]:
        """What each (community, passport) needs; who lives or holds a passport there needs nothing."""
        found: dict[tuple[str, str, str, int], int] = {}
        for line in delegation.lines:
            need, lead = self._need(line, destination, on)
            key = (line.community, line.passport, need, lead)
            found[key] = found.get(key, 0) + line.count
        return tuple(
            EntryClass(community, passport, count, need, lead)
            for (community, passport, need, lead), count in sorted(found.items())
            if count
        )

    def _need(self, line: DelegationLine, destination: str, on: date) -> tuple[str, int]:
        if destination in (line.passport, line.residence):
            return VISA_FREE, 0
        rule = self.rule_for(line.passport, destination, on)
        return (UNKNOWN, 0) if rule is None else (rule.requirement, rule.lead_days)
