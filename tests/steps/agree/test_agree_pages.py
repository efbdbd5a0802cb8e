"""The pages of step 6, as each of the cast meets them."""

from __future__ import annotations

from hashlib import sha256

import pytest
from django.urls import reverse
from django.utils.html import escape

from tests.cast import NOW, Cast
from tests.steps.agree.stage import DRAFTED, Table, open_text
from tests.steps.agree.test_agree_text import LONG, TURNED, keep_statements
from tests.steps.workshops import a_workshop
from tracktwo.foundation.people.models import Account
from tracktwo.site.path import walker_for
from tracktwo.steps.agree import actions, path
from tracktwo.steps.agree.convert import fingerprint, words_of_digest
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, WAITING

MARKUP = "<script>alert(1)</script> & <b>bold</b> {{ settings.SECRET_KEY }}"
FROZEN = "This text is frozen and its hash is in the record."


def body(response) -> str:
    return response.content.decode()


def test_everybody_who_may_see_reads_the_same_words(table: Table) -> None:
    cast = table.cast
    readers = [cast.convener, cast.facilitator, cast.rapporteur, cast.guarantors[1], cast.readers[2], table.member(2)]
    seen = [[words in body(table.get(account)) for words in DRAFTED] for account in readers]
    assert seen == [[True] * 3] * 6


def test_markup_in_a_clause_stays_literal_everywhere_it_is_shown(table: Table) -> None:
    table.save()
    actions.draft_clause(table.text, MARKUP)
    table.open_bracket(1, "4", stands="<b>bold</b>", wants="<i>thin</i>")
    table.save()
    member = table.member(2)
    for page in (table.get(member), table.get(member, "compare"), table.get(member, "bracket", "4")):
        assert ("<script>alert" in body(page), "<b>bold" in body(page), "<i>thin" in body(page)) == (False,) * 3
        assert escape("<script>alert(1)</script> & ") in body(page)
        assert "{{ settings.SECRET_KEY }}" in body(page)


def test_a_stale_edit_is_kept_and_the_person_told(table: Table) -> None:
    actions.change_clause(table.text, "1", "Scholars worked in one room.", version=1)
    answer = table.post(table.cast.rapporteur, "clause", "1", words="Scholars worked in two rooms.", version="1")
    assert answer.status_code == 422
    assert "changed while you were writing (version 1 became 2)" in body(answer)
    assert "<del>one room</del> <ins>two rooms</ins>" in body(answer)
    clause = table.state.clause("1")
    assert (clause.standing, clause.rivals[0].wants) == (
        "Scholars worked in one room.",
        "Scholars worked in two rooms.",
    )


def test_an_edit_carries_the_version_it_was_based_on(table: Table) -> None:
    page = table.get(table.cast.rapporteur, "clause", "1")
    assert '<input type="hidden" name="version" value="1" id="id_version">' in body(page)


@pytest.mark.parametrize(("words", "sentence"), [(TURNED, "turns the direction of writing"), (LONG, "a clause takes")])
def test_a_refused_clause_comes_back_with_what_was_typed(table: Table, words: str, sentence: str) -> None:
    answer = table.post(table.cast.rapporteur, "draft", words=words, after="", once="a form")
    assert (answer.status_code, sentence in body(answer), words.strip() in body(answer)) == (422, True, True)


def test_a_participant_brackets_for_the_own_community_whatever_the_form_says(table: Table) -> None:
    typed = {"stands": "the invasion", "wants": "2022", "reason": "A date is neutral.", "side": "1"}
    answer = table.post(table.member(2), "bracket", "2", **typed)
    assert (answer.status_code, sorted(table.state.clause("2").brackets)) == (302, [2])
    page = body(table.get(table.cast.guarantors[1]))
    assert '<span class="bracket" data-side="2">the invasion<sup lang="en">Community B</sup></span>' in page
    assert "A date is neutral." in page
    assert table.member(2).alias not in page


