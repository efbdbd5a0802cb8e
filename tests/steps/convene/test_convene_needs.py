"""Said back until it is right: both communities' marks are kept, nobody's name, and options answer to what was heard."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.steps.convene.stage import Room, token
from tests.steps.convene.test_convene_pages import page, send
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Draft, JointStep, Option, Restatement

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
    add = lambda: actions.add_step(room.session, **given, by=room.by, now=room.began, token=token())  # noqa: E731
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
