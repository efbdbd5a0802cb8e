"""States of a room in session in which its screens have most to show, each made and taken back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import transaction
from django.test import Client
from django.utils import timezone

from tests.album import Leaf, Reader, demonstration
from tests.cast import build_cast
from tests.steps.convene.stage import open_room
from tracktwo.data.incidents import TOLD
from tracktwo.foundation.people.models import Account, Standing
from tracktwo.foundation.people.policies import role_of
from tracktwo.methods.floor import Press
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Session
from tracktwo.steps.convene.queries import assent_now, list_open_caucuses, open_vote
from tracktwo.steps.prepare.actions import do_step, open_incident
from tracktwo.steps.prepare.models import Incident
from tracktwo.steps.select.queries import list_seats

LOW = (1, 2, 1, 2, 3, 2, 1, 5)
WORDS = ("tired", "tense", "tired", "heard", "curious", "tense", "heard", "curious")
SAID = (
    "Ми боїмося, що розмова про майбутнє стане способом ніколи не назвати того, що сталося.",
    "Нам потрібно знати, що кінець стрілянини не стане кінцем запитання.",
    "Спільний читацький гурток студентів усіх сторін, раз на місяць, у трьох містах по черзі.",
    "Спільний перелік архівів, які відкриють свої фонди для дослідників з обох боків кордону.",
    "Стипендія для тих, хто пише про прикордоння двома мовами.",
    "Щороку одна публічна лекція, яку двоє людей з різних сторін готують разом.",
)
LONG = " ".join(SAID[:5])[:400]


def token() -> str:
    return secrets.token_urlsafe(16)


@dataclass
class Sitting:
    """``desk``: the facilitator. ``people``: who has a seat, by side."""

    session: Session
    desk: Account
    people: dict[int, list[Account]]

    @classmethod
    def now(cls, desk: Account) -> Sitting:
        session, people = Session.objects.filter(closed_at=None).order_by("opened_at", "pk").last(), {}
        for seat in list_seats(session.workshop):
            people.setdefault(seat.community.number, []).append(seat.account)
        return cls(session, desk, people)

    @property
    def by(self) -> Standing:
        return role_of(self.desk, "convene.run", self.session.workshop.programme.compartment)

    def leaf(self, who: Account, page: str, language: str, state: str) -> Leaf:
        """The page as they see it now, with scripts and all."""
        reader = Reader("", {}, Client())
        reader.client.force_login(who)
        reader.client.cookies["language"] = language
        place = f"/p/{self.session.workshop.programme.key}/convene/{page}"
        return Leaf(who.alias, place, reader.fetch(place), state)


def as_it_is(_room: Sitting) -> None:
    """A vote, a restatement with its question, a queue, a community apart."""


def withdraw(room: Sitting) -> None:
    vote = open_vote(room.session)
    if vote is not None:
        actions.withdraw_vote(room.session, vote.pk, by=room.by, token=token())


def say(room: Sitting, text: str) -> int:
    said = actions.write_statement(room.session, text, "uk", sender=room.desk, now=timezone.now(), token=token())
    assert said is not None
    return said.pk


def poll(room: Sitting, kind: str, most: int) -> None:
    withdraw(room)
    asked = [say(room, text) for text in SAID[:most]]
    actions.open_poll(room.session, kind, asked, by=room.by, token=token())


def ranking(room: Sitting) -> None:
    poll(room, "ranking", 2)


def ranking_of_six(room: Sitting) -> None:
    poll(room, "ranking", 6)


def consent(room: Sitting) -> None:
    poll(room, "consent", 1)


def speaking(room: Sitting) -> None:
    """The clock runs and somebody has the floor."""
    if room.session.presses.last().press == Press.PAUSE:
        seen, now = room.session.presses.count(), timezone.now()
        actions.press_clock(room.session, Press.RESUME, seen=seen, minutes=0, by=room.by, now=now, token=token())
    hand = room.session.hands.exclude(asked=None).values_list("pk", flat=True)[0]
    actions.give_floor(room.session, hand, by=room.by, now=timezone.now(), token=token())


def speaking_at_six(room: Sitting) -> None:
    speaking(room)
    ranking_of_six(room)


def covered(room: Sitting) -> None:
    actions.cover_screens(room.session.workshop, True, by=room.by, token=token())


def all_apart(room: Sitting) -> None:
    there = {caucus.side for caucus in list_open_caucuses(room.session.workshop)}
    for side in set(room.people) - there:
        workshop = room.session.workshop
        actions.open_caucus(workshop, side, 30, by=room.by, now=timezone.now(), token=token())


def low(room: Sitting) -> None:
    """A check-in has ended, and it is hard for many."""
    checkin = actions.open_checkin(room.session, by=room.by, now=timezone.now(), token=token())
    for side in room.people:
        for account, step, word in zip(room.people[side], LOW, WORDS, strict=False):
            actions.check_in(room.session, checkin.pk, step, word, account=account, token=token())
    actions.end_checkin(room.session, by=room.by, token=token())


def acted_on(room: Sitting) -> None:
    """A break has been offered, the rules are on the wall, and a further check-in is low again."""
    speaking(room)
    low(room)
    for kind in ("break", "rule"):
        actions.act_on_pulse(room.session, kind, by=room.by, now=timezone.now(), token=token())
    low(room)


def told(room: Sitting) -> None:
    """Something has happened, and everybody is told."""
    programme, now = room.session.workshop.programme, timezone.now()
    by = role_of(room.desk, "prepare.incident", programme.compartment)
    do_step(open_incident(programme, Incident.Kind.PRESS, by=by, now=now), TOLD, by=by, now=now)


def covered_and_acted_on(room: Sitting) -> None:
    covered_and_apart(room)
    acted_on(room)


def covered_and_apart(room: Sitting) -> None:
    covered(room)
    all_apart(room)


def covered_apart_and_low(room: Sitting) -> None:
    covered_and_apart(room)
    low(room)


def asked_back(room: Sitting) -> None:
    """No vote: those who spoke are asked whether this is what they meant."""
    withdraw(room)
    assert assent_now(room.session) is not None


def checkin(room: Sitting) -> None:
    withdraw(room)
    actions.open_checkin(room.session, by=room.by, now=timezone.now(), token=token())


def checkin_alone(room: Sitting) -> None:
    """Nothing else is open in the room."""
    checkin(room)
    under_way = room.session.restatements.get(is_open=True)
    actions.set_restatement_aside(room.session, under_way.pk, by=room.by, token=token())


def vote_with_all_apart(room: Sitting) -> None:
    all_apart(room)


def long_vote(room: Sitting) -> None:
    """On as many words as a statement may have."""
    withdraw(room)
    actions.open_vote(room.session, say(room, LONG), by=room.by, token=token())


def long_consent(room: Sitting) -> None:
    withdraw(room)
    actions.open_poll(room.session, "consent", [say(room, LONG)], by=room.by, token=token())


def long_words(room: Sitting) -> None:
    """As many words as there may be everywhere; somebody has the floor."""
    long_vote(room)
    speaking(room)
    under_way = room.session.restatements.filter(is_open=True).first()
    if under_way is None:
        said = say(room, LONG)
        under_way = actions.begin_restatement(room.session, said, 1, "need", by=room.by, token=token())
    else:
        actions.answer_restatement(room.session, under_way.pk, 2, False, by=room.by, now=timezone.now(), token=token())
    actions.write_restatement(room.session, under_way.pk, 2, LONG, "uk", by=room.by, token=token())


def worded(room: Sitting) -> None:
    """Not yet; and those who listen have sent wordings from their telephones."""
    under_way = room.session.restatements.get(is_open=True)
    actions.answer_restatement(room.session, under_way.pk, 2, False, by=room.by, now=timezone.now(), token=token())
    for sender in room.people[2][:3]:
        actions.send_wording(room.session, under_way.pk, 2, LONG, "uk", sender=sender, token=token())


State = Callable[[Sitting], None]
DESK: tuple[State, ...] = (
    as_it_is,
    ranking,
    ranking_of_six,
    speaking_at_six,
    consent,
    long_vote,
    long_consent,
    long_words,
    worded,
    speaking,
    covered,
    covered_and_apart,
    covered_apart_and_low,
    acted_on,
    covered_and_acted_on,
    told,
    checkin,
    low,
)
PHONE: tuple[State, ...] = (as_it_is, vote_with_all_apart, asked_back, checkin, checkin_alone, consent)


@contextmanager
def taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@dataclass(frozen=True)
class Glance:
    """A page of the room in every state, in these languages."""

    room: Callable[[], Sitting]
    languages: tuple[str, ...]

    def seen_by(self, states: tuple[State, ...], page: str, who: tuple[str, ...] = ()) -> list[Leaf]:
        """By the facilitator, or by those named."""
        found = []
        for state in states:
            with taken_back():
                now = self.room()
                state(now)
                readers = Account.objects.filter(alias__in=who) if who else [now.desk]
                found += [now.leaf(one, page, tongue, state.__name__) for one in readers for tongue in self.languages]
        return found


def demo_room() -> Sitting:
    return Sitting.now(Account.objects.get(alias="Hazel"))


@contextmanager
def room_of_three() -> Iterator[Callable[[], Sitting]]:
    """Three communities; the smallest affirms aloud."""
    with taken_back():
        room = open_room(build_cast(3), sizes=(8, 7, 4))
        for text in SAID[:3]:
            room.say(text, "uk")
        for side in (1, 2, 3):
            room.ask_floor(room.people[side][0])
        yield lambda: Sitting.now(room.cast.facilitator)


@dataclass(frozen=True)
class Screens:
    """The console and the telephones in every state, of the demonstration; the console of three communities too."""

    desks: list[Leaf]
    phones: list[Leaf]
    languages: tuple[str, ...]


def screens(built: Path, languages: tuple[str, ...]) -> Screens:
    with demonstration(built):
        glance = Glance(demo_room, languages)
        found = glance.seen_by(DESK, "console/")
        phones = glance.seen_by(PHONE, "room/", ("Wagtail", "Siskin"))
    with room_of_three() as room:
        three = Glance(room, languages).seen_by((long_words, speaking_at_six, covered_apart_and_low), "console/")
    return Screens(found + [replace(leaf, moment=f"three, {leaf.moment}") for leaf in three], phones, languages)
