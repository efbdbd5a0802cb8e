"""What may be known of plans and workshops."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from tracktwo.data import tables
from tracktwo.exchange.public_holidays import beside, public_holidays
from tracktwo.exchange.significant_dates import read_significant_dates
from tracktwo.methods import dates
from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.convert.stored import (
    PROPOSED,
    delegation_value,
    edition_of,
    edition_value,
    locked_value,
    promise,
    wishes_value,
)
from tracktwo.steps.plan.models import Edition, KeptSet, Plan, PlanWishes, Workshop
from tracktwo.steps.plan.queries.borders import rules_in_force
from tracktwo.steps.programme.models import Community, Programme


def plan_in_force(programme: Programme) -> Plan | None:
    """The plan that was kept last."""
    return programme.plans.filter(kept_at__isnull=False).order_by("kept_at").last()


def newest_plan(programme: Programme) -> Plan | None:
    """The plan that was computed last, kept or not."""
    return programme.plans.last()


def access_plans(programme: Programme) -> QuerySet[Plan]:
    """Every version in this programme; whoever asks has been let into the programme before."""
    return programme.plans.all()


def access_workshops(programme: Programme) -> QuerySet[Workshop]:
    return programme.workshops.select_related("edition")


def standing_workshops(programme: Programme) -> QuerySet[Workshop]:
    """Without those that were called off: they are in no plan, and no step works for them."""
    return access_workshops(programme).filter(standing=Workshop.Standing.PLANNED)


def next_workshop(programme: Programme, now: datetime) -> Workshop | None:
    """The workshop that is under way or comes next: the first whose own days have not passed at its place."""
    return next((one for one in workshops_not_over(programme, now) if one.ends_on >= day_at(one, now)), None)


def last_day(workshop: Workshop) -> date:
    """The last day on which it may sit: its convention's, or its own where it has none."""
    return max(workshop.ends_on, workshop.edition.end) if workshop.edition else workshop.ends_on


def is_over(workshop: Workshop, now: datetime) -> bool:
    """Closed, or its last day has ended at the place."""
    is_closed = workshop.closed_at is not None and workshop.closed_at <= now
    return is_closed or last_day(workshop) < day_at(workshop, now)


def workshops_not_over(programme: Programme, now: datetime) -> list[Workshop]:
    """In order, in one question: each place has its own day, and no clock is a whole day behind UTC's."""
    since = now.astimezone(UTC).date() - timedelta(days=1)
    may_last = Q(ends_on__gte=since) | Q(edition__end__gte=since)
    found = standing_workshops(programme).filter(may_last, closed_at=None).order_by("starts_on", "number")
    return [one for one in found if not is_over(one, now)]


def last_workshop(programme: Programme, today: date) -> Workshop | None:
    """The workshop that was held last."""
    return standing_workshops(programme).filter(ends_on__lt=today).order_by("starts_on").last()


def workshops_to_close(programme: Programme, now: datetime) -> list[Workshop]:
    """Those whose own days have passed at their place and that nobody has closed."""
    until = now.astimezone(UTC).date() + timedelta(days=1)  # no clock is a whole day before UTC's
    found = standing_workshops(programme).filter(closed_at=None, ends_on__lt=until)
    return [one for one in found if one.ends_on < day_at(one, now)]


def is_settled(workshop: Workshop, today: date) -> bool:
    """Begun, closed, or something already hangs on it: people in its compartment, a pool, a seat, a session.

    Later steps are not named here: whatever of theirs points at the workshop counts.
    """
    if workshop.closed_at is not None or workshop.starts_on <= today or workshop.compartment.standings.exists():
        return True
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: workshop}).exists()
        for relation in Workshop._meta.related_objects
        # What planning itself keeps beside a workshop (words for its go, deadlines met) binds nobody.
        if relation.related_model._meta.app_label != Workshop._meta.app_label
    )


def settled_workshops(programme: Programme, today: date) -> list[Workshop]:
    return [workshop for workshop in standing_workshops(programme) if is_settled(workshop, today)]


def editions_to_promise(programme: Programme, today: date) -> list[Edition]:
    """Editions before which a workshop could still be promised."""
    taken = {workshop.edition_id for workshop in settled_workshops(programme, today)}
    listed = programme.editions.filter(start__gt=today, start__year__lte=programme.last_year)
    return [row for row in listed.exclude(status__in=dates.OUT) if row.pk not in taken]


def communities_without_people(programme: Programme) -> list[Community]:
    return [community for community in programme.communities.all() if not community.delegation.exists()]


def kept_table(programme: Programme) -> tuple[dates.KeepClear, ...]:
    """The programme's own table of days, else the one that comes with the house."""
    own = tuple(dates.KeepClear(row.keeper, row.month_day, row.name, row.kind) for row in programme.kept_days.all())
    return own or read_significant_dates(tables.significant_dates_csv())


def keepers(programme: Programme) -> list[str]:
    """The words by which the table names those who keep days, without those that mean everybody."""
    named = dict.fromkeys(day.community for day in kept_table(programme))
    return [word for word in named if word not in dates.EVERY_COMMUNITY]


def kinds(programme: Programme) -> list[str]:
    return list(dict.fromkeys(day.kind for day in kept_table(programme)))


def keepers_chosen(programme: Programme) -> dict[int, str]:
    """Community number to the word of the table whose days it keeps."""
    chosen = KeptSet.objects.filter(community__programme=programme).exclude(keeper="").select_related("community")
    return {one.community.number: one.keeper for one in chosen}


def holidays_chosen(programme: Programme) -> dict[int, str]:
    """Community number to the country whose public holidays it keeps too."""
    chosen = KeptSet.objects.filter(community__programme=programme).exclude(holidays="").select_related("community")
    return {one.community.number: one.holidays for one in chosen}


