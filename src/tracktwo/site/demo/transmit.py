"""Step 7 of the demonstration: last year's findings on their way, some arrived, one waiting for its reader."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from tracktwo.foundation.people.models import Role
from tracktwo.site.demo import transmit_log, transmit_sessions, transmit_stories
from tracktwo.site.demo.stage import READERS, Stage
from tracktwo.site.demo.transmit_texts import CONVENTION, ELITES, LEADERSHIP, PUBLIC, Words
from tracktwo.steps.agree.queries import frozen_text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_workshop
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.convert import Line, Sheet, fingerprint
from tracktwo.steps.transmit.models import NEEDED, Audience, Brief, Cell, Level
from tracktwo.steps.transmit.queries import list_findings

WHY_WAIVED = "No way to this leadership is known that would not endanger whoever walks it. Asked again each spring."
# The journal was agreed on the condition that no newspaper reads of it before there is an editor.
LEVELS = (Level.PUBLIC, Level.PUBLIC, Level.PUBLIC, Level.ELITES)


def build(stage: Stage) -> None:
    workshop = last_workshop(stage.programme, stage.now.date())
    if workshop is None or frozen_text(workshop) is None:
        return
    actions.open_matrix(workshop)
    _levels(stage, workshop)
    soon = stage.days(21).date()
    for side in READERS:
        _release(stage, _cell(workshop, Audience.ELITES, side), ELITES, _after(workshop, 30 + side))
    _write(stage, _cell(workshop, Audience.LEADERSHIP, 1), LEADERSHIP, soon)
    _waive(stage, _cell(workshop, Audience.LEADERSHIP, 2), _after(workshop, 40))
    _write(stage, _cell(workshop, Audience.PUBLIC, 1), PUBLIC, soon)
    _release(stage, _cell(workshop, Audience.PUBLIC, 2), PUBLIC, _after(workshop, 45))
    _release(stage, _cell(workshop, Audience.CONVENTION), CONVENTION, _after(workshop, 20))
    transmit_log.note_and_log(stage, workshop, _after(workshop, 50))
    transmit_stories.tell_stories(stage, workshop, _after(workshop, 48))
    transmit_sessions.propose(stage, workshop, stage.days(-15))


def _levels(stage: Stage, workshop: Workshop) -> None:
    levels = {face.clause: level for face, level in zip(list_findings(workshop), LEVELS, strict=False)}
    actions.set_levels(workshop, levels, by=stage.by("Heron", "transmit.steer"), now=_after(workshop, 10))


def _after(workshop: Workshop, days: int) -> datetime:
    return datetime.combine(workshop.ends_on + timedelta(days=days), time(11), tzinfo=UTC)


def _cell(workshop: Workshop, audience: Audience, side: int | None = None) -> Cell:
    return Cell.objects.get(workshop=workshop, audience=audience, community__number=side)


def _give(stage: Stage, cell: Cell, owner: Role, due: date, now: datetime | None = None) -> None:
    by = stage.by("Heron", "transmit.steer")
    state = Cell.State.IN_HAND
    actions.set_cell(cell, state=state, owner=owner, due=due, reason="", by=by, now=now or stage.now)


def _waive(stage: Stage, cell: Cell, now: datetime) -> None:
    by = stage.by("Heron", "transmit.steer")
    actions.set_cell(cell, state=Cell.State.WAIVED, owner="", due=None, reason=WHY_WAIVED, by=by, now=now)


def _write(stage: Stage, cell: Cell, words: Words, due: date, now: datetime | None = None) -> Brief:
    _give(stage, cell, Role.RAPPORTEUR, due, now)
    brief = actions.begin_brief(cell)
    titles, paragraphs = words
    level = NEEDED[Audience(cell.audience)]
    sheet = Sheet(titles, tuple(Line(section, clause, level, said) for section, clause, said in paragraphs))
    actions.write_sheet(brief, sheet, seen=fingerprint(brief))
    return brief


def _release(stage: Stage, cell: Cell, words: Words, now: datetime) -> None:
    brief = _write(stage, cell, words, now.date(), now)
    if cell.community is not None:
        reader = stage.by(READERS[cell.community.number], "transmit.approve")
        actions.approve_brief(brief, seen=fingerprint(brief), by=reader, now=now)
    actions.release_brief(Brief.objects.get(pk=brief.pk), by=stage.by("Heron", "transmit.steer"), now=now)
