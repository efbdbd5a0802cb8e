"""How the room feels, told under the one table; what the third party did, by type and minute; a workshop in numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import translation

from tests.steps.convene.stage import Room, token
from tests.steps.convene.test_convene_pages import page, send
from tests.steps.convene.test_convene_unlinkable import after, browsers, without_digests
from tracktwo.foundation.people.models import Account
from tracktwo.methods.floor import Press
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import pulse_face
from tracktwo.steps.convene.models import CheckIn, CheckInRoll, Intervention, Reflection, Statement
from tracktwo.steps.programme.actions import adopt_rules

__all__ = ["browsers"]


def ask(room: Room) -> CheckIn:
    found = actions.open_checkin(room.session, by=room.by, now=room.began, token=token())
    assert found is not None
    return found


def feel(room: Room, checkin: CheckIn, account: Account, step: int, word: str = "") -> None:
    actions.check_in(room.session, checkin.pk, step, word, account=account, token=token())


def end(room: Room) -> CheckIn:
    actions.end_checkin(room.session, by=room.by, token=token())
    return CheckIn.objects.get()


def refused(deed: object) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value


def test_six_different_answers_are_shown_and_the_roll_is_erased(room: Room) -> None:
    checkin = ask(room)
    words = ("tired", "tired", "tired", "", "tired", "tired")
    for account, step, word in zip(room.people[1], (1, 2, 2, 3, 4, 5), words, strict=False):
        feel(room, checkin, account, step, word)
    found = end(room)
    assert (found.cells, found.words, CheckInRoll.objects.count()) == ([1, 2, 1, 1, 1], {"tired": 5}, 0)
    console = page(room.client(room.cast.facilitator), room.url("console"))
    assert ("1 · 2 · 1 · 1 · 1" in console, "tired 5" in console, "Offer a break" in console) == (True, True, True)


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
def test_of_words_as_frequent_the_same_come_first_in_every_language(room: Room, language: str) -> None:
    checkin = ask(room)
    for account, word in zip(room.people[1], ("tired", "tired", "heard", "curious", "heard", "curious"), strict=False):
        feel(room, checkin, account, 1 + (word == "tired"), word)
    found, labels = end(room), dict(CheckIn.Word.choices)
    with translation.override(language):
        assert [word for word, _count in pulse_face(found).words] == [
            str(labels[w]) for w in ("curious", "heard", "tired")
        ]


def test_a_word_that_all_have_chosen_is_not_shown_and_neither_are_the_numbers_beside_it(room: Room) -> None:
    """Were the word alone left out, each of them would know it of all the others."""
    checkin = ask(room)
    for account, step in zip(room.people[1], (1, 2, 2, 3, 4, 5), strict=False):
        feel(room, checkin, account, step, "tired")
    found = end(room)
    assert (found.cells, found.words) == ([0] * 5, {})
    console = page(room.client(room.cast.facilitator), room.url("desk_pulse"))
    assert ("no number is shown" in console, "tired 6" in console) == (True, False)


def test_a_word_of_all_that_an_older_house_has_kept_is_not_shown_either(room: Room) -> None:
    checkin = ask(room)
    end(room)
    CheckIn.objects.filter(pk=checkin.pk).update(cells=[1, 2, 1, 1, 1], words={"tired": 6})
    face = pulse_face(CheckIn.objects.get())
    assert (face.is_told, face.cells, face.words) == (False, (0,) * 5, ())


@pytest.mark.parametrize(("steps", "is_low"), [((1, 2, 2, 3, 3, 4, 4), True), ((1, 2, 3, 3, 4, 4, 4), False)])
def test_when_it_is_hard_for_many_the_facilitator_is_offered_three_things_to_do(
    room: Room, steps: tuple[int, ...], is_low: bool
) -> None:
    checkin = ask(room)
    for account, step in zip(room.people[1], steps, strict=False):
        feel(room, checkin, account, step)
    end(room)
    hazel, part = room.client(room.cast.facilitator), room.url("desk_pulse")
    offered = re.findall(r'<button name="kind" value="(\w+)"', page(hazel, part))
    assert offered == (["break", "rule", "caucus"] if is_low else [])
    assert "It is hard for many" not in page(room.client(room.cast.rapporteur), part)


def low_round(room: Room) -> None:
    checkin = ask(room)
    for account, step in zip(room.people[1], (1, 1, 2, 2, 3, 4), strict=False):
        feel(room, checkin, account, step)
    actions.end_checkin(room.session, by=room.by, token=token())


def do_offered(room: Room, kind: str) -> HttpResponse:
    hazel = room.client(room.cast.facilitator)
    return hazel.post(room.url("intervene"), {"once": token(), "kind": kind, "offered": "yes"})


@pytest.mark.parametrize("kind", ["break", "rule", "caucus"])
def test_one_of_the_three_is_offered_for_a_round_until_one_is_taken(room: Room, kind: str) -> None:
    low_round(room)
    hazel, part = room.client(room.cast.facilitator), room.url("desk_pulse")
    do_offered(room, kind)
    assert list(Intervention.objects.values_list("kind", flat=True)) == [kind]
    assert "It is hard for many" not in page(hazel, part)
    low_round(room)
    assert "It is hard for many" in page(hazel, part)


def test_only_the_three_are_taken_from_that_form(room: Room) -> None:
    low_round(room)
    assert do_offered(room, "theory").status_code == 422
    assert not Intervention.objects.exists()


def test_a_break_stands_beside_the_clock_until_it_is_paused(room: Room) -> None:
    low_round(room)
    actions.act_on_pulse(room.session, "break", by=room.by, now=room.began + timedelta(minutes=42), token=token())
    hazel, part, waits = room.client(room.cast.facilitator), room.url("desk_clock"), "offered since minute 42"
    assert waits in page(hazel, part)
    room.press(Press.PAUSE, room.began + timedelta(minutes=45))
    assert waits not in page(hazel, part)
    room.press(Press.RESUME, room.began + timedelta(minutes=60))
    assert waits not in page(hazel, part)


def test_a_pause_of_before_is_not_the_break_that_is_offered_now(room: Room) -> None:
    room.press(Press.PAUSE, room.began + timedelta(minutes=5))
    room.press(Press.RESUME, room.began + timedelta(minutes=15))
    now = room.began + timedelta(minutes=40)
    actions.log_intervention(room.session, "break", by=room.by, now=now, token=token())
    assert "offered since minute 30" in page(room.client(room.cast.facilitator), room.url("desk_clock"))


def test_the_rules_recalled_stand_on_the_wall_until_they_are_taken_off(room: Room) -> None:
    rules = ["Nobody is quoted.", "One speaks at a time."]
    by = room.cast.by(room.cast.convener, "programme.change")
    adopt_rules(room.cast.programme, {"en": rules}, by=by, now=room.began)
    low_round(room)
    do_offered(room, "rule")
    hazel, wall = room.client(room.cast.facilitator), room.url("projector_now")
    assert all(line in page(hazel, wall) for line in rules)
    assert "Take the rules off the wall" in page(hazel, room.url("desk_pulse"))
    send(hazel, room.url("console"), room.url("show_rules"), rules="no")
    assert rules[0] not in page(hazel, wall)
    send(hazel, room.url("console"), room.url("show_rules"), rules="yes")
    assert rules[0] in page(hazel, wall)
    room.ask()
    assert rules[0] not in page(hazel, wall)


def test_a_talk_apart_leads_to_where_it_is_called(room: Room) -> None:
    low_round(room)
    answer = do_offered(room, "caucus")
    assert answer["Location"] == room.url("apart_desk")
    shown = page(room.client(room.cast.facilitator), room.url("apart_desk"))
    assert ("noted as offered, minute 0" in shown, "Let it talk apart" in shown) == (True, True)


def test_every_note_is_seen_to_be_kept(room: Room) -> None:
    hazel, part = room.client(room.cast.facilitator), room.url("desk_pulse")
    assert "Noted:" not in page(hazel, part)
    for many in (1, 2):
        actions.log_intervention(room.session, "process", by=room.by, now=room.began, token=token())
        assert f"Noted: observation on process, min 0 ({many})" in page(hazel, part)


@pytest.mark.parametrize("steps", [(1, 2, 3, 4, 5), (3, 3, 3, 3, 3, 3)])
def test_few_or_equal_answers_are_not_shown_and_not_kept(room: Room, steps: tuple[int, ...]) -> None:
    checkin = ask(room)
    for account, step in zip(room.people[1], steps, strict=False):
        feel(room, checkin, account, step, "calm")
    found = end(room)
    assert (found.cells, found.words) == ([0] * 5, {})
    assert "no number is shown" in page(room.client(room.cast.facilitator), room.url("console"))


def test_while_it_is_open_the_console_shows_no_number(room: Room) -> None:
    checkin = ask(room)
    for account in room.people[1]:
        feel(room, checkin, account, 1)
    assert "It is shown when you end it." in page(room.client(room.cast.facilitator), room.url("desk_pulse"))
    assert "From hard for me" not in page(room.client(room.cast.facilitator), room.url("desk_pulse"))


def test_an_answer_counts_once_and_only_while_it_is_asked(room: Room) -> None:
    checkin, account = ask(room), room.people[1][0]
    assert refused(lambda: feel(room, checkin, account, 6)) == Refusal("convene.checkin_answer")
    assert refused(lambda: feel(room, checkin, account, 1, "furious")) == Refusal("convene.checkin_answer")
    feel(room, checkin, account, 2)
    assert refused(lambda: feel(room, checkin, account, 3)) == Refusal("convene.voted_already")
    end(room)
    assert refused(lambda: feel(room, checkin, room.people[1][1], 3)) == Refusal("convene.checkin_over")


def test_two_people_who_swap_their_check_ins_leave_the_same_database(room: Room, browsers: Callable) -> None:
    checkin, (one, other) = ask(room), room.people[1][:2]

    def course(first: str, second: str) -> None:
        for account, step, word in ((one, first, "tired"), (other, second, "tired")):
            browsers(account, "check_in", {"checkin": checkin.pk, "step": step, "word": word})

    assert without_digests(after(lambda: course("1", "5"))) == without_digests(after(lambda: course("5", "1")))


def test_an_intervention_is_a_type_and_a_minute_and_nothing_else(room: Room) -> None:
    now = room.began + timedelta(minutes=7)
    actions.log_intervention(room.session, "process", by=room.by, now=now, token=token())
    columns = {field.name for field in Intervention._meta.concrete_fields}
    assert columns == {"id", "session", "kind", "minute"}
    assert (Intervention.objects.get().kind, Intervention.objects.get().minute) == ("process", 7)
    wrong = lambda: actions.log_intervention(room.session, "shout", by=room.by, now=now, token=token())  # noqa: E731
    assert refused(wrong) == Refusal("convene.kind_missing")


def test_a_reflection_has_no_author_and_is_read_by_facilitators_alone(room: Room) -> None:
    assert not [field for field in Reflection._meta.concrete_fields if field.related_model is Account]
    hazel, at = room.client(room.cast.facilitator), room.url("reflection")
    hazel.post(at, {"once": "a", "moved": "Both listened.", "stuck": "", "tomorrow": ""})
    assert "Both listened." in page(hazel, at)
    assert room.client(room.cast.rapporteur).get(at).status_code == 404
    assert hazel.post(at, {"once": "b", "moved": " "}).status_code == 422


def reflect(room: Room, moved: str = "", tomorrow: str = "") -> None:
    session = room.workshop.sessions.last()
    actions.reflect(session, moved, "", tomorrow, by=room.by, token=token())


def test_what_was_thought_yesterday_is_read_today_under_its_session(room: Room) -> None:
    hazel, at = room.client(room.cast.facilitator), room.url
    reflect(room, tomorrow="Begin with those who were silent.")
    shown = hazel.post(at("close"), {"once": "a"}, follow=True).content.decode()  # while the day is fresh
    assert "About workshop 1, session 1" in shown
    actions.open_session(room.workshop, 60, by=room.by, now=room.began, token=token())
    reflect(room, moved="They began.")
    shown = page(hazel, at("reflection"))
    kept = shown.split("What was kept in workshop 1")[1]
    assert "About workshop 1, session 2" in shown
    found = re.findall(r"Session \d|They began|Begin with those|<p></p>|What was stuck", kept)
    assert found == ["Session 2", "They began", "Session 1", "Begin with those"]


def test_a_reflection_is_kept_for_the_session_whose_form_it_was(room: Room) -> None:
    hazel, at = room.client(room.cast.facilitator), room.url
    first = room.session
    room.close()
    actions.open_session(room.workshop, 60, by=room.by, now=room.began, token=token())
    hazel.post(at("reflection"), {"once": "a", "session": first.pk, "moved": "Both listened."})
    assert Reflection.objects.get().session == first


def test_a_reflection_is_kept_for_no_session_of_another_programme(room: Room) -> None:
    hazel, at, first = room.client(room.cast.facilitator), room.url, room.session
    room.workshop.programme = room.cast.other_programme
    room.workshop.save()
    sent = hazel.post(at("reflection"), {"once": "a", "session": first.pk, "moved": "Both listened."})
    assert (sent.status_code, Reflection.objects.exists()) == (422, False)


def test_from_a_phone_to_the_numbers_without_scripts(room: Room) -> None:
    hazel, at = room.client(room.cast.facilitator), room.url
    send(hazel, at("console"), at("ask_pulse"), way="begin")
    for place, account in enumerate(room.people[1]):
        send(room.client(account), at("room"), at("check_in"), step=str(place % 5 + 1), word="calm" if place else "")
    send(hazel, at("console"), at("ask_pulse"), way="end")
    send(hazel, at("console"), at("intervene"), kind="break")
    room.press(Press.NEXT, room.began + timedelta(minutes=50))
    room.ask_floor(room.people[1][0])
    room.give_floor(room.people[1][0], room.began + timedelta(minutes=50))
    room.end_turn(room.began + timedelta(minutes=54))
    actions.close_session(room.session, by=room.by, now=room.began + timedelta(minutes=60), token=token())
    shown = page(hazel, at("about").rstrip("/") + "/numbers/1/")
    assert '<td class="num">48</td><td class="num">50</td>' in shown
    assert '<td class="num">4</td>' in shown
    table = shown.split('<div class="pair twin">')[1]
    assert re.findall(r'<td class="num">(\d+)</td>', table)[:5] == ["2", "2", "2", "1", "1"]
    assert room.people[1][0].alias not in shown


def test_a_finished_workshop_stands_in_numbers_and_nothing_of_it_is_of_a_person_or_a_word(room: Room) -> None:
    """Time against plan, airtime and pulse are told above; here is what was worked out."""
    by, at = room.by, room.began
    fear, need, option, rule = (room.say(words) for words in ("We fear.", "We need.", "A circle.", "No visas."))
    actions.sort_statement(room.session, rule.pk, Statement.State.PARKED, sender=by.account, token=token())
    for statement, is_right in ((fear, True), (need, False)):
        loop = actions.begin_restatement(room.session, statement.pk, 1, "need", by=by, token=token())
        assert loop
        actions.write_restatement(room.session, loop.pk, 2, f"Heard: {statement.text}", "en", by=by, token=token())
        actions.answer_restatement(room.session, loop.pk, 2, is_right, by=by, now=at, token=token())
        if is_right:
            actions.take_up_option(room.session, option.pk, [loop.pk], by=by, token=token())
        else:
            actions.set_restatement_aside(room.session, loop.pk, by=by, token=token())
    actions.add_step(room.session, actions.Step("Meet.", "en", "rapporteur", at.date()), by=by, now=at, token=token())
    vote = room.ask(need)
    for side in (1, 2):
        room.answers(vote, side, ["agree"] * 6 + ["disagree"])
    room.close_vote(vote)
    room.close()
    shown = page(room.client(room.cast.facilitator), room.url("about").rstrip("/") + "/numbers/1/")
    lines = dict(re.findall(r'<tr><th scope="row">([^<]+)</th><td class="num">(\d+)</td></tr>', shown))
    assert {name: lines[name] for name in WORKED_OUT} == WORKED_OUT
    aliases = [account.alias for people in room.people.values() for account in people]
    said = ["We fear.", "We need.", "A circle.", "No visas.", "Meet."]
    assert [word for word in (*aliases, *said) if word in shown] == []


WORKED_OUT = {
    "Statements": "4",
    "Needs and fears restated": "2",
    "of these accepted": "1",
    "Options": "1",
    "Constraints": "1",
    "Joint steps": "1",
    "Votes": "1",
    "Statements agreed by every community in a vote": "1",
}
