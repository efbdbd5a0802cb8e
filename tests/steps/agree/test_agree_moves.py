"""Every deed leaves a move: nothing typed is lost, it all replays, and no row says whose hand it was."""

from __future__ import annotations

from django.apps import apps

from tests.cast import NOW
from tests.steps.agree.stage import Table
from tracktwo.foundation.people.models import Account
from tracktwo.methods.text import Rival, as_data
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import replayed
from tracktwo.steps.agree.models import TextMove
from tracktwo.steps.agree.queries import opened_on


def busy(table: Table) -> None:
    """Two sides and the rapporteur at work, one of them late."""
    table.open_bracket(1)
    table.open_bracket(2, stands="", wants="soon", owner=1)
    table.amend(2, "1", "Scholars worked in one room.", version=1)
    table.amend(1, "1", "Scholars of both worked there.", version=1)
    table.withdraw(2, owner=1)
    table.save()
    table.settle(1)


def test_a_text_and_each_of_its_versions_replay_from_their_moves(table: Table) -> None:
    busy(table)
    saved = table.text.versions.get()
    assert as_data(replayed(table.text)) == as_data(table.state)
    assert as_data(replayed(table.text, saved.moves)) == saved.data


def test_what_was_withdrawn_or_put_aside_is_still_in_the_history_of_its_clause(table: Table) -> None:
    busy(table)
    page = table.get(table.cast.facilitator, "history", "1").content.decode()
    assert "Scholars of both worked there." in page
    assert "soon" in table.get(table.cast.facilitator, "history", "2").content.decode()


def test_no_row_of_the_step_points_to_an_account_or_tells_an_hour() -> None:
    """The roll of a question, as long as it is open, and who was reached in a silence are not about words."""
    words = ("Text", "TextMove", "TextVersion", "Rendering", "Signature")
    for model in (apps.get_model("agree", name) for name in words):
        for field in model._meta.get_fields():
            assert field.related_model is not Account, f"{model.__name__}.{field.name}"
            assert field.get_internal_type() != "DateTimeField", f"{model.__name__}.{field.name}"


def test_the_moves_of_two_people_of_one_community_are_the_same_rows(table: Table) -> None:
    first, second = table.cast.participants[1][:2]
    rows = []
    for account in (first, second):
        table.open_bracket(1, account=account)
        rows.append(TextMove.objects.filter(text=table.text).values("kind", "data", "made_on").last())
        table.withdraw(1, account=account)
    assert rows[0] == rows[1]


def test_a_stale_amendment_becomes_the_alternative_of_its_community(table: Table) -> None:
    actions.change_clause(table.text, "3", "A seminar meets each autumn.", version=1, now=NOW)
    refused = table.amend(2, "3", "A joint seminar meets online.", version=1)
    assert refused is not None
    assert refused.code == "text.stale"
    assert table.state.clause("3").rivals == (Rival(2, "A joint seminar meets online.", table.REASON),)
    assert table.state.clause("3").standing == "A seminar meets each autumn."


def test_the_page_says_that_a_late_amendment_is_kept_and_how_it_differs(table: Table) -> None:
    actions.change_clause(table.text, "3", "A seminar meets each autumn.", version=1, now=NOW)
    typed = {"words": "A joint seminar meets online.", "version": 1, "reason": "People travel little."}
    answer = table.post(table.member(1), "amend", "3", **typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<ins>joint</ins>" in page.replace(" </ins>", "</ins>")
    assert "kept, word for word" in page


def test_brackets_left_are_listed_with_owner_and_day(table: Table) -> None:
    busy(table)
    table.open_bracket(1, "3", stands="spring", wants="autumn")
    table.open_bracket(2, "3", stands="autumn", wants="year", owner=1)
    page = table.get(table.cast.convener, "brackets").content.decode()
    assert opened_on(table.text)[("3", 1, 2)] == NOW.date()
    for words in ("Community A", "Community B", "10 March 2026", "<ins>autumn</ins>", "inside a bracket"):
        assert words in page


def test_a_text_worded_by_the_third_party_alone_takes_criticism_and_no_bracket(table: Table) -> None:
    typed = {"title": "T", "language": "en", "mode": "one_text"}
    table.text.delete()
    table.post(table.cast.rapporteur, "open", **typed)
    text = table.reread()
    assert (text.mode, table.state.one_text) == ("one_text", True)
    actions.draft_clause(text, "One clause.", now=NOW)
    said = table.post(table.member(2), "criticise", "1", words="It is silent on return.", version=1)
    assert said.status_code == 302
    assert "It is silent on return." in table.get(table.cast.rapporteur).content.decode()
    refused = table.post(table.member(2), "amend", "1", words="Another.", version=1, reason="r")
    assert "Only the third party words this text" in refused.content.decode()
