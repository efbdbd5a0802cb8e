"""Statements: one line, seen as written, without an author."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.steps.convene.stage import Room, add_workshop, token
from tracktwo.methods.floor import Press
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.actions import statements as statement_deeds
from tracktwo.steps.convene.convert import JOINERS, UNSEEN, checked_text
from tracktwo.steps.convene.models import LONGEST_STATEMENT, Statement


@given(st.text(max_size=500))
def test_a_text_is_kept_as_one_visible_line_or_refused_with_a_reason(typed: str) -> None:
    try:
        text = checked_text(typed)
    except Refusal as refusal:
        assert refusal.code in {"convene.text_empty", "convene.text_long", "convene.text_unseen"}
    else:
        assert text == checked_text(text)
        assert 0 < len(text) <= LONGEST_STATEMENT
        assert not [one for one in text if unicodedata.category(one) in UNSEEN and one not in JOINERS]


@pytest.mark.parametrize("typed", ["", "   ", "\n\t", "\u200d\u200c"])
def test_an_empty_statement_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refusal:
        checked_text(typed)
    assert refusal.value == Refusal("convene.text_empty")


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u200b", "\ufeff", "\u061c", "\x07", "\ue000"])
def test_invisible_and_turning_characters_are_refused(sign: str) -> None:
    with pytest.raises(Refusal) as refusal:
        checked_text(f"We {sign}agree")
    assert refusal.value == Refusal("convene.text_unseen")


def test_a_statement_may_be_as_long_as_the_field_and_no_longer() -> None:
    assert checked_text("ї" * LONGEST_STATEMENT) == "ї" * LONGEST_STATEMENT
    with pytest.raises(Refusal) as refusal:
        checked_text("a" * (LONGEST_STATEMENT + 1))
    assert refusal.value == Refusal("convene.text_long", length=401, most=400)


def test_lines_and_spaces_become_single_spaces() -> None:
    assert checked_text("  Нам потрібно\r\n\tбути   почутими. ") == "Нам потрібно бути почутими."


def test_a_statement_is_numbered_and_keeps_its_language_and_phase(room: Room) -> None:
    room.say("First.")
    room.press(Press.NEXT)
    second = room.say("Другий.", "uk")
    assert (second.number, second.language, second.phase, second.state) == (2, "uk", "information_exchange", "kept")


def test_the_same_form_sent_twice_is_one_statement(room: Room) -> None:
    once, sender = token(), room.people[1][0]
    given_back = [
        actions.write_statement(room.session, "Once.", "en", sender=sender, now=room.began, token=once)
        for _again in range(2)
    ]
    assert (Statement.objects.count(), given_back[1]) == (1, None)


def test_a_form_without_its_token_does_nothing(room: Room) -> None:
    with pytest.raises(Refusal) as refusal:
        actions.write_statement(room.session, "Once.", "en", sender=room.people[1][0], now=room.began, token="")
    assert (refusal.value, Statement.objects.count()) == (Refusal("live.once_missing"), 0)


def test_a_refused_statement_can_be_sent_again_with_the_same_form(room: Room) -> None:
    once = token()
    for text in ("", "Now it has words."):
        try:
            actions.write_statement(room.session, text, "en", sender=room.people[1][0], now=room.began, token=once)
        except Refusal as refusal:
            assert refusal == Refusal("convene.text_empty")
    assert [one.text for one in Statement.objects.all()] == ["Now it has words."]


def test_a_language_the_house_does_not_speak_is_refused(room: Room) -> None:
    with pytest.raises(Refusal) as refusal:
        room.say("Words.", "xx")
    assert refusal.value == Refusal("convene.language_unknown")


def test_no_statement_is_taken_before_the_clock_begins(room: Room) -> None:
    room.session.presses.all().delete()
    with pytest.raises(Refusal) as refusal:
        room.say()
    assert (refusal.value, Statement.objects.count()) == (Refusal("convene.no_phase"), 0)


def test_a_pause_still_takes_statements(room: Room) -> None:
    room.press(Press.PAUSE)
    assert room.say().phase == "opening"


def test_a_flood_is_stopped_with_a_sentence(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statement_deeds, "MOST_STATEMENTS", 2)
    room.say()
    room.say()
    with pytest.raises(Refusal) as refusal:
        room.say()
    assert refusal.value == Refusal("convene.statements_full", most=2)


def test_a_statement_is_parked_to_the_constraints_and_kept_again(room: Room) -> None:
    statement = room.say()
    for state in (Statement.State.PARKED, Statement.State.KEPT):
        actions.sort_statement(room.session, statement.pk, state, sender=room.cast.rapporteur, token=token())
        statement.refresh_from_db()
        assert statement.state == state


def test_a_statement_of_an_earlier_session_is_sorted_and_not_asked_about(room: Room) -> None:
    statement = room.say()
    room.close()
    actions.open_session(room.workshop, 60, by=room.by, now=room.began, token=token())
    sort(room, statement)
    assert Statement.objects.get().state == "parked"
    with pytest.raises(Refusal) as refusal:
        room.ask(statement)
    assert refusal.value == Refusal("convene.statement_unknown")


def test_a_statement_of_another_workshop_is_unknown(room: Room) -> None:
    statement = room.say()
    room.close()
    other = add_workshop(room.cast)
    actions.open_session(other, 60, by=room.by, now=room.began, token=token())
    session = other.sessions.get()
    with pytest.raises(Refusal) as refusal:
        actions.sort_statement(session, statement.pk, "parked", sender=room.cast.facilitator, token=token())
    assert refusal.value == Refusal("convene.statement_unknown")


def sort(room: Room, statement: Statement) -> None:
    state, sender = Statement.State.PARKED, room.cast.facilitator
    actions.sort_statement(room.session, statement.pk, state, sender=sender, token=token())
