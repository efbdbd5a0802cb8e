"""Votes: once per person, told only under the suppression table, erased but for what may be read."""

from __future__ import annotations

from itertools import product

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cast import Cast
from tests.steps.convene.stage import Room, open_room, token
from tracktwo.methods.counts import AGREED_IN_EVERY_COMMUNITY, tally
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.convert import closed_votes_of, result_to_keep, turnout
from tracktwo.steps.convene.models import RollCall, SideCount, Vote

AGREED = ["agree"] * 5 + ["disagree", "passed", "agree"]


def refused(deed: object) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value


def side(vote: Vote, number: int) -> dict[str, object]:
    return next(one for one in vote.result["sides"] if one["side"] == number)


def test_a_result_is_shown_from_six_voters_on(room: Room) -> None:
    vote = room.ask()
    room.answers(vote, 1, AGREED)
    room.answers(vote, 2, ["agree"] * 4 + ["disagree"] * 2)
    room.close_vote(vote)
    shown = {"kind": "shown", "met": True}
    assert side(vote, 1) == shown | {"side": 1, "agree": 6, "disagree": 1, "passed": 1}
    assert side(vote, 2) == shown | {"side": 2, "agree": 4, "disagree": 2, "passed": 0}
    assert (vote.result["met"], vote.result["total"]) == (True, {"agree": 10, "disagree": 3, "passed": 1})


def test_five_voters_are_withheld_and_so_is_the_total(room: Room) -> None:
    vote = room.ask()
    room.answers(vote, 1, AGREED)
    room.answers(vote, 2, ["agree"] * 3 + ["disagree"] * 2)
    room.close_vote(vote)
    assert side(vote, 2) == {"kind": "withheld", "side": 2, "reason": "counts.withheld", "met": True}
    assert vote.result["total"] is None


def test_unanimity_is_withheld_in_the_same_words_as_few_voters(room: Room) -> None:
    vote = room.ask()
    room.answers(vote, 1, AGREED)
    room.answers(vote, 2, ["agree"] * 7)
    room.close_vote(vote)
    assert side(vote, 2) == {"kind": "withheld", "side": 2, "reason": "counts.withheld", "met": True}


def test_one_community_that_disagrees_stops_the_room(room: Room) -> None:
    vote = room.ask()
    room.answers(vote, 1, AGREED)
    room.answers(vote, 2, ["agree"] * 3 + ["disagree"] * 3)
    assert (room.close_vote(vote).result["met"], side(vote, 2)["met"]) == (False, False)


def test_three_communities_decide_each_for_itself(room_of_three: Room) -> None:
    vote = room_of_three.ask()
    for number, answers in ((1, AGREED), (2, AGREED), (3, ["disagree"] * 5 + ["agree"])):
        room_of_three.answers(vote, number, answers)
    room_of_three.close_vote(vote)
    assert [one["met"] for one in vote.result["sides"]] == [True, True, False]
    assert vote.result["met"] is False


def test_a_community_of_five_affirms_aloud_and_is_not_on_the_roll(cast: Cast) -> None:
    room = open_room(cast, sizes=(8, 5))
    vote = room.ask()
    assert set(vote.roll.values_list("side", flat=True)) == {1}
    assert refused(lambda: room.answer(vote, room.people[2][0])) == Refusal("convene.not_on_roll")
    room.answers(vote, 1, AGREED)
    assert refused(lambda: room.close_vote(vote)) == Refusal("convene.word_missing")
    room.close_vote(vote, {2: False})
    assert side(vote, 2) == {"kind": "aloud", "side": 2, "met": False, "reason": "counts.affirm_aloud"}
    assert vote.result["met"] is False


def test_a_room_that_affirms_aloud_altogether_needs_no_ballot(cast: Cast) -> None:
    room = open_room(cast, sizes=(3, 3))
    vote = room.ask()
    room.close_vote(vote, {1: True, 2: True})
    assert (vote.result["met"], RollCall.objects.count()) == (True, 0)


def test_a_second_answer_is_refused_and_the_first_stands(room: Room) -> None:
    vote, voter = room.ask(), room.people[1][0]
    room.answer(vote, voter, "agree")
    assert refused(lambda: room.answer(vote, voter, "disagree")) == Refusal("convene.voted_already")
    count = SideCount.objects.get(vote=vote, side=1)
    assert (count.agree, count.disagree, count.passed) == (1, 0, 0)


def test_the_same_form_sent_twice_counts_once_and_is_not_refused(room: Room) -> None:
    vote, voter, once = room.ask(), room.people[1][0], token()
    for _again in range(2):
        actions.cast_vote(room.session, vote.pk, "agree", account=voter, token=once)
    assert SideCount.objects.get(vote=vote, side=1).agree == 1


@pytest.mark.parametrize("answer", ["", "yes", "members", "agree; --"])
def test_an_answer_outside_the_three_is_refused(room: Room, answer: str) -> None:
    vote = room.ask()
    assert refused(lambda: room.answer(vote, room.people[1][0], answer)) == Refusal("convene.answer_unknown")


