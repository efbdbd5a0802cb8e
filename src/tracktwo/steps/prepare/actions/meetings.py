"""Arranging a meeting of one community, and calling it off."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from tracktwo.foundation.ledger.actions import record
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.methods.record import Refusal
from tracktwo.steps.plan.convert.hours import moment, zone_names
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.meetings import ends_at
from tracktwo.steps.prepare.models import Meeting
from tracktwo.steps.programme.models import Community


@transaction.atomic
def arrange_meeting(
    workshop: Workshop,
    community: Community,
    facilitator: Account,
    *,
    day: date,
    hour: time,
    zone: str,
    minutes: int,
    way: str,
    by: Standing,
    now: datetime,
) -> Meeting:
    """By the clocks of ``zone``. It ends before the workshop opens at its place, and its facilitator is nowhere else.

    The record says that one was arranged; for whom and when the other side could read there, so it does not say.
    """
    if zone not in zone_names():
        raise Refusal("plan.zone_unknown")
    begins = datetime.combine(day, hour, tzinfo=ZoneInfo(zone))
    meeting = Meeting(workshop=workshop, community=community, facilitator=facilitator, begins_at=begins)
    meeting.minutes, meeting.zone, meeting.way = minutes, zone, Meeting.Way(way)
    if begins <= now or not _is_before(meeting, day):
        raise Refusal("prepare.meeting_day")
    _check_free(meeting)
    meeting.save()
    _record("prepare.meeting_arranged", workshop, by, now)
    return meeting


def _is_before(meeting: Meeting, day: date) -> bool:
    """Whether it is over when the room opens: two zones are compared as moments, a day of one tells none of the other.

    Where the zone of the place is not known there are only days to compare.
    """
    workshop = meeting.workshop
    opens = moment(workshop, workshop.starts_on, workshop.opens_at)
    return day < workshop.starts_on if opens is None else ends_at(meeting) <= opens


def _check_free(meeting: Meeting) -> None:
    """Nobody facilitates two meetings at once; those that begin a day before or after cannot touch it."""
    near = timedelta(days=1)
    others = Meeting.objects.select_for_update().filter(
        facilitator=meeting.facilitator,
        called_off_on=None,
        begins_at__range=(meeting.begins_at - near, meeting.begins_at + near),
    )
    if any(one.begins_at < ends_at(meeting) and meeting.begins_at < ends_at(one) for one in others):
        raise Refusal("prepare.facilitator_taken")


@transaction.atomic
def call_off_meeting(meeting: Meeting, *, by: Standing, now: datetime) -> None:
    """It stays in calendars as cancelled. What has begun cannot be called off."""
    meeting = Meeting.objects.select_for_update().select_related("workshop__programme").get(pk=meeting.pk)
    if meeting.called_off_on is not None or meeting.begins_at <= now:
        raise Refusal("prepare.meeting_gone")
    meeting.called_off_on, meeting.changes = now.date(), meeting.changes + 1
    meeting.save(update_fields=["called_off_on", "changes"])
    _record("prepare.meeting_called_off", meeting.workshop, by, now)


def _record(deed: str, workshop: Workshop, by: Standing, now: datetime) -> None:
    book = workshop.programme.compartment.book
    record(deed, book=book, role=by.role, at=now, kind="workshop", key=str(workshop.number))
