"""Support by clause: once per person, told only under the suppression table, the words standing still meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection, transaction

from tests.cast import NOW, Cast, person
from tests.steps.agree.stage import Table, lay_table
from tracktwo.foundation.people.actions import grant
from tracktwo.foundation.people.models import Role
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.models import Round, RoundCount, RoundRoll
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.select.models import Seat

YES, NO, PASS = "live_with", "not_yet", "pass"


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught, transaction.atomic():
        deed()
    return caught.value.code


@pytest.fixture
def room(cast: Cast) -> Table:
    """Eight of the first community, seven of the second."""
    return fill(cast, {1: 8, 2: 7})


def fill(cast: Cast, sizes: dict[int, int]) -> Table:
    table = lay_table(cast)
    for side, size in sizes.items():
        community = cast.programme.communities.get(number=side)
        for number in range(size - len(cast.participants[side])):
            one = person(f"Alder{side}{number}")
            grant(one, cast.programme.compartment, Role.PARTICIPANT, side)
            table.seats[one.alias] = Seat.objects.create(workshop=table.workshop, account=one, community=community)
            cast.participants[side].append(one)
    return table


def everybody(table: Table) -> None:
    """The first of each community has not yet, the second passes, all others can live with every clause."""
    for people in table.cast.participants.values():
        for one, answer in zip(people, [NO, PASS] + [YES] * 9, strict=False):
            table.answer(one, answer, answer, answer)


def test_each_community_is_shown_clause_by_clause_once_the_round_is_closed(room: Table) -> None:
    room.open_round()
    everybody(room)
    assert Round.objects.get().result is None
    found = room.close_round()
    assert [(side["kind"], side["cells"]) for side in found.result["sides"]] == [
        ("shown", [[6, 1, 1]] * 3),
        ("shown", [[5, 1, 1]] * 3),
    ]
    assert room.deeds[-2:] == ["agree.round_opened", "agree.round_closed"]
    page = room.get(room.member(1), "text").content.decode()
    assert page.count("can be lived with in every community") == 3
    assert "6 can, 1 not yet, 1 passed" in page


def test_nothing_is_left_of_who_answered_and_of_the_counters(room: Table) -> None:
    room.open_round()
    everybody(room)
    room.close_round()
    assert (RoundRoll.objects.count(), RoundCount.objects.count()) == (0, 0)


def test_the_rows_do_not_tell_who_answered_what(room: Table) -> None:
    """Two courses of events with the answers of two people exchanged leave the same rows in the same order."""

    def world(first: str, second: str) -> list[object]:
        with transaction.atomic():
            room.open_round()
            one, two = room.cast.participants[1][:2]
            room.answer(one, first, YES, YES)
            room.answer(two, second, YES, YES)
            found = rows()
            transaction.set_rollback(True)
        return found

    def rows() -> list[object]:
        found: list[object] = []
        with connection.cursor() as cursor:
            for table in ("agree_roundroll", "agree_roundcount"):
                cursor.execute(f"SELECT * FROM {table} ORDER BY {'rowid' if connection.vendor == 'sqlite' else 'ctid'}")
                found += [row[1:-1] if table == "agree_roundroll" else row[1:] for row in cursor.fetchall()]
        return [repr(row) for row in found]

    def without_round(found: list[object]) -> list[str]:
        return [str(one).rsplit(",", 1)[0] for one in found]

    assert without_round(world(YES, NO)) == without_round(world(NO, YES))


def test_a_person_answers_once_and_only_from_the_roll(room: Table) -> None:
    room.open_round()
    one = room.member(1)
    room.answer(one, YES, NO, PASS, token="same")
    room.answer(one, YES, NO, PASS, token="same")
    assert RoundCount.objects.get(side=1).voters == 1
    assert refused(lambda: room.answer(one, YES, YES, YES)) == "agree.answered_already"
    assert refused(lambda: room.answer(room.member(2), YES, YES)) == "counts.support_answer"
    RoundRoll.objects.filter(account=room.member(2)).delete()
    assert refused(lambda: room.answer(room.member(2), YES, YES, YES)) == "agree.not_on_roll"


def test_a_consent_taken_back_meanwhile_takes_the_answer_with_it(room: Table) -> None:
    room.open_round()
    one = room.member(1)
    Consent.objects.create(
        seat=room.seats[one.alias], product=Consent.Product.SINGLE_TEXT, given=False, changed_on=NOW.date()
    )
    assert refused(lambda: room.answer(one, YES, YES, YES)) == "agree.consent_taken_back"


def test_while_it_is_open_no_word_changes(room: Table) -> None:
    room.open_round()
    for deed in (
        lambda: room.open_bracket(1),
        lambda: actions.draft_clause(room.text, "More.", now=NOW),
        lambda: room.sign(1),
        lambda: room.announce(),
        lambda: room.open_round(),
    ):
        assert refused(deed) == "agree.round_open"


def test_a_result_of_few_answers_is_refused_and_so_is_a_missing_word(cast: Cast) -> None:
    table = fill(cast, {1: 8})
    table.open_round()
    assert refused(lambda: table.close_round({2: [True] * 3})) == "agree.too_few_answers"
    for one in cast.participants[1]:
        table.answer(one, YES, YES, NO)
    assert refused(table.close_round) == "agree.word_missing"
    result = table.close_round({2: [True, False, True]}).result
    assert [(side["kind"], side["met"], side["cells"]) for side in result["sides"]] == [
        ("withheld", [True, True, False], None),
        ("aloud", [True, False, True], None),
    ]
    assert result["met"] == [True, False, False]


def test_the_same_words_are_asked_about_once_and_other_words_again(table: Table) -> None:
    words = {1: [True] * 3, 2: [True] * 3}
    table.open_round()
    table.close_round(words)
    assert refused(table.open_round) == "agree.nothing_to_ask"
    actions.change_clause(table.text, "2", "Archives should be opened.", version=1, now=NOW)
    assert "the clause has changed since" in table.get(table.member(1)).content.decode()
    table.open_round("two_thirds_in_every_community")
    found = table.close_round({1: [False], 2: [True]})
    assert ([key for key, _digest in found.asked], table.reread().rule) == (["2"], "agreed_in_every_community")
    page = table.get(table.member(1), "support").content.decode()
    assert "not yet, said aloud" in page


def test_a_withdrawn_round_leaves_nothing_and_may_be_held_again(room: Table) -> None:
    room.open_round()
    room.answer(room.member(1), NO, NO, NO)
    actions.withdraw_round(room.text, by=room.cast.by(room.cast.convener, "agree.steer"), now=NOW)
    assert (Round.objects.count(), RoundCount.objects.count()) == (0, 0)
    assert room.open_round() is not None


def test_the_pages_ask_answer_and_close(cast: Cast) -> None:
    table = fill(cast, {1: 8})
    assert table.post(cast.convener, "open_round", once="a", rule="agreed_in_every_community").status_code == 302
    short = table.post(table.member(1), "answer_round", **{"once": "b", "clause-1": YES})
    assert short.status_code == 422
    for number, one in enumerate(cast.participants[1]):
        told = {"once": f"c{number}", "clause-1": YES, "clause-2": NO, "clause-3": YES if number else NO}
        assert table.post(one, "answer_round", **told).status_code == 302
    assert "You have answered" in table.get(table.member(1), "support").content.decode()
    assert "affirms aloud" in table.get(table.member(2), "support").content.decode()
    closed = table.post(cast.convener, "close_round", **{"once": "d", "heard-2": "on", "affirms-2": ["1", "3"]})
    assert (closed.status_code, Round.objects.get().result["met"]) == (302, [True, False, True])
    # Who has nothing to open there finds the way back.
    assert "Back to the text" in table.get(cast.facilitator, "support").content.decode()


def test_it_stands_beside_an_open_bracket_in_the_view_of_what_is_left(table: Table) -> None:
    table.open_round()
    table.close_round({1: [True] * 3, 2: [False] * 3})
    table.open_bracket(1)
    page = table.get(table.cast.convener, "brackets").content.decode()
    assert ("not yet in every community" in page, "yes, said aloud" in page) == (True, True)