def test_a_late_answer_is_refused_and_not_given_to_the_next_vote(room: Room) -> None:
    first, voter = room.ask(), room.people[1][7]
    room.answers(first, 1, ["agree"] * 5)
    room.close_vote(first)
    second = room.ask(room.say("Another sentence."))
    assert refused(lambda: room.answer(first, voter)) == Refusal("convene.vote_closed")
    assert SideCount.objects.get(vote=second, side=1).agree == 0


def test_whoever_has_no_seat_is_not_on_the_roll(room: Room) -> None:
    vote = room.ask()
    assert refused(lambda: room.answer(vote, room.cast.facilitator)) == Refusal("convene.not_on_roll")


def test_a_statement_is_asked_about_once(room: Room) -> None:
    statement = room.say()
    vote = room.ask(statement)
    assert refused(lambda: room.ask(statement)) == Refusal("convene.vote_open")
    room.answers(vote, 1, AGREED)
    room.close_vote(vote)
    assert refused(lambda: room.ask(statement)) == Refusal("convene.voted_on", number=1)


def test_a_vote_is_not_closed_after_its_first_answers(room: Room) -> None:
    vote = room.ask()
    room.answers(vote, 1, ["agree"] * 4)
    assert refused(lambda: room.close_vote(vote)) == Refusal("convene.too_few_in", least=5)
    room.answer(vote, room.people[2][0])
    assert room.close_vote(vote).is_open is False


def test_a_withdrawn_vote_leaves_nothing_and_can_be_asked_again(room: Room) -> None:
    statement = room.say()
    vote = room.ask(statement)
    room.answers(vote, 1, AGREED)
    actions.withdraw_vote(room.session, vote.pk, by=room.by, token=token())
    assert [model.objects.count() for model in (Vote, RollCall, SideCount)] == [0, 0, 0]
    assert room.ask(statement).is_open is True


def test_a_closed_vote_cannot_be_withdrawn(room: Room) -> None:
    vote = room.ask()
    room.answers(vote, 1, AGREED)
    room.close_vote(vote)
    withdraw = lambda: actions.withdraw_vote(room.session, vote.pk, by=room.by, token=token())  # noqa: E731 - said once
    assert refused(withdraw) == Refusal("convene.vote_closed")


def test_closing_erases_the_roll_and_the_counters(room: Room) -> None:
    vote = room.ask()
    room.answers(vote, 1, AGREED)
    room.close_vote(vote)
    assert [model.objects.count() for model in (RollCall, SideCount)] == [0, 0]


def test_the_database_itself_admits_one_line_a_person_and_no_more_answers_than_people(room: Room) -> None:
    vote = room.ask()
    with pytest.raises(IntegrityError), transaction.atomic():
        RollCall.objects.create(vote=vote, account=room.people[1][0], side=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        SideCount.objects.filter(vote=vote, side=1).update(agree=9)
    with pytest.raises(IntegrityError), transaction.atomic():
        Vote.objects.create(session=room.session, statement=room.say("Second."), rule="x")


# What the console may say of an open vote

CELLS = st.integers(6, 8).flatmap(
    lambda members: (
        st.tuples(st.integers(0, members), st.integers(0, members), st.integers(0, members))
        .filter(lambda cells: sum(cells) <= members)
        .map(lambda cells: (members, *cells))
    )
)


def seen(world: list[tuple[int, int, int, int]]) -> tuple[object, object]:
    """All that a person who watches the console learns: what stood there before the close, and the result."""
    counts = [
        SideCount(side=number, members=members, agree=agree, disagree=disagree, passed=passed)
        for number, (members, agree, disagree, passed) in enumerate(world, start=1)
    ]
    result = tally(AGREED_IN_EVERY_COMMUNITY, closed_votes_of(counts, {}))
    return turnout(counts), result_to_keep(result)


def alike(members: int) -> list[tuple[int, int, int, int]]:
    """Every way in which a community's result is withheld because all voted alike, or few did."""
    return [(members, n, 0, 0) for n in range(members + 1)] + [(members, 0, n, 0) for n in range(members + 1)]


@settings(max_examples=60, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=3))
def test_whoever_watches_the_console_never_learns_that_a_community_was_unanimous(
    world: list[tuple[int, int, int, int]],
) -> None:
    before, result = seen(world)
    withheld = [place for place, side in enumerate(result["sides"]) if side["kind"] == "withheld"]
    others = [alike(world[place][0]) if place in withheld else [world[place]] for place in range(len(world))]
    few = set()
    for guess in product(*others):
        if seen(list(guess)) == (before, result):
            few |= {place for place in withheld if sum(guess[place][1:]) < 6}
    assert few == set(withheld)


def test_the_console_counts_up_to_where_a_number_would_tell(room: Room) -> None:
    vote = room.ask()
    told = []
    for account in (*room.people[1], *room.people[2]):
        room.answer(vote, account)
        found = turnout(list(vote.counts.all()))
        told.append((found.told, found.at_least))
    assert told == [(n, False) for n in range(1, 11)] + [(11, True)] * 5
    assert found.members == 15
