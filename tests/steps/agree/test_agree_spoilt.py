"""Every field of step 6 that takes words refuses a paste of five megabytes and signs that turn or hide; nothing stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils import timezone

from tests.cast import NOW
from tests.steps.agree.stage import DRAFTED, Table
from tests.steps.spoilt import PASTE, Fields, Way, accepted, kept
from tracktwo.foundation.people.models import Account
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.models import Text
from tracktwo.steps.agree.queries.leaks import find_leaks

REASON = "Our readers know it otherwise."


def to(table: Table, who: Account, name: str, *more: Any) -> Callable[[Mapping[str, Any]], HttpResponse]:
    return lambda typed: table.post(who, name, *more, **typed)


def opened(table: Table) -> Way:
    table.text.delete()
    typed = {"title": "What the room could say", "language": "en", "mode": Text.Mode.BRACKETED}
    return Way(to(table, table.cast.rapporteur, "open"), typed, ("title",))


def draft(table: Table) -> Way:
    typed = {"words": "Copies are kept.", "after": "", "once": "a"}
    return Way(to(table, table.cast.rapporteur, "draft"), typed, ("words",))


def clause(table: Table) -> Way:
    typed = {"words": "Archives should be opened.", "version": 1}
    return Way(to(table, table.cast.rapporteur, "clause", "2"), typed, ("words",))


def amend(table: Table) -> Way:
    typed = {"words": "Archives should be opened.", "reason": REASON, "version": 1}
    return Way(to(table, table.member(1), "amend", "2"), typed, ("words", "reason"))


def bracket(table: Table) -> Way:
    typed = {"stands": "the invasion", "wants": "2022", "reason": REASON}
    return Way(to(table, table.member(1), "bracket", "2"), typed, tuple(typed))


def inside(table: Table) -> Way:
    table.open_bracket(1)
    typed = {"stands": "2022", "wants": "that winter", "reason": REASON}
    return Way(to(table, table.member(2), "inside", "2", 1), typed, tuple(typed))


def criticise(table: Table) -> Way:
    table.text.delete()
    by, told = table.cast.by(table.cast.rapporteur, "agree.steer"), {"language": "en", "mode": Text.Mode.ONE_TEXT}
    table.text = actions.open_text(table.workshop, title="One hand", by=by, now=NOW + timedelta(days=5), **told)
    actions.draft_clause(table.text, DRAFTED[0])
    return Way(to(table, table.member(1), "criticise", "1"), {"words": REASON, "version": 1}, ("words",))


def objection(table: Table) -> Way:
    table.announce(now=timezone.now())
    table.receive()
    typed = {"clause": "2", "reason": REASON, "wants": "Other words.", "once": "a"}
    return Way(to(table, table.member(1), "object"), typed, ("reason", "wants"))


def translation(table: Table) -> Way:
    Text.objects.filter(pk=table.text.pk).update(languages=["uk"])
    table.open_bracket(1)
    page = table.get(table.cast.rapporteur, "translate", "2", "uk").context["form"]
    typed = {**page.initial, "words": "Архіви слід відкрити.", "wants_1": "2022 року"}
    return Way(to(table, table.cast.rapporteur, "translate", "2", "uk"), typed, ("words", "wants_1"))


def leak(table: Table) -> Way:
    actions.draft_clause(table.text, "A seminar meets in Kiev.")
    [hit] = find_leaks(table.text, table.state).faces
    return Way(to(table, table.cast.rapporteur, "leaks"), {"mark": hit.mark, "reason": REASON}, ("reason",))


WAYS = [opened, draft, clause, amend, bracket, inside, criticise, objection, translation, leak]


@pytest.mark.parametrize("made", WAYS)
def test_no_field_for_words_keeps_five_megabytes_or_signs_that_turn_and_hide(
    table: Table, made: Callable[[Table], Way]
) -> None:
    way = made(table)
    assert accepted(way) == 302
    assert kept(way) == []


@pytest.mark.parametrize("made", WAYS)
def test_these_are_all_the_fields_that_the_page_has(table: Table, made: Callable[[Table], Way]) -> None:
    way = made(table)
    page = way.send({**way.typed, way.free[0]: "a\x07"})
    assert (page.status_code, Fields(page).names - set(way.free)) == (422, set())


def test_a_co_signature_of_five_megabytes_or_with_other_signs_is_none(table: Table) -> None:
    table.freeze()
    send = to(table, table.cast.guarantors[1], "cosign")
    assert [send({"signature": words}).status_code for words in (PASTE, "\u202e" + "0" * 128, "\x07")] == [422] * 3
    assert "agree.cosigned" not in table.deeds
