"""Bad input to a text: a paste of five megabytes, clocks that jump at the end of a silence, consents that go meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.utils import timezone

from tests.cast import NOW, build_cast
from tests.journeys.leaks import every_table
from tests.steps.agree.stage import DRAFTED, Table, lay_table
from tests.steps.convene.test_convene_at_once import at_once
from tracktwo.foundation.people.policies import role_of
from tracktwo.methods.record import Refusal
from tracktwo.methods.text.silence import Outcome
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import clocks
from tracktwo.steps.agree.models import Objection, Reach, Signature
from tracktwo.steps.agree.queries import signed_sides, signing_digest
from tracktwo.steps.prepare.actions import answer_consents
from tracktwo.steps.prepare.models import Consent

KYIV = "Europe/Kyiv"
FIVE_MEGABYTES = 5_000_000
# Cyrillic takes two bytes a letter; accents that wait to be put in order take the square of their number.
PASTES = {"words": "слово " * (FIVE_MEGABYTES // 11), "accents": "a" + "\u0300\u0327" * (FIVE_MEGABYTES // 4)}


def database() -> list[tuple[str, bytes]]:
    return sorted((table, cell) for table, cell in every_table() if table != "django_session")


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught, transaction.atomic():
        deed()
    return caught.value.code


@pytest.mark.parametrize("paste", PASTES)
@pytest.mark.parametrize(
    ("name", "more", "typed"),
    [
        ("draft", (), {"words": "", "after": "", "once": "a"}),
        ("clause", ("2",), {"words": "", "version": 1}),
        ("amend", ("2",), {"words": "", "reason": "Our readers know it otherwise.", "version": 1}),
        ("bracket", ("2",), {"wants": "", "stands": "the invasion", "reason": "Our readers know it otherwise."}),
        ("bracket", ("2",), {"reason": "", "stands": "the invasion", "wants": "2022"}),
    ],
    ids=["draft", "clause", "amend", "bracket", "reason"],
)
def test_five_megabytes_in_a_clause_are_refused_at_once_and_change_nothing(
    table: Table, name: str, more: tuple[str, ...], typed: dict[str, object], paste: str
) -> None:
    who = table.cast.rapporteur if name in ("draft", "clause") else table.member(1)
    empty = next(field for field, value in typed.items() if value == "" and field != "after")
    before = database()
    answer = table.post(who, name, *more, **typed | {empty: PASTES[paste]})
    assert (answer.status_code, "these words have" in answer.content.decode().lower()) == (422, True)
    assert database() == before


@pytest.mark.parametrize("paste", PASTES)
def test_five_megabytes_are_checked_for_names_no_further_than_a_clause_goes(table: Table, paste: str) -> None:
    answer = table.post(table.cast.rapporteur, "check", words=PASTES[paste])
    assert answer.status_code == 200


# On these nights the clocks of Kyiv jump from three to four, and from four back to three.
@pytest.mark.parametrize(
    ("end", "shown"),
    [(datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "04:30"), (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "03:30")],
    ids=["the hour that is left out", "the hour that comes twice"],
)
def test_a_silence_lasts_its_hours_where_the_clocks_jump_at_its_end(table: Table, end: datetime, shown: str) -> None:
    table.announce(now=end - timedelta(hours=72))
    table.receive()
    table.affirm()
    table.workshop.zone = KYIV
    [clock] = clocks(table.text.silences.get().expires_at, table.workshop, "", end - timedelta(hours=72))
    assert (f"{clock.at:%H:%M}", clock.changes) == (shown, True)
    early = [(end - timedelta(hours=hours)).astimezone(ZoneInfo(KYIV)) for hours in (2, 1)]
    early.append((end - timedelta(seconds=1)).astimezone(ZoneInfo(KYIV)))
    assert [actions.end_silence(table.text, now=now) for now in early] == [None] * 3
    assert actions.end_silence(table.text, now=end.astimezone(ZoneInfo(KYIV))) == Outcome.KEPT


def test_an_objection_in_the_last_second_of_the_hour_that_comes_twice_is_in_time(table: Table) -> None:
    end = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    table.announce(now=end - timedelta(hours=72))
    table.object_to(1, now=(end - timedelta(seconds=1)).astimezone(ZoneInfo(KYIV)))
    late = end.astimezone(ZoneInfo(KYIV))
    assert refused(lambda: table.object_to(2, token="late", now=late)) == "agree.silence_over"
    assert actions.end_silence(table.text, now=late) == Outcome.BROKEN


def take_back(table: Table, alias: str) -> None:
    """As the person does on the own page, while the silence runs."""
    seat = table.seats[alias]
    by = role_of(seat.account, "prepare.own", table.cast.programme.compartment)
    answer_consents(seat, {Consent.Product.SINGLE_TEXT: True}, by=by, now=NOW)
    answer_consents(seat, {Consent.Product.SINGLE_TEXT: False}, by=by, now=NOW)


def test_a_consent_taken_back_during_a_silence_ends_the_part_of_the_seat_and_not_what_lies_on_the_heap(
    table: Table,
) -> None:
    table.announce()
    table.receive()
    table.affirm()
    table.object_to(1)
    take_back(table, table.member(1).alias)
    assert refused(lambda: table.object_to(1, "1", token="again")) == "agree.consent_taken_back"
    assert (Objection.objects.count(), actions.end_silence(table.text, now=NOW + timedelta(hours=72))) == (
        1, Outcome.BROKEN,
    )  # fmt: skip


def test_where_a_whole_community_takes_its_consents_back_nothing_is_agreed_and_nothing_said_of_whom(
    table: Table,
) -> None:
    table.announce()
    table.receive()
    table.affirm()
    for account in table.cast.participants[2]:
        take_back(table, account.alias)
    assert actions.end_silence(table.text, now=NOW + timedelta(hours=72)) == Outcome.ABSENT
    assert Reach.objects.count() == 0


def test_nobody_signs_or_brackets_from_a_seat_whose_consent_was_taken_back(table: Table) -> None:
    take_back(table, table.member(1).alias)
    answer = table.post(table.member(1), "sign", seen=signing_digest(table.reread()))
    assert (answer.status_code, "taken back your consent" in answer.content.decode()) == (422, True)
    assert refused(lambda: table.open_bracket(1)) == "agree.consent_taken_back"
    assert (Signature.objects.count(), [clause.standing for clause in table.state.clauses]) == (0, list(DRAFTED))


def test_two_communities_sign_in_the_same_moment_and_both_signatures_stand(
    shared_database: Callable[[], object],
) -> None:
    [table] = at_once(shared_database, lambda: lay_table(build_cast()))
    at_once(shared_database, lambda: table.sign(1), lambda: table.sign(2))

    def found() -> tuple[set[int], int]:
        return signed_sides(table.reread()), table.deeds.count("agree.signed")

    assert at_once(shared_database, found) == [({1, 2}, 2)]


def test_a_signature_and_other_words_in_the_same_moment_never_leave_words_signed_that_nobody_read(
    shared_database: Callable[[], object],
) -> None:
    [table] = at_once(shared_database, lambda: lay_table(build_cast()))
    [seen] = at_once(shared_database, lambda: signing_digest(table.reread()))

    def sign() -> str:
        try:
            table.sign(1, seen=seen)
        except Refusal as refusal:
            return refusal.code
        return "signed"

    def change() -> None:
        actions.change_clause(table.text, "1", "Slipped in.", version=1, now=NOW)

    signed, _changed = at_once(shared_database, sign, change)
    assert signed in ("signed", "agree.changed_since_read")
    assert at_once(shared_database, lambda: signed_sides(table.reread())) == [set()]


def test_an_objection_in_the_moment_of_the_end_is_counted_or_refused_and_never_lost(
    shared_database: Callable[[], object],
) -> None:
    [table] = at_once(shared_database, lambda: lay_table(build_cast()))
    at_once(shared_database, lambda: (table.announce(), table.receive(), table.affirm()))
    end = NOW + timedelta(hours=72)

    def object_to() -> str:
        try:
            table.object_to(1, now=end - timedelta(microseconds=1))
        except Refusal as refusal:
            return refusal.code
        return "kept"

    said, outcome = at_once(shared_database, object_to, lambda: actions.end_silence(table.text, now=end))
    [heap] = at_once(shared_database, lambda: Objection.objects.count())
    assert (said, outcome, heap) in (("kept", Outcome.BROKEN, 1), ("agree.no_silence", Outcome.KEPT, 0))


def test_a_page_to_sign_or_to_freeze_holds_no_deed_on_a_clause(table: Table) -> None:
    table.open_bracket(1)
    deeds = [table.url(name, "2") for name in ("withdraw", "amend", "bracket", "clause")]
    own, rapporteur = table.member(1), table.cast.rapporteur
    pages = [table.get(own, "sign"), table.get(rapporteur, "sign"), table.get(rapporteur, "freeze")]
    assert [deed for page in pages for deed in deeds if deed in page.content.decode()] == []
    assert table.url("withdraw", "2") in table.get(own).content.decode()


def test_an_objection_that_came_too_late_stands_on_the_page_for_its_writer_to_keep(table: Table) -> None:
    began = timezone.now() - timedelta(hours=73)
    table.announce(now=began)
    table.receive()
    table.affirm()
    typed = {"clause": "2", "reason": "It says too little.", "wants": "Other words altogether.", "once": "late"}
    answer = table.post(table.member(1), "object", **typed)
    page = answer.content.decode()
    assert (answer.status_code, typed["reason"] in page, typed["wants"] in page) == (422, True, True)
    assert Objection.objects.count() == 0


def test_words_for_a_bracket_that_was_settled_meanwhile_stand_on_the_page_for_their_writer(table: Table) -> None:
    table.open_bracket(1)
    assert table.get(table.member(2), "inside", "2", 1).status_code == 200
    table.withdraw(1)
    typed = {"stands": "2022", "wants": "that winter", "reason": "The year is not said at home."}
    answer = table.post(table.member(2), "inside", "2", 1, **typed)
    assert answer.status_code == 422
    assert [words for words in typed.values() if words not in answer.content.decode()] == []
    assert table.get(table.member(2), "inside", "2", 1).status_code == 404
