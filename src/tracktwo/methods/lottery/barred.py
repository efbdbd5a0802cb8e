"""People whom no valid cohort can contain, and the smallest changes of the quotas that would let them in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracktwo.methods.lottery.find import find_lottery
from tracktwo.methods.lottery.outcome import Lottery
from tracktwo.methods.lottery.quotas import Question, Quota
from tracktwo.methods.record import Refusal, Refusals

# A pool that bars many explains the first few; the others are named.
MOST_EXPLAINED = 3
_SEATED = "seated"
_REPAIRS = ("lottery.repair", "lottery.repairs_together", "lottery.no_repair")


@dataclass(frozen=True)
class Barred:
    """People whom no cohort can contain, and what would let them in (empty: not looked for)."""

    labels: tuple[str, ...]
    repairs: tuple[Refusal, ...] = ()


def explain_barred(question: Question, lottery: Lottery) -> list[Barred]:
    """Whom no cohort can contain, together where the quotas see no difference, and what would let them in."""
    alike = [kind.people for kind in lottery.setting.kinds if kind.people[0] in lottery.unselectable]
    return [
        Barred(people, _let_in(question, people[0]) if place < MOST_EXPLAINED else ())
        for place, people in enumerate(alike)
    ]


def _let_in(question: Question, person: str) -> tuple[Refusal, ...]:
    """The smallest changes with which this person could sit: the repairs of a question that seats them surely."""
    people = tuple(
        replace(one, features={**one.features, _SEATED: "yes" if one.id == person else "no"}) for one in question.people
    )
    surely = (Quota(_SEATED, "no", 0, question.seats, 0, question.seats), Quota(_SEATED, "yes", 1, 1, 1, 1))
    try:
        find_lottery(replace(question, people=people, quotas=(*question.quotas, *surely)))
    except Refusals as refusals:
        return tuple(one for one in refusals.each if one.code in _REPAIRS)
    return ()
