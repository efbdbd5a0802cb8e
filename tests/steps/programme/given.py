"""What tests of screening begin from: a register with one line, and an organisation that matches it."""

from __future__ import annotations

from datetime import date

from tests.cast import NOW, Cast
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.screening import UNDESIRABLE, Designation
from tracktwo.steps.programme import actions
from tracktwo.steps.programme.models import Alarm


def convener(cast: Cast) -> Standing:
    return cast.by(cast.convener, "programme.change")


def a_line(name: str = "Общество дуба и цапли", *others: str, kind: str = UNDESIRABLE, **more: object) -> Designation:
    said = {"since": date(2025, 6, 1), "source": "register.example 17", "checked_on": date(2026, 3, 1), **more}
    return Designation("Invented register", kind, name, others, **said)  # type: ignore[arg-type]


def an_alarm(cast: Cast) -> Alarm:
    by = convener(cast)
    actions.import_designations(cast.programme, [a_line()], by=by, now=NOW)
    actions.write_organisations(cast.programme, [("payer", "Obshchestvo duba i tsapli", None)], by=by, now=NOW)
    return cast.programme.alarms.get()
