"""A room in which anything happens, in an order that nobody has thought of."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from tests.steps.convene.stage import Room, token
from tracktwo.foundation.people.models import Account
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.queries import assent_now


class Play:
    """Any of the room's deeds at any moment, refused or not."""

    def __init__(self, room: Room, chance: random.Random) -> None:
        self.room, self.chance = room, chance

    def someone(self) -> Account:
        return self.chance.choice(self.room.people[self.chance.choice(list(self.room.people))])

    def deeds(self) -> list[Callable[[], object]]:
        room, session, pick = self.room, self.room.session, self.chance.choice
        said = list(session.statements.all())
        vote, poll = session.votes.filter(is_open=True).first(), session.polls.filter(is_open=True).first()
        checkin, loop = session.checkins.filter(is_open=True).first(), session.restatements.filter(is_open=True).first()
        assent = assent_now(session)
        by, now, once = {"by": room.by}, {"now": room.began}, {"token": token()}
        found: list[Callable[[], object]] = [
            lambda: room.say(f"Sentence {len(said)}.", pick(["en", "uk", "ru"])),
            lambda: room.ask_floor(self.someone()),
            lambda: actions.lower_hand(session, (who := self.someone()), sender=who, **once),
            lambda: room.give_floor(self.someone()),
            lambda: room.end_turn(room.began + timedelta(minutes=pick([1, 2, 3]))),
            lambda: actions.show_queue(session, pick([True, False]), **by, **once),
            lambda: actions.open_checkin(session, **by, **now, **once),
            lambda: actions.open_caucus(room.workshop, pick(list(room.people)), 20, **by, **now, **once),
        ]
        if said:
            some = [pick(said).pk for _each in range(3)]
            found += [
                lambda: actions.open_vote(session, some[0], **by, **once),
                lambda: actions.open_poll(session, pick(["approval", "ranking"]), some, **by, **once),
                lambda: actions.open_poll(session, "consent", some[:1], **by, **once),
                lambda: actions.begin_restatement(session, some[0], pick(list(room.people)), "need", **by, **once),
            ]
        if vote:
            found += [lambda: room.answer(vote, self.someone(), pick(["agree", "disagree", "passed"]))] * 4
            found += [lambda: actions.withdraw_vote(session, vote.pk, **by, **once)]
        if poll:
            found += [lambda: actions.cast_poll(session, poll.pk, [0], account=self.someone(), **once)] * 4
            found += [lambda: actions.withdraw_poll(session, poll.pk, **by, **once)]
        if checkin:
            found += [lambda: actions.check_in(session, checkin.pk, 3, "", account=self.someone(), **once)] * 3
        if loop:
            sides = list(room.people)
            found += [lambda: actions.write_restatement(session, loop.pk, pick(sides), "So it is.", "en", **by, **once)]
        if assent:
            found += [lambda: actions.assent(session, assent.pk, True, account=self.someone(), **once)] * 4
        return found
