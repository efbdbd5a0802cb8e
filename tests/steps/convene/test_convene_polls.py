"""Approval, ranking, consent: once per person, told under the one table, linked to nobody."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from django.db import IntegrityError, connection, transaction

from tests.cast import Cast
from tests.steps.convene.stage import Room, open_room, token
from tests.steps.convene.test_convene_pages import page, send
from tests.steps.convene.test_convene_unlinkable import after, browsers, without_digests
from tracktwo.foundation.ledger.queries import list_entries
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene import actions
from tracktwo.steps.convene.models import Poll, PollCount, PollRoll, Statement

__all__ = ["browsers"]  # the fixture: everybody signed in before anything is compared


def ask(room: Room, kind: str, sentences: int) -> Poll:
    said = [room.say(f"Sentence {number}.").pk for number in range(sentences)]
    poll = actions.open_poll(room.session, kind, said, by=room.by, token=token())
    assert poll is not None
    return poll


def cast_one(room: Room, poll: Poll, account: Account, answer: Sequence[int]) -> None:
    actions.cast_poll(room.session, poll.pk, answer, account=account, token=token())


def cast_all(room: Room, poll: Poll, side: int, answers: Sequence[Sequence[int]]) -> None:
    for account, answer in zip(room.people[side], answers, strict=False):
        cast_one(room, poll, account, answer)


def close(room: Room, poll: Poll, words: dict[int, list[bool]] | None = None) -> dict:
    actions.close_poll(room.session, poll.pk, words or {}, by=room.by, now=room.began, token=token())
    poll.refresh_from_db()
    return poll.result


def refused(deed: object) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        deed()
    return refusal.value


def test_an_approval_is_agreed_where_every_community_agrees(room: Room) -> None:
    poll = ask(room, "approval", 2)
    cast_all(room, poll, 1, [(0,)] * 5 + [(1,)] * 2 + [(0, 1)])
    cast_all(room, poll, 2, [(0, 1)] * 3 + [(0,)] * 2 + [(1,)] * 2)
    result = close(room, poll)
    assert [(side["kind"], side["voters"], side["cells"]) for side in result["sides"]] == [
        ("shown", 8, [6, 3]), ("shown", 7, [5, 5])
    ]  # fmt: skip
    assert (result["met"], result["total"]) == ([True, False], [11, 8])
    entry = list_entries(room.cast.programme.compartment.book, deed="convene.poll_closed").get()
    assert (entry.facts["question"], entry.facts["asked"], entry.facts["agreed"]) == ("approval", 2, 1)


def test_a_ranking_shows_borda_and_condorcet_where_it_may(room: Room) -> None:
    poll = ask(room, "ranking", 3)
    mixed = [(0, 1, 2), (0, 2, 1), (0, 1, 2), (1, 0, 2), (0, 1, 2), (2, 1, 0), (0, 2, 1)]
    for side in (1, 2):
        cast_all(room, poll, side, mixed)
    close(room, poll)
    shown = page(room.client(room.people[1][0]), room.url("room"))
    assert "Over all communities statement 1 wins against each of the others (Condorcet)." in shown
    assert '<td class="num" data-head="Borda points">22</td>' in shown


def test_an_objection_in_one_community_stops_the_consent(room: Room) -> None:
    poll = ask(room, "consent", 1)
    cast_all(room, poll, 1, [(0,)] * 6 + [(1,)] * 2)
    cast_all(room, poll, 2, [(0,)] * 6 + [(2,)])
    assert close(room, poll)["met"] == [False]


def test_a_community_of_five_says_its_word_aloud(cast: Cast) -> None:
    room = open_room(cast, sizes=(8, 5))
    poll = ask(room, "approval", 2)
    assert refused(lambda: cast_one(room, poll, room.people[2][0], (0,))) == Refusal("convene.not_on_roll")
    cast_all(room, poll, 1, [(0,)] * 5 + [(1,)] * 3)
    assert refused(lambda: close(room, poll)) == Refusal("convene.word_missing")
    assert close(room, poll, {2: [True, False]})["met"] == [True, False]


def test_twice_is_refused_the_same_form_twice_counts_once_and_few_keep_it_open(room: Room) -> None:
    poll, voter, once = ask(room, "approval", 2), room.people[1][0], token()
    for _again in range(2):
        actions.cast_poll(room.session, poll.pk, (0,), account=voter, token=once)
    assert PollCount.objects.get(poll=poll, side=1).voters == 1
    assert refused(lambda: cast_one(room, poll, voter, (1,))) == Refusal("convene.voted_already")
    assert refused(lambda: close(room, poll)) == Refusal("convene.too_few_in", least=5)


def test_a_statement_is_asked_about_once_in_each_way_and_one_question_at_a_time(room: Room) -> None:
    poll = ask(room, "approval", 2)
    assert refused(lambda: ask(room, "consent", 1)) == refused(room.ask) == Refusal("convene.vote_open")
    cast_all(room, poll, 1, [(0,)] * 5)
    close(room, poll)
    again = [poll.candidates[0], room.say("New.").pk]
    deed = lambda: actions.open_poll(room.session, "approval", again, by=room.by, token=token())  # noqa: E731
    assert refused(deed) == Refusal("convene.polled_already")


def test_the_session_stays_open_while_a_poll_is(room: Room) -> None:
    poll = ask(room, "consent", 1)
    assert refused(room.close) == Refusal("convene.vote_still_open")
    actions.withdraw_poll(room.session, poll.pk, by=room.by, token=token())
    room.close()


# Nobody can be joined to an answer


RANKS = {"first": (1, 2, 3), "second": (3, 1, 2)}


def ranks(poll: Poll, order: Sequence[int]) -> dict[str, object]:
    return {"poll": poll.pk} | {f"rank_{pk}": place for pk, place in zip(poll.candidates, order, strict=True)}


def test_two_people_who_swap_their_rankings_leave_the_same_database(room: Room, browsers: Callable) -> None:
    poll, (one, other) = ask(room, "ranking", 3), room.people[1][:2]

    def course(mine: str, theirs: str) -> None:
        browsers(one, "answer_poll", ranks(poll, RANKS[mine]))
        browsers(other, "answer_poll", ranks(poll, RANKS[theirs]))

    assert after(lambda: course("first", "second")) == after(lambda: course("second", "first"))


def test_the_order_of_answers_leaves_no_trace(room: Room, browsers: Callable) -> None:
    poll, (one, other) = ask(room, "approval", 2), room.people[1][:2]

    def course(*people: Account) -> None:
        for account in people:
            browsers(account, "answer_poll", {"poll": poll.pk, "place": [0]})

    found, turned = after(lambda: course(one, other)), after(lambda: course(other, one))
    assert without_digests(found) == without_digests(turned)


def test_all_counters_of_a_community_lie_in_one_row(room: Room) -> None:
    """The row that the last voter's transaction wrote holds every counter: which of them grew, no id of it tells."""
    poll = ask(room, "ranking", 3)
    cast_one(room, poll, room.people[1][0], (2, 0, 1))
    assert PollCount.objects.filter(poll=poll, side=1).count() == 1
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT xmin FROM convene_pollcount WHERE poll_id = %s AND side = 1", [poll.pk])
            assert len({row[0] for row in cursor.fetchall()}) == 1


