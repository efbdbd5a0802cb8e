"""A part of a screen that is asked for again, word for word, is answered beside Django while everything still holds.

Django answers first, through every door. With its answer the panel's door may leave an ``Offer``: one statement that
finds a row only as long as all that let this reader in is still so (session, account, standing, seat, open room), and
how the part looks by what the row says. The layer keeps that with a hash of the question. When the same question comes
again, header for header, the statement is put to the database; where it finds no row, or anything is not as it was, the
question goes to Django as if nobody knew it. So nothing has to be told when somebody signs out or loses a seat: it is
asked each time. A stream that lasts is asked so too. Kept are no cookie and no passphrase, neither in clear nor as the
database has them.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from http import HTTPStatus
from itertools import islice
from string import ascii_letters, digits
from time import monotonic
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, connections
from django.db.models import QuerySet
from django.http import parse_cookie
from django.utils import timezone

from tracktwo.foundation.live.hub import Room
from tracktwo.foundation.live.streams import Application, Message, Receive, Send, accepts_events
from tracktwo.foundation.people import sessions

OFFER = "tracktwo.ready"
ASKED = "tracktwo.asked"
Row = Sequence[Any]
Ask = Callable[[str, Sequence[Any]], Awaitable[Row | None]]
Draw = Callable[[], bytes]
# A tag and the body, or how it is drawn; None where the row does not fit what is known, and Django has to read first.
Look = Callable[[Row, datetime], tuple[str, bytes | Draw] | None]
Beside = Callable[[Draw], Awaitable[bytes]]
Settled = Callable[[Room], Awaitable[bool]]  # ``Hub.settled``
Headers = list[tuple[bytes, bytes]]

FRESH = 1.0  # seconds in which a question need not be put to the database twice
LETTERS = ascii_letters + digits  # of which Django's form cookies are
FAIR = 256 - 256 % len(LETTERS)  # bytes below it fall on each letter equally often
LOGIN = 3  # values of a row that are the session's and not the panel's (``people.sessions.LOGIN``)
SESSION = "session"  # the value of a statement that only a cookie knows
# In a body that is kept for several readers; nobody can type what is drawn anew with every start.
FORM_MARK, ONCE_MARK = (f"mark-{secrets.token_hex(16)}" for _each in range(2))
_KEY = secrets.token_bytes(32)
HTML = (b"Content-Type", b"text/html; charset=utf-8")
OWN = (b"etag", b"x-now", b"content-length")  # of each answer


@dataclass
class Offer:
    """Lies in the scope while Django answers; the panel's door fills it in."""

    question: Question | None = None


