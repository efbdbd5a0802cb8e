"""Try to join a person with an answer, with the whole database in hand, and fail."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps

from tests.steps.measure.waves import AFTER, BEFORE, Asked
from tracktwo.steps.measure.models import AnswerBox, HasAnswered, LinkKey


def dump() -> list[tuple[str, dict[str, Any]]]:
    """Every row of every table, except the record's own searching column, as text."""
    return [
        (model._meta.label, {name: str(value) for name, value in row.items()})
        for model in apps.get_models()
        for row in model._base_manager.values()
    ]


@pytest.fixture
def answered(asked: Asked) -> Asked:
    """The first wave is open and everybody has answered in the order of seats, each with a value of one's own."""
    wave = asked.open(BEFORE)
    for place, seat in enumerate(asked.everybody):
        asked.answer(wave, seat, 20 + place)
    return asked


def test_no_row_holds_an_answer_and_whoever_gave_it(answered: Asked) -> None:
    links = [slip["link"] for slip in AnswerBox.objects.get().slips]
    rows = [(label, row) for label, row in dump() if any(link in value for link in links for value in row.values())]
    people = [str(key) for seat in answered.everybody for key in (seat.account_id, seat.account.alias)]
    assert [label for label, _row in rows] == ["measure.AnswerBox"]
    assert [one for one in people if one in rows[0][1]["slips"]] == []


def test_no_phrase_lies_anywhere(answered: Asked) -> None:
    noted = [*answered.phrases.values()]
    assert [label for label, row in dump() if any(phrase in value for phrase in noted for value in row.values())] == []


def test_the_order_of_answers_is_not_the_order_of_the_box(answered: Asked) -> None:
    values = [slip["values"].popitem()[1] for slip in AnswerBox.objects.get().slips]
    assert sorted(values) == list(range(20, 36))
    assert values != sorted(values)  # by chance once in 16! times


def test_a_slip_holds_a_link_a_side_and_values_and_nothing_else(answered: Asked) -> None:
    assert {tuple(sorted(slip)) for slip in AnswerBox.objects.get().slips} == {("link", "side", "values")}


def test_no_line_of_the_roll_can_hold_a_time_or_a_number_in_order() -> None:
    kinds = {field.name: field.get_internal_type() for field in HasAnswered._meta.get_fields()}
    assert kinds == {"id": "UUIDField", "wave": "ForeignKey", "seat": "ForeignKey", "answered": "BooleanField"}


def test_all_lines_of_the_roll_are_there_before_anybody_answers(asked: Asked) -> None:
    wave = asked.open(BEFORE)
    lines = set(HasAnswered.objects.values_list("pk", "seat"))
    asked.answer(wave, asked.seats[1][0], 40)
    assert set(HasAnswered.objects.values_list("pk", "seat")) == lines
    assert len(lines) == 16


def test_after_the_last_close_no_link_and_no_key_lie_anywhere(answered: Asked) -> None:
    secret = bytes(LinkKey.objects.get().secret)
    links = [slip["link"] for slip in AnswerBox.objects.get().slips]
    answered.close(answered.workshop.waves.get(kind=BEFORE))
    second = answered.open(AFTER)
    for place, seat in enumerate(answered.everybody):
        answered.answer(second, seat, 30 + place % 3)
    answered.close(second)
    wanted = [*links, secret.hex(), repr(secret)]
    assert [label for label, row in dump() if any(one in value for one in wanted for value in row.values())] == []
    assert HasAnswered.objects.count() == 0
