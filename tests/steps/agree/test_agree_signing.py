"""Languages kept in step, signatures of communities, and the freeze that waits for both."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest
from django.db import transaction

from tests.cast import NOW, Cast, build_cast
from tests.steps.agree.stage import DRAFTED, Table, lay_table
from tests.steps.convene.test_convene_at_once import at_once
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import rendering_digest, version_bytes
from tracktwo.steps.agree.models import Signature
from tracktwo.steps.agree.queries import languages_behind, signed_sides, signing_digest

UKRAINIAN = ("Науковці працювали в одній кімнаті.", "Архіви слід відкрити.", "Семінар збирається щовесни.")


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as caught, transaction.atomic():
        deed()
    return caught.value.code


@pytest.fixture
def in_two_languages(cast: Cast) -> Table:
    table = lay_table(cast, languages=("uk",))
    for clause, words in zip("123", UKRAINIAN, strict=True):
        table.translate(clause, words)
    return table


def test_a_clause_that_changes_falls_behind_in_its_other_languages(in_two_languages: Table) -> None:
    table = in_two_languages
    assert languages_behind(table.text) == []
    actions.change_clause(table.text, "3", "A seminar meets each autumn.", version=1, now=NOW)
    assert languages_behind(table.reread()) == ["uk"]
    page = table.get(table.cast.rapporteur, "language", "uk").content.decode()
    assert page.count("behind: the clause has changed") == 1
    table.translate("3", "Семінар збирається щоосені.", review=False)
    assert "translated, waits for a reader" in table.get(table.cast.readers[1], "translate", "3", "uk").content.decode()
    table.review("3")
    assert languages_behind(table.text) == []


def test_nobody_writes_over_a_translation_they_have_not_read(in_two_languages: Table) -> None:
    table = in_two_languages
    typed = {"words": "Інший переклад.", "of_version": 1, "seen": ""}
    answer = table.post(table.cast.rapporteur, "translate", "1", "uk", **typed)
    assert answer.status_code == 422
    assert typed["words"] in answer.content.decode()
    assert table.text.renderings.get(clause="1").words == UKRAINIAN[0]


def test_words_for_a_bracket_that_was_settled_meanwhile_come_back_to_their_writer(in_two_languages: Table) -> None:
    table = in_two_languages
    seen = rendering_digest(table.text.renderings.get(clause="2"))
    typed = {"words": "Архіви слід відкрити всім.", "of_version": 1, "seen": seen}
    gone = "Слова для дужок, яких уже немає."
    answer = table.post(table.cast.rapporteur, "translate", "2", "uk", **typed, wants_1=gone)
    assert (answer.status_code, gone in answer.content.decode()) == (422, True)
    assert table.text.renderings.get(clause="2").words == UKRAINIAN[1]
    assert table.post(table.cast.rapporteur, "translate", "2", "uk", **typed, wants_1="").status_code == 302
    assert table.text.renderings.get(clause="2").words == typed["words"]


def test_whoever_translates_reviews_nothing(in_two_languages: Table) -> None:
    table = in_two_languages
    assert table.post(table.cast.rapporteur, "review", "1", "uk", seen="").status_code == 404
    assert table.post(table.cast.readers[1], "translate", "1", "uk", words="x").status_code == 404


def test_a_version_is_hashed_with_all_its_languages(in_two_languages: Table) -> None:
    table = in_two_languages
    saved = table.save()
    assert saved.languages == {"uk": dict(zip("123", UKRAINIAN, strict=True))}
    assert sha256(version_bytes(saved)).hexdigest() == saved.digest
    digest = signing_digest(table.reread())
    table.translate("1", "Науковиці й науковці працювали в одній кімнаті.")
    assert signing_digest(table.reread()) != digest


def test_both_languages_stand_side_by_side(in_two_languages: Table) -> None:
    page = in_two_languages.get(in_two_languages.member(1)).content.decode()
    assert f'lang="uk"><span class="n">2</span>{UKRAINIAN[1]}' in page


def test_a_text_is_frozen_only_with_the_signature_of_every_community(table: Table) -> None:
    seen = signing_digest(table.reread())

    def freeze() -> object:
        by = table.cast.by(table.cast.convener, "agree.steer")
        return actions.freeze_text(table.text, seen=seen, with_reservations=False, by=by, now=NOW)

    assert refused(freeze) == "agree.not_signed"
    table.sign(1)
    assert refused(freeze) == "agree.not_signed"
    table.sign(2)
    freeze()
    assert table.facts()[-2] == {"workshop": 1, "community": 2, "digest": seen}


def test_a_signature_is_on_these_words_and_falls_with_them(table: Table) -> None:
    table.sign(1)
    assert signed_sides(table.text) == {1}
    actions.change_clause(table.text, "1", "Slipped in.", version=1, now=NOW)
    assert signed_sides(table.reread()) == set()


def test_words_that_changed_since_they_were_read_are_not_signed(table: Table) -> None:
    read = signing_digest(table.reread())
    actions.change_clause(table.text, "1", "Slipped in.", version=1, now=NOW)
    assert refused(lambda: table.sign(1, seen=read)) == "agree.changed_since_read"


def test_the_page_to_sign_holds_all_words_and_says_whose_signature_is_missing(table: Table) -> None:
    table.sign(2)
    page = table.get(table.member(1), "sign").content.decode()
    assert all(words in page for words in DRAFTED)
    assert page.count("not signed yet") == 1
    answer = table.post(table.member(1), "sign", seen=signing_digest(table.reread()))
    assert answer.status_code == 302
    assert signed_sides(table.text) == {1, 2}


def test_of_two_sign_offs_of_a_community_at_the_same_moment_one_is_kept(shared_database: Callable[[], object]) -> None:
    [table] = at_once(shared_database, lambda: lay_table(build_cast()))

    def sign() -> str:
        try:
            table.sign(1)
        except Refusal as refusal:
            return refusal.code
        return "signed"

    assert sorted(at_once(shared_database, sign, sign)) == ["agree.signed_already", "signed"]
    assert at_once(shared_database, lambda: Signature.objects.count()) == [1]


def test_who_has_signed_is_still_said_when_the_text_is_frozen(in_two_languages: Table) -> None:
    table = in_two_languages
    table.sign_all()
    table.freeze()
    assert signed_sides(table.reread()) == {1, 2}
    assert "not signed yet" not in table.get(table.member(1), "sign").content.decode()
