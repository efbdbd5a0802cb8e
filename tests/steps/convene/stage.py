"""A workshop of today with seats in every community, for the tests of the room."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast, person
from tests.steps.workshops import clear_to_open
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Account, Compartment, Role, Standing
from tracktwo.methods.floor import KELMAN, Press
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Session, Statement, Vote
from tracktwo.steps.convene.shared import forget
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.programme.actions import adopt_agenda
from tracktwo.steps.select.models import Seat

DAY = timedelta(days=1)


def token() -> str:
    return secrets.token_urlsafe(16)


@dataclass
class Room:
    """``people`` holds the accounts with a seat by side; ``began`` is when the clock was started."""

    cast: Cast
    workshop: Workshop
    people: dict[int, list[Account]]
    began: datetime

    @property
    def by(self) -> Standing:
        return self.cast.by(self.cast.facilitator, "convene.run")

    @property
    def session(self) -> Session:
        return Session.objects.get(workshop=self.workshop, closed_at=None)

    def url(self, name: str) -> str:
        return reverse(f"convene:{name}", args=[self.cast.programme.key])

    def client(self, account: Account) -> Client:
        return self.cast.client(account)

    def press(self, press: Press, at: datetime | None = None, minutes: int = 0) -> None:
        seen = self.session.presses.count()
        actions.press_clock(
            self.session, press, seen=seen, minutes=minutes, by=self.by, now=at or self.began, token=token()
        )

    def say(
        self, text: str = "We fear being forgotten.", language: str = "en", sender: Account | None = None
    ) -> Statement:
        statement = actions.write_statement(
            self.session, text, language, sender=sender or self.people[1][0], now=self.began, token=token()
        )
        assert statement is not None
        return statement

    def ask(self, statement: Statement | None = None) -> Vote:
        vote = actions.open_vote(self.session, (statement or self.say()).pk, by=self.by, token=token())
        assert vote is not None
        return vote

    def answer(self, vote: Vote, account: Account, answer: str = "agree") -> None:
        actions.cast_vote(self.session, vote.pk, answer, account=account, token=token())

    def answers(self, vote: Vote, side: int, given: Sequence[str]) -> None:
        for account, answer in zip(self.people[side], given, strict=False):
            self.answer(vote, account, answer)

    def close_vote(self, vote: Vote, words: dict[int, bool] | None = None) -> Vote:
        actions.close_vote(self.session, vote.pk, words or {}, by=self.by, now=self.began, token=token())
        vote.refresh_from_db()
        return vote

    def ask_floor(self, account: Account) -> None:
        actions.raise_hand(self.session, account, sender=account, token=token())

    def give_floor(self, account: Account, at: datetime | None = None) -> None:
        hand = self.session.hands.get(account=account).pk
        actions.give_floor(self.session, hand, by=self.by, now=at or self.began, token=token())

    def end_turn(self, at: datetime) -> None:
        actions.end_turn(self.session, by=self.by, now=at, token=token())

    def close(self) -> None:
        actions.close_session(self.session, by=self.by, now=self.began, token=token())


def add_workshop(cast: Cast, starts_in: int = 0) -> Workshop:
    today = timezone.localdate()
    workshop = Workshop.objects.create(
        programme=cast.programme,
        number=cast.programme.workshops.count() + 1,
        compartment=Compartment.objects.create(parent=cast.programme.compartment),
        starts_on=today + starts_in * DAY,
        ends_on=today + (starts_in + 2) * DAY,
    )
    clear_to_open(workshop)
    return workshop


def take_seats(cast: Cast, workshop: Workshop, sizes: Sequence[int]) -> dict[int, list[Account]]:
    """Seats for the cast's own participants first, then for more people, up to each community's size."""
    people: dict[int, list[Account]] = {}
    for side, size in enumerate(sizes, start=1):
        own = list(cast.participants[side])[:size]
        more = [person(f"Plover {side} {n}") for n in range(size - len(own))]
        for account in more:
            grant(account, cast.programme.compartment, Role.PARTICIPANT, side)
        people[side] = own + more
        community = cast.programme.communities.get(number=side)
        for account in people[side]:
            Seat.objects.create(workshop=workshop, account=account, community=community)
    return people


def adopt_kelman(cast: Cast) -> None:
    by = cast.by(cast.convener, "programme.change")
    adopt_agenda(cast.programme, [(phase.key, phase.weight) for phase in KELMAN], by=by, now=timezone.now())


def open_room(cast: Cast, sizes: Sequence[int] = (8, 7), minutes: int = 600) -> Room:
    """A session of ten hours whose clock has just begun; the first phase takes 48 minutes."""
    adopt_kelman(cast)
    workshop, now = add_workshop(cast), timezone.now()
    forget(workshop.pk)  # the room of the test before had the same number, and may have come to the same version
    room = Room(cast, workshop, take_seats(cast, workshop, sizes), now)
    actions.open_session(workshop, minutes, by=room.by, now=now, token=token())
    room.press(Press.BEGIN)
    return room
