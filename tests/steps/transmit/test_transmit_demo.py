"""The demonstration has something to do in steps 3, 4 and 7 on whatever day it is started."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from importlib import import_module

import pytest

from tracktwo.site.demo.programme import build_stage
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.prepare.queries import list_lines
from tracktwo.steps.select.models import Cohort
from tracktwo.steps.select.queries import count_by_state, list_seats, nomination_of, workshop_to_fill
from tracktwo.steps.transmit.models import Brief
from tracktwo.steps.transmit.queries import list_cells, workshop_to_transmit

STARTS = [datetime(2026, 2, 24, 7, 30, tzinfo=UTC), datetime(2027, 1, 1, 0, 5, tzinfo=UTC)]


@pytest.fixture(params=STARTS, ids=lambda start: start.date().isoformat())
def stage(request: pytest.FixtureRequest, keystore_place, db: None):
    made = build_stage(request.param)
    for step in ("plan", "select", "prepare", "agree", "transmit"):
        import_module(f"tracktwo.site.demo.{step}").build(made)
    return made


def test_every_step_of_the_demonstration_waits_for_somebody(stage) -> None:
    programme, today = stage.programme, stage.now.date()
    held, under_way = last_workshop(programme, today), next_workshop(programme, stage.now)
    cells = list_cells(held)
    asked = {state: count for state, count in count_by_state(programme).items() if count}
    assert asked == {"proposed": 5, "consented": 30, "declined": 2}
    assert nomination_of(programme, stage.accounts["Kestrel"]).state == "proposed"
    assert [list_seats(workshop).count() for workshop in (held, under_way)] == [16, 16]
    assert Cohort.objects.get(pool__workshop=workshop_to_fill(programme, stage.now)).result["exact"] == "1/4"
    assert sorted(line.alias for line in list_lines(under_way) if not line.ready) == [
        *("Curlew", "Redstart", "Siskin", "Swift", "Wagtail"),
    ]
    assert workshop_to_transmit(programme, today) == held
    assert Counter(cell.state for cell in cells) == {"delivered": 4, "waived": 1, "in_hand": 2}
    waiting = Brief.objects.get(released_at=None, cell__community__number=1, cell__audience="public")
    assert (waiting.cell.audience, waiting.texts.count(), waiting.approved_on) == ("public", 3, None)
