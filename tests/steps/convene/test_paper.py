"""Ballots on paper: two people count alone, only the same counts once, the suppression table is the same."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import Room, open_room, token
from tracktwo.foundation.ledger.models import Entry
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal
from tracktwo.steps.convene.actions import sort_statement
from tracktwo.steps.convene.actions.paper import count_paper, drop_paper
from tracktwo.steps.convene.models import PaperCount, Statement, Vote
from tracktwo.steps.select.models import Seat

EIGHT, SEVEN = (5, 2, 1), (4, 3, 0)


def count(room: Room, statement: Statement, who: Account, *piles: tuple[int, ...], words=None, **more) -> Vote | None:
    counted = dict(enumerate(piles, start=1))
    verb = room.cast.by(who, "convene.write")
    said = {"account": who, "by": verb, "now": timezone.now(), "token": token()} | more
    return count_paper(room.session, statement.pk, counted, words or {}, **said)


@pytest.fixture
def room(cast: Cast) -> Room:
    return open_room(cast)


@pytest.fixture
def said(room: Room) -> Statement:
    return room.say()


def two(cast: Cast) -> tuple[Account, Account]:
    return cast.facilitator, cast.rapporteur


def test_what_two_people_count_alike_is_a_result_and_what_they_typed_is_gone(
    cast: Cast, room: Room, said: Statement
) -> None:
    first, second = two(cast)
    assert count(room, said, first, EIGHT, SEVEN) is None
    vote = count(room, said, second, EIGHT, SEVEN)
    assert (vote.on_paper, vote.is_open, vote.result["met"], vote.result["sides"][0]["agree"]) == (True, False, True, 5)
    assert PaperCount.objects.count() == 0
    leaf = Entry.objects.get(deed="convene.paper_counted").leaf
    assert ('"agreed":2' in leaf, '"role":"rapporteur"' in leaf) == (True, True)


def test_one_person_counting_twice_is_one_count(cast: Cast, room: Room, said: Statement) -> None:
    for piles in ((EIGHT, SEVEN), (EIGHT, (3, 3, 1))):
        assert count(room, said, cast.facilitator, *piles) is None
    assert (Vote.objects.count(), PaperCount.objects.get().cells[1][1:4]) == (0, [3, 3, 1])


def test_two_counts_that_differ_keep_nothing_and_the_first_stays(cast: Cast, room: Room, said: Statement) -> None:
    first, second = two(cast)
    count(room, said, first, EIGHT, SEVEN)
    with pytest.raises(Refusal) as refused:
        count(room, said, second, EIGHT, (3, 4, 0))
    assert (refused.value, Vote.objects.count()) == (Refusal("convene.paper_differs"), 0)
    assert PaperCount.objects.get().counted_by == first


def test_a_unanimous_community_is_not_shown_though_it_was_counted_on_paper(
    cast: Cast, room: Room, said: Statement
) -> None:
    first, second = two(cast)
    count(room, said, first, (8, 0, 0), SEVEN)
    sides = count(room, said, second, (8, 0, 0), SEVEN).result["sides"]
    assert [(side["kind"], "agree" in side) for side in sides] == [("withheld", False), ("shown", True)]


def test_a_small_community_says_its_word_and_has_no_piles(cast: Cast) -> None:
    room = open_room(cast, sizes=(8, 4))
    statement, (first, second) = room.say(), two(cast)
    with pytest.raises(Refusal, match=r"convene\.word_missing"):
        count(room, statement, first, EIGHT)
    count(room, statement, first, EIGHT, words={2: True})
    vote = count(room, statement, second, EIGHT, words={2: True})
    assert [side["kind"] for side in vote.result["sides"]] == ["shown", "aloud"]


@pytest.fixture
def with_one_afar(cast: Cast) -> Room:
    """Six have a seat in the second community, one of them afar."""
    room = open_room(cast, sizes=(8, 6))
    seat = room.workshop.seats.filter(community__number=2).first()
    Seat.objects.filter(pk=seat.pk).update(is_remote=True)
    return room


def test_who_sits_afar_keeps_the_vote_secret_and_has_no_ballot(cast: Cast, with_one_afar: Room) -> None:
    room, (first, second) = with_one_afar, two(cast)
    said = room.say()
    with pytest.raises(Refusal, match=r"counts\.more_votes_than_members"):
        count(room, said, first, EIGHT, (4, 2, 0))
    for who in (first, second):
        vote = count(room, said, who, EIGHT, (3, 2, 0))
    assert [side["kind"] for side in vote.result["sides"]] == ["shown", "withheld"]


def test_the_counting_page_says_how_a_seat_from_afar_votes_and_where_polls_are_counted(
    cast: Cast, with_one_afar: Room
) -> None:
    with_one_afar.say()
    page = with_one_afar.client(cast.facilitator).get(with_one_afar.url("paper")).content.decode()
    assert ("1 seat is taken from afar and has no ballot" in page, "agree_2" in page) == (True, True)
    assert with_one_afar.url("paper_polls") in page


def test_the_console_leads_to_the_counting_page(cast: Cast, room: Room, said: Statement) -> None:
    assert room.url("paper") in room.client(cast.facilitator).get(room.url("console")).content.decode()


@pytest.mark.parametrize(
    ("piles", "code"),
    [
        ((EIGHT, (4, 3)), "convene.paper_incomplete"),
        ((EIGHT, (7, 1, 0)), "counts.more_votes_than_members"),
        (((1, 1, 0), (1, 1, 0)), "convene.too_few_in"),
    ],
)
def test_piles_that_cannot_be_are_refused(cast: Cast, room: Room, said: Statement, piles, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        count(room, said, cast.facilitator, *piles)
    assert (refused.value.code, PaperCount.objects.count()) == (code, 0)


def test_a_statement_is_voted_on_once_by_telephone_or_on_paper(cast: Cast, room: Room, said: Statement) -> None:
    vote = room.ask(said)
    for side in (1, 2):
        room.answers(vote, side, ["agree"] * 6 + ["disagree"])
    room.close_vote(vote)
    with pytest.raises(Refusal, match=r"convene\.voted_on"):
        count(room, said, cast.facilitator, EIGHT, SEVEN)


def test_a_form_that_comes_twice_counts_once(cast: Cast, room: Room, said: Statement) -> None:
    """Twice by the same key from the second person: no second vote, no refusal."""
    first, second = two(cast)
    count(room, said, first, EIGHT, SEVEN)
    key = token()
    assert count(room, said, second, EIGHT, SEVEN, token=key) is not None
    assert count(room, said, second, EIGHT, SEVEN, token=key) is None
    assert Vote.objects.count() == 1


def test_an_erased_count_and_a_closed_session_leave_nothing(cast: Cast, room: Room, said: Statement) -> None:
    other = room.say("We need schools.")
    for statement in (said, other):
        count(room, statement, cast.facilitator, EIGHT, SEVEN)
    drop_paper(room.session, said.pk, account=cast.rapporteur, token=token())
    left = PaperCount.objects.count()
    room.close()
    assert (left, PaperCount.objects.count()) == (1, 0)


def test_the_count_of_words_that_are_held_goes_with_them(cast: Cast, room: Room, said: Statement) -> None:
    count(room, said, cast.facilitator, EIGHT, SEVEN)
    sort_statement(room.session, said.pk, "held", "names", sender=cast.facilitator, token=token())
    assert not PaperCount.objects.exists()


def test_the_page_answers_a_form_that_comes_twice_alike(cast: Cast, room: Room, said: Statement) -> None:
    count(room, said, cast.facilitator, EIGHT, SEVEN)
    typed = {"statement": said.pk, "agree_1": 5, "disagree_1": 2, "passed_1": 1, "once": token()}
    typed |= {"agree_2": 4, "disagree_2": 3, "passed_2": 0}
    answers = [room.client(cast.rapporteur).post(room.url("paper"), typed) for _again in range(2)]
    assert [answer.headers["Location"] for answer in answers] == [room.url("wall")] * 2


def test_the_page_never_shows_the_second_what_the_first_counted(cast: Cast, room: Room, said: Statement) -> None:
    first, second = two(cast)
    typed = {"statement": said.pk, "agree_1": 5, "disagree_1": 2, "passed_1": 1}
    typed |= {"agree_2": 4, "disagree_2": 3, "passed_2": 0}
    room.client(first).post(room.url("paper"), typed | {"once": token()})
    page = room.client(second).get(room.url("paper")).content.decode()
    assert ("counted once, count it again" in page, 'value="5"' in page) == (True, False)
    room.client(second).post(room.url("paper"), typed | {"once": token()})
    assert "on paper, counted by two people" in room.client(second).get(room.url("wall")).content.decode()
