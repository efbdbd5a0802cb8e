"""The instrument as data: every question has a scale that works and a source that can be looked up."""

from __future__ import annotations

import re

from tracktwo.data.instruments import INSTRUMENTS, RELATIONS_SHORT


def test_the_short_instrument_asks_five_things_in_this_order() -> None:
    assert [item.key for item in RELATIONS_SHORT.items] == ["warmth", "closeness", "trust", "anxiety", "perspective"]


def test_every_question_names_the_community_it_is_about_and_nobody_else() -> None:
    for instrument in INSTRUMENTS.values():
        for item in instrument.items:
            assert re.findall(r"%\((\w+)\)s", item.question) == (["community"] if item.toward else [])


def test_every_item_has_a_source_with_author_year_and_pages() -> None:
    for instrument in INSTRUMENTS.values():
        for item in instrument.items:
            assert re.search(r": [A-Z]\w+.* (19|20)\d\d, .*\d+-\d+$", item.source)


def test_an_answer_beyond_either_end_is_not_taken() -> None:
    warmth = RELATIONS_SHORT.item("warmth")
    assert [warmth.takes(answer) for answer in (-1, 0, 100, 101)] == [False, True, True, False]


def test_only_anxiety_runs_the_other_way() -> None:
    assert {item.key for item in RELATIONS_SHORT.items if item.warmer == -1} == {"anxiety"}
