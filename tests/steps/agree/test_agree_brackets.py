"""Brackets belong to communities: who opens, who withdraws, what settles, and that nobody can be read from the rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from django.apps import apps
from django.db import models, transaction

from tests.cast import NOW
from tests.steps.agree.stage import DRAFTED, Table
from tests.steps.convene.test_convene_unlinkable import after
from tests.steps.workshops import a_workshop, seat_everybody
from tracktwo.foundation.ledger.models import Entry
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import clause_faces
from tracktwo.steps.agree.strands import Line, lines


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught, transaction.atomic():
        deed()
    return caught.value.code


def open_sides(table: Table, clause: str = "2") -> list[int]:
    return sorted(table.state.clause(clause).brackets)


def test_a_bracket_is_of_the_community_of_the_seat(table: Table) -> None:
    table.open_bracket(2)
    assert open_sides(table) == [2]


def test_a_bracket_changes_no_word_that_stands(table: Table) -> None:
    table.open_bracket(1)
    assert table.state.clause("2").standing == DRAFTED[1]


def test_a_community_has_one_bracket_in_a_clause(table: Table) -> None:
    table.open_bracket(1)
    assert refused(lambda: table.open_bracket(1, stands="in copies", wants="in print")) == "text.bracket_exists"


@pytest.mark.parametrize(
    ("stands", "wants", "code"),
    [
        ("the invasion\u202e", "2022", "text.bidi"),
        ("the invasion", "x" * 10_001, "text.too_long"),
        ("no such words", "2022", "text.words_not_found"),
        ("the invasion", "the  invasion", "text.same_words"),
    ],
)
def test_what_cannot_be_bracketed_is_refused_and_nothing_opens(
    table: Table, stands: str, wants: str, code: str
) -> None:
    assert (refused(lambda: table.open_bracket(1, stands=stands, wants=wants)), open_sides(table)) == (code, [])


@pytest.mark.parametrize(("reason", "code"), [(" ", "agree.reason_empty"), ("r" * 401, "agree.words_long")])
def test_a_bracket_comes_with_a_reason_that_can_be_read(table: Table, reason: str, code: str) -> None:
    member = table.member(1)
    opened = partial(
        actions.open_bracket,
        table.text,
        "2",
        seat=table.seats[member.alias],
        stands="the invasion",
        wants="2022",
        reason=reason,
        by=table.cast.by(member, "agree.bracket"),
        now=NOW,
    )
    assert (refused(opened), open_sides(table)) == (code, [])


def test_only_the_own_bracket_can_be_withdrawn(table: Table) -> None:
    table.open_bracket(1)
    assert (refused(lambda: table.withdraw(2)), open_sides(table)) == ("text.no_bracket", [1])
    table.withdraw(1)
    assert (open_sides(table), table.state.clause("2").standing) == ([], DRAFTED[1])


def test_a_seat_in_another_workshop_opens_no_bracket_here(table: Table) -> None:
    other = a_workshop(table.cast, NOW.date(), number=2)
    table.seats = seat_everybody(table.cast, other)
    assert refused(lambda: table.open_bracket(1)) == "agree.no_seat"


def test_a_seat_that_was_given_up_opens_no_bracket(table: Table) -> None:
    table.seats[table.member(1).alias].withdrawn_on = NOW.date()
    assert refused(lambda: table.open_bracket(1)) == "agree.no_seat"


def test_the_third_party_settles_only_what_was_agreed_in_the_room(table: Table) -> None:
    table.open_bracket(1)
    assert refused(lambda: table.settle(1, in_room=False)) == "agree.not_in_the_room"
    assert open_sides(table) == [1]


@pytest.mark.parametrize(
    ("adopt", "words", "deed"),
    [
        (True, "Archives closed since 2022 should be opened in copies.", "agree.bracket_adopted"),
        (False, DRAFTED[1], "agree.bracket_put_aside"),
    ],
)
def test_a_settled_bracket_leaves_the_words_the_room_chose(table: Table, adopt: bool, words: str, deed: str) -> None:
    table.open_bracket(1)
    table.settle(1, adopt=adopt)
    assert (table.state.clause("2").standing, open_sides(table), table.deeds[-1]) == (words, [], deed)


def test_a_bracket_is_settled_on_what_was_read(table: Table) -> None:
    table.open_bracket(1)
    read = table.state.clause("2").version
    table.open_bracket(2, stands="in copies", wants="in print")
    by = table.cast.by(table.cast.rapporteur, "agree.steer")
    settled = partial(
        actions.settle_bracket, table.text, "2", side=1, adopt=True, version=read, in_room=True, by=by, now=NOW
    )
    assert (refused(settled), open_sides(table)) == ("text.stale_resolution", [1, 2])


def test_three_communities_hold_three_brackets_in_one_clause(table_of_three: Table) -> None:
    for side, words in ((1, "Archives"), (2, "the invasion"), (3, "in copies")):
        table_of_three.open_bracket(side, stands=words, wants=f"words of {side}")
    [_first, second, _third] = clause_faces(table_of_three.state, {1: "A", 2: "B", 3: "C"})
    assert [(run.owner, run.words) for run in second.runs if run.side] == [
        ("A", "Archives"),
        ("B", "the invasion"),
        ("C", "in copies"),
    ]
    table_of_three.settle(3)
    table_of_three.withdraw(1)
    assert open_sides(table_of_three) == [2]


def test_whoever_of_a_community_opens_its_bracket_the_database_is_the_same(table: Table) -> None:
    def opened_by(number: int) -> Callable[[], None]:
        account = table.cast.participants[1][number]
        return lambda: actions.open_bracket(
            table.text,
            "2",
            seat=table.seats[account.alias],
            stands="the invasion",
            wants="2022",
            reason="Our readers know it under another word.",
            by=table.cast.by(account, "agree.bracket"),
            now=NOW,
        )

    assert after(opened_by(0)) == after(opened_by(1))
    assert after(opened_by(0)) != after(lambda: None)  # the comparison can fail


def test_the_tables_of_words_have_neither_a_person_nor_an_hour() -> None:
    """A silence has an hour at which it ends, and knows until then whom it has reached; a round of support has a roll
    until it closes, and beside it counters that point at nobody. Nothing else has either.
    """
    passing = {"Silence", "Reach", "RoundRoll"}
    about_words = [one for one in apps.get_app_config("agree").get_models() if one.__name__ not in passing]
    fields = [field for model in about_words for field in model._meta.get_fields()]
    pointed = sorted({field.related_model._meta.label for field in fields if field.many_to_one or field.one_to_one})
    assert pointed == ["agree.Round", "agree.Silence", "agree.Text", "plan.Workshop"]
    assert [field.name for field in fields if isinstance(field, models.DateTimeField)] == []


def test_the_record_has_the_day_of_a_community_s_bracket_and_not_its_minute(table: Table) -> None:
    table.open_bracket(1)
    table.withdraw(1)
    leaves = [entry.leaf for entry in Entry.objects.filter(deed__startswith="agree.bracket")]
    assert len(leaves) == 2
    assert all('"minute":"2026-03-10T00:00Z"' in leaf for leaf in leaves)
    assert all(table.member(1).alias not in leaf for leaf in leaves)


def test_strands_interlace_where_no_bracket_is_open() -> None:
    assert [line.kind for line in lines([1, 2], set())] == ["t2", "casing", "t1", "t1", "casing", "t2"]


def test_the_strand_of_a_community_with_a_bracket_bows_out_and_the_other_goes_straight() -> None:
    assert lines([1, 2], {1}) == (
        Line("t2", "M26 0V120"),
        Line("t1", "M16 0C16 30 5.5 30 5.5 60S16 90 16 120"),
    )


@pytest.mark.parametrize("communities", [2, 3, 4, 5])
@pytest.mark.parametrize("held", [1, 2])
def test_every_community_has_its_strand(communities: int, held: int) -> None:
    sides = range(1, communities + 1)
    drawn = [line for line in lines(list(sides), set(range(1, held + 1))) if line.kind != "casing"]
    assert (len(drawn), sum("S" in line.d for line in drawn)) == (communities, held)
