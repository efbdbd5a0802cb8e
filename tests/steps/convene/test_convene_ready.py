"""Beside Django a telephone gets what Django would give it, for as long as everything that let it in still holds."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session as SignIn
from django.core.exceptions import ObjectDoesNotExist
from django.middleware.csrf import _does_token_match
from django.utils import timezone

from tests.steps.convene.play import Play
from tests.steps.convene.stage import Room, token
from tests.steps.convene.telephone import FORM, PARTS, TOKENS, House, Telephone, ask
from tracktwo.foundation.live import ready
from tracktwo.foundation.people.models import Account, Compartment, Role, Standing
from tracktwo.foundation.people.sessions import SessionStore, end_every_session, end_sessions
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions, shared, telephones
from tracktwo.steps.convene.models import Session
from tracktwo.steps.convene.views import RoomParts
from tracktwo.steps.select.models import Seat


@pytest.fixture
def phone(house: House, room: Room) -> Telephone:
    """Somebody's telephone that Django has answered once, and that is answered beside it from then on."""
    phone = Telephone(house, room, room.people[1][0])
    assert [phone.ask().by_django, phone.ask().by_django] == [True, False]
    return phone


def test_both_answers_are_the_same_to_the_byte_and_to_the_header(house: House, room: Room) -> None:
    for account in (room.people[1][0], room.people[2][0]):
        for language in ("en", "uk", "ru"):
            phone = Telephone(house, room, account, language)
            first, second = phone.ask(), phone.ask()
            assert (first.by_django, second.by_django) == (True, False)
            assert (first.status, first.headers, first.plain) == (second.status, second.headers, second.plain)
            # A stranger to the layer with the same tag: Django's 304 against the layer's.
            django, beside = Telephone(House(), room, account, language).ask(first.tag), phone.ask(first.tag)
            assert (django.by_django, beside.by_django, django.status) == (True, False, 304)
            assert (django.status, django.headers, django.body) == (beside.status, beside.headers, beside.body)


def test_a_tag_learned_first_gives_whole_pages_too(house: House, room: Room) -> None:
    phone = Telephone(house, room, room.people[1][0])
    known = phone.ask()
    house.ready._entries.clear()
    assert phone.ask(known.tag).by_django
    again = phone.ask()
    assert (again.by_django, again.status, again.plain) == (False, 200, known.plain)
    assert [name for name, _value in again.headers] == [name for name, _value in known.headers]


def test_each_answer_has_tokens_of_its_own_that_the_forms_take(phone: Telephone) -> None:
    found = [TOKENS.findall(phone.ask().body) for _each in range(2)]
    assert found[0] == found[1]
    told = phone.ask().body.decode()
    forms = {piece.split('"')[0] for piece in told.split('name="csrfmiddlewaretoken" value="')[1:]}
    once = [piece.split('"')[0] for piece in told.split('name="once" value="')[1:]]
    assert all(_does_token_match(form, FORM) for form in forms)
    assert len(set(once)) == len(once) == 2
    assert all(len(each) >= 20 for each in once)
    assert not any(each in phone.ask().body.decode() for each in once)
    assert ready.FORM_MARK not in told
    assert ready.ONCE_MARK not in told


def by_the_owner(room: Room, phone: Telephone) -> None:
    client = room.client(phone.account)
    client.cookies[settings.SESSION_COOKIE_NAME] = phone.session
    assert client.post("/sign-out/").status_code == 302


def change(model: Any, **values: Any) -> Callable[[Room, Telephone], None]:
    """Of the reader's own row, past every deed and signal."""

    def deed(_room: Room, phone: Telephone) -> None:
        who = {"pk": phone.account.pk} if model is Account else {"account": phone.account}
        assert model.objects.filter(**who).update(**values) == 1

    return deed


def write(phone: Telephone, **values: Any) -> None:
    """Into the session, as another request of the same browser would."""
    store = SessionStore(phone.session)
    for name, value in values.items():
        store[name] = value
    store.save()


def other_side(room: Room, phone: Telephone) -> None:
    Seat.objects.filter(account=phone.account).update(community=room.cast.programme.communities.get(number=2))


