"""The freeze: refused while a bracket is open, recorded with its hash, final for every edit, done once."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest
from django.db import transaction

from tests.cast import NOW, Cast, build_cast
from tests.steps.agree.stage import DRAFTED, Table, lay_table
from tests.steps.convene.test_convene_at_once import at_once
from tracktwo.foundation.ledger.models import Entry
from tracktwo.methods.record import Refusal
from tracktwo.methods.text import Reservation
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import fingerprint, version_bytes
from tracktwo.steps.agree.queries import final_words, frozen_text


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught, transaction.atomic():
        deed()
    return caught.value.code


def test_a_frozen_text_has_the_digest_of_its_last_version_and_the_record_holds_it(table: Table) -> None:
    table.freeze()
    last = table.text.versions.last()
    assert last is not None
    assert table.text.digest == last.digest == sha256(version_bytes(last)).hexdigest()
    assert table.facts()[-1] == {"digest": last.digest, "number": 1, "reservations": 0, "workshop": 1}
    assert table.deeds[-1] == "agree.frozen"


def test_only_a_frozen_text_is_told_to_later_steps(table: Table) -> None:
    assert frozen_text(table.workshop) is None
    table.freeze()
    frozen = frozen_text(table.workshop)
    assert frozen is not None
    assert (final_words(frozen), frozen.digest, frozen.language) == (list(DRAFTED), table.text.digest, "en")


def test_an_open_bracket_holds_up_the_freeze(table: Table) -> None:
    table.open_bracket(1)
    assert (refused(table.freeze), table.text.frozen_on) == ("text.brackets_open", None)


def test_reservations_are_kept_beside_the_text_and_are_no_part_of_its_words(table: Table) -> None:
    table.open_bracket(1)
    table.freeze(with_reservations=True)
    assert final_words(table.text) == list(DRAFTED)
    assert table.state.reservations == (
        Reservation("2", 1, "the invasion", "2022", "Our readers know it under another word."),
    )
    assert table.facts()[-1]["reservations"] == 1


def test_words_that_changed_since_they_were_read_are_not_frozen(table: Table) -> None:
    read = fingerprint(table.state)
    actions.change_clause(table.text, "1", "Slipped in.", version=1)
    assert (refused(lambda: table.freeze(seen=read)), table.text.frozen_on) == ("agree.changed_meanwhile", None)


def test_an_empty_text_is_not_frozen(cast: Cast) -> None:
    assert refused(lay_table(cast, clauses=()).freeze) == "agree.no_words"


def test_a_clause_that_was_struck_out_has_no_final_words(table: Table) -> None:
    table.open_bracket(1, "3", stands="A joint seminar meets each spring.", wants="")
    table.settle(1, "3")
    table.freeze()
    assert final_words(table.text) == list(DRAFTED[:2])


EDITS: dict[str, Callable[[Table], object]] = {
    "a new clause": lambda table: actions.draft_clause(table.text, "One more."),
    "other words": lambda table: actions.change_clause(table.text, "1", "Other.", version=1),
    "other words on an old version": lambda table: actions.change_clause(table.text, "1", "Other.", version=7),
    "a bracket": lambda table: table.open_bracket(1),
    "a withdrawal": lambda table: table.withdraw(1),
    "a settlement": lambda table: table.settle(1),
    "a version": lambda table: table.save(),
    "a second freeze": lambda table: table.freeze(),
    "a second freeze with reservations": lambda table: table.freeze(with_reservations=True),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_a_frozen_text_takes_no_edit(table: Table, edit: Callable[[Table], object]) -> None:
    table.freeze()
    before = (table.text.state, table.text.digest, table.text.version, Entry.objects.count())
    assert refused(lambda: edit(table)) == "text.frozen"
    table.text.refresh_from_db()
    assert (table.text.state, table.text.digest, table.text.version, Entry.objects.count()) == before


def test_a_frozen_text_does_not_begin_anew_with_statements(table: Table) -> None:
    table.freeze()
    assert refused(lambda: actions.begin_with_statements(table.text)) == "agree.begun_already"


def freeze_at_the_door(table: Table) -> Callable[[], str]:
    seen = fingerprint(table.state)

    def freeze() -> str:
        try:
            actions.freeze_text(
                table.text,
                seen=seen,
                with_reservations=False,
                by=table.cast.by(table.cast.convener, "agree.steer"),
                now=NOW,
            )
        except Refusal as refusal:
            return refusal.code
        return "frozen"

    return freeze


def signed_table() -> Table:
    table = lay_table(build_cast())
    table.sign_all()
    return table


def test_of_freezes_at_the_same_moment_one_is_done(shared_database: Callable[[], object]) -> None:
    [table] = at_once(shared_database, signed_table)
    [freeze] = at_once(shared_database, lambda: freeze_at_the_door(table))
    assert sorted(at_once(shared_database, *[freeze] * 4)) == ["frozen"] + ["text.frozen"] * 3

    def counts() -> tuple[int, int]:
        return Entry.objects.filter(deed="agree.frozen").count(), table.text.versions.count()

    assert at_once(shared_database, counts) == [(1, 1)]