def test_a_participant_without_a_seat_brackets_nothing(table: Table) -> None:
    account = table.member(1)
    table.seats[account.alias].delete()
    answer = table.post(account, "bracket", "2", stands="the invasion", wants="2022", reason="A date.")
    assert answer.status_code == 422
    assert "you have none" in body(answer)
    assert table.state.open_brackets == 0


def test_the_own_bracket_is_withdrawn_by_a_button_that_the_others_do_not_have(table: Table) -> None:
    table.open_bracket(1)
    place = table.url("withdraw", "2")
    assert [place in body(table.get(table.member(side))) for side in (1, 2)] == [True, False]
    assert table.post(table.member(1), "withdraw", "2").status_code == 302
    assert table.state.open_brackets == 0


def test_the_third_party_says_that_it_was_agreed_in_the_room(table: Table) -> None:
    table.open_bracket(1)
    typed = {"outcome": "adopt", "version": str(table.state.clause("2").version)}
    refused = table.post(table.cast.rapporteur, "settle", "2", 1, **typed)
    assert (refused.status_code, "The bracket is still open" in body(refused)) == (422, True)
    assert table.post(table.cast.rapporteur, "settle", "2", 1, **typed, in_room="on").status_code == 302
    assert table.state.clause("2").standing == "Archives closed since 2022 should be opened in copies."


def test_a_bracket_withdrawn_while_it_was_being_settled_is_said_on_the_page_of_the_text(table: Table) -> None:
    table.open_bracket(1)
    version = table.state.clause("2").version
    table.withdraw(1)
    typed = {"outcome": "adopt", "version": str(version), "in_room": "on"}
    answer = table.post(table.cast.rapporteur, "settle", "2", 1, **typed)
    assert answer.status_code == 422
    assert "changed since you read it" in body(answer)
    assert 'id="clauses"' in body(answer)


def test_a_frozen_text_shows_its_hash_its_eight_words_and_the_bytes_behind_them(table: Table) -> None:
    seen = fingerprint(table.state)
    table.sign_all()
    assert table.post(table.cast.convener, "freeze", seen=seen).status_code == 302
    table.text.refresh_from_db()
    page = body(table.get(table.cast.guarantors[2]))
    assert table.text.digest in page
    assert words_of_digest(table.text.digest) in page
    file = table.get(table.cast.guarantors[2], "version_file", 1)
    assert sha256(file.content).hexdigest() == table.text.digest


def test_a_freeze_with_reservations_is_asked_for_aloud(table: Table) -> None:
    table.open_bracket(1)
    seen = fingerprint(table.state)
    table.sign_all()
    assert table.post(table.cast.convener, "freeze", seen=seen).status_code == 422
    assert table.post(table.cast.convener, "freeze", seen=seen, with_reservations="on").status_code == 302
    assert "Reservation: Community A" in body(table.get(table.member(2)))


@pytest.mark.parametrize(
    ("who", "name", "more", "typed"),
    [
        ("rapporteur", "draft", (), {"words": "More.", "after": "", "once": "x"}),
        ("rapporteur", "clause", ("1",), {"words": "Other.", "version": "1"}),
        ("participant", "bracket", ("2",), {"stands": "the invasion", "wants": "2022", "reason": "A date."}),
        ("convener", "freeze", (), {"seen": "x"}),
    ],
)
def test_a_frozen_text_answers_every_form_with_a_refusal(
    table: Table, who: str, name: str, more: tuple[str, ...], typed: dict[str, str]
) -> None:
    table.freeze()
    account = table.cast.everyone()[who]
    assert account is not None
    asked, sent = table.get(account, name, *more), table.post(account, name, *more, **typed)
    assert [(one.status_code, FROZEN in body(one)) for one in (asked, sent)] == [(422, True)] * 2
    assert [clause.standing for clause in table.state.clauses] == list(DRAFTED)


