"""What a participant's telephone shows: all that is its reader's own, and parts that are drawn once for all alike.

``Own`` holds everything in which two telephones of a room differ, and no person. A part is drawn from what the room
shares and an ``Own``, without a reader anywhere near, and serves whoever has the same one in the same language.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.utils import translation

from tracktwo.foundation.live.fragments import Part, render_parts, tag_of
from tracktwo.foundation.live.ready import FORM_MARK, ONCE_MARK, Draw
from tracktwo.steps.convene.convert import FloorFace, clock_face
from tracktwo.steps.convene.forms import StatementForm
from tracktwo.steps.convene.models import CheckIn
from tracktwo.steps.convene.shared import Instant, Moment, Room, newest


class Lines(NamedTuple):
    """The reader's lines on the rolls of what is open: answered, still asked, or None for not on the roll."""

    voted: bool | None
    polled: bool | None
    felt: bool | None
    assented: bool | None


@dataclass(frozen=True)
class Own:
    """What a telephone shows of its reader. ``place`` in the queue counts from 1; 0 is not in it."""

    side: int
    place: int
    has_floor: bool
    asks: bool
    has_voted: bool
    feels: bool
    may_assent: bool
    has_assented: bool

    @property
    def asks_feeling(self) -> bool:
        """The check-in waits while a vote or those who spoke are asked: one thing at a time."""
        return self.feels and not self.asks and not self.may_assent

    def shown(self) -> dict[str, Any]:
        """In the words of the templates."""
        return {
            "own_hand": {"place": self.place} if self.place else None,
            "ahead": max(self.place - 1, 0),
            "has_floor": self.has_floor,
            "asks": self.asks,
            "has_voted": self.has_voted,
            "asks_feeling": self.asks_feeling,
            "is_asked": self.asks or self.feels or self.may_assent,
            "may_assent": self.may_assent,
            "has_assented": self.has_assented,
        }


def own_of(lines: Lines, side: int, account: UUID, is_poll: bool, floor: FloorFace | None) -> Own:
    hand = floor.of(account) if floor else None
    answered = lines.polled if is_poll else lines.voted
    return Own(
        side=side,
        place=hand.place if hand else 0,
        has_floor=bool(floor and floor.speaking and floor.speaking.account == account),
        asks=answered is False,
        has_voted=bool(answered),
        feels=lines.felt is False,
        may_assent=lines.assented is False,
        has_assented=bool(lines.assented),
    )


class OwnRow(NamedTuple):
    """One answer of the database (``queries.own_row``): the room's version, and the reader's lines with their rolls."""

    version: int | None
    vote: int | None
    voted: bool | int | None
    poll: int | None
    polled: bool | int | None
    checkin: int | None
    felt: bool | int | None
    assent: int | None
    assented: bool | int | None

    def lines(self, facts: dict[str, Any]) -> Lines | None:
        """None where the room has gone on since, and is asked something else."""
        rolls = (("vote", self.vote), ("poll", self.poll), ("checkin", self.checkin), ("assent", self.assent))
        if any(pk is not None and (facts[name] is None or facts[name].pk != pk) for name, pk in rolls):
            return None
        said = (self.voted, self.polled, self.felt, self.assented)
        return Lines(*(None if flag is None else bool(flag) for flag in said))


@dataclass(frozen=True)
class Telephone:
    """Which parts of which room somebody reads, in which language, and from which side."""

    room: Room
    language: str
    account: UUID
    side: int
    parts: tuple[Part, ...]

    def look(self, row: Sequence[Any], now: datetime) -> tuple[str, bytes | Draw] | None:
        """For the layer beside Django: the tag, and the body as it lies ready or how it is drawn."""
        own_row = OwnRow(*row)
        moment = newest(self.room, own_row.version or 0, now)
        seen = self.see(own_row, moment, now) if moment else None
        return (seen.tag, seen.picture.body or seen.picture.draw) if seen else None

    def see(self, row: OwnRow, moment: Moment, now: datetime) -> Seen | None:
        lines = row.lines(moment.facts)
        if lines is None:
            return None
        moment.wanted[self.language, self.parts] = now
        instant = moment.at(now)
        own = own_of(lines, self.side, self.account, moment.facts["poll"] is not None, instant.floor)
        return Seen(self, row.version or 0, Picture(self.language, self.parts, moment, instant, own))


@dataclass(frozen=True)
class Seen:
    """What a telephone shows at one moment."""

    telephone: Telephone
    version: int
    picture: Picture

    @property
    def tag(self) -> str:
        phone, instant = self.telephone, self.picture.instant
        addresses = "|".join(address for address, _template in phone.parts)
        passing = instant.floor.place_of(phone.account)
        scope = f"{phone.account.hex}|{addresses}|{instant.scope}|{passing}|{self.picture.own}"
        return tag_of(phone.room[:2], self.version, scope, phone.language)


@dataclass(frozen=True)
class Picture:
    """Parts as all telephones show them that have the same ``Own`` and the same language."""

    language: str
    parts: tuple[Part, ...]
    moment: Moment
    instant: Instant
    own: Own

    @property
    def key(self) -> Hashable:
        """By all that makes two bodies differ."""
        return self.language, self.parts, self.instant.scope, self.own

    @property
    def body(self) -> bytes | None:
        """As it was drawn, with marks for the tokens of forms."""
        return self.moment.bodies.get(self.key)

    def draw(self) -> bytes:
        """What ``body`` has from now on, whatever language this thread speaks.

        One at a time: several would draw the same, and the threads of one process have a single processor between them.
        """
        with self.moment.drawing, translation.override(self.language):
            body = self.body
            if body is None:
                body = render_parts(self.parts, self._context()).encode()
                self.moment.keep(self.key, body)
        return body

    def _context(self) -> dict[str, Any]:
        session, side = self.moment.session, self.own.side
        return {
            **self.moment.facts,
            **self.own.shown(),
            "programme": session.workshop.programme,
            "face": clock_face(session, self.instant.now, self.moment.clock),
            "floor": self.instant.floor,
            "seat": {"community": next(one for one in self.moment.sides if one.number == side)},
            "words": CheckIn.Word.choices,
            "form": StatementForm(initial={"language": self.language}),
            "csrf_token": FORM_MARK,
            "once_mark": ONCE_MARK,
        }
