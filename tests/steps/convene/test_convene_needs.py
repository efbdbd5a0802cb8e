"""Said back until it is right: both communities' marks are kept, nobody's name, and options answer to what was heard."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import Room, add_workshop, token
from tests.steps.convene.test_convene_pages import page, send
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.people.models import Account
from tracktwo.methods.floor import Press
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.actions import Step
from tracktwo.steps.convene.models import Draft, JointStep, Option, Restatement, Statement

SOON = timezone.localdate() + timedelta(days=30)


def begin(room: Room, speaker: int = 1, text: str = "We need to be asked.") -> Restatement:
    statement = room.say(text)
    row = actions.begin_restatement(room.session, statement.pk, speaker, "need", by=room.by, token=token())
    assert row is not None
    return row


def write(room: Room, row: Restatement, side: int = 2, text: str = "You need to be asked.") -> None:
    actions.write_restatement(room.session, row.pk, side, text, "en", by=room.by, token=token())


def answer(room: Room, row: Restatement, is_right: bool, side: int = 2) -> None:
    actions.answer_restatement(room.session, row.pk, side, is_right, by=room.by, now=room.began, token=token())


def heard(room: Room) -> Restatement:
    row = begin(room)
    write(room, row)
    answer(room, row, is_right=True)
    row.refresh_from_db()
    return row


def refused(deed: object) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value


def test_accepted_at_the_second_try_both_marks_stand_in_the_record(room: Room) -> None:
    row = begin(room)
    write(room, row, text="You want attention.")
    answer(room, row, is_right=False)
    write(room, row)
    answer(room, row, is_right=True)
    row.refresh_from_db()
    draft = row.drafts.get()
    assert (row.is_accepted, row.is_open, draft.mark, draft.tries) == (True, False, "accepted", 2)
    assert draft.text == "You need to be asked."
    entry = list_entries(room.cast.programme.compartment.book, deed="convene.restatement_accepted").get()
    facts = {"workshop": 1, "session": 1, "statement": 1, "speaker": 1, "listener": 2, "tries": 2}
    assert entry.facts == facts


def test_three_communities_each_say_it_back(room_of_three: Room) -> None:
    row = begin(room_of_three, speaker=2)
    write(room_of_three, row, side=1)
    answer(room_of_three, row, is_right=True, side=1)
    assert Restatement.objects.get().is_accepted is False
    write(room_of_three, row, side=3)
    answer(room_of_three, row, is_right=True, side=3)
    assert Restatement.objects.get().is_accepted is True


def test_no_row_of_the_loop_holds_a_person() -> None:
    for model in (Restatement, Draft, Option, JointStep):
        assert not [field for field in model._meta.concrete_fields if field.related_model is Account]


def test_one_restatement_at_a_time_also_in_the_database(room: Room) -> None:
    row = begin(room)
    assert refused(lambda: begin(room, text="Another.")) == Refusal("convene.restate_open")
    with pytest.raises(IntegrityError), transaction.atomic():
        Restatement.objects.create(session=room.session, statement=room.say("Third."), speaker=1, kind="need")
    actions.set_restatement_aside(room.session, row.pk, by=room.by, token=token())
    begin(room, text="Fourth.")
    up = lambda: actions.take_restatement_up(room.session, row.pk, by=room.by, token=token())  # noqa: E731 - said once
    assert refused(up) == Refusal("convene.restate_open")


def test_a_statement_is_restated_once_and_a_held_one_never(room: Room) -> None:
    row = heard(room)
    again = lambda pk: actions.begin_restatement(room.session, pk, 1, "need", by=room.by, token=token())  # noqa: E731
    assert refused(lambda: again(row.statement_id)) == Refusal("convene.restate_twice")
    held = room.say("Teal said so.")
    actions.sort_statement(room.session, held.pk, "held", "names", sender=room.cast.facilitator, token=token())
    assert refused(lambda: again(held.pk)) == Refusal("convene.statement_unknown")


def test_a_form_that_comes_twice_counts_one_try(room: Room) -> None:
    row, once = begin(room), token()
    for _again in range(2):
        actions.write_restatement(room.session, row.pk, 2, "You need to be asked.", "en", by=room.by, token=once)
    assert row.drafts.get().tries == 1


def test_an_option_serves_what_was_heard_and_nothing_else(room: Room) -> None:
    need, idea = heard(room), room.say("A yearly meeting.")
    take = lambda needs: actions.take_up_option(room.session, idea.pk, needs, by=room.by, token=token())  # noqa: E731
    unheard = begin(room, text="Not yet heard.")
    assert refused(lambda: take([])) == refused(lambda: take([unheard.pk])) == Refusal("convene.option_unserved")
    option = take([need.pk, unheard.pk])
    assert list(option.needs.all()) == [need]
    assert refused(lambda: take([need.pk])) == Refusal("convene.option_twice")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"owner": "nominee"}, "convene.step_owner"),
        ({"owner": "Heron"}, "convene.step_owner"),
        ({"due": None}, "convene.step_due"),
        ({"due": timezone.localdate() - timedelta(days=2)}, "convene.step_due"),
        ({"text": " "}, "convene.text_empty"),
    ],
)
def test_a_step_has_words_a_role_and_a_day(room: Room, change: dict[str, object], code: str) -> None:
    given = {"text": "Write to the journal.", "language": "en", "owner": "rapporteur", "due": SOON} | change
    add = lambda: actions.add_step(room.session, Step(**given), by=room.by, now=room.began, token=token())  # noqa: E731
    assert (refused(add), JointStep.objects.count()) == (Refusal(code), 0)


def test_from_a_statement_to_a_step_without_scripts(room: Room) -> None:
    room.say("A yearly meeting.")
    room.say("We fear being forgotten.")
    hazel, juniper, at = room.client(room.cast.facilitator), room.client(room.cast.rapporteur), room.url
    speaks, listens = (room.client(room.people[side][0]) for side in (1, 2))
    second = str(room.session.statements.get(number=2).pk)
    send(hazel, at("needs"), at("restate"), statement=second, speaker="1", kind="fear")
    assert "Say it back in your own words" in page(listens, at("room"))
    send(juniper, at("console"), at("write_back"), words="You fear that we forget.", language="en")
    assert "Is this what you meant?" in page(speaks, at("room"))
    assert "You fear that we forget." in page(listens, at("room"))
    send(hazel, at("console"), at("answer_back"), right="yes")
    assert "Heard: 1 need or fear" in page(speaks, at("room"))
    first = str(room.session.statements.get(number=1).pk)
    send(hazel, at("needs"), at("option"), statement=first, needs=str(Restatement.objects.get().pk))
    option = str(Option.objects.get().pk)
    step = {"text": "Find a room.", "language": "en", "owner": "convener", "due": SOON.isoformat(), "option": option}
    shown = send(hazel, at("needs"), at("step"), **step)
    assert ("Find a room." in shown, JointStep.objects.get().option_id) == (True, int(option))
    assert "Find a room." in page(listens, at("room"))


def test_a_refused_step_gives_the_words_back(room: Room) -> None:
    hazel = room.client(room.cast.facilitator)
    typed = {"once": "a", "text": "Find a room.", "language": "en", "owner": "convener", "due": "2020-01-01"}
    back = hazel.post(room.url("step"), typed)
    assert (back.status_code, "Find a room.</textarea>" in back.content.decode()) == (422, True)


def test_the_close_sets_an_unfinished_restatement_aside(room: Room) -> None:
    row = begin(room)
    room.close()
    row.refresh_from_db()
    assert (row.is_open, row.is_accepted) == (False, False)


def test_a_refused_restatement_gives_the_choices_back(room: Room) -> None:
    for words in ("A yearly meeting.", "We fear being forgotten."):
        room.say(words)
    second = room.session.statements.get(number=2).pk
    hazel = room.client(room.cast.facilitator)
    back = hazel.post(room.url("restate"), {"once": "a", "statement": second, "speaker": "2", "kind": "whim"})
    shown = back.content.decode()
    assert back.status_code == 422
    assert re.findall(r'<option value="(\w+)" selected', shown) == [str(second), "2", "en"]


def next_session(room: Room) -> None:
    room.close()
    actions.open_session(room.workshop, 60, by=room.by, now=room.began, token=token())
    room.press(Press.BEGIN)


def park(room: Room, text: str) -> None:
    said, sender = room.say(text), room.cast.facilitator
    actions.sort_statement(room.session, said.pk, "parked", sender=sender, token=token())


def take_up(room: Room, need: Restatement, text: str = "A yearly meeting.") -> Option:
    option = actions.take_up_option(room.session, room.say(text).pk, [need.pk], by=room.by, token=token())
    assert option is not None
    return option


def test_what_was_parked_on_the_first_day_waits_for_its_phase_on_the_second(room: Room) -> None:
    heard(room)
    park(room, "The visa rules will never allow it.")
    next_session(room)
    park(room, "Nobody pays for it.")
    hazel, at = room.client(room.cast.facilitator), room.url
    shown = page(hazel, at("needs")).split('id="co"')[1]
    assert re.findall(r"Session \d|The visa rules|Nobody pays", shown.split('id="st"')[0]) == [
        "Session 1", "The visa rules", "Session 2", "Nobody pays"
    ]  # fmt: skip
    parked = Statement.objects.get(text__startswith="The visa")
    send(hazel, at("needs"), at("sort"), statement=parked.pk, state="kept")
    assert "The visa rules will never allow it.</option>" in page(hazel, at("needs")).split('id="opt"')[1]


def test_between_sessions_all_of_it_is_read_and_nothing_is_changed(room: Room) -> None:
    need = heard(room)
    take_up(room, need)
    step = Step("Find a room.", "en", "convener", SOON)
    actions.add_step(room.session, step, by=room.by, now=room.began, token=token())
    park(room, "Nobody pays for it.")
    begin(room, text="We fear silence.")
    room.close()
    for who in (room.cast.facilitator, room.cast.rapporteur):
        html = page(room.client(who), room.url("needs")).split("<main")[1].split("</main>")[0]
        for words in (
            "We need to be asked.", "You need to be asked.", "A yearly meeting.", "Find a room.", "Nobody pays for it.",
            "We fear silence.", "No session is open.",
        ):  # fmt: skip
            assert words in html
        assert "<button" not in html
    assert room.url("needs") in page(room.client(room.cast.rapporteur), room.url("console"))


def test_before_any_session_the_page_says_so(cast: Cast) -> None:
    html = page(cast.client(cast.facilitator), reverse("convene:needs", args=[cast.programme.key]))
    assert "No session has been held yet." in html


def test_options_of_an_earlier_session_are_changed_and_lead_to_steps(room: Room) -> None:
    first, second = heard(room), begin(room, text="We fear silence.")
    write(room, second, text="You fear silence.")
    answer(room, second, is_right=True)
    option = take_up(room, first)
    next_session(room)
    actions.change_needs(room.session, option.pk, [second.pk], by=room.by, token=token())
    assert list(option.needs.all()) == [second]
    step = Step("Find a room.", "en", "convener", SOON, option.pk)
    actions.add_step(room.session, step, by=room.by, now=room.began, token=token())
    assert JointStep.objects.get().option == option


def test_a_sentence_of_an_earlier_session_becomes_an_option_of_this_one(room: Room) -> None:
    need, idea = heard(room), room.say("A yearly meeting.")
    next_session(room)
    option = actions.take_up_option(room.session, idea.pk, [need.pk], by=room.by, token=token())
    assert option is not None
    assert option.session == room.session


def test_an_unknown_option_is_refused_and_not_dropped(room: Room) -> None:
    need = heard(room)
    step = Step("Find a room.", "en", "convener", SOON, 999)
    add = lambda: actions.add_step(room.session, step, by=room.by, now=room.began, token=token())  # noqa: E731
    change = lambda: actions.change_needs(room.session, 999, [need.pk], by=room.by, token=token())  # noqa: E731
    assert refused(add) == refused(change) == Refusal("convene.option_unknown")
    typed = {"once": "a", "text": "Find a room.", "language": "en", "owner": "convener", "due": SOON.isoformat()}
    back = room.client(room.cast.facilitator).post(room.url("step"), typed | {"option": "none of them"})
    assert (back.status_code, JointStep.objects.exists()) == (422, False)


def test_a_joint_step_is_corrected_and_taken_away_also_in_the_next_session(room: Room) -> None:
    hazel, at = room.client(room.cast.facilitator), room.url
    step = Step("Ask Petrel.", "en", "convener", SOON)
    row = actions.add_step(room.session, step, by=room.by, now=room.began, token=token())
    next_session(room)
    assert row is not None
    typed = {"step": row.pk, "text": "Ask the office.", "language": "en", "owner": "rapporteur", "option": ""}
    shown = send(hazel, at("needs"), at("step"), **typed, due=SOON.isoformat())
    assert ("Ask the office." in shown, "Petrel" in shown) == (True, False)
    wren = room.client(room.people[1][0])
    assert "Petrel" not in page(wren, at("room"))
    send(hazel, at("needs"), at("step"), step=row.pk, way="drop")
    assert not JointStep.objects.exists()
    gone = lambda: actions.drop_step(room.session, row.pk, by=room.by, token=token())  # noqa: E731 - said once
    assert refused(gone) == Refusal("convene.step_unknown")


def test_a_refused_correction_comes_back_into_its_own_form(room: Room) -> None:
    rows = [
        actions.add_step(room.session, Step(text, "en", "convener", SOON), by=room.by, now=room.began, token=token())
        for text in ("Find a room.", "Write a letter.")
    ]
    typed = {"once": "a", "step": rows[1].pk, "text": "Write two.", "language": "en", "owner": "nobody"}
    back = room.client(room.cast.facilitator).post(room.url("step"), typed | {"due": SOON.isoformat()})
    found = re.findall(r'id="sw(\d*)" maxlength="400">([^<]*)<', back.content.decode())
    assert (back.status_code, found) == (
        422, [(str(rows[0].pk), "Find a room."), (str(rows[1].pk), "Write two."), ("", "")]
    )  # fmt: skip


def test_a_step_whose_day_has_passed_may_be_corrected_and_not_moved_further_back(room: Room) -> None:
    row = actions.add_step(
        room.session, Step("Meet.", "en", "convener", SOON), by=room.by, now=room.began, token=token()
    )
    later = room.began + timedelta(days=60)
    for due, is_taken in ((SOON, True), (SOON - timedelta(days=1), False)):
        step = Step("Meet again.", "en", "convener", due)
        change = lambda step=step: actions.change_step(  # noqa: E731 - said once
            room.session, row.pk, step, by=room.by, now=later, token=token()
        )
        assert change() is None if is_taken else refused(change) == Refusal("convene.step_due")


def test_what_was_left_unfinished_is_taken_up_in_the_next_session(room: Room) -> None:
    left = begin(room)
    write(room, left, text="You want attention.")
    next_session(room)
    hazel, at = room.client(room.cast.facilitator), room.url
    assert "Set aside" in page(hazel, at("needs"))
    assert "Say it back in your own words" not in page(room.client(room.people[2][0]), at("room"))
    send(hazel, at("needs"), at("set_aside"), way="up")
    assert "You want attention." in page(room.client(room.people[1][0]), at("room"))
    answer(room, left, is_right=False)
    write(room, left)
    answer(room, left, is_right=True)
    left.refresh_from_db()
    assert left.is_accepted
    entry = list_entries(room.cast.programme.compartment.book, deed="convene.restatement_accepted").get()
    assert (entry.facts["session"], entry.facts["statement"], entry.facts["tries"]) == (1, 1, 2)


def test_another_workshop_s_restatement_is_not_taken_up(room: Room) -> None:
    left = begin(room)
    room.close()
    other = add_workshop(room.cast)
    actions.open_session(other, 60, by=room.by, now=room.began, token=token())
    up = lambda: actions.take_restatement_up(other.sessions.get(), left.pk, by=room.by, token=token())  # noqa: E731
    assert refused(up) == Refusal("floor.restate_done")


def test_telephones_say_which_needs_an_option_serves(room: Room) -> None:
    take_up(room, heard(room))
    shown = page(room.client(room.people[2][0]), room.url("room")).split("<h3>Options</h3>")[1]
    assert re.findall(r"A yearly meeting|serves|We need to be asked", shown) == [
        "A yearly meeting", "serves", "We need to be asked"
    ]  # fmt: skip


def test_each_line_of_the_wall_says_what_became_of_it(room: Room) -> None:
    take_up(room, heard(room))
    left = begin(room, text="We fear silence.")
    room.say("Nothing yet.")

    def lines() -> list[str]:
        html = page(room.client(room.cast.facilitator), room.url("wall"))
        found = re.findall(r"</label><small>([^<]*)</small></li>", html)
        return [re.sub(r"\s+", " ", one).strip() for one in found]

    assert lines() == ["Kept", "Kept, being said back", "Kept, an option", "Kept, need"]
    actions.set_restatement_aside(room.session, left.pk, by=room.by, token=token())
    assert lines()[1] == "Kept, said back, not finished"


def test_from_a_statement_one_tap_leads_to_where_it_is_said_back(room: Room) -> None:
    heard(room)
    said = room.say("A yearly meeting.")
    room.say("Another.")
    hazel, at = room.client(room.cast.facilitator), room.url
    answered = hazel.post(at("sort"), {"once": "a", "statement": said.pk, "state": "needs"})
    assert answered.headers["Location"] == f"{at('needs')}?statement={said.pk}#restate"
    shown = page(hazel, answered.headers["Location"])
    assert re.findall(r'<option value="(\d+)" selected', shown) == [str(said.pk)] * 2
    said.refresh_from_db()
    assert said.state == "kept"
