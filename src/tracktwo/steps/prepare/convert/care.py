"""The steps of an incident and the words of the plan, as pages show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import translation

from tracktwo.data.incidents import STEPS
from tracktwo.steps.prepare.models import CarePlan, Incident


@dataclass(frozen=True)
class StepLine:
    """One step in the reader's language; ``done_at`` is None while it is to do."""

    code: str
    sentence: str
    done_at: datetime | None


def step_lines(kind: str, done: Mapping[str, datetime]) -> list[StepLine]:
    language = translation.get_language() or "en"
    return [
        StepLine(step.code, step.texts.get(language, step.texts["en"]), done.get(step.code)) for step in STEPS[kind]
    ]


def called_lines(plan: CarePlan) -> list[tuple[str, str]]:
    """Who is called and how, in the order of the list."""
    return [(str(who.label), plan.called[who]) for who in CarePlan.Callee if who in plan.called]


def count_lessons(incidents: Iterable[Incident]) -> list[tuple[str, int]]:
    """How often each lesson was drawn, the most frequent first."""
    counted = Counter(lesson for incident in incidents for lesson in incident.lessons)
    return [(str(Incident.Lesson(code).label), number) for code, number in counted.most_common()]
