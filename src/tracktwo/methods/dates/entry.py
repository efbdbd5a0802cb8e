"""Who may enter where, by when one must have applied: counts per passport class, never persons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.methods.dates.ways import RouteTable, TransitRule

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
    """``count`` people of one community with one passport, and what they need at one venue on one day.

    ``via`` is the country on the way, or several separated by blanks where none of them lets these people through;
    ``via_requirement`` is what it asks of them; ``lead_days`` is the longer of both leads.
    """

    community: str
    passport: str
    count: int
    requirement: str
    lead_days: int
    via: str = ""
    via_requirement: str = ""

    @property
    def is_admitted(self) -> bool:
        """Whether they may enter and get there, with or without papers."""
        return not {self.requirement, self.via_requirement} & {BARRED, UNKNOWN}

    def apply_by(self, arrival: date) -> date | None:
        """The last day to apply, or None where nothing has to be applied for."""
        if not {self.requirement, self.via_requirement} & {E_VISA, VISA}:
            return None
        return arrival - timedelta(days=self.lead_days)


class EntryTable:
    """Entry rules by passport and destination; of several that hold, the one checked last speaks."""

    def __init__(self, rules: Iterable[EntryRule], transit: Iterable[TransitRule] = ()) -> None:
        self._routes = RouteTable(transit)
        self._rules: dict[tuple[str, str], list[EntryRule]] = {}
        for rule in rules:
            self._rules.setdefault((rule.passport, rule.destination), []).append(rule)

    def rule_for(self, passport: str, destination: str, on: date) -> EntryRule | None:
        """The rule that holds on ``on``, or None when nobody has looked it up."""
        holding = [rule for rule in self._rules.get((passport, destination), ()) if rule.holds_on(on)]
        return max(holding, key=lambda rule: (rule.checked_on, rule.valid_from or date.min), default=None)

    def classes(self, delegation: Delegation, destination: str, on: date) -> tuple[EntryClass, ...]:
        """What each (community, passport) needs; who lives or holds a passport there needs nothing."""
        found: dict[tuple[str, str, str, int, str, str], int] = {}
        asked: dict[tuple[str, str], tuple[str, int, str, str]] = {}
        for line in delegation.lines:
            papers = line.passport, line.residence
            if papers not in asked:
                need, lead = self._need(line, destination, on)
                via, via_need, via_lead = self._way(line, destination, on)
                asked[papers] = need, max(lead, via_lead), via, via_need
            key = (line.community, line.passport, *asked[papers])
            found[key] = found.get(key, 0) + line.count
        return tuple(
            EntryClass(community, passport, count, need, lead, via, via_need)
            for (community, passport, need, lead, via, via_need), count in sorted(found.items())
            if count
        )

    def _need(self, line: DelegationLine, destination: str, on: date) -> tuple[str, int]:
        if destination in (line.passport, line.residence):
            return VISA_FREE, 0
        rule = self.rule_for(line.passport, destination, on)
        return (UNKNOWN, 0) if rule is None else (rule.requirement, rule.lead_days)

    def _way(self, line: DelegationLine, destination: str, on: date) -> tuple[str, str, int]:
        """The easiest country on the way with what it asks and its lead; blank where people travel directly."""
        rule = None if destination == line.residence else self._routes.rule_for(line.residence, destination, on)
        if rule is None:
            return "", "", 0
        if rule.airside:
            return rule.via[0], VISA_FREE, 0
        asked = [(via, *self._need(line, via, on)) for via in rule.via]
        open_ = [one for one in asked if one[1] not in (BARRED, UNKNOWN)]
        if open_:
            return min(open_, key=lambda one: REQUIREMENTS.index(one[1]))
        unknown = any(need == UNKNOWN for _, need, _ in asked)
        return " ".join(rule.via), UNKNOWN if unknown else BARRED, 0
