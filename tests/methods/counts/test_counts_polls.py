"""Approval, ranking and consent: counters that answer the question and cannot be read back."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracktwo.methods.counts import PollVotes, borda, condorcet, marks_of, tally_poll
from tracktwo.methods.record import Refusal


def added(kind: str, sentences: int, answers: list[tuple[int, ...]]) -> tuple[int, ...]:
    marks = [marks_of(kind, sentences, answer) for answer in answers]
    return tuple(sum(column) for column in zip(*marks, strict=True))


def votes(kind: str, sentences: int, answers: list[tuple[int, ...]], side: int = 1, members: int = 8) -> PollVotes:
    return PollVotes(side, members, len(answers), added(kind, sentences, answers))


def test_borda_and_condorcet_may_name_different_sentences() -> None:
    """Condorcet's own case against Borda (Essai, 1785): 81 voters, A wins every comparison, B has most points."""
    A, B, C = 0, 1, 2
    answers = (
        [(A, B, C)] * 30 + [(A, C, B)] * 1 + [(B, A, C)] * 29 + [(B, C, A)] * 10 + [(C, A, B)] * 10 + [(C, B, A)] * 1
    )
    cells = added("ranking", 3, answers)
    assert (borda(cells, 3), condorcet(cells, 3)) == ((101, 109, 33), A)


def test_a_circle_has_no_winner() -> None:
    cells = added("ranking", 3, [(0, 1, 2), (1, 2, 0), (2, 0, 1)])
    assert (borda(cells, 3), condorcet(cells, 3)) == ((3, 3, 3), None)


def test_a_sentence_is_agreed_when_every_community_approves_it() -> None:
    one = votes("approval", 2, [(0,)] * 5 + [(1,)] * 2 + [(0, 1)])
    other = votes("approval", 2, [(0, 1)] * 3 + [(0,)] + [(1,)] * 3, side=2)
    result = tally_poll("approval", 2, [one, other])
    assert [side.kind for side in result.sides] == ["shown", "shown"]
    assert (result.met, result.total) == ((True, False), (10, 9))


def test_one_sentence_that_all_answer_alike_withholds_the_whole_community() -> None:
    side = tally_poll("approval", 2, [votes("approval", 2, [(0,)] * 5 + [(0, 1)])]).sides[0]
    assert (side.kind, side.cells, side.voters, side.met) == ("withheld", None, None, (True, False))


def test_five_voters_are_withheld_and_a_small_community_affirms_aloud() -> None:
    few = votes("ranking", 2, [(0, 1)] * 3 + [(1, 0)] * 2)
    small = PollVotes(2, 5, words=(True, False))
    result = tally_poll("ranking", 2, [few, small])
    assert [side.kind for side in result.sides] == ["withheld", "aloud"]
    assert (result.met, result.total) == ((True, False), None)


def test_one_objection_stops_a_consent_and_standing_aside_does_not() -> None:
    aside = votes("consent", 1, [(0,)] * 5 + [(1,)] * 2)
    objects = votes("consent", 1, [(0,)] * 6 + [(2,)], side=2)
    assert tally_poll("consent", 1, [aside]).met == (True,)
    assert tally_poll("consent", 1, [aside, objects]).met == (False,)


@pytest.mark.parametrize(
    ("kind", "sentences", "answer"),
    [
        ("approval", 2, (2,)),
        ("approval", 2, (0, 0)),
        ("ranking", 3, (0, 1)),
        ("ranking", 2, (0, 0)),
        ("consent", 1, ()),
    ],
)
def test_an_answer_that_is_none_is_refused(kind: str, sentences: int, answer: tuple[int, ...]) -> None:
    with pytest.raises(Refusal) as refusal:
        marks_of(kind, sentences, answer)
    assert refusal.value == Refusal("counts.poll_answer")


@pytest.mark.parametrize(("kind", "sentences"), [("approval", 1), ("ranking", 7), ("consent", 2)])
def test_too_few_or_too_many_sentences_are_refused(kind: str, sentences: int) -> None:
    with pytest.raises(Refusal) as refusal:
        marks_of(kind, sentences, ())
    assert refusal.value.code == "counts.poll_sentences"


RANKINGS = st.lists(st.permutations(range(3)).map(tuple), min_size=1, max_size=9)


@settings(max_examples=80, deadline=None)
@given(RANKINGS)
def test_points_add_up_and_a_winner_beats_every_other_by_count(answers: list[tuple[int, ...]]) -> None:
    cells = added("ranking", 3, answers)
    assert sum(borda(cells, 3)) == 3 * len(answers)
    beaten = [
        one
        for one in range(3)
        if all(2 * sum(a.index(one) < a.index(other) for a in answers) > len(answers) for other in {0, 1, 2} - {one})
    ]
    assert condorcet(cells, 3) == (beaten[0] if beaten else None)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.permutations(range(3)).map(tuple), min_size=0, max_size=8))
def test_from_a_shown_ranking_nobody_knows_how_any_pair_was_put(answers: list[tuple[int, ...]]) -> None:
    cells = added("ranking", 3, answers) if answers else (0,) * 9
    side = tally_poll("ranking", 3, [PollVotes(1, 8, len(answers), cells)]).sides[0]
    if side.kind == "shown":
        assert len(answers) >= 6
        for first, second in permutations(range(3), 2):
            assert any(answer.index(first) < answer.index(second) for answer in answers)
