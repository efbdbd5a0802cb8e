"""A cohort chosen by hand: which rules it does not meet yet, whether it can still be completed, and by whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from tracktwo.methods.lottery.kinds import draft_seating, gather_kinds
from tracktwo.methods.lottery.pricing import Pricer
from tracktwo.methods.lottery.quotas import Person, Question
from tracktwo.methods.record import Refusal
from tracktwo.methods.solver import Limits, Status, solve_mip


def check_cohort(question: Question, chosen: Iterable[str]) -> list[Refusal]:
    """The rules that these people, as they are, do not meet; an empty list means a valid cohort.

    One Refusal for each, in the order of the question: ``lottery.unmet_seats`` (``seated``, ``seats``),
    ``lottery.unmet_minimum`` and ``lottery.unmet_maximum`` (``feature``, ``value``, ``seated`` and the limit),
    ``lottery.unmet_group`` (``people``, who may not sit together), ``lottery.unmet_fixed`` (``people``, who have
    confirmed and are missing). Raises Refusal ``lottery.person_unknown``. O(people x quotas), no solver.
    """
    seated = _pick(question, chosen)
    unmet = []
    if len(seated) != question.seats:
        unmet.append(Refusal("lottery.unmet_seats", seated=len(seated), seats=question.seats))
    unmet += _check_quotas(question, seated)
    unmet += _check_groups(seated)
    missing = sorted(set(question.fixed) - {person.id for person in seated})
    if missing:
        unmet.append(Refusal("lottery.unmet_fixed", people=", ".join(missing)))
    return unmet


def can_complete(question: Question, chosen: Iterable[str], limits: Limits | None = None) -> bool:
    """Is there a valid cohort with all of these people in it? One run of the solver."""
    seated = tuple(person.id for person in _pick(question, chosen))
    setting = gather_kinds(replace(question, fixed=tuple(sorted({*question.fixed, *seated}))))
    solution = solve_mip(draft_seating(setting)[0].build(), limits)
    if solution.status is Status.STOPPED:
        raise Refusal("lottery.stopped")
    return solution.status is Status.OPTIMAL


def list_addable(question: Question, chosen: Iterable[str], limits: Limits | None = None) -> tuple[str, ...]:
    """Everybody not chosen who is in some valid cohort together with all the chosen, sorted."""
    seated = frozenset(person.id for person in _pick(question, chosen))
    setting = gather_kinds(replace(question, fixed=tuple(sorted({*question.fixed, *seated}))))
    pricer, waiting, addable = Pricer(setting, limits or Limits()), set(range(len(setting.kinds))), set[int]()
    while waiting:
        priced = pricer.price_surely(np.array([float(kind in waiting) for kind in range(len(setting.kinds))]))
        fresh = {kind for kind in waiting if priced and priced.seating[kind]}
        if not fresh:
            break
        waiting -= fresh
        addable |= fresh
    return tuple(sorted(one for kind in addable for one in setting.kinds[kind].people if one not in seated))


def _pick(question: Question, chosen: Iterable[str]) -> list[Person]:
    wanted = frozenset(chosen)
    seated = [person for person in question.people if person.id in wanted]
    if len(seated) != len(wanted):
        raise Refusal("lottery.person_unknown")
    return seated


def _check_quotas(question: Question, seated: list[Person]) -> Iterator[Refusal]:
    counts = Counter((feature, person.features[feature]) for person in seated for feature in question.features)
    for quota in question.quotas:
        told: dict[str, object] = {"feature": quota.feature, "value": quota.value}
        count = counts[quota.feature, quota.value]
        if count < quota.minimum:
            yield Refusal("lottery.unmet_minimum", **told, seated=count, minimum=quota.minimum)
        if count > quota.maximum:
            yield Refusal("lottery.unmet_maximum", **told, seated=count, maximum=quota.maximum)


def _check_groups(seated: list[Person]) -> Iterator[Refusal]:
    together: dict[str, list[str]] = defaultdict(list)
    for person in seated:
        for group in set(person.groups):
            together[group].append(person.id)
    for people in sorted({tuple(sorted(people)) for people in together.values() if len(people) > 1}):
        yield Refusal("lottery.unmet_group", people=", ".join(people))
