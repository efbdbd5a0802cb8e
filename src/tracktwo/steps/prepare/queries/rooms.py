"""What composing the small rooms of a workshop stands on, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import combinations

from tracktwo.foundation.vault.queries import is_founded, marks_of
from tracktwo.methods.groups import Ask, pair_of
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.rooms import ask_for, key_of, words_of_pair
from tracktwo.steps.prepare.models import Acquaintance, KeptApart, RoomPlan, Tongues
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats


def room_seats(workshop: Workshop) -> list[Seat]:
    """Everybody who is dealt into rooms, with what each said of languages."""
    seats = list_seats(workshop).select_related("tongues", "workshop__programme__compartment")
    return list(seats.order_by("community__number", "account__alias"))


def pairs_apart(workshop: Workshop) -> list[KeptApart]:
    """Pairs of which both seats still stand."""
    found = KeptApart.objects.filter(one__workshop=workshop, one__withdrawn_on=None, other__withdrawn_on=None)
    return list(found.select_related("one__account", "other__account"))


def latest_plan(workshop: Workshop) -> RoomPlan | None:
    """The newest one that was composed."""
    return workshop.room_plans.filter(composed_at__isnull=False).last()


def is_outdated(plan: RoomPlan, seats: Iterable[Seat]) -> bool:
    """Somebody came or went since."""
    seated = {key for rooms in plan.seating for room in rooms for key in room["seats"]}
    return seated != {seat.pk for seat in seats}


def marks_by_pair(seats: list[Seat]) -> dict[tuple[str, str], str]:
    """For every two seats the mark of their accounts; empty where the house has no vault to keep the key."""
    if not seats or not is_founded():
        return {}
    words = {
        pair_of(key_of(one.pk), key_of(other.pk)): words_of_pair(one, other) for one, other in combinations(seats, 2)
    }
    marks = marks_of(seats[0].workshop.programme.compartment, words.values())
    return {pair: marks[text] for pair, text in words.items()}


def ask_of(plan: RoomPlan) -> Ask:
    """What is composed: seats that stand, pairs apart, and how often two met in workshops that are over."""
    seats = room_seats(plan.workshop)
    marks = marks_by_pair(seats)
    known = dict(Acquaintance.objects.filter(programme=plan.workshop.programme).values_list("mark", "times"))
    met = {pair: known[mark] for pair, mark in marks.items() if mark in known}
    return ask_for(plan, seats, pairs_apart(plan.workshop), met)


def workshops_over(day: date) -> Iterable[Workshop]:
    """Those that still hold rooms, pairs or what somebody said of languages, and ended before this day."""
    with_rooms = Workshop.objects.filter(room_plans__isnull=False)
    with_pairs = Workshop.objects.filter(pk__in=KeptApart.objects.values("one__workshop"))
    with_tongues = Workshop.objects.filter(pk__in=Tongues.objects.values("seat__workshop"))
    over = (with_rooms | with_pairs | with_tongues).filter(ends_on__lt=day).select_related("programme__compartment")
    return over.distinct().order_by("pk")
