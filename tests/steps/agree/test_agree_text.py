"""Step 6: one text, its clauses, its versions; a stale edit is kept, a doubtful sign refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from hashlib import sha256

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW, Cast
from tests.steps.agree.stage import DRAFTED, Table, open_text
from tests.steps.convene.stage import adopt_kelman
from tests.steps.workshops import a_workshop
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import SingleText, add_clause
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import next_key, single_text, version_bytes
from tracktwo.steps.agree.models import Text
from tracktwo.steps.agree.queries import has_unsaved_words, workshop_to_agree
from tracktwo.steps.convene.models import Session, Statement
from tracktwo.steps.programme.queries import current_agenda

TURNED = "Archives \u202eclosed\u202c since then."
LONG = "word " * 2001
DOUBTFUL = [(TURNED, "text.bidi"), (LONG, "text.too_long"), ("   ", "text.empty"), ("a\u0007b", "text.control")]


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught, transaction.atomic():
        deed()
    return caught.value.code


def standing(table: Table) -> list[str]:
    return [clause.standing for clause in table.state.clauses]


def test_a_workshop_has_one_text(table: Table) -> None:
    assert refused(lambda: open_text(table.cast, table.workshop)) == "agree.text_exists"


def test_a_workshop_that_lies_ahead_has_no_text_yet(cast: Cast) -> None:
    workshop = a_workshop(cast, NOW.date() + timedelta(days=1))
    by = cast.by(cast.rapporteur, "agree.steer")
    assert (
        refused(lambda: actions.open_text(workshop, title="Too early", language="en", by=by, now=NOW))
        == "agree.workshop_ahead"
    )


@pytest.mark.parametrize(
    ("title", "language", "code"),
    [
        (" ", "en", "agree.title_empty"),
        ("Title", "xx", "agree.language_unknown"),
        ("a" * 161, "en", "agree.words_long"),
        (TURNED, "en", "text.bidi"),
    ],
)
def test_a_text_is_opened_under_a_title_in_a_language_of_the_house(
    cast: Cast, title: str, language: str, code: str
) -> None:
    workshop, by = a_workshop(cast, NOW.date()), cast.by(cast.rapporteur, "agree.steer")
    opened = partial(actions.open_text, workshop, title=title, language=language, by=by, now=NOW)
    assert (refused(opened), Text.objects.count()) == (code, 0)


def test_clauses_stand_in_the_order_in_which_they_were_drafted(table: Table) -> None:
    assert standing(table) == list(DRAFTED)


def test_a_clause_put_between_two_gets_a_letter_and_leaves_their_numbers(table: Table) -> None:
    actions.draft_clause(table.text, "In between.", after="1")
    actions.draft_clause(table.text, "At the end.", after="3")
    assert [clause.key for clause in table.state.clauses] == ["1", "1a", "2", "3", "4"]


@given(st.lists(st.integers(min_value=0, max_value=40), max_size=40))
def test_no_number_is_ever_given_twice(places: list[int]) -> None:
    text = SingleText()
    for place in places:
        after = text.clauses[place % len(text.clauses)].key if text.clauses else None
        text = add_clause(text, next_key(text, after), "Words.", after)
    assert len({clause.key for clause in text.clauses}) == len(places)


@pytest.mark.parametrize(("words", "code"), DOUBTFUL)
def test_words_that_could_deceive_are_not_drafted(table: Table, words: str, code: str) -> None:
    assert (refused(lambda: actions.draft_clause(table.text, words)), standing(table)) == (code, list(DRAFTED))


@pytest.mark.parametrize(("words", "code"), DOUBTFUL)
def test_words_that_could_deceive_do_not_replace_a_clause(table: Table, words: str, code: str) -> None:
    changed = partial(actions.change_clause, table.text, "2", words, version=1)
    assert (refused(changed), standing(table)) == (code, list(DRAFTED))


def test_a_form_that_was_sent_twice_adds_its_clause_once(table: Table) -> None:
    for _tap in range(2):
        actions.draft_clause(table.text, "Once.", token="one form")
    assert standing(table) == [*DRAFTED, "Once."]


def test_an_edit_replaces_the_words_it_was_made_on(table: Table) -> None:
    assert actions.change_clause(table.text, "1", "Shorter.", version=1) is None
    assert standing(table)[0] == "Shorter."


def test_a_stale_edit_is_kept_beside_the_words_that_stand(table: Table) -> None:
    actions.change_clause(table.text, "1", "First comes.", version=1)
    refusal = actions.change_clause(table.text, "1", "Second comes.", version=1)
    clause = table.state.clause("1")
    assert refusal is not None
    assert (refusal.code, clause.standing, clause.rivals[0].wants) == ("text.stale", "First comes.", "Second comes.")


def test_an_edit_under_a_bracket_is_kept_and_changes_nothing_that_stands(table: Table) -> None:
    table.open_bracket(1)
    refusal = actions.change_clause(table.text, "2", "Around the bracket.", version=2)
    assert refusal is not None
    assert (refusal.code, standing(table)[1]) == ("text.under_bracket", DRAFTED[1])


def test_a_late_wording_is_adopted_without_a_room_and_without_the_record(table: Table) -> None:
    actions.change_clause(table.text, "1", "First comes.", version=1)
    actions.change_clause(table.text, "1", "Second comes.", version=1)
    table.settle(0, "1", adopt=True, in_room=False)
    assert (standing(table)[0], table.deeds) == ("Second comes.", ["agree.text_opened"])


def test_a_version_is_the_text_as_it_stood_under_a_number_and_a_digest(table: Table) -> None:
    first = table.save()
    actions.change_clause(table.text, "1", "Later words.", version=1)
    second = table.save()
    assert [first.number, second.number] == [1, 2]
    assert sha256(version_bytes(first)).hexdigest() == first.digest
    assert b"Later words." not in version_bytes(first)
    assert b"Later words." in version_bytes(second)


def test_the_same_words_get_no_second_number(table: Table) -> None:
    table.save()
    table.text.refresh_from_db()
    assert (refused(table.save), has_unsaved_words(table.text)) == ("agree.nothing_new", False)


def test_the_record_holds_the_digest_of_each_version(table: Table) -> None:
    saved = table.save()
    assert table.deeds == ["agree.text_opened", "agree.version_saved"]
    assert table.facts()[-1] == {"digest": saved.digest, "number": 1, "workshop": 1}


def test_the_text_begins_with_what_the_room_kept_in_its_language(cast: Cast) -> None:
    workshop = a_workshop(cast, date(2026, 3, 2))
    keep_statements(cast, workshop)
    text = open_text(cast, workshop)
    assert actions.begin_with_statements(text) == 2
    text.refresh_from_db()
    assert [clause.standing for clause in single_text(text).clauses] == ["First kept.", "Second kept."]
    assert refused(lambda: actions.begin_with_statements(text)) == "agree.begun_already"


def test_where_the_room_kept_nothing_the_text_begins_by_typing(cast: Cast) -> None:
    text = open_text(cast, a_workshop(cast, date(2026, 3, 2)))
    assert refused(lambda: actions.begin_with_statements(text)) == "agree.no_statements"


def keep_statements(cast: Cast, workshop) -> None:
    adopt_kelman(cast)
    session = Session.objects.create(
        workshop=workshop, number=1, agenda=current_agenda(cast.programme), phases=[["opening", 60]], opened_at=NOW
    )
    said = [
        ("First kept.", "en", "kept"),
        ("Запис.", "uk", "kept"),
        ("Parked.", "en", "parked"),
        ("Second kept.", "en", "kept"),
    ]
    for number, (words, language, state) in enumerate(said, start=1):
        Statement.objects.create(
            session=session, number=number, phase="opening", text=words, language=language, state=state
        )


def test_the_text_at_hand_is_the_one_still_open_else_that_of_the_workshop_that_began_last(table: Table) -> None:
    later = a_workshop(table.cast, date(2026, 3, 9), number=2)
    assert workshop_to_agree(table.cast.programme, NOW.date()) == table.workshop
    table.freeze()
    assert workshop_to_agree(table.cast.programme, NOW.date()) == later
    assert workshop_to_agree(table.cast.programme, date(2026, 3, 5)) == table.workshop


def test_the_database_knows_no_frozen_text_without_a_digest(table: Table) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Text.objects.filter(pk=table.text.pk).update(frozen_on=NOW.date())