def test_the_close_erases_counters_and_roll_and_the_database_admits_one_line_a_person(room: Room) -> None:
    poll = ask(room, "approval", 2)
    with pytest.raises(IntegrityError), transaction.atomic():
        PollRoll.objects.create(poll=poll, account=room.people[1][0], side=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        PollCount.objects.filter(poll=poll, side=1).update(voters=9)
    cast_all(room, poll, 1, [(0,)] * 5)
    close(room, poll)
    assert [model.objects.count() for model in (PollRoll, PollCount)] == [0, 0]


# On the pages


def test_a_ranking_from_the_question_to_the_result_without_scripts(cast: Cast) -> None:
    room = open_room(cast, sizes=(6, 6))
    said, at = [room.say("Meet yearly.").pk, room.say("Meet monthly.").pk], room.url
    hazel = room.client(cast.facilitator)
    send(hazel, at("wall"), at("open_poll"), kind="ranking", ask=[str(pk) for pk in said])
    for side in (1, 2):
        for place, account in enumerate(room.people[side]):
            order = (1, 2) if place else (2, 1)
            fields = {f"rank_{pk}": str(rank) for pk, rank in zip(said, order, strict=True)}
            told = send(room.client(account), at("room"), at("answer_poll"), **fields)
            assert "Your answer is counted." in told
    send(hazel, at("console"), at("close_poll"))
    shown = page(hazel, at("wall"))
    assert "agreed in every community" in shown
    assert '<td class="num" data-head="Borda points">10</td>' in shown


def test_a_ranking_with_a_place_given_twice_is_refused_and_nothing_is_counted(room: Room) -> None:
    poll, account = ask(room, "ranking", 2), room.people[1][0]
    fields = {"once": "a"} | ranks(poll, (1, 1)[:2])
    answer = room.client(account).post(room.url("answer_poll"), fields)
    assert (answer.status_code, PollCount.objects.get(poll=poll, side=1).voters) == (422, 0)


@pytest.mark.parametrize("typed", [{"kind": "tombola"}, {"kind": "approval"}, {"kind": "consent", "ask": ["x", "0"]}])
def test_a_question_that_cannot_be_is_refused(room: Room, typed: dict[str, object]) -> None:
    answer = room.client(room.cast.facilitator).post(room.url("open_poll"), {"once": "a"} | typed)
    assert (answer.status_code, Poll.objects.count(), Statement.objects.count()) == (422, 0, 0)