ENDS: dict[str, Callable[[Room, Telephone], object]] = {
    "signed out": by_the_owner,
    "sessions of an account ended": lambda _room, phone: end_sessions([phone.account.pk]),
    "all sessions ended": lambda _room, _phone: end_every_session(),
    "account put to rest": change(Account, is_active=False),
    "account gone": lambda _room, phone: Account.objects.filter(pk=phone.account.pk).delete(),
    "passphrase changed": change(Account, password="!another"),
    "role changed": change(Standing, role=Role.READER),
    "role taken": lambda _room, phone: Standing.objects.filter(account=phone.account).delete(),
    "role in another compartment": lambda room, phone: Standing.objects.filter(account=phone.account).update(
        compartment=room.cast.other_programme.compartment
    ),
    "programme behind another wall": lambda room, _phone: (
        type(room.cast.programme)
        .objects.filter(pk=room.cast.programme.pk)
        .update(compartment=Compartment.objects.create())
    ),
    "seat given back": change(Seat, withdrawn_on=timezone.localdate()),
    "seat gone": lambda _room, phone: Seat.objects.filter(account=phone.account).delete(),
    "session over its time": lambda _room, phone: SignIn.objects.filter(pk=phone.session).update(
        expire_date=timezone.now() - timedelta(hours=1)
    ),
    "half an hour idle": lambda _room, phone: write(phone, began=1, seen=1),
    "marked for the room's door": lambda _room, phone: write(phone, room=["code", "key"]),
}


@pytest.mark.parametrize("end", ENDS)
def test_whatever_ends_a_session_or_takes_a_seat_ends_it_at_once(room: Room, phone: Telephone, end: str) -> None:
    known = phone.ask()
    ENDS[end](room, phone)
    for tag in (b"", known.tag):
        answer = phone.ask(tag)
        assert answer.by_django
        assert answer.status in {302, 404}
        assert answer.body == b"" or answer.status == 404
        assert b"data-of" not in answer.body


