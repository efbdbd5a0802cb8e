"""The way there and the way out: countries passed through, and what may keep somebody at home."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

SERVICE_AGE = "service-age"
EXIT_CODES = {
    SERVICE_AGE: "plan.exit_service_age",
    "summons": "plan.exit_summons",
    "secrets": "plan.exit_secrets",
    "permit": "plan.exit_permit",
}
EXIT_KINDS = tuple(EXIT_CODES)


@dataclass(frozen=True)
class TransitRule:
    """A dated fact: whoever lives in ``residence`` gets to ``destination`` only through one of ``via``.

    ``airside``: planes are changed without passing the border, so the countries on the way ask for nothing.
    """

    residence: str
    destination: str
    via: tuple[str, ...]
    airside: bool
    valid_from: date | None
    valid_until: date | None
    source: str
    checked_on: date

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@dataclass(frozen=True)
class ExitRule:
    """A hint, never a count: some of those who live in ``residence`` with this passport may not be let out.

    Whom it concerns is for that person alone to know, so nothing is computed from it: the workshop is remarked, and a
    remote seat suggested. ``kind`` is one of ``EXIT_KINDS`` and has a sentence of its own.
    """

    passport: str
    residence: str
    kind: str
    valid_from: date | None
    valid_until: date | None
    source: str
    checked_on: date

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


class RouteTable:
    """Transit rules by residence and destination; of several that hold, the one checked last speaks."""

    def __init__(self, rules: Iterable[TransitRule] = ()) -> None:
        self._rules: dict[tuple[str, str], list[TransitRule]] = {}
        for rule in rules:
            self._rules.setdefault((rule.residence, rule.destination), []).append(rule)

    def rule_for(self, residence: str, destination: str, on: date) -> TransitRule | None:
        """The rule that holds on ``on``; None where people travel directly, as far as anybody has said."""
        holding = [rule for rule in self._rules.get((residence, destination), ()) if rule.holds_on(on)]
        return max(holding, key=lambda rule: (rule.checked_on, rule.valid_from or date.min), default=None)
