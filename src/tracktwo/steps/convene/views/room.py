"""A participant's phone."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from tracktwo.foundation.live import queries
from tracktwo.foundation.live.fragments import Together
from tracktwo.foundation.live.ready import (
    LOGIN,
    OFFER,
    SESSION,
    Look,
    Question,
    Row,
    as_stored,
    fill,
    nothing_to_see,
)
from tracktwo.foundation.people.sessions import decode
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.doors import Live, RoomDoor
from tracktwo.steps.convene.forms import StatementForm
from tracktwo.steps.convene.queries import own_row
from tracktwo.steps.convene.telephones import OwnRow, Seen, Telephone


class Room(RoomDoor):
    """A participant's phone: the phase, the vote, the statements, one field to write in."""

    def context(self, **more: Any) -> dict[str, Any]:
        # In the address and not in the session: nothing in the database says that this account has just written.
        return super().context(sent="sent" in self.request.GET, worded="worded" in self.request.GET, **more)


class Reader(Live, RoomDoor):
    """What one statement says of who reads, so that the next time they are let in beside Django (``live.ready``)."""

    def offer(self, look: Look) -> None:
        """To the layer around Django, where there is one and a session is open."""
        offer = getattr(self.request, "scope", {}).get("extensions", {}).get(OFFER)
        if offer is not None:
            offer.question = self.question(look)

    @cached_property
    def row(self) -> OwnRow | None:
        return OwnRow(*self.found[LOGIN:]) if self.found else None

    @cached_property
    def found(self) -> Row | None:
        """What the database has to say of this reader; None where the part is not one of those that all see alike."""
        if self.reader is None:
            return None
        return own_row().read({**self.reader, SESSION: self.request.session.session_key or ""})

    @cached_property
    def reader(self) -> dict[str, Any] | None:
        standing = self.standing()
        if self.session is None or standing.compartment_id != self.programme.compartment_id:
            return None
        return {
            "account": as_stored(self.account().pk),
            "standing": standing.pk,
            "role": standing.role,
            "compartment": as_stored(standing.compartment_id),
            "programme": self.programme.pk,
            "key": self.programme.key,
            "seat": self.seat.pk,
            "community": self.seat.community_id,
            "sitting": self.session.pk,
            "workshop": self.session.workshop_id,
            "room": str(self.session.workshop_id),
            "screen": self.screen,
        }

    def question(self, look: Look) -> Question | None:
        """How the same is asked beside Django, if what Django read of the session is what the table holds."""
        if self.reader is None or self.found is None:
            return None
        session = self.request.session
        is_written = not session.modified and decode(self.found[0]) == dict(session.items())
        if not is_written or self.found[1] != self.account().password:
            return None
        kind, key = self.room()
        return Question.of(own_row(), self.reader, (kind, str(key)), look, self.found)


class RoomPart(Reader):
    """A part of the phone's page that asks for itself. As a stream it is asked beside Django whether it still may."""

    def stream(self, request: HttpRequest) -> HttpResponse:
        self.offer(nothing_to_see)
        return super().stream(request)


class RoomParts(Together, Reader):
    """The parts of the phone's page in one answer: one request from a bad line, drawn once for all who see the same.

    Where a session is open, the next time goes past Django.
    """

    part = RoomPart

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        answer = super().get(request, *args, **kwargs)
        if self.seen is not None and self._has_plain_cookie():
            self.offer(self.telephone.look)
        return answer

    @cached_property
    def version(self) -> int:
        return (self.row.version or 0) if self.row else queries.version(*self.room())

    def tag(self) -> str:
        return self.seen.tag if self.seen else super().tag()

    def page(self, request: HttpRequest, status: int = 200, **more: Any) -> HttpResponse:
        if self.seen is None:
            return super().page(request, status, **more)
        if "CSRF_COOKIE" not in request.META:
            get_token(request)  # makes one, and the answer bakes it
        return HttpResponse(fill(self.seen.picture.draw(), request.META["CSRF_COOKIE"]))

    @cached_property
    def telephone(self) -> Telephone:
        return Telephone(
            self.kept_as, get_language() or "en", self.account().pk, self.seat.community.number, tuple(self.parts())
        )

    @cached_property
    def seen(self) -> Seen | None:
        """None where this reader's parts are drawn for them alone."""
        if self.row is None or self.moment is None:
            return None
        return self.telephone.see(self.row, self.moment, self.now)

    def _has_plain_cookie(self) -> bool:
        """Django also takes a cookie in its older, masked form."""
        sent = self.request.COOKIES.get(settings.CSRF_COOKIE_NAME)
        return sent is not None and sent == self.request.META.get("CSRF_COOKIE")


class Rules(RoomDoor):
    """Ground rules, the rule of the queue, and the queue itself where the facilitator shows it."""

    template = "convene/rules.html"


class Say(RoomDoor):
    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = StatementForm(request.POST)
        actions.write_statement(
            self.open_session(),
            request.POST.get("text", ""),
            request.POST.get("language", ""),
            sender=self.account(),
            now=timezone.now(),
            token=self.token(),
            paced=True,
        )
        return redirect(f"{reverse('convene:room', args=[key])}?sent")


class Word(RoomDoor):
    """Of those who listen: how they would say it back."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        typed = request.POST.get("restatement", "")
        actions.send_wording(
            self.open_session(),
            int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0,
            self.seat.community.number,
            request.POST.get("wording", ""),
            request.POST.get("language", ""),
            sender=self.account(),
            token=self.token(),
        )
        return redirect(f"{reverse('convene:room', args=[key])}?worded")


class Answer(RoomDoor):
    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        vote = request.POST.get("vote", "")
        actions.cast_vote(
            self.open_session(),
            int(vote) if vote.isascii() and vote.isdigit() and len(vote) < 10 else 0,
            request.POST.get("answer", ""),
            account=self.account(),
            token=self.token(),
        )
        return redirect("convene:room", key)


class Queue(RoomDoor):
    """Ask to speak, or leave the queue again."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        deed = actions.lower_hand if request.POST.get("hand") == "down" else actions.raise_hand
        deed(self.open_session(), self.account(), sender=self.account(), token=self.token())
        return redirect("convene:room", key)


class AnswerAssent(RoomDoor):
    """Of those who spoke: that is it, or not yet."""

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        typed, is_right = request.POST.get("assent", ""), request.POST.get("right") == "yes"
        asked = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
        actions.assent(self.open_session(), asked, is_right, account=self.account(), token=self.token())
        return redirect("convene:room", key)