CHANGES: dict[str, Callable[[Room, Telephone], object]] = {
    "other community": other_side,
    "covered": lambda room, _phone: actions.cover_screens(room.workshop, True, by=room.by, token=token()),
    "closed": lambda room, _phone: room.close(),
    "something else in the session": lambda _room, phone: write(phone, more="anything"),
    "closed behind the house's back": lambda room, _phone: Session.objects.update(closed_at=timezone.now()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_the_ground_is_told_by_django_first(room: Room, phone: Telephone, change: str) -> None:
    CHANGES[change](room, phone)
    assert phone.ask().by_django


@pytest.mark.parametrize("end", ENDS | CHANGES)
def test_a_stream_is_left_alone_only_while_its_reader_may_stay(room: Room, phone: Telephone, end: str) -> None:
    workshop = str(room.session.workshop_id)
    assert phone.still_reads() is None  # nobody has opened it
    assert phone.open_stream().by_django
    assert phone.still_reads() == phone.still_reads() == (actions.ROOM, workshop)
    assert phone.open_stream().by_django  # opened anew it is Django's again, and no page is sent for it
    (ENDS | CHANGES)[end](room, phone)
    assert phone.still_reads() is None
    assert phone.house.ready._entries.get(ready._name_of(phone.stream())) is None


def test_a_deed_of_the_same_browser_keeps_the_session_alive_here_too(
    room: Room, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone, beside = (Telephone(house, room, account) for account in room.people[1][:2])
    minute = int(timezone.now().timestamp()) // 60 * 60
    write(phone, began=minute, seen=minute)
    assert [phone.ask().by_django, phone.ask().by_django] == [True, False]
    for minutes, seen in ((20, 20), (40, 40), (75, 40)):
        later = timezone.now() + timedelta(minutes=minutes)
        with monkeypatch.context() as clock:
            clock.setattr(timezone, "now", lambda later=later: later)
            write(phone, began=minute, seen=minute + seen * 60)
            beside.ask()
            answer = phone.ask()
            assert (answer.by_django, answer.status) == ((False, 200) if minutes < 75 else (True, 302))


def test_time_alone_ends_it_too(room: Room, house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    phone, beside = (Telephone(house, room, account) for account in room.people[1][:2])
    minute = int(timezone.now().timestamp()) // 60 * 60
    write(phone, began=minute, seen=minute)
    assert [phone.ask().by_django, phone.ask().by_django] == [True, False]
    later = timezone.now() + timedelta(minutes=31)
    monkeypatch.setattr(timezone, "now", lambda: later)
    # Somebody else looks on, so that all but the session is as fresh as ever.
    assert [beside.ask().by_django, beside.ask().by_django] == [True, False]
    answer = phone.ask()
    assert (answer.by_django, answer.status) == (True, 302)


@pytest.mark.parametrize(
    "other",
    [{"accept-language": "uk"}, {"host": "elsewhere.example"}, {"accept": "text/event-stream"}, {"x-live": "person"}],
    ids=["language", "host", "stream", "a person"],
)
def test_another_question_is_djangos(phone: Telephone, other: dict[str, str]) -> None:
    phone.more = other
    assert phone.ask().by_django


def test_another_door_another_scheme_and_another_method_are_djangos(phone: Telephone) -> None:
    assert phone.ask(server=("127.0.0.1", 8001)).by_django
    assert phone.ask(scheme="https").by_django
    assert phone.ask(method="HEAD").by_django
    assert not phone.ask().by_django


def test_who_borrows_a_cookie_gets_what_its_owner_gets_and_nobody_gets_more(house: House, room: Room) -> None:
    phones = [Telephone(house, room, account) for account in (room.people[1][0], room.people[2][0])]
    first, second = (phone.ask() for phone in phones)
    assert first.tag != second.tag
    for other in (room.cast.stranger, room.cast.convener, room.cast.readers[1], room.cast.nominees[1]):
        outside = Telephone(house, room, other)
        assert [(outside.ask(first.tag).status, outside.ask().by_django) for _twice in range(2)] == [(404, True)] * 2
    nobody = Telephone(house, room, room.people[1][0])
    nobody.cookies.pop(settings.SESSION_COOKIE_NAME)
    assert [(nobody.ask(first.tag).status, nobody.ask().by_django) for _twice in range(2)] == [(302, True)] * 2


def drawn_now() -> list[int]:
    """How many bodies are kept of each room."""
    return [len(moment.bodies) for _key, moment in shared._kept.values()]


def test_a_new_version_is_drawn_once_for_all_who_see_the_same(house: House, room: Room) -> None:
    phones = [Telephone(house, room, account) for side in room.people.values() for account in side]
    known = [phone.ask().tag for phone in phones]
    room.say("A sentence for everybody.")
    answers = [phone.ask(tag) for phone, tag in zip(phones, known, strict=True)]
    assert all(answer.status == 200 and b"A sentence for everybody." in answer.body for answer in answers)
    assert [answer.by_django for answer in answers].count(True) == 1  # read by the first
    assert drawn_now() == [2]  # for each community
    room.ask_floor(room.people[1][0])
    answers = [phone.ask() for phone in phones]
    assert [answer.by_django for answer in answers].count(True) == 1
    assert drawn_now() == [3]
    assert [b"Leave the queue" in answer.body for answer in answers].count(True) == 1


def test_an_answer_shows_on_the_own_telephone_at_once_and_on_no_other(house: House, room: Room) -> None:
    vote, phones = room.ask(), [Telephone(house, room, account) for account in room.people[1][:3]]
    known = [phone.ask().tag for phone in phones]
    room.answer(vote, room.people[1][1])
    answers = [phone.ask(tag) for phone, tag in zip(phones, known, strict=True)]
    assert [answer.status for answer in answers] == [304, 200, 304]
    assert b"Your answer is counted." in answers[1].body


def test_what_is_kept_names_nobody_and_opens_nothing(house: House, room: Room) -> None:
    room.ask()
    accounts = [account for side in room.people.values() for account in side]
    for account in accounts:
        room.ask_floor(account)
        Telephone(house, room, account).ask()
    kept = repr(house.ready._entries)
    for account in accounts:
        assert str(account.password) not in kept
    for row in SignIn.objects.all():
        assert row.session_key not in kept
        assert row.session_data not in kept
    assert FORM not in kept
    for _key, moment in shared._kept.values():
        for body in moment.bodies.values():
            for account in accounts:
                assert account.alias.encode() not in body
                assert account.pk.hex.encode() not in body.replace(b"-", b"")


def test_no_more_readers_are_kept_than_there_is_room_for(house: House, room: Room) -> None:
    house = House(most=2)
    phones = [Telephone(house, room, account) for account in room.people[1][:3]]
    for phone in phones:
        phone.ask()
    assert len(house.ready._entries) == 2
    assert [phone.ask().by_django for phone in phones] == [True, True, True]  # the oldest goes first


def test_where_the_database_does_not_answer_django_is_asked(phone: Telephone) -> None:
    async def nothing(_sql: str, _params: Any) -> None:
        return None

    phone.house.ready._ask = nothing
    assert [phone.ask().by_django, phone.ask().by_django] == [True, True]


def test_an_answer_that_sets_a_cookie_is_not_learned(house: House, room: Room) -> None:
    phone = Telephone(house, room, room.people[1][0])
    phone.cookies.pop(settings.CSRF_COOKIE_NAME)
    first = phone.ask()
    assert any(name == b"Set-Cookie" for name, _value in first.headers)
    assert phone.ask().by_django


def test_a_body_is_filled_without_a_request() -> None:
    filled = ready.fill(f"a{ready.FORM_MARK}b{ready.ONCE_MARK}c{ready.ONCE_MARK}d".encode(), FORM).decode()
    assert _does_token_match(filled[1:65], FORM)
    assert (filled[0], filled[65], filled[-1]) == ("a", "b", "d")


@pytest.mark.parametrize(("later", "again"), [(0.0, 0), (ready.FRESH, 1)])
def test_whoever_waits_for_a_turn_is_looked_up_once_unless_it_takes_long(
    room: Room, house: House, monkeypatch: pytest.MonkeyPatch, later: float, again: int
) -> None:
    """As in ``site.asgi``: one reader lets Django draw the news, and the next finds it when their turn comes."""
    first, second = (Telephone(house, room, account) for account in room.people[1][:2])
    assert [first.ask(), first.ask(), second.ask(), second.ask()][3].by_django is False
    questions, clock, beside = [], [0.0], house.application
    monkeypatch.setattr(ready, "monotonic", lambda: clock[0])

    async def counted(sql: str, params: Any) -> Any:
        questions.append(sql)
        return await ask(sql, params)

    async def in_turn(scope: Any, receive: Any, send: Any) -> None:
        house.application = beside
        assert first.ask().by_django
        monkeypatch.setattr(house.ready, "_ask", counted)
        clock[0] += later
        await beside(scope, receive, send)

    room.say("News for everybody.")
    house.application = house.ready.quick(in_turn)
    before = house.django.asked
    told = second.ask()
    assert (b"News for everybody." in told.body, house.django.asked - before) == (True, 1)
    assert len(questions) == again


def test_whatever_nobody_has_drawn_waits_for_its_turn(room: Room, house: House) -> None:
    """The layer in front of the queue answers what lies ready and draws nothing."""
    first, other = (Telephone(house, room, room.people[side][0]) for side in (1, 2))
    assert [first.ask(), first.ask(), other.ask(), other.ask()][3].by_django is False
    behind, waited = house.application, []

    async def in_turn(scope: Any, receive: Any, send: Any) -> None:
        waited.append(scope["path"])
        await behind(scope, receive, send)

    house.application = house.ready.quick(in_turn, draws=False)
    room.say("News for everybody.")
    assert [first.ask().by_django, first.ask().by_django, len(waited)] == [True, False, 1]
    assert [other.ask().by_django, other.ask().by_django, len(waited)] == [False, False, 2]


def test_two_threads_that_want_the_same_have_it_drawn_once(
    room: Room, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, other = (Telephone(house, room, room.people[side][0]) for side in (1, 2))
    assert [first.ask(), other.ask(), room.say("News for everybody."), first.ask()][3].by_django
    render, drawings = telephones.render_parts, []

    def slowly(*given: Any) -> str:
        drawings.append(given)
        sleep(0.05)
        return render(*given)

    async def in_two_threads(draw: ready.Draw) -> bytes:
        with ThreadPoolExecutor(2) as threads:
            drawn = list(threads.map(lambda _each: draw(), range(2)))
        assert drawn[0] == drawn[1]
        return drawn[0]

    monkeypatch.setattr(telephones, "render_parts", slowly)
    monkeypatch.setattr(house.ready, "_beside", in_two_threads)
    assert (other.ask().by_django, len(drawings)) == (False, 1)


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_a_shared_part_is_what_its_reader_alone_would_get(
    room_of_three: Room, house: House, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Several readers of each community after each of many deeds at random, so that they have something to mix up."""
    chance = random.Random(seed)
    play, alone, beside, differ = Play(room_of_three, chance), House(), 0, set()
    for _deed in range(40):
        try:
            chance.choice(play.deeds())()
        except (Refusal, ObjectDoesNotExist):
            continue
        parts, languages = chance.choice([PARTS, PARTS[:1], PARTS[::2]]), chance.sample(["en", "uk", "ru"], 2)
        for who in [chance.choice(side) for side in room_of_three.people.values()] + [play.someone(), play.someone()]:
            phone = Telephone(house, room_of_three, who, chance.choice(languages), parts)
            shown = phone.ask() and phone.ask()
            with monkeypatch.context() as unshared:
                unshared.setattr(RoomParts, "seen", None)
                own = Telephone(alone, room_of_three, who, phone.language, parts).ask()
            assert (shown.by_django, own.by_django) == (False, True)
            assert shown.plain == own.plain
            beside, differ = beside + 1, differ | {shown.plain}
    assert beside > 80
    assert len(differ) > 40
