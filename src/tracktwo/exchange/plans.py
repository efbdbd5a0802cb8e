"""A plan out: ``plan.json`` for machines and checkers, ``plan.ics`` for calendars. Neither names a person."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, BinaryIO

from tracktwo.exchange.tables import read_bytes
from tracktwo.methods.dates import (
    Alternative,
    Changes,
    Cost,
    Edition,
    EntryClass,
    Plan,
    Promised,
    Reason,
    Rejected,
    Workshop,
)
from tracktwo.methods.record import Refusal

FORMAT, VERSION = "tracktwo-plan", 1

Say = Callable[[Reason], str]
Json = dict[str, object]


def write_plan_json(plan: Plan, say: Say | None = None) -> bytes:
    """The whole plan: keys sorted, no blanks, UTF-8, one newline at the end; the same plan gives the same
    bytes.

    ``say`` adds a readable sentence beside the code of every reason.
    """
    content = {
        "format": FORMAT,
        "version": VERSION,
        "today": plan.today,
        "objective": plan.objective,
        "bound": plan.bound,
        "gap": plan.gap,
        "optimal": plan.is_optimal,
        "editions": plan.editions,
        "constraints": plan.constraints,
        "workshops": [_workshop(workshop, say) for workshop in plan.workshops],
        "rejected": [_rejected(left, say) for left in plan.rejected],
        "alternatives": [_alternative(other) for other in plan.alternatives],
        "shared_costs": _costs(plan.shared_costs),
        "changes": _changes(plan.changes),
    }
    text = json.dumps(content, default=_day, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{text}\n".encode()


def read_promised(source: bytes | BinaryIO | Path) -> tuple[Promised, ...]:
    """The workshops of a plan.json, as what a new plan should change as little of as can be.

    Raises Refusal ``plan.previous_unreadable`` for what is no such file.
    """
    try:
        told = json.loads(read_bytes(source))
        if told["format"] != FORMAT:
            raise ValueError("another format")
        return tuple(_promised(each) for each in told["workshops"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refusal("plan.previous_unreadable") from error


def _promised(each: Mapping[str, Any]) -> Promised:
    named = {**each["edition"], **{day: date.fromisoformat(each["edition"][day]) for day in ("start", "end")}}
    return Promised(Edition(**named), date.fromisoformat(each["first"]), date.fromisoformat(each["last"]))


@dataclass(frozen=True)
class CalendarWords:
    """What the entries are called, in the reader's language; %(number)s, %(city)s and %(convention)s are
    filled in.
    """

    calendar: str = "Workshops"
    workshop: str = "Workshop %(number)s, %(city)s"
    convention: str = "%(convention)s, %(city)s"
    deadline: str = "Last day to apply for visas, workshop %(number)s"


def write_plan_ics(plan: Plan, words: CalendarWords | None = None) -> bytes:
    """The workshops, their conventions and visa deadlines as whole days (RFC 5545, folded at 75 octets,
    CRLF).

    No organiser, no attendee, no description: a calendar is read over shoulders. Entries keep their UID
    while their edition stays the same, so a subscribed calendar moves them instead of doubling them.
    """
    said = words or CalendarWords()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Track Two//Plan//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", f"X-WR-CALNAME:{_escape(said.calendar)}"]
    for workshop in plan.workshops:
        lines += _events(workshop, said, plan.today)
    lines.append("END:VCALENDAR")
    return b"".join(_fold(line) for line in lines)


def _workshop(workshop: Workshop, say: Say | None) -> Json:
    return {
        "number": workshop.number,
        "edition": asdict(workshop.edition),
        "first": workshop.first,
        "last": workshop.last,
        "offset_days": workshop.offset_days,
        "locked": workshop.locked,
        "held": workshop.held,
        "costs": _costs(workshop.costs),
        "remarks": [_reason(remark, say) for remark in workshop.remarks],
        "entry": [_entry(needs) for needs in workshop.entry],
        "apply_by": workshop.apply_by,
    }


def _rejected(left: Rejected, say: Say | None) -> Json:
    return {
        "edition": asdict(left.edition),
        "reasons": [_reason(reason, say) for reason in left.reasons],
        "remarks": [_reason(remark, say) for remark in left.remarks],
        "may_enter": left.may_enter,
    }


def _reason(reason: Reason, say: Say | None) -> Json:
    coded: Json = {"code": reason.code, "params": dict(reason.params)}
    return coded if say is None else {**coded, "sentence": say(reason)}


def _alternative(other: Alternative) -> Json:
    return {
        "leave": [_name(edition) for edition in other.leave],
        "come": [_name(edition) for edition in other.come],
        "costs_more": other.costs_more,
        "worse": _costs(other.worse),
        "better": _costs(other.better),
    }


def _changes(changes: Changes | None) -> Json | None:
    if changes is None:
        return None
    return {
        "stay": changes.stay,
        "moved": [{"edition": _name(one.edition), "was": one.was, "now": one.now} for one in changes.moved],
        "leave": [asdict(edition) for edition in changes.leave],
        "come": [_name(edition) for edition in changes.come],
        "days": changes.days,
    }


def _name(edition: Edition) -> Json:
    return {"association": edition.association, "convention": edition.convention, "edition": edition.edition}


def _costs(costs: Iterable[Cost]) -> list[Json]:
    return [asdict(cost) for cost in costs]


def _entry(needs: EntryClass) -> Json:
    return asdict(needs)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a plan")


def _events(workshop: Workshop, words: CalendarWords, stamp: date) -> Iterator[str]:
    edition = workshop.edition
    fill = {"number": workshop.number, "city": edition.place_name, "convention": edition.convention}
    kinds = [
        ("workshop", words.workshop % fill, workshop.first, workshop.last),
        ("convention", words.convention % fill, edition.start, edition.end),
    ]
    if workshop.apply_by is not None and not workshop.held:
        kinds.append(("deadline", words.deadline % fill, workshop.apply_by, workshop.apply_by))
    for kind, summary, first, last in kinds:
        tentative = edition.status in ("provisional", "projected")
        yield from (
            "BEGIN:VEVENT",
            f"UID:{_uid(edition, kind)}",
            f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
            # The end of a whole-day event is the morning after (RFC 5545, 3.6.1).
            f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escape(summary)}",
            f"STATUS:{'TENTATIVE' if tentative else 'CONFIRMED'}",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        )


def _uid(edition: Edition, kind: str) -> str:
    named = json.dumps([kind, *edition.key], ensure_ascii=False).encode()
    return f"{hashlib.sha256(named).hexdigest()[:32]}@tracktwo.invalid"


def _escape(text: str) -> str:
    """RFC 5545, 3.3.11; a line break in a name must never open a second property."""
    for plain, safe in (
        ("\\", "\\\\"),
        (";", "\\;"),
        (",", "\\,"),
        ("\r\n", "\\n"),
        ("\n", "\\n"),
        ("\r", "\\n"),
    ):
        text = text.replace(plain, safe)
    return text


def _fold(line: str) -> bytes:
    """At most 75 octets a line, the blank of a continuation included, and no letter cut in two (RFC 5545,
    3.1).
    """
    folded, room = b"", 75
    for letter in line:
        octets = letter.encode()
        if len(octets) > room:
            folded += b"\r\n "
            room = 74
        folded += octets
        room -= len(octets)
    return folded + b"\r\n"
