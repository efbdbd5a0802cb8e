"""Each edition alone: the days on which a workshop could stand before it, at what cost, or why none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.methods.dates.clear import ClearDay
from tracktwo.methods.dates.edition import UNSURE, Edition
from tracktwo.methods.dates.entry import BARRED, E_VISA, UNKNOWN, VISA, Delegation, EntryClass, EntryTable
from tracktwo.methods.dates.means import Means
from tracktwo.methods.dates.reason import Param, Reason
from tracktwo.methods.dates.ways import EXIT_CODES, ExitRule
from tracktwo.methods.dates.wishes import Locked, Weights, Wishes


@dataclass(frozen=True)
class Cost:
    """``count`` times one inconvenience, weighing ``points`` in all."""

    kind: str
    count: int
    points: int


@dataclass(frozen=True)
class Option:
    """A workshop that could be: its edition, its days, what it costs by itself, and what to know about it."""

    edition: Edition
    first: date
    last: date
    costs: tuple[Cost, ...]
    remarks: tuple[Reason, ...]
    entry: tuple[EntryClass, ...]
    locked: bool = False
    held: bool = False
    # What taking it changes of the plan before: workshops, days, and both weighed above all points.
    changes: int = 0
    moves: int = 0
    change: int = 0

    @property
    def points(self) -> int:
        return sum(cost.points for cost in self.costs)

    @property
    def offset_days(self) -> int:
        return (self.edition.start - self.last).days


@dataclass(frozen=True)
class Candidate:
    """An edition with the options it leaves open; without any, ``barred_by`` says why, completely."""

    edition: Edition
    options: tuple[Option, ...]
    barred_by: tuple[Reason, ...]
    remarks: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class World:
    """What is known when planning: who goes, what borders ask, which days are kept, what day it is."""

    delegation: Delegation
    entry: EntryTable
    clear: tuple[ClearDay, ...]
    today: date
    exits: tuple[ExitRule, ...] = ()
    means: Means = Means()


def look_at(edition: Edition, wishes: Wishes, weights: Weights, world: World) -> Candidate:
    """Options of one edition, or every fixed reason against its preferred days."""
    locked = next((lock for lock in wishes.locked if lock.edition == edition.key), None)
    if locked is not None:
        return Candidate(edition, (_keep(edition, locked, wishes, weights, world),), ())
    if gone := _is_gone(edition):
        return Candidate(edition, (), (gone,))
    first, last = _days(edition, wishes, 0)
    remarks = _remarks(edition, _soft_days(edition, first, last, wishes, world.clear))
    tried = [_days(edition, wishes, slack) for slack in range(wishes.slack_days + 1)]
    against = [_reasons_against(edition, first, last, wishes, world) for first, last in tried]
    options = tuple(
        _option(edition, first, last, wishes, weights, world)
        for (first, last), reasons in zip(tried, against, strict=True)
        if not reasons
    )
    return Candidate(edition, options, () if options else tuple(against[0]), remarks)


def _days(edition: Edition, wishes: Wishes, slack: int) -> tuple[date, date]:
    last = edition.start - timedelta(days=wishes.offset_days + slack)
    return last - timedelta(days=wishes.length_days - 1), last


def _is_gone(edition: Edition) -> Reason | None:
    if edition.status in ("cancelled", "moved"):
        return Reason(f"plan.{edition.status}", {"source": edition.source})
    if edition.is_online:
        return Reason("plan.online")
    return None


def _reasons_against(edition: Edition, first: date, last: date, wishes: Wishes, world: World) -> list[Reason]:
    """Days first: what lies outside the years is not also looked up at the border."""
    outside = _outside(edition, first, wishes, world.today)
    if outside:
        return [outside]
    return [
        *_crossed(first, last, wishes, world.clear),
        *_missing(first, last, world.means),
        *_entry_against(edition, first, world),
    ]


def _outside(edition: Edition, first: date, wishes: Wishes, today: date) -> Reason | None:
    if not wishes.first_day <= edition.start <= wishes.last_day:
        return Reason("plan.outside_years", {"first_day": wishes.first_day, "last_day": wishes.last_day})
    if first < wishes.first_day:
        return Reason(
            "plan.starts_too_early",
            {"workshop_day": first, "first_day": wishes.first_day, "offset": wishes.offset_days},
        )
    if first < today:
        return Reason("plan.past", {"workshop_day": first, "today": today})
    return None


def _crossed(first: date, last: date, wishes: Wishes, clear: Iterable[ClearDay]) -> list[Reason]:
    return [
        Reason("plan.kept_clear", {"day": kept.day, "name": kept.name, "community": kept.community})
        for kept in clear
        if kept.kind in wishes.hard_kinds and _touches(kept.day, first, last, wishes)
    ]


def _touches(day: date, first: date, last: date, wishes: Wishes) -> bool:
    """A margin before a kept day forbids the workshop to reach into it, and likewise after."""
    return first - timedelta(days=wishes.clear_after) <= day <= last + timedelta(days=wishes.clear_before)


def _missing(first: date, last: date, means: Means) -> list[Reason]:
    found = [Reason("plan.away", {"who": a.who, "first": a.first, "last": a.last}) for a in means.missing(first, last)]
    present, needed = means.facilitators_present(first, last), means.facilitators_needed
    if means.facilitators and present < needed:
        found.append(Reason("plan.too_few_facilitators", {"day": first, "present": present, "needed": needed}))
    return found


def _entry_against(edition: Edition, first: date, world: World) -> list[Reason]:
    if edition.venue_is_open:
        return []
    found = (
        _barrier(needs, edition.country, first, world.today)
        for needs in world.entry.classes(world.delegation, edition.country, first)
    )
    return [reason for reason in found if reason]


def _barrier(needs: EntryClass, country: str, first: date, today: date) -> Reason | None:
    who: dict[str, str | int | date] = {
        "count": needs.count,
        "community": needs.community,
        "passport": needs.passport,
        "country": country,
    }
    if needs.requirement == BARRED:
        return Reason("plan.barred", who)
    if needs.requirement == UNKNOWN:
        return Reason("plan.entry_unknown", who)
    if needs.via_requirement in (BARRED, UNKNOWN):
        code = "plan.transit_barred" if needs.via_requirement == BARRED else "plan.transit_unknown"
        return Reason(code, {**who, "via": ", ".join(needs.via.split())})
    apply_by = needs.apply_by(first)
    if apply_by is not None and apply_by < today:
        short = (today - apply_by).days
        return Reason("plan.lead_time_short", {**who, "lead_days": needs.lead_days, "days_short": short})
    return None


def _option(edition: Edition, first: date, last: date, wishes: Wishes, weights: Weights, world: World) -> Option:
    entry = () if edition.venue_is_open else world.entry.classes(world.delegation, edition.country, first)
    touched = _soft_days(edition, first, last, wishes, world.clear)
    counts = {
        "visa_case": _count(entry, VISA),
        "e_visa_case": _count(entry, E_VISA),
        "transit_visa": sum(needs.count for needs in entry if needs.via_requirement in (E_VISA, VISA)),
        "money": world.means.thousands(edition.country, world.delegation.total),
        "provisional": int(edition.status == "provisional"),
        "projected": int(edition.status == "projected"),
        "venue_open": int(edition.venue_is_open),
        "day_touched": len(touched),
        "slack_day": max(0, (edition.start - last).days - wishes.offset_days),
    }
    costs = tuple(Cost(kind, count, count * getattr(weights, kind)) for kind, count in counts.items() if count)
    remarks = (*_remarks(edition, touched), *_on_the_way(entry), *_exits(edition, first, world))
    return Option(edition, first, last, costs, remarks, entry)


def _count(entry: Iterable[EntryClass], requirement: str) -> int:
    return sum(needs.count for needs in entry if needs.requirement == requirement)


def _soft_days(edition: Edition, first: date, last: date, wishes: Wishes, clear: Iterable[ClearDay]) -> list[ClearDay]:
    """Kept days that fall on the workshop without being hard, or anywhere until the convention ends.

    Participants who carry findings on stay for the convention, so a holy day there weighs too.
    """
    return [
        kept
        for kept in clear
        if first <= kept.day <= edition.end
        and not (kept.kind in wishes.hard_kinds and _touches(kept.day, first, last, wishes))
    ]


def _remarks(edition: Edition, touched: Iterable[ClearDay]) -> tuple[Reason, ...]:
    remarks = [
        Reason("plan.day_touched", {"day": kept.day, "name": kept.name, "community": kept.community})
        for kept in touched
    ]
    if edition.status in UNSURE:
        remarks.append(Reason(f"plan.is_{edition.status}", {"source": edition.source}))
    if edition.venue_is_open:
        remarks.append(Reason("plan.venue_open"))
    return tuple(remarks)


def _on_the_way(entry: Iterable[EntryClass]) -> list[Reason]:
    """Papers for the way are forgotten most easily, so they are said even where they are easy to get."""
    return [
        Reason(
            "plan.transit_papers",
            {"count": needs.count, "community": needs.community, "passport": needs.passport, "via": needs.via},
        )
        for needs in entry
        if needs.via_requirement in (E_VISA, VISA)
    ]


def _exits(edition: Edition, first: date, world: World) -> list[Reason]:
    """Whoever lives at the venue need not leave anything."""
    found = []
    for rule in (rule for rule in world.exits if rule.holds_on(first)):
        concerned: dict[str, int] = {}
        for line in world.delegation.lines:
            if (line.passport, line.residence) == (rule.passport, rule.residence) and line.residence != edition.country:
                concerned[line.community] = concerned.get(line.community, 0) + line.count
        for community, count in concerned.items():
            told: dict[str, Param] = {"count": count, "community": community, "residence": rule.residence}
            told |= {"source": rule.source, "checked_on": rule.checked_on}
            found.append(Reason(EXIT_CODES[rule.kind], told))
    return found


def _keep(edition: Edition, locked: Locked, wishes: Wishes, weights: Weights, world: World) -> Option:
    """A locked workshop stays; what speaks against it now is remarked, unless it has been held."""
    option = _option(edition, locked.first, locked.last, wishes, weights, world)
    against: list[Reason] = []
    if not locked.held:
        gone = _is_gone(edition)
        against = [gone] if gone else _reasons_against(edition, locked.first, locked.last, wishes, world)
    return Option(
        edition,
        locked.first,
        locked.last,
        () if locked.held else option.costs,
        () if locked.held else (*against, *option.remarks),
        option.entry,
        locked=True,
        held=locked.held,
    )
