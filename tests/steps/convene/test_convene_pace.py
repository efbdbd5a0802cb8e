"""One telephone cannot fill the wall for all the others; nothing tells afterwards who wrote how much."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.cast import Cast
from tests.steps.convene.stage import Room, token
from tests.steps.convene.test_convene_caucus import call_apart, url
from tests.steps.convene.test_convene_needs import begin
from tracktwo.foundation.live import actions as live_deeds
from tracktwo.foundation.live.pace import Pace
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions, pace
from tracktwo.steps.convene.actions import statements as statement_deeds
from tracktwo.steps.convene.models import Statement


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds of the clock that paces, which stands still unless a test moves it."""
    seconds = [0.0]
    monkeypatch.setattr(pace.time, "monotonic", lambda: seconds[0])
    monkeypatch.setattr(pace, "PACE", Pace(6, 60.0))
    return seconds


def say(room: Room, account: Account, once: str = "", text: str = "We fear being forgotten.") -> int:
    typed = {"text": text, "language": "en", "once": once or token()}
    return room.client(account).post(room.url("say"), typed).status_code


def test_one_telephone_sends_six_statements_a_minute_and_the_others_go_on(room: Room, clock: list[float]) -> None:
    flood, other = room.people[1][0], room.people[1][1]
    assert Counter(say(room, flood) for _each in range(20)) == {302: 6, 422: 14}
    assert say(room, other) == 302
    clock[0] = 60.0
    assert (say(room, flood), room.session.statements.count()) == (302, 8)


def test_who_is_too_fast_is_told_to_wait_and_finds_the_words_in_the_field(room: Room) -> None:
    for _each in range(6):
        say(room, room.people[1][0])
    typed = {"text": "The seventh.", "language": "en", "once": "seventh"}
    shown = room.client(room.people[1][0]).post(room.url("say"), typed).content.decode()
    assert ("Wait a minute and send it again." in shown, "The seventh.</textarea>" in shown) == (True, True)


def test_a_form_that_comes_again_is_not_too_fast_and_one_refused_may_come_later(room: Room, clock: list[float]) -> None:
    account = room.people[1][0]
    told = [say(room, account, once=f"form {n}") for n in range(7)]
    assert (told, say(room, account, once="form 5")) == ([302] * 6 + [422], 302)
    clock[0] = 60.0
    assert (say(room, account, once="form 6"), room.session.statements.count()) == (302, 7)


def test_what_is_refused_for_another_reason_does_not_count(room: Room) -> None:
    account = room.people[1][0]
    told = [say(room, account, text=text) for text in [""] * 9 + ["Said."] * 6]
    assert told == [422] * 9 + [302] * 6


def test_what_the_third_party_types_has_no_limit(room: Room, cast: Cast) -> None:
    client = room.client(cast.rapporteur)
    typed = [{"text": f"From paper, {n}.", "language": "en", "once": token()} for n in range(8)]
    assert {client.post(room.url("write"), one).status_code for one in typed} == {302}


def test_wordings_have_the_same_pace_and_one_of_their_own(room: Room) -> None:
    row, account = begin(room), room.people[2][0]
    typed = [{"restatement": row.pk, "wording": f"Way {n}.", "language": "en", "once": token()} for n in range(8)]
    told = Counter(room.client(account).post(room.url("word"), one).status_code for one in typed)
    assert (told, say(room, account)) == ({302: 6, 422: 2}, 302)


def test_so_have_sentences_apart_and_carrying_them_into_the_room(room: Room) -> None:
    caucus, account = call_apart(room), room.people[1][0]
    client, address = room.client(account), url(room, "apart_deed")

    def do(way: str, **typed: str) -> int:
        return client.post(address, {"do": way, "once": token()} | typed).status_code

    assert Counter(do("say", text=f"Apart {n}.", language="en") for n in range(8)) == {302: 6, 422: 2}
    assert [say(room, account) for _each in range(3)] == [302] * 3
    assert Counter(do(f"carry:{line.pk}") for line in caucus.lines.all()) == {302: 3, 422: 3}


def test_of_who_wrote_nothing_is_left_when_the_session_and_the_talk_apart_are_over(
    room: Room, django_capture_on_commit_callbacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, account = begin(room), room.people[2][0]
    caucus = call_apart(room, side=2)
    say(room, account)
    actions.send_wording(room.session, row.pk, 2, "A way.", "en", sender=account, token=token())
    actions.write_apart(caucus, "Apart.", "en", sender=account, token=token(), paced=True)
    assert len(pace.PACE._taken) == 3
    monkeypatch.setattr(live_deeds, "_wipe", lambda _tables: None)  # the test's own transaction is still under way
    with django_capture_on_commit_callbacks(execute=True):
        room.close()
    assert pace.PACE._taken == {}


def test_holding_makes_room_for_others_on_a_full_wall(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statement_deeds, "MOST_STATEMENTS", 2)
    first, _second = room.say("First."), room.say("Second.")
    with pytest.raises(Refusal):
        room.say("Third.")
    by = {"sender": room.cast.facilitator, "token": token()}
    actions.sort_statement(room.session, first.pk, Statement.State.HELD, "names", **by)
    assert room.say("Third.").number == 3
