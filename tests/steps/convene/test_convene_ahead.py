"""By the time the streams tell of a change, what each telephone asks for lies ready, and whoever may not read gets none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.steps.convene.stage import Room, token
from tests.steps.convene.telephone import House, Telephone
from tests.steps.convene.test_convene_needs import begin, heard
from tracktwo.steps.convene import actions, ahead, doors, shared, telephones
from tracktwo.steps.convene.queries import There, session_of, what_is_there
from tracktwo.steps.select.models import Seat


@pytest.fixture
def phones(house: House, room: Room) -> list[Telephone]:
    """Everybody's, in two languages, each answered once."""
    everybody = [account for side in room.people.values() for account in side]
    phones = [Telephone(house, room, one, ("en", "uk")[at % 2]) for at, one in enumerate(everybody)]
    for phone in phones:
        phone.ask()
    return phones


def make_ready(room: Room) -> int:
    """How many questions it put to the database."""
    with CaptureQueriesContext(connection) as asked:
        ahead.make_ready(str(room.workshop.pk))
    return len(asked)


def drawn() -> int:
    return sum(len(moment.bodies) for _version, moment in shared._kept.values())


def forbid_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_given: object) -> str:
        raise AssertionError

    monkeypatch.setattr(telephones, "render_parts", never)


def test_after_it_nobody_reads_the_room_and_nobody_waits_for_a_drawing(
    room: Room, phones: list[Telephone], monkeypatch: pytest.MonkeyPatch
) -> None:
    room.say("News for everybody.")
    make_ready(room)
    forbid_drawing(monkeypatch)
    answers = [phone.ask() for phone in phones]
    assert not any(answer.by_django for answer in answers)
    assert all("News for everybody." in answer.body.decode() for answer in answers)
    assert len({answer.plain for answer in answers}) == 2  # the languages


def test_a_vote_is_drawn_for_those_who_are_asked_and_for_those_who_have_answered(
    room: Room, phones: list[Telephone], monkeypatch: pytest.MonkeyPatch
) -> None:
    vote = room.ask()
    make_ready(room)
    room.answer(vote, phones[0].account)
    room.say("A sentence meanwhile.")
    make_ready(room)
    forbid_drawing(monkeypatch)
    answers = [phone.ask() for phone in phones]
    assert not any(answer.by_django for answer in answers)
    assert [b"Your answer is counted." in answer.body for answer in answers] == [True] + [False] * (len(phones) - 1)


def test_it_is_what_the_telephone_alone_would_be_given(
    room: Room, phones: list[Telephone], monkeypatch: pytest.MonkeyPatch
) -> None:
    room.ask_floor(phones[0].account)
    room.say("News for everybody.")
    make_ready(room)
    ready = [phone.ask().plain for phone in phones]
    shared._kept.clear()
    monkeypatch.setattr(phones[0].house.ready, "_entries", {})
    assert [phone.ask().plain for phone in phones] == ready