def test_two_versions_are_compared_word_by_word(table: Table) -> None:
    table.save()
    actions.change_clause(table.text, "3", "A joint seminar meets each autumn.", version=1)
    table.open_bracket(1)
    table.save()
    page = body(table.cast.client(table.cast.readers[1]).get(table.url("compare") + "?old=1&new=2"))
    assert "each <del>spring</del> <ins>autumn</ins>." in page
    assert "Bracket opened: Community A" in page
    assert "1 clause is unchanged." in page


@pytest.mark.parametrize("asked", ["", "?old=1&new=now", "?old=1&new=1"])
def test_where_nothing_changed_the_comparison_says_so(table: Table, asked: str) -> None:
    table.save()
    page = body(table.cast.client(table.member(1)).get(table.url("compare") + asked))
    assert "Nothing: not a word, not a bracket." in page


def test_a_version_that_is_not_there_is_no_comparison(table: Table) -> None:
    table.save()
    answer = table.cast.client(table.member(1)).get(table.url("compare") + "?old=1&new=77")
    assert (answer.status_code, "Nothing: not a word" in body(answer)) == (200, False)


def test_the_drafting_page_has_what_the_room_kept_and_nobody_else_sees_it_there(cast: Cast) -> None:
    workshop = a_workshop(cast, NOW.date())
    keep_statements(cast, workshop)
    open_text(cast, workshop)
    place = reverse("agree:draft", args=[cast.programme.key, 1])
    page = body(cast.client(cast.rapporteur).get(place))
    assert ["First kept." in page, "Запис." in page, "Parked." in page] == [True, True, False]
    begun = cast.client(cast.rapporteur).post(reverse("agree:statements", args=[cast.programme.key, 1]), follow=True)
    assert "First kept." in body(begun)
    assert cast.client(cast.convener).get(place).status_code == 404


def test_the_text_of_another_programme_is_not_found(table: Table) -> None:
    place = reverse("agree:text", args=[table.cast.other_programme.key, 1])
    assert [
        table.cast.client(who).get(place).status_code for who in (table.cast.convener, table.cast.other_convener)
    ] == [
        404,
        404,
    ]


def test_three_communities_stand_side_by_side_on_the_page(table_of_three: Table) -> None:
    for side, words in ((1, "Archives"), (2, "the invasion"), (3, "in copies")):
        table_of_three.open_bracket(side, stands=words, wants=f"words of {side}")
    page = body(table_of_three.get(table_of_three.cast.facilitator))
    assert [f"Bracket: Community {letter}" in page for letter in "ABC"] == [True] * 3
    assert [f'class="bracket" data-side="{side}"' in page for side in (1, 2, 3)] == [True] * 3


def walk(cast: Cast, account: Account) -> tuple[str, list[tuple[str, bool]]]:
    walker = walker_for(cast.programme, account, NOW)
    return path.state(walker).state, [(one.deed, one.mine) for one in path.waiting(walker)]


def test_the_path_says_how_far_the_text_is_and_what_waits_for_whom(cast: Cast) -> None:
    assert walk(cast, cast.rapporteur) == (NOT_BEGUN, [])
    workshop = a_workshop(cast, NOW.date())
    assert walk(cast, cast.rapporteur) == (WAITING, [("Open the text", True)])
    assert walk(cast, cast.readers[1]) == (WAITING, [("Open the text", False)])
    open_text(cast, workshop)
    assert walk(cast, cast.rapporteur) == (WAITING, [("Draft a clause", True)])
    assert walk(cast, cast.auditor) == (WAITING, [])


def test_the_path_of_an_open_text_leads_each_to_the_own_thing(table: Table) -> None:
    cast, member = table.cast, table.member(1)
    assert walk(cast, cast.convener) == (WAITING, [("Freeze the text", True)])
    assert walk(cast, member) == (WAITING, [("Freeze the text", False), ("Read the text", True)])
    table.open_bracket(1)
    assert walk(cast, cast.convener) == (UNDER_WAY, [("Read the text", True)])
    assert walk(cast, member) == (UNDER_WAY, [("Read the text", False), ("Read the clause", True)])
    table.withdraw(1)
    table.freeze()
    assert walk(cast, member) == (DONE, [])