def kept_days(programme: Programme) -> tuple[dates.KeepClear, ...]:
    """The days of the communities of this programme, by number.

    The table's "both" means those whom the table names: it counts for every community that keeps one of its sets, and
    is said once where that is all of them.
    """
    chosen = keepers_chosen(programme)
    everyone = len(chosen) == programme.communities.count()
    found = []
    for day in kept_table(programme):
        if day.community in dates.EVERY_COMMUNITY:
            who = ["all"] if everyone else [str(number) for number in sorted(chosen)]
        else:
            who = [str(number) for number, keeper in sorted(chosen.items()) if keeper == day.community]
        found += [dates.KeepClear(number, day.month_day, day.name, day.kind) for number in who]
    return (*found, *_holidays(programme, found))


def _holidays(programme: Programme, known: list[dates.KeepClear]) -> tuple[dates.KeepClear, ...]:
    """Public holidays in the programme's years, where a community does not keep the day already."""
    years = range(programme.first_year, programme.last_year + 1)
    listed = [
        day
        for number, country in sorted(holidays_chosen(programme).items())
        for day in public_holidays(country, years, str(number))
    ]
    return beside(known, listed)


def wishes_said(programme: Programme) -> dict[str, Any]:
    """What was wished last, else what is proposed: all years of the programme."""
    own = PlanWishes.objects.filter(programme=programme).first()
    years = {"first_day": f"{programme.first_year}-01-01", "last_day": f"{programme.last_year}-12-31"}
    return {**PROPOSED, **years, **(own.said if own else {})}


def weights_said(programme: Programme) -> dates.Weights:
    """What each inconvenience weighed last, else what the programme's rules or the house say."""
    said = wishes_said(programme).get("weights")
    return dates.Weights(**said) if said else rules_in_force(programme).weights


def has_wishes(programme: Programme) -> bool:
    return PlanWishes.objects.filter(programme=programme).exists()


@dataclass(frozen=True)
class Inputs:
    """Everything the planner is given."""

    editions: tuple[dates.Edition, ...]
    delegation: dates.Delegation
    rules: tuple[dates.EntryRule, ...]
    keep_clear: tuple[dates.KeepClear, ...]
    wishes: dates.Wishes
    transit: tuple[dates.TransitRule, ...] = ()
    exits: tuple[dates.ExitRule, ...] = ()
    means: dates.Means = dates.Means()
    weights: dates.Weights = dates.Weights()


def planning_inputs(programme: Programme, said: dict[str, Any], today: date) -> Inputs:
    """What is known now; workshops that are settled stay where they are, promised ones come first."""
    settled = settled_workshops(programme, today)
    # Nobody plans again for the days of a workshop that was called off.
    gone = access_workshops(programme).exclude(standing="planned").exclude(edition=None)
    editions = programme.editions.exclude(pk__in=gone.values_list("edition_id", flat=True))
    listed = {row.key: row for row in map(edition_value, editions)}
    listed |= {edition_of(workshop).key: edition_of(workshop) for workshop in settled}
    locked = {lock.edition: lock for lock in (locked_value(workshop, today) for workshop in settled)}
    for key in map(tuple, said["promised"]):
        # A promise ends with its convention: else the plan would be held to an edition that was called off.
        if key in listed and key not in locked and listed[key].status not in dates.OUT:
            locked[key] = promise(listed[key], said)
    book = rules_in_force(programme)
    weights = dates.Weights(**said["weights"]) if said.get("weights") else weights_said(programme)
    return Inputs(
        editions=tuple(listed.values()),
        delegation=delegation_value(programme.delegation.select_related("community")),
        rules=book.entry,
        transit=book.transit,
        exits=book.exits,
        means=book.means,
        weights=weights,
        keep_clear=kept_days(programme),
        wishes=wishes_value(said, locked.values()),
    )


def count_statuses(programme: Programme) -> Counter[str]:
    return Counter(programme.editions.values_list("status", flat=True))


@dataclass(frozen=True)
class Happened:
    """What has come to pass since a plan was kept, where it touches the plan."""

    gone: tuple[Workshop, ...]
    shifted: tuple[Workshop, ...]
    delegation: bool

    def __bool__(self) -> bool:
        return bool(self.gone or self.shifted or self.delegation)


def happened_since(plan: Plan, today: date) -> Happened:
    """Workshops ahead whose edition was cancelled or moved, or opens on other days; another delegation."""
    programme = plan.programme
    ahead = [workshop for workshop in access_workshops(programme) if not is_settled(workshop, today)]
    opened = {
        tuple(each["edition"][name] for name in KEY): each["edition"]["start"] for each in plan.result["workshops"]
    }
    gone = [one for one in ahead if one.edition is None or one.edition.status in dates.OUT]
    shifted = [
        one
        for one in ahead
        if one.edition is not None
        and one not in gone
        and opened.get(edition_value(one.edition).key) != one.edition.start.isoformat()
    ]
    return Happened(tuple(gone), tuple(shifted), _delegation_now(programme) != plan.wishes["delegation"])


KEY = ("association", "convention", "edition")


def _delegation_now(programme: Programme) -> list[list[Any]]:
    """As it stands in a stored plan."""
    lines = delegation_value(programme.delegation.select_related("community")).lines
    return [[line.community, line.passport, line.residence, line.count] for line in lines]


def promised_before(programme: Programme, today: date) -> tuple[dates.Promised, ...]:
    """The programme's workshops that could still be changed, as the plan before."""
    ahead = [workshop for workshop in access_workshops(programme) if not is_settled(workshop, today)]
    return tuple(dates.Promised(edition_of(one), one.starts_on, one.ends_on) for one in ahead)
