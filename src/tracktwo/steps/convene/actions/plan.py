"""Planning the sittings of a workshop: laid out over its days, changed one by one, opened as planned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction

from tracktwo.foundation.live.actions import once, touch
from tracktwo.foundation.people.models import Standing
from tracktwo.methods.floor import lay_out, resize
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions.caucus import begin_caucus, check_minutes
from tracktwo.steps.convene.actions.floor import ROOM
from tracktwo.steps.convene.actions.sessions import begin_session
from tracktwo.steps.convene.convert import planned_phases, sheet_of_planned
from tracktwo.steps.convene.models import Caucus, PlannedSession, Session
from tracktwo.steps.convene.queries import may_sit, workshop_now
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_day
from tracktwo.steps.programme.convert import Sheet, sheet_of_template
from tracktwo.steps.programme.queries import current_agenda

SHORTEST, LONGEST = 20, 480
MOST_A_DAY = 4
BREAKS = (30, 90, 30)  # minutes after the first, second and third sitting of a day: coffee, lunch, coffee


@transaction.atomic
def lay_out_sessions(workshop: Workshop, a_day: int, minutes: int) -> None:
    """The adopted agenda over the workshop's days, so many sittings of so many minutes a day from its opening hour.

    Refuses ``convene.no_agenda``, ``convene.laid_out_already``, ``convene.session_length``, ``convene.day_too_short``.
    """
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    agenda = current_agenda(workshop.programme)
    if agenda is None:
        raise Refusal("convene.no_agenda")
    if workshop.planned_sessions.exists():
        raise Refusal("convene.laid_out_already")
    _check_length(minutes)
    days = [workshop.starts_on + timedelta(days=n) for n in range((workshop.ends_on - workshop.starts_on).days + 1)]
    begins = _begins(workshop.opens_at, min(max(a_day, 1), MOST_A_DAY), minutes)
    places = [(day, begin) for day in days for begin in begins]
    laid = lay_out(sheet_of_template(agenda).lines, [minutes] * len(places))
    PlannedSession.objects.bulk_create(
        PlannedSession(
            workshop=workshop,
            number=number,
            day=day,
            begins=begin,
            phases=[[line.key, line.share] for line in lines],
            words=agenda.words,
        )
        for number, ((day, begin), lines) in enumerate(zip(places, laid, strict=True), start=1)
    )
    touch(ROOM, workshop.pk)  # whoever waits at the door reads when the next sitting is


def _begins(opens: time, a_day: int, minutes: int) -> list[time]:
    """When the sittings of a day begin. Refuses ``convene.day_too_short`` where the last would end after midnight."""
    moment, found = datetime.combine(date.min, opens), []
    for place in range(a_day):
        found.append(moment.time())
        moment += timedelta(minutes=minutes)
        if moment.date() != date.min:
            raise Refusal("convene.day_too_short")
        moment += timedelta(minutes=BREAKS[place] if place + 1 < a_day else 0)
    return found


@transaction.atomic
def add_planned(
    workshop: Workshop, day: date, begins: time, minutes: int, phases: Sequence[str], side: int | None = None
) -> PlannedSession:
    """One sitting more, also during the convention; the chosen phases share it as the agenda does.

    Of one community alone where ``side`` is given. Refuses ``convene.no_agenda``, ``convene.session_length``,
    ``convene.caucus_length``, ``convene.day_outside``, ``convene.sessions_overlap``, ``floor.no_phases`` and
    ``floor.too_short``.
    """
    workshop = Workshop.objects.select_for_update().get(pk=workshop.pk)
    agenda = current_agenda(workshop.programme)
    if agenda is None:
        raise Refusal("convene.no_agenda")
    _check_length(minutes, side)
    number = 1 + max(workshop.planned_sessions.values_list("number", flat=True), default=0)
    planned = PlannedSession(workshop=workshop, number=number, day=day, begins=begins, words=agenda.words, side=side)
    planned.phases = planned_phases(agenda, minutes, phases)
    _check_place(planned)
    planned.save()
    touch(ROOM, workshop.pk)
    return planned


@transaction.atomic
def edit_planned(planned: PlannedSession, edit: Callable[[Sheet], Sheet], *, seen: int) -> None:
    """One press of the editor; the minutes go on adding up.

    Refuses ``programme.agenda_moved`` and ``convene.session_begun``.
    """
    row = _held(planned)
    if row.revision != seen:
        raise Refusal("programme.agenda_moved")
    sheet = edit(sheet_of_planned(row))
    row.phases, row.words, row.revision = sheet.phases, dict(sheet.words), row.revision + 1
    row.save(update_fields=["phases", "words", "revision"])


@transaction.atomic
def move_planned(planned: PlannedSession, day: date, begins: time, minutes: int, side: int | None = None) -> None:
    """To another day, hour or length, or for others; the phases keep their proportions. Refuses as ``add_planned``."""
    _check_length(minutes, side)
    row = _held(planned)
    row.day, row.begins, row.side, row.revision = day, begins, side, row.revision + 1
    row.phases = [[line.key, line.share] for line in resize(sheet_of_planned(row).lines, minutes)]
    _check_place(row)
    row.save(update_fields=["day", "begins", "side", "phases", "revision"])
    touch(ROOM, row.workshop_id)


@transaction.atomic
def drop_planned(planned: PlannedSession) -> None:
    """Take a sitting off the plan. Refuses ``convene.session_begun``."""
    row = _held(planned)
    row.delete()
    touch(ROOM, row.workshop_id)


@transaction.atomic
def open_planned(planned: PlannedSession, *, by: Standing, now: datetime, token: str) -> Session | Caucus | None:
    """Open a sitting as it is planned; one of a single community is a talk apart, so that nobody else is in it.

    None when the form came twice. Refuses ``convene.session_begun``, ``convene.not_its_day`` and as ``open_session`` or
    ``open_caucus`` does.
    """
    if not once(token, by.account):
        return None
    row = _held(planned)
    if not may_sit(row.workshop, now):
        raise Refusal("convene.not_its_day")
    if row.side is not None:
        return _open_apart(row, row.side, by, now)
    session = begin_session(row.workshop, row.phases, row.words, by=by, now=now)
    PlannedSession.objects.filter(pk=row.pk).update(session=session)
    return session


def _open_apart(row: PlannedSession, side: int, by: Standing, now: datetime) -> Caucus:
    if workshop_now(row.workshop.programme, now) != row.workshop:  # its page is the room's of the day
        raise Refusal("convene.not_its_day")
    caucus = begin_caucus(row.workshop, side, row.minutes, by=by, now=now)
    PlannedSession.objects.filter(pk=row.pk).update(caucus=caucus)
    return caucus


def _held(planned: PlannedSession) -> PlannedSession:
    row = PlannedSession.objects.select_for_update().filter(pk=planned.pk).first()
    if row is None or row.opened is not None:
        raise Refusal("convene.session_begun")
    return row


def _check_length(minutes: int, side: int | None = None) -> None:
    if side is not None:
        check_minutes(minutes)
    if not SHORTEST <= minutes <= LONGEST:
        raise Refusal("convene.session_length", least=SHORTEST, most=LONGEST)


def _check_place(planned: PlannedSession) -> None:
    """On a day of workshop or convention, ended by midnight, and nobody in two sittings at the same time."""
    if not planned.workshop.starts_on <= planned.day <= last_day(planned.workshop):
        raise Refusal("convene.day_outside")
    end = datetime.combine(planned.day, planned.begins) + timedelta(minutes=planned.minutes)
    if end.date() != planned.day:
        raise Refusal("convene.day_too_short")
    others = planned.workshop.planned_sessions.filter(day=planned.day).exclude(pk=planned.pk)
    if any(planned.meets_whom(other) and other.begins < end.time() and planned.begins < other.ends for other in others):
        raise Refusal("convene.sessions_overlap")