def test_nothing_is_left_out_for_not_being_there(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    session, by, at = room.session, room.by, room.began
    need, others = heard(room), [room.say(f"Sentence {number}.") for number in range(4)]
    begin(room)
    meet = actions.Step("Meet.", "en", "rapporteur", at.date())
    deeds: list[Callable[[], object]] = [
        lambda: actions.take_up_option(session, others[0].pk, [need.pk], by=by, token=token()),
        lambda: actions.add_step(session, meet, by=by, now=at, token=token()),
        lambda: actions.open_checkin(session, by=by, now=at, token=token()),
        lambda: actions.open_caucus(room.workshop, 1, 20, by=by, now=at, token=token()),
        lambda: actions.open_poll(session, "approval", [one.pk for one in others[1:3]], by=by, token=token()),
    ]
    for deed in [lambda: None, *deeds]:
        deed()
        found = doors.read_room(session, at).facts
        with monkeypatch.context() as everything:
            everything.setattr(doors, "what_is_there", lambda _session: There(*[True] * len(There._fields)))
            assert doors.read_room(session, at).facts == found
    names = ("needs", "loop", "options", "steps", "checkin", "apart", "poll")
    assert [name for name in names if not found[name]] == []
    assert what_is_there(session) == There(**(dict.fromkeys(There._fields, True) | {"votes": False}))


def test_a_room_in_which_little_has_happened_is_read_with_few_questions(
    room: Room, phones: list[Telephone], django_assert_max_num_queries: Any
) -> None:
    room.ask()
    session = session_of(room.workshop.pk)
    assert session is not None
    with django_assert_max_num_queries(11):
        doors.read_room(session, timezone.now())


@pytest.mark.parametrize("when", ["before", "after"])
def test_who_has_lost_the_seat_finds_nothing_however_ready_it_lies(
    room: Room, phones: list[Telephone], when: str
) -> None:
    room.say("News for those who sit here.")
    deeds = [lambda: Seat.objects.filter(account=phones[0].account).update(withdrawn_on=timezone.localdate())]
    deeds.insert(1 if when == "before" else 0, lambda: make_ready(room))
    for deed in deeds:
        deed()
    answer = phones[0].ask()
    assert (answer.by_django, answer.status, b"News" in answer.body) == (True, 404, False)
    assert not phones[1].ask().by_django


@pytest.mark.parametrize("loses_seat", [False, True], ids=["keeps the seat", "loses the seat meanwhile"])
def test_who_asks_meanwhile_waits_for_it_and_is_looked_up_again(
    room: Room, phones: list[Telephone], monkeypatch: pytest.MonkeyPatch, loses_seat: bool
) -> None:
    """As in ``site.asgi``: in front of the queue, where nothing is drawn."""
    phone, waited = phones[0], []

    async def settled(place: object) -> bool:
        waited.append(place)
        make_ready(room)
        if loses_seat:
            Seat.objects.filter(account=phone.account).update(withdrawn_on=timezone.localdate())
        return True

    monkeypatch.setattr(phone.house.ready, "_settled", settled)
    phone.house.application = phone.house.ready.quick(phone.house.application, draws=False)
    room.say("News for those who sit here.")
    answer = phone.ask()
    assert (answer.by_django, answer.status) == ((True, 404) if loses_seat else (False, 200))
    assert (b"News" in answer.body) is not loses_seat
    assert waited == [("convene", str(room.workshop.pk))]


@pytest.mark.parametrize("end", ["covered", "closed"])
def test_nothing_is_made_ready_of_a_room_that_is_covered_or_closed(
    room: Room, phones: list[Telephone], end: str
) -> None:
    if end == "covered":
        actions.cover_screens(room.workshop, True, by=room.by, token=token())
    else:
        room.close()
    before = drawn()
    make_ready(room)
    assert drawn() == before
    assert phones[0].ask().by_django


def test_nothing_is_asked_for_telephones_that_have_gone(
    room: Room, phones: list[Telephone], monkeypatch: pytest.MonkeyPatch
) -> None:
    room.say("News for everybody.")
    later = timezone.now() + shared.WANTED - timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert make_ready(room) > 0
    room.say("News for nobody.")
    latest = later + timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: latest)
    assert make_ready(room) == 0


def test_a_room_in_three_languages_is_read_once(room: Room, phones: list[Telephone]) -> None:
    room.say("In two languages.")
    in_two = make_ready(room)
    Telephone(phones[0].house, room, phones[0].account, "ru").ask()
    room.say("In three.")
    assert (make_ready(room), drawn()) == (in_two, 6)  # both communities, in three languages


def test_no_more_kinds_are_drawn_ahead_than_are_common(
    room: Room, phones: list[Telephone], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "MOST_KINDS", 2)
    for phone in phones[:4]:
        room.ask_floor(phone.account)
    make_ready(room)
    (moment,) = (moment for _version, moment in shared._kept.values())
    assert Counter(language for language, _parts, _scope, _own in moment.bodies) == {"en": 2, "uk": 2}
    answers = [phone.ask() for phone in phones]
    assert not any(answer.by_django for answer in answers)
    assert [b"Leave the queue" in answer.body for answer in answers[::2]].count(True) == 2
