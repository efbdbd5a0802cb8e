"""What has to be done so many days before a workshop begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.methods.record import Refusal

KINDS = ("application", "roster_freeze", "invitation", "visa", "go_no_go", "print_pack")
# Proposals. Application: ISA asks on 30 June for a workshop in March or April (isanet.org, Workshop Grants, guidelines
# of 2018 and 2021, read 2026-11-25). Visa: only where no entry rule of the plan says more. The others follow from
# these: an invitation letter comes before the visa, names are fixed before the letter.
PROPOSED: Mapping[str, int] = {
    "application": 270,
    "roster_freeze": 150,
    "invitation": 130,
    "visa": 100,
    "go_no_go": 30,
    "print_pack": 5,
}
MOST_DAYS = 730
OVERDUE, SOON, AHEAD = "overdue", "soon", "ahead"
SOON_DAYS = 14


@dataclass(frozen=True)
class Deadline:
    """One thing, due at the end of this day at the place of the workshop."""

    kind: str
    due: date


def count_back(first_day: date, offsets: Mapping[str, int], known: Mapping[str, date] | None = None) -> list[Deadline]:
    """The deadlines of a workshop, earliest first: due = first_day - offset, in days of the calendar.

    ``offsets`` names any of ``KINDS``; one left out has no deadline. ``known`` holds days that are known from elsewhere
    (the last day for visas by the entry rules): of both, the earlier counts. Raises Refusal ``plan.offset`` for an
    offset that is not from 0 to ``MOST_DAYS``.
    """
    for kind, days in offsets.items():
        if kind not in KINDS or not 0 <= days <= MOST_DAYS:
            raise Refusal("plan.offset", least=0, most=MOST_DAYS)
    days_known = known or {}
    counted = {kind: first_day - timedelta(days=days) for kind, days in offsets.items()}
    for kind, day in days_known.items():
        counted[kind] = min(day, counted.get(kind, day))
    return sorted((Deadline(kind, due) for kind, due in counted.items()), key=_order)


def _order(one: Deadline) -> tuple[date, int]:
    return one.due, KINDS.index(one.kind)


def urgency(due: date, today: date) -> str:
    """OVERDUE once the day has passed, SOON from two weeks before it, else AHEAD."""
    if due < today:
        return OVERDUE
    return SOON if due <= today + timedelta(days=SOON_DAYS) else AHEAD
