"""What lies on the table of a room without network: agenda, rules, badges by alias, ballots on paper."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from tracktwo.documents.tree import (
    Card,
    Cards,
    Column,
    Document,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Part,
    Side,
    Table,
    words,
)
from tracktwo.methods.counts import votes_in_secret
from tracktwo.methods.floor import share_minutes
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare.convert.rooms import RoomLine, round_lines
from tracktwo.steps.prepare.models import RoomPlan
from tracktwo.steps.programme.convert import phase_rows
from tracktwo.steps.programme.models import AgendaTemplate, Community, GroundRules
from tracktwo.steps.select.models import Seat

AGENDA, RULES, BADGES, BALLOTS, ROOMS, ALL = "agenda", "rules", "badges", "ballots", "rooms", "all"
SHEETS = (AGENDA, RULES, BADGES, BALLOTS, ROOMS)
WEAVES = 3


def sheet_words(sheet: str) -> str:
    return {
        AGENDA: _("Agenda"),
        RULES: _("Ground rules"),
        BADGES: _("Badges"),
        BALLOTS: _("Ballots"),
        ROOMS: _("Small rooms"),
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
) -> Document:
    """One sheet, or all of them one after the other. What there is not yet is said in its place."""
    with override(language):
        made = {
            AGENDA: _agenda(workshop, agenda),
            RULES: _rules(rules, len(seats)),
            BADGES: _badges(seats),
            BALLOTS: _ballots(seats),
            ROOMS: _rooms(rooms, seats, level=2 if sheet == ALL else 1),
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
    if agenda is None:
        return [Paragraph(words(_("No agenda has been adopted yet.")))]
    rows = [row for row in phase_rows(agenda) if row.share > 0]
    minutes = share_minutes(_minutes(workshop), [row.share for row in rows])
    columns = (
        Column(words(_("Phase"))),
        Column(words(_("What it is for"))),
        Column(words(_("Hours")), number=True),
        Column(words(_("Day and hour"))),
    )
    lines = tuple(
        (words(row.label), words(row.purpose), words(f"{time // 60}:{time % 60:02d}"), words("........"))
        for row, time in zip(rows, minutes, strict=True)
    )
    caption = _("Version %(number)s; the hours include rest, and add up to those of the room") % {
        "number": agenda.version
    }
    return [Table(caption, columns, lines)]


def _minutes(workshop: Workshop) -> int:
    days = (workshop.ends_on - workshop.starts_on).days + 1
    opens, closes = (hour.hour * 60 + hour.minute for hour in (workshop.opens_at, workshop.closes_at))
    return days * (closes - opens)


def _rules(rules: GroundRules | None, seats: int) -> list[Part]:
    if rules is None:
        return [Paragraph(words(_("No ground rules are in force yet.")))]
    number = ngettext("Print it for %(number)s seat.", "Print it for %(number)s seats.", seats) % {"number": seats}
    version = _("Version %(number)s.") % {"number": rules.version}
    return [ListBlock(tuple(words(line) for line in rules.lines), ordered=True), Paragraph(words(version, " ", number))]


def _badges(seats: Sequence[Seat]) -> list[Part]:
    """An alias and a weave: nothing that a photograph would give away."""
    if not seats:
        return [Paragraph(words(_("Nobody has a seat in this workshop yet.")))]
    return [Cards(tuple(Card(seat.account.alias, _side(seat.community)) for seat in seats))]


def _ballots(seats: Sequence[Seat]) -> list[Part]:
    """One for each seat of a community that votes in secret; the others affirm aloud and have none."""
    members: dict[Community, int] = {}
    for seat in seats:
        members[seat.community] = members.get(seat.community, 0) + 1
    secret = {community: count for community, count in members.items() if votes_in_secret(count)}
    aloud = [community for community in members if community not in secret]
    parts: list[Part] = []
    if aloud:
        named = [piece for community in aloud for piece in (" ", _side(community))]
        parts.append(
            Paragraph(words(_("With fewer than six in the room, these affirm aloud and have no ballots:"), *named))
        )
    cards = tuple(_ballot(community) for community, count in secret.items() for _one in range(count))
    if cards:
        how = _(
            "Cut apart and fold once. No sign and no alias; two people count, each alone, and type what they counted."
        )
        parts += [Paragraph(words(how)), Cards(cards)]
    return parts or [Paragraph(words(_("Nobody has a seat in this workshop yet.")))]


def _ballot(community: Community) -> Card:
    answers = tuple(words(f"[\u00a0\u00a0\u00a0]\u00a0{answer}") for answer in (_("agree"), _("disagree"), _("pass")))
    return Card(_("Statement ....."), _side(community), answers)


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
    lines = tuple(words(seat.account.alias, " ", _side(seat.community)) for seat in room.seats)
    return Card(_("Room %(number)s") % {"number": room.number}, None, (words(room.held), *lines))


def _side(community: Community) -> Side:
    return Side(community.name, (community.number - 1) % WEAVES + 1)
