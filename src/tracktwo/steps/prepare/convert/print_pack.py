"""What lies on the table of a room without network: agenda, rules, badges by alias, ballots on paper."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from tracktwo.documents.tree import (
    Card,
    Cards,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Part,
    Run,
    Table,
    Words,
    words,
)
from tracktwo.methods.counts import APPROVAL, CONSENT, RANKING
from tracktwo.methods.floor import share_minutes
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.ballots import ballots, in_the_room, side_of
from tracktwo.steps.prepare.convert.homeward import homeward_parts
from tracktwo.steps.prepare.convert.rooms import RoomLine, round_lines
from tracktwo.steps.prepare.models import RoomPlan
from tracktwo.steps.prepare.sittings import Sitting, sittings_of
from tracktwo.steps.programme.convert import PhaseRow, phase_rows
from tracktwo.steps.programme.models import AgendaTemplate, Community, GroundRules
from tracktwo.steps.select.models import Seat

AGENDA, RULES, BADGES, BALLOTS, ROOMS, HOMEWARD = "agenda", "rules", "badges", "ballots", "rooms", "homeward"
SHEETS, ALL = (AGENDA, RULES, BADGES, BALLOTS, ROOMS, HOMEWARD), "all"
# Ballots that few rooms need: each by itself, and not among everything for the table.
APPROVALS, ORDERS, CONSENTS = MORE = ("approvals", "orders", "consents")
KINDS = {BALLOTS: "", APPROVALS: APPROVAL, ORDERS: RANKING, CONSENTS: CONSENT}


def sheet_words(sheet: str) -> str:
    return {
        AGENDA: _("Agenda"),
        RULES: _("Ground rules"),
        BADGES: _("Badges"),
        BALLOTS: _("Ballots"),
        APPROVALS: _("Ballots to approve several"),
        ORDERS: _("Ballots with an order"),
        CONSENTS: _("Ballots to consent"),
        ROOMS: _("Small rooms"),
        HOMEWARD: _("Before going home"),
        ALL: _("Everything for the table"),
    }[sheet]


def print_document(
    workshop: Workshop,
    sheet: str,
    *,
    agenda: AgendaTemplate | None,
    rules: GroundRules | None,
    seats: Sequence[Seat],
    rooms: RoomPlan | None,
    language: str,
    line: str = "",
) -> Document:
    """One sheet, or all of them one after the other. What there is not yet is said in its place.

    ``line``: what is said outside, as it was agreed in this language. ``seats``: all that are held; whoever sits afar
    needs no badge, card or ballot, and counts as a member all the same.
    """
    present = in_the_room(seats)
    with override(language):
        made = {
            AGENDA: _agenda(workshop, agenda),
            RULES: _rules(rules, len(present)),
            BADGES: _badges(present),
            **{name: ballots(seats, kind) for name, kind in KINDS.items()},
            ROOMS: _rooms(rooms, present, level=2 if sheet == ALL else 1),
            HOMEWARD: homeward_parts(line, level=2 if sheet == ALL else 1),
        }
        chosen = SHEETS if sheet == ALL else (sheet,)
        parts: list[Part] = []
        for name in chosen:
            parts += [
                *([PageBreak()] if parts else []),
                *([Heading(1, words(sheet_words(name)))] if sheet == ALL else []),
            ]
            parts += made[name]
        title = sheet_words(sheet) if sheet != ALL else _("Meeting %(number)s") % {"number": workshop.number}
        return Document(title, language, _days(workshop), tuple(parts))


def _days(workshop: Workshop) -> str:
    return " – ".join(str(date_format(day, "DATE_FORMAT")) for day in (workshop.starts_on, workshop.ends_on))


def _agenda(workshop: Workshop, agenda: AgendaTemplate | None) -> list[Part]:
    """As the sessions are planned; until they are, the adopted agenda with room to write day and hour in."""
    if planned := sittings_of(workshop):
        named = {community.number: community for community in workshop.programme.communities.all()}
        caption = _("As the sessions are planned, by the clock of the place; breaks are not counted")
        return [_agenda_table(caption, [_planned_line(one, named.get(one.side or 0)) for one in planned])]
    if agenda is None:
        return [Paragraph(words(_("No agenda has been adopted yet.")))]
    rows = [row for row in phase_rows(agenda) if row.share > 0]
    minutes = share_minutes(_minutes(workshop), [row.share for row in rows])
    caption = _("Version %(number)s; the hours include rest, and add up to those of the room") % {
        "number": agenda.version
    }
    lines = [_agenda_line(row, time, "........") for row, time in zip(rows, minutes, strict=True)]
    return [_agenda_table(caption, lines)]


def _planned_line(one: Sitting, alone: Community | None) -> tuple[Words, ...]:
    when = f"{date_format(one.day, 'DATE_FORMAT')}, {one.begins:%H:%M}"
    label, *others = _agenda_line(one, one.minutes, when)
    return (label + words(" ", side_of(alone)), *others) if alone else (label, *others)


def _agenda_line(one: PhaseRow | Sitting, minutes: int, when: str) -> tuple[Words, ...]:
    # A host's own words are in the language in which they were written.
    label, purpose = (
        Run(one.label, language=one.language or None),
        Run(one.purpose, language=one.purpose_language or None),
    )
    return words(label), words(purpose), words(f"{minutes // 60}:{minutes % 60:02d}"), words(when)


def _agenda_table(caption: str, lines: Sequence[tuple[Words, ...]]) -> Table:
    columns = (
        Column(words(_("Phase"))),
        Column(words(_("What it is for"))),
        Column(words(_("Hours")), number=True),
        Column(words(_("Day and hour"))),
    )
    return Table(caption, columns, tuple(lines))


def _minutes(workshop: Workshop) -> int:
    days = (workshop.ends_on - workshop.starts_on).days + 1
    opens, closes = (hour.hour * 60 + hour.minute for hour in (workshop.opens_at, workshop.closes_at))
    return days * (closes - opens)


def _rules(rules: GroundRules | None, seats: int) -> list[Part]:
    """A card for everybody in the room, to be kept in a pocket; one to copy as long as nobody has a seat."""
    if rules is None:
        return [Paragraph(words(_("No ground rules are in force yet.")))]
    title = _("Ground rules, version %(number)s") % {"number": rules.version}
    card = Card(title, None, tuple(words(line) for line in rules.lines))
    return [Cards((card,) * max(seats, 1), tall=True)]


def _badges(seats: Sequence[Seat]) -> list[Part]:
    """An alias and a weave: nothing that a photograph would give away."""
    if not seats:
        return [Paragraph(words(_("Nobody has a seat in this workshop yet.")))]
    return [Cards(tuple(Card(seat.account.alias, side_of(seat.community)) for seat in seats))]


def _rooms(plan: RoomPlan | None, seats: Sequence[Seat], *, level: int) -> list[Part]:
    """A card for the door of each room, round by round."""
    if plan is None:
        return [Paragraph(words(_("No small rooms have been composed yet.")))]
    parts: list[Part] = []
    for one in round_lines(plan, seats):
        parts.append(Heading(level, words(_("Round %(number)s") % {"number": one.number})))
        parts.append(Cards(tuple(_door(room) for room in one.rooms)))
    return parts


def _door(room: RoomLine) -> Card:
    lines = tuple(words(seat.account.alias, " ", side_of(seat.community)) for seat in room.seats)
    return Card(_("Room %(number)s") % {"number": room.number}, None, (words(room.held), *lines))