@dataclass(frozen=True)
class Prepared:
    """A question to the database that the ORM has put into SQL once; what differs from reader to reader has a name."""

    sql: str
    places: tuple[tuple[str, Any], ...]  # a name, or no name and what stands there for everybody

    @classmethod
    def of(cls, rows: QuerySet[Any, Any], stand_ins: Mapping[str, Any]) -> Prepared:
        """``rows`` was asked for with ``stand_ins``, values that nothing else in it has."""
        sql, params = rows.query.sql_with_params()
        names = {_bare(value): name for name, value in stand_ins.items()}
        return cls(sql, tuple((names.get(_bare(value), ""), value) for value in params))

    def params(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(values[name] if name else value for name, value in self.places)

    def read(self, values: Mapping[str, Any]) -> Row | None:
        """On Django's own connection, in its transaction."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, self.params(values))
            row: Row | None = cursor.fetchone()
            return row


def _bare(value: object) -> str:
    return value.hex if isinstance(value, UUID) else str(value)


def as_stored(key: UUID) -> object:
    """As this database has it: not every one knows such keys."""
    return key if connection.features.has_native_uuid_field else key.hex


@dataclass(frozen=True)
class Question:
    """Whether somebody still reads, and what. ``values`` are those of the statement but for the session's key; of what
    is written in the session only a seal is kept.
    """

    statement: Prepared
    values: Mapping[str, Any]
    room: Room
    look: Look
    sealed: bytes
    lasts: dict[bytes, datetime] = field(default_factory=dict)  # until when, by a seal of what stood in the table

    @classmethod
    def of(cls, statement: Prepared, values: Mapping[str, Any], room: Room, look: Look, row: Row) -> Question:
        return cls(statement, values, room, look, _ground(sessions.decode(row[0]), row[1]))

    def still_holds(self, row: Row, now: datetime) -> bool:
        """Whether all that is written in the session but the times of deeds is as it was, and by these it lasts."""
        mark = seal(row[0], row[1])
        if mark not in self.lasts:
            session = sessions.decode(row[0])
            if not hmac.compare_digest(_ground(session, row[1]), self.sealed):
                return False
            self.lasts.clear()
            self.lasts[mark] = sessions.end_of(session)
        return now < min(self.lasts[mark], _moment(row[2]))


def _ground(session: Mapping[str, Any], passphrase: str) -> bytes:
    return seal(sessions.ground_of(session), passphrase)


def _moment(stored: datetime | str) -> datetime:
    """SQLite keeps moments as words, in UTC."""
    moment = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True)
class _Entry:
    question: Question
    headers: Headers  # Django's own, of a page and of a 304 alike


@dataclass(frozen=True)
class _Asked:
    """What the database said to this very question before it waited for its turn; good for a moment."""

    row: Row
    at: float = field(default_factory=lambda: monotonic())

    @property
    def is_fresh(self) -> bool:
        return monotonic() - self.at < FRESH


class Ready:
    """What is kept of readers, ``most`` of them, and the two layers that use it."""

    def __init__(self, ask: Ask, most: int, beside: Beside | None = None, settled: Settled | None = None) -> None:
        self._ask, self._most, self._beside, self._entries = ask, most, beside or in_a_thread, dict[bytes, _Entry]()
        self._settled = settled

    def quick(self, application: Application, draws: bool = True) -> Application:
        """Answer what can be answered; everything else goes in. ``draws``: also what nobody has drawn yet."""

        async def answered(scope: Message, receive: Receive, send: Send) -> None:
            if not (_asks_by_itself(scope) and await self._answer(scope, send, draws)):
                await application(scope, receive, send)

        return answered

    def learning(self, application: Application) -> Application:
        """Around Django: keep what a door offers with its answer."""

        async def heard(scope: Message, receive: Receive, send: Send) -> None:
            if not (_asks_by_itself(scope) or _opens_a_stream(scope)):
                await application(scope, receive, send)
                return
            offer, heads = Offer(), list[Message]()

            async def keep(message: Message) -> None:
                if message["type"] == "http.response.start":
                    heads.append(message)
                await send(message)

            extensions = {**scope.get("extensions", {}), OFFER: offer}
            await application({**scope, "extensions": extensions}, receive, keep)
            self._learn(scope, offer, heads)

        return heard

    async def still(self, scope: Message) -> Room | None:
        """Which room whoever has opened this stream still reads, as far as it can be known without Django."""
        entry = self._entries.get(_name_of(scope))
        return None if entry is None or await self._row(entry, scope) is None else entry.question.room

    def _learn(self, scope: Message, offer: Offer, heads: list[Message]) -> None:
        if offer.question is None or not heads or heads[0]["status"] not in {HTTPStatus.OK, HTTPStatus.NOT_MODIFIED}:
            return
        headers: Headers = list(heads[0]["headers"])
        if any(name.lower() == b"set-cookie" for name, _value in headers):
            return
        while len(self._entries) >= self._most:
            del self._entries[next(iter(self._entries))]
        self._entries[_name_of(scope)] = _Entry(offer.question, headers)

    async def _answer(self, scope: Message, send: Send, draws: bool) -> bool:
        name = _name_of(scope)
        entry = self._entries.get(name)
        if entry is None:
            return False
        asked = scope.get(ASKED)
        if asked is not None and asked.is_fresh and await self._say(entry, asked.row, scope, send, draws):
            return True
        if await self._ask_and_say(entry, scope, send, draws):
            return True
        if draws or self._settled is None or name not in self._entries:
            return False
        # In front of the queue: what is being made ready is worth a wait, and whether they still may is asked anew.
        return await self._settled(entry.question.room) and await self._ask_and_say(entry, scope, send, draws)

    async def _ask_and_say(self, entry: _Entry, scope: Message, send: Send, draws: bool) -> bool:
        row = await self._row(entry, scope)
        if row is None:
            return False
        scope[ASKED] = _Asked(row)
        return await self._say(entry, row, scope, send, draws)

    async def _row(self, entry: _Entry, scope: Message) -> Row | None:
        """What the database says of a reader who still may; of anybody else nothing is kept any longer."""
        values = {**entry.question.values, SESSION: _cookies(scope).get(settings.SESSION_COOKIE_NAME, "")}
        row = await self._ask(entry.question.statement.sql, entry.question.statement.params(values))
        if row is None or not entry.question.still_holds(row, timezone.now()):
            self._entries.pop(_name_of(scope), None)
            return None
        return row

    async def _say(self, entry: _Entry, row: Row, scope: Message, send: Send, draws: bool) -> bool:
        """What lies ready for this row, if it does."""
        now = timezone.now()
        seen = entry.question.look(row[LOGIN:], now)
        if seen is None:
            return False
        tag, body = seen
        if tag.encode() in _offered(scope):
            await _send(send, HTTPStatus.NOT_MODIFIED, _headers(entry.headers, tag, now, None), b"")
            return True
        drawn = body if isinstance(body, bytes) else await self._beside(body) if draws else None
        if drawn is None:
            return False
        filled = fill(drawn, _cookies(scope)[settings.CSRF_COOKIE_NAME])
        await _send(send, HTTPStatus.OK, _headers(entry.headers, tag, now, len(filled)), filled)
        return True


def nothing_to_see(_row: Row, _now: datetime) -> None:
    """The look of a stream: whether its reader still may, and no page."""


async def in_a_thread(draw: Draw) -> bytes:
    """A template that asks the database all the same gets its answer, and leaves no connection behind."""

    def drawn() -> bytes:
        try:
            return draw()
        finally:
            connections.close_all()

    return await asyncio.to_thread(drawn)


def seal(*values: str) -> bytes:
    """What cannot be read back, and changes with any of the values; good in this process only."""
    return blake2b("\0".join(values).encode(), key=_KEY, digest_size=32).digest()


def fill(body: bytes, form_cookie: str) -> bytes:
    """Put into a shared body what is one reader's: the token of their forms, and for each form one of its own."""
    first, *others = body.replace(FORM_MARK.encode(), masked(form_cookie).encode()).split(ONCE_MARK.encode())
    return first + b"".join(secrets.token_urlsafe(16).encode() + piece for piece in others)


def masked(form_cookie: str) -> str:
    """The token of a form as Django makes it, another each time: a mask and the secret under it. Django asks the system
    for chance letter by letter, which took a third of an answer; here it is asked once.
    """
    drawn = (byte % len(LETTERS) for byte in secrets.token_bytes(2 * len(form_cookie) + 16) if byte < FAIR)
    mask, secret = list(islice(drawn, len(form_cookie))), map(LETTERS.index, form_cookie)
    hidden = [(letter + by) % len(LETTERS) for letter, by in zip(secret, mask, strict=True)]
    return "".join(map(LETTERS.__getitem__, mask + hidden))


def _asks_by_itself(scope: Message) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return dict(scope["headers"]).get(b"x-live") == b"poll" and not accepts_events(scope)


def _opens_a_stream(scope: Message) -> bool:
    return scope["type"] == "http" and scope["method"] == "GET" and accepts_events(scope)


def _name_of(scope: Message) -> bytes:
    """The whole question but for the tag: address, door and every header, in the order in which they came."""
    digest = blake2b(key=_KEY, digest_size=32)
    server = repr(scope.get("server")).encode()
    parts = [scope["scheme"].encode(), server, scope["path"].encode(), scope["query_string"]]
    for name, value in scope["headers"]:
        if name != b"if-none-match":
            parts += name, value
    for part in parts:
        digest.update(len(part).to_bytes(4, "big") + part)
    return digest.digest()


def _cookies(scope: Message) -> dict[str, str]:
    sent = b"; ".join(value for name, value in scope["headers"] if name == b"cookie")
    return dict(parse_cookie(sent.decode("latin-1")))


def _offered(scope: Message) -> set[bytes]:
    offered = b",".join(value for name, value in scope["headers"] if name == b"if-none-match").split(b",")
    return {tag.strip().removeprefix(b"W/") for tag in offered}


def _headers(kept: Headers, tag: str, now: datetime, length: int | None) -> Headers:
    """As Django would send them now; ``length`` is None for an answer without a page."""
    own = dict(zip(OWN, (tag.encode(), b"%d" % (now.timestamp() * 1000), b"%d" % (length or 0)), strict=True))
    again = [(name, own.get(name.lower(), value)) for name, value in kept if name.lower() != b"content-type"]
    return again if length is None else [HTML, *again]


async def _send(send: Send, status: int, headers: Headers, body: bytes) -> None:
    await send({"type": "http.response.start", "status": int(status), "headers": headers})
    await send({"type": "http.response.body", "body": body})
