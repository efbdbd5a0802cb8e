from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast
from tests.house.matrix import Row, only
from tests.steps.measure.waves import ask_around
from tracktwo.steps.measure.actions import make_report

SEE = only("convener", "facilitator", "guarantor", "participant")
STEER = only("convener")
SEATED = only("participant")


def a_wave(cast: Cast) -> dict[str, object]:
    """A wave is open, and the participant of the matrix has a seat in its workshop."""
    ask_around(cast).open("before")
    return {"workshop": 1, "kind": "before"}


def a_report(cast: Cast) -> dict[str, int]:
    by = cast.by(cast.convener, "measure.steer")
    return {"number": make_report(cast.programme, "en", by=by, now=timezone.now() - timedelta(days=1)).number}


ROWS = {
    "measure:about": Row(get=SEE),
    "measure:wave": Row(get=STEER, post=STEER, kwargs=a_wave),
    "measure:answer": Row(get=SEATED, post=SEATED, kwargs=a_wave),
    "measure:report": Row(get=SEE, post=STEER),
    "measure:report_file": Row(get=SEE, kwargs=a_report),
}
