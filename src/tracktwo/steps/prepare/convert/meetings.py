"""Meetings as lines of a page, by the clocks of their zone; as entries of a calendar that tells only hours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from tracktwo.exchange.feeds import CANCELLED, CONFIRMED, Entry
from tracktwo.steps.prepare.models import Meeting


@dataclass(frozen=True)
class MeetingLine:
    """``begins`` and ``ends`` by the clocks of the zone in which it was arranged."""

    meeting: Meeting
    begins: datetime
    ends: datetime
    over: bool

    @property
    def day(self) -> date:
        return self.begins.date()

    @property
    def hours(self) -> str:
        """As text: a template would turn moments into the clocks of the house."""
        return f"{self.begins:%H:%M}–{self.ends:%H:%M}"


def meeting_line(meeting: Meeting, now: datetime) -> MeetingLine:
    begins = meeting.begins_at.astimezone(ZoneInfo(meeting.zone))
    ends = ends_at(meeting)
    return MeetingLine(meeting, begins, ends.astimezone(ZoneInfo(meeting.zone)), ends <= now)


def ends_at(meeting: Meeting) -> datetime:
    return meeting.begins_at + timedelta(minutes=meeting.minutes)


def meeting_entries(meetings: Iterable[Meeting]) -> list[Entry]:
    """Hours of UTC and a number: the name of a zone would tell a place, a name of a community everything."""
    return [
        Entry(
            uid=sha256(f"meeting|{one.workshop.compartment_id.hex}|{one.pk}".encode()).hexdigest()[:40],
            summary=_("Preparation of meeting %(number)s") % {"number": one.workshop.number},
            first=one.begins_at.astimezone(UTC),
            last=ends_at(one).astimezone(UTC),
            sequence=one.changes,
            status=CANCELLED if one.called_off_on else CONFIRMED,
        )
        for one in meetings
    ]
