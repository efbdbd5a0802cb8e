"""Those who spoke answer from their telephones whether that is it; the room reads no more than the one table allows."""

from __future__ import annotations

import pytest

from tests.steps.convene.stage import Room, token
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Assent, AssentRoll, Restatement


def begin(room: Room, speaker: int = 1) -> Restatement:
    said = room.say()
    found = actions.begin_restatement(room.session, said.pk, speaker, "need", by=room.by, token=token())
    assert found is not None
    return found


def say_back(room: Room, row: Restatement, side: int = 2, text: str = "You need to be heard.") -> None:
    actions.write_restatement(room.session, row.pk, side, text, "en", by=room.by, token=token())


def answer(room: Room, account: Account, is_right: bool = True) -> None:
    actions.assent(room.session, Assent.objects.get().pk, is_right, account=account, token=token())


def look(room: Room) -> dict:
    actions.end_assent(room.session, Assent.objects.get().pk, by=room.by, token=token())
    return Assent.objects.get().result


@pytest.mark.parametrize(("yes", "no", "told"), [
    (5, 2, {"most": True, "yes": 5, "not_yet": 2}), (3, 3, {"most": False, "yes": 3, "not_yet": 3}),
    (8, 0, {"most": True, "yes": None, "not_yet": None}), (0, 7, {"most": False, "yes": None, "not_yet": None}),
    (4, 1, {"most": True, "yes": None, "not_yet": None}),
])  # fmt: skip
def test_numbers_are_told_from_six_answers_on_and_never_where_all_are_alike(
    room: Room, yes: int, no: int, told: dict
) -> None:
    say_back(room, begin(room))
    for place in range(yes + no):
        answer(room, room.people[1][place], place < yes)
    assert look(room) == told
    found = Assent.objects.get()
    assert (found.yes, found.not_yet, AssentRoll.objects.count()) == (0, 0, 0)


def test_fewer_than_five_answers_are_not_looked_at(room: Room) -> None:
    say_back(room, begin(room))
    for account in room.people[1][:4]:
        answer(room, account)
    with pytest.raises(Refusal) as refused:
        look(room)
    assert refused.value.code == "convene.too_few_in"


def test_only_those_who_spoke_are_asked_and_each_once(room: Room) -> None:
    say_back(room, begin(room))
    answer(room, room.people[1][0])
    told = []
    for account in (room.people[1][0], room.people[2][0]):
        with pytest.raises(Refusal) as refused:
            answer(room, account, False)
        told.append(refused.value.code)
    assert told == ["convene.voted_already", "convene.assent_over"]


def test_a_community_of_fewer_than_six_says_it_aloud(room: Room) -> None:
    for seat in room.workshop.seats.filter(account__in=room.people[1][:3]):
        seat.delete()
    say_back(room, begin(room))
    assert not Assent.objects.exists()


def test_the_phone_asks_and_the_console_counts(room: Room) -> None:
    row = begin(room)
    say_back(room, row)
    speaker, listener = room.people[1][0], room.people[2][0]
    asks = f'action="{room.url("meant")}"'
    pages = [room.client(one).get(room.url("room")).content.decode() for one in (speaker, listener)]
    assert [asks in page for page in pages] == [True, False]
    answered = room.client(speaker).post(
        room.url("meant"), {"assent": str(Assent.objects.get().pk), "right": "yes", "once": token()}, follow=True
    )
    assert "Your answer is counted." in answered.content.decode()
    assert "1 of 8 in" in room.client(room.cast.facilitator).get(room.url("console")).content.decode()


@pytest.mark.parametrize("way", ["aloud", "aside", "anew", "close"])
def test_nothing_of_it_outlives_the_words_it_was_asked_about(room: Room, way: str) -> None:
    row = begin(room)
    say_back(room, row)
    answer(room, room.people[1][0], False)
    before = Assent.objects.get().pk
    if way == "aloud":
        actions.answer_restatement(room.session, row.pk, 2, False, by=room.by, now=room.began, token=token())
    elif way == "aside":
        actions.set_restatement_aside(room.session, row.pk, by=room.by, token=token())
    elif way == "anew":
        say_back(room, row, text="You need to be answered.")
    else:
        room.close()
    assert not Assent.objects.filter(pk=before).exists() and not AssentRoll.objects.filter(has_answered=True).exists()


def test_the_same_words_are_not_asked_about_twice(room: Room) -> None:
    row = begin(room)
    say_back(room, row)
    say_back(room, row)
    assert not Assent.objects.exists()


def test_nor_once_others_were_between_or_a_full_stop_was_lost_or_it_was_set_aside(room: Room) -> None:
    row, asked = begin(room), []
    for text in (
        "You need to be heard.",
        "You need peace.",
        "You need to be heard.",
        "you need  to be heard",
        "Peace.",
    ):
        say_back(room, row, text=text)
        asked.append(Assent.objects.exists())
    actions.set_restatement_aside(room.session, row.pk, by=room.by, token=token())
    actions.take_restatement_up(room.session, row.pk, by=room.by, token=token())
    say_back(room, row, text="You need peace.")
    assert (asked, Assent.objects.exists()) == ([True, True, False, False, True], False)


def test_words_are_not_kept_as_asked_about_once_it_is_accepted(room: Room) -> None:
    row = begin(room)
    say_back(room, row)
    row.refresh_from_db()
    assert len(row.asked) == 1
    actions.answer_restatement(room.session, row.pk, 2, True, by=room.by, now=room.began, token=token())
    row.refresh_from_db()
    assert row.asked == []


def test_another_listener_who_says_the_same_is_not_asked_about_anew(room_of_three: Room) -> None:
    row = begin(room_of_three, speaker=1)
    say_back(room_of_three, row, side=2)
    say_back(room_of_three, row, side=3)
    assert not Assent.objects.exists()


def test_with_three_communities_each_listener_s_words_are_asked_about_for_themselves(room_of_three: Room) -> None:
    room = room_of_three
    row = begin(room, speaker=1)
    for side in (2, 3):
        say_back(room, row, side, f"Words of {side}.")
        for place, account in enumerate(room.people[1]):
            answer(room, account, place != 0)
        assert look(room) == {"most": True, "yes": 6, "not_yet": 1}
        actions.answer_restatement(room.session, row.pk, side, True, by=room.by, now=room.began, token=token())
    row.refresh_from_db()
    assert (row.is_accepted, Assent.objects.exists()) == (True, False)
