"""Somebody cannot come: the same question again, with everybody who has confirmed fixed in their seats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracktwo.methods.lottery.quotas import Question
from tracktwo.methods.record import Refusal


def ask_replacement(question: Question, confirmed: Iterable[str], gone: Iterable[str]) -> Question:
    """The question of the remaining seats: ``confirmed`` people sit for certain, ``gone`` people no more.

    Every quota, household and pair holds for the whole cohort, old and new together. The lottery found for it
    gives the confirmed the chance 1 and everybody else the chance that they have now, given who has confirmed.
    Where no cohort is left, ``find_lottery`` says which quotas are in the way and every one-unit repair.
    Raises Refusal ``lottery.person_unknown``, ``lottery.confirmed_gone``, ``lottery.confirmed_too_many``.
    """
    staying, leaving = frozenset(confirmed), frozenset(gone)
    if not staying | leaving <= {person.id for person in question.people}:
        raise Refusal("lottery.person_unknown")
    if staying & leaving:
        raise Refusal("lottery.confirmed_gone", people=len(staying & leaving))
    if len(staying) > question.seats:
        raise Refusal("lottery.confirmed_too_many", people=len(staying), seats=question.seats)
    people = tuple(person for person in question.people if person.id not in leaving)
    if len(people) < question.seats:
        raise Refusal("lottery.seats", seats=question.seats, people=len(people))
    return replace(question, people=people, fixed=tuple(sorted(staying)))
