"""What one traveller has to settle before a workshop, from the same dated rules as the plan, counted back from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from tracktwo.methods.dates.entry import (
    E_VISA,
    UNKNOWN,
    VISA,
    VISA_FREE,
    Delegation,
    DelegationLine,
    EntryClass,
    EntryRule,
    EntryTable,
)
from tracktwo.methods.dates.ways import ExitRule, RouteTable, TransitRule

PAPERS, LETTER, ENTRY, TRANSIT, EXIT, TICKET, COVER = (
    *("papers", "letter", "entry", "transit", "exit", "ticket", "cover"),
)
# How many days before the workshop each thing should stand. Planning habits of the third party, not rules of any state.
DAYS_BEFORE: Mapping[str, int] = {PAPERS: 90, LETTER: 60, ENTRY: 45, TRANSIT: 40, EXIT: 30, TICKET: 21, COVER: 7}
# A consulate asks for the letter first: it is handed over so many days before the application.
LETTER_AHEAD = 14
PAPERS_ASKED = frozenset({VISA, E_VISA})
# What is found of a way: nothing told yet, no place yet, at home, direct, planes changed; else a requirement of ENTRY.
UNTOLD, NO_PLACE, AT_HOME, DIRECT, AIRSIDE = "untold", "no-place", "at-home", "direct", "airside"
ASKED_FOR, ON_WISH, HINTS, NO_HINT, CHECK = "asked-for", "on-wish", "hints", "no-hint", "check"
FINDINGS = frozenset(
    {UNTOLD, NO_PLACE, AT_HOME, DIRECT, AIRSIDE, ASKED_FOR, ON_WISH, HINTS, NO_HINT, CHECK, UNKNOWN}
    | {VISA_FREE, E_VISA, VISA, "barred"}
)


@dataclass(frozen=True)
class Papers:
    """The passport somebody travels on and the country they live in (ISO codes)."""

    passport: str
    residence: str


@dataclass(frozen=True)
class Said:
    """Who says so, and when somebody last looked."""

    source: str
    checked_on: date


@dataclass(frozen=True)
class Borders:
    """The dated rules that hold for a programme."""

    entry: Collection[EntryRule] = ()
    transit: Collection[TransitRule] = ()
    exits: Collection[ExitRule] = ()


@dataclass(frozen=True)
class Task:
    """One line of the checklist. ``begin_by`` is the last day to apply, None where nothing is applied for.

    ``finding`` is one of ``FINDINGS``; ``via`` names the country on the way, ``hints`` the kinds of exit rules that
    may concern this traveller: whether they do is for that person alone to know.
    """

    kind: str
    finding: str
    due: date
    begin_by: date | None = None
    via: str = ""
    hints: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()

    def next_day(self, *, begun: bool) -> date:
        """The day that counts now: that of applying until one has, then that of having it."""
        return self.due if begun or self.begin_by is None else self.begin_by


def journey_of(papers: Papers | None, venue: str, arrival: date, borders: Borders) -> tuple[Task, ...]:
    """Every kind exactly once, in the order in which it has to be begun.

    Everybody has the same kinds, whatever the passport: a list of what each still needs, seen by others, must not tell
    who travels on what. Only what stands in a line differs. ``papers`` None: the traveller has not said yet; ``venue``
    "": no place is known. O(number of rules).
    """
    found = _Finder(papers, venue, arrival, borders)
    order = list(DAYS_BEFORE)
    return tuple(sorted(found.tasks(), key=lambda task: (task.next_day(begun=False), order.index(task.kind))))


class _Finder:
    """The rules asked once for one traveller."""

    def __init__(self, papers: Papers | None, venue: str, arrival: date, borders: Borders) -> None:
        self.papers, self.venue, self.arrival, self.borders = papers, venue, arrival, borders
        self.table = EntryTable(borders.entry, borders.transit)

    def tasks(self) -> list[Task]:
        plain = [self._task(PAPERS, CHECK), self._task(TICKET, ""), self._task(COVER, "")]
        if self.papers is None or not self.venue:
            unsaid = NO_PLACE if self.papers else UNTOLD
            return [*plain, *(self._task(kind, unsaid) for kind in (LETTER, ENTRY, TRANSIT, EXIT))]
        entry, transit = self._entry(self.papers), self._transit(self.papers)
        return [*plain, entry, transit, self._letter(entry, transit), self._exit(self.papers)]

    def _task(self, kind: str, finding: str, lead: int = 0, **more: object) -> Task:
        """Nothing that is applied for can be due before the last day of applying."""
        begin_by = self.arrival - timedelta(days=lead) if lead else None
        due = self.arrival - timedelta(days=DAYS_BEFORE[kind])
        return Task(kind, finding, max(due, begin_by or due), begin_by, **more)  # type: ignore[arg-type]

    def _entry(self, papers: Papers) -> Task:
        if self.venue in (papers.passport, papers.residence):
            return self._task(ENTRY, AT_HOME)
        rule = self.table.rule_for(papers.passport, self.venue, self.arrival)
        if rule is None:
            return self._task(ENTRY, UNKNOWN)
        return self._task(ENTRY, rule.requirement, _lead(rule), said=(Said(rule.source, rule.checked_on),))

    def _transit(self, papers: Papers) -> Task:
        line = DelegationLine("", papers.passport, papers.residence, 1)
        way = self.table.classes(Delegation((line,)), self.venue, self.arrival)[0]
        rule = RouteTable(self.borders.transit).rule_for(papers.residence, self.venue, self.arrival)
        if not way.via or rule is None or papers.residence == self.venue:
            return self._task(TRANSIT, DIRECT)
        said = (Said(rule.source, rule.checked_on),)
        if rule.airside:
            return self._task(TRANSIT, AIRSIDE, via=" ".join(rule.via), said=said)
        return self._through(papers, way, said)

    def _through(self, papers: Papers, way: EntryClass, said: tuple[Said, ...]) -> Task:
        """Over the border of the easiest country on the way, by that country's own rule for this passport."""
        rule = self.table.rule_for(papers.passport, way.via, self.arrival)
        more = (*said, Said(rule.source, rule.checked_on)) if rule else said
        lead = _lead(rule) if rule and way.via_requirement in PAPERS_ASKED else 0
        return self._task(TRANSIT, way.via_requirement, lead, via=way.via, said=more)

    def _letter(self, entry: Task, transit: Task) -> Task:
        """In hand before the first application for which a consulate asks to see it."""
        first = min((task.begin_by for task in (entry, transit) if task.begin_by), default=None)
        if first is None:
            return self._task(LETTER, ON_WISH)
        return Task(LETTER, ASKED_FOR, first - timedelta(days=LETTER_AHEAD))

    def _exit(self, papers: Papers) -> Task:
        who = (papers.passport, papers.residence)
        rules = [
            rule
            for rule in self.borders.exits
            if (rule.passport, rule.residence) == who and rule.holds_on(self.arrival)
        ]
        kinds = tuple(dict.fromkeys(rule.kind for rule in rules))
        said = tuple(dict.fromkeys(Said(rule.source, rule.checked_on) for rule in rules))
        return self._task(EXIT, HINTS if kinds else NO_HINT, hints=kinds, said=said)


def _lead(rule: EntryRule) -> int:
    return rule.lead_days if rule.requirement in PAPERS_ASKED else 0


def kinds_due(tasks: Collection[Task], settled: Collection[str], begun: Collection[str], today: date) -> list[str]:
    """Kinds whose day has passed and that are not settled."""
    open_ = (task for task in tasks if task.kind not in settled)
    return [task.kind for task in open_ if task.next_day(begun=task.kind in begun) < today]


def sources_of(tasks: Collection[Task]) -> tuple[Said, ...]:
    """Everything the lines stand on, each once, in their order."""
    return tuple(dict.fromkeys(chain.from_iterable(task.said for task in tasks)))
