"""What the host wishes for: years, number, rhythm, length; and what each inconvenience weighs."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from tracktwo.methods.dates.edition import EditionKey
from tracktwo.methods.record import Refusal


@dataclass(frozen=True)
class Locked:
    """A workshop that stays where it is: already held, or promised. Its days are taken as they are."""

    edition: EditionKey
    first: date
    last: date
    held: bool = False


@dataclass(frozen=True)
class Wishes:
    """The host's wishes; months are calendar months between first days of consecutive workshops.

    ``workshops`` counts the locked ones too; None means as many as the rhythm allows. A workshop ends
    ``offset_days`` before the convention opens, or up to ``slack_days`` earlier where that keeps a day
    clear. Days of ``hard_kinds``, widened by the margins, are never crossed; days of other kinds weigh.
    """

    first_day: date
    last_day: date
    workshops: int | None = None
    months_min: int = 5
    months_max: int | None = 12
    offset_days: int = 1
    slack_days: int = 0
    length_days: int = 3
    clear_before: int = 0
    clear_after: int = 0
    hard_kinds: tuple[str, ...] = ("national", "anniversary")
    locked: tuple[Locked, ...] = ()


@dataclass(frozen=True)
class Weights:
    """Points per inconvenience; whole numbers, so that two plans can be compared without rounding."""

    visa_case: int = 4
    e_visa_case: int = 1
    provisional: int = 5
    projected: int = 15
    venue_open: int = 20
    day_touched: int = 8
    slack_day: int = 1
    transit_visa: int = 2
    money: int = 1
    facilitator_load: int = 5
    same_association: int = 6
    same_city: int = 6
    same_continent: int = 3


def check_wishes(wishes: Wishes) -> None:
    """Refuse wishes that contradict themselves before any calendar is read."""
    _check_numbers(wishes)
    if wishes.last_day < wishes.first_day:
        raise Refusal("plan.years_backwards", first_day=wishes.first_day, last_day=wishes.last_day)
    if wishes.last_day - wishes.first_day > timedelta(days=3660):
        raise Refusal("plan.years_too_many", most=10)
    if wishes.months_max is not None and wishes.months_max < wishes.months_min:
        raise Refusal("plan.months_backwards", months_min=wishes.months_min, months_max=wishes.months_max)
    if wishes.workshops is not None and wishes.workshops < len(wishes.locked):
        raise Refusal("plan.fewer_than_locked", workshops=wishes.workshops, locked=len(wishes.locked))


_RANGES = {
    "workshops": (1, 60),
    "months_min": (1, 60),
    "months_max": (1, 120),
    "offset_days": (1, 60),
    "slack_days": (0, 14),
    "length_days": (1, 21),
    "clear_before": (0, 14),
    "clear_after": (0, 14),
}


def _check_numbers(wishes: Wishes) -> None:
    for wish, (least, most) in _RANGES.items():
        value = getattr(wishes, wish)
        if value is not None and not least <= value <= most:
            raise Refusal("plan.wish_out_of_range", wish=wish, value=value, least=least, most=most)


def check_weights(weights: Weights) -> None:
    """Refuse weights below zero: a plan must never be rewarded for an inconvenience."""
    for weight, value in vars(weights).items():
        if not 0 <= value <= 1000:
            raise Refusal("plan.weight_out_of_range", weight=weight, value=value, most=1000)


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later, or the month's last day where it is shorter; monotone in ``day``."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
