"""The leak lint in step 6: what it finds in the text, what it stops, what is let stand and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cast import NOW, Cast
from tests.steps.agree.stage import Table, lay_table
from tests.vault_place import keystore_place as keystore_place
from tests.vault_place import two_officers
from tests.vault_place import vault as vault
from tracktwo.foundation.vault.actions import keep_identity, seal, unseal
from tracktwo.methods.record import Refusal
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.models import LetStand
from tracktwo.steps.agree.queries.leaks import Leaks, find_leaks
from tracktwo.steps.select.models import Nomination

CLAUSES = (
    "Scholars of every community worked in one room for four days.",
    "Archives closed since the invasion should be opened in copies, as Zozulenko asked.",
    "A joint seminar meets each spring in Kiev.",
)
OLENA = {"name": "Олена Зозуленко", "contact": "o.zozulenko@stones.example", "affiliation": "Institute of Fieldstones"}
REASON = "A poet of that name is meant, not anybody in the room."


@pytest.fixture
def laid(vault: Path, cast: Cast) -> Table:
    """A text that names somebody from the vault, sealed again after it was opened once."""
    keep_identity(cast.programme.compartment, OLENA)
    officer = cast.by(cast.officer, "vault.open")
    unseal(two_officers(), by=officer, now=NOW)
    seal(by=officer, now=NOW)
    return lay_table(cast, CLAUSES)


def found(table: Table) -> Leaks:
    return find_leaks(table.text, table.state)


def let_stand(table: Table, mark: str, reason: str = REASON) -> LetStand:
    by = table.cast.by(table.cast.rapporteur, "agree.lint")
    return actions.let_hit_stand(table.text, mark, reason=reason, by=by, now=NOW)


def refused(deed: object, *args: object, **more: object) -> str:
    with pytest.raises(Refusal) as caught:
        deed(*args, **more)  # type: ignore[operator]
    return caught.value.code


def test_a_name_is_found_in_its_clause_while_the_vault_is_sealed(laid: Table) -> None:
    told = [(one.clause, one.kind, one.grade) for one in found(laid).faces]
    assert told == [("2", "name", "certain"), ("3", "term", "likely")]
    assert "".join(run.words for run in found(laid).faces[0].runs if run.hit) == "Zozulenko"


def test_what_a_community_wants_and_why_is_read_too(laid: Table) -> None:
    laid.open_bracket(1, stands="the invasion", wants="the war that Зозуленко lived through")
    assert [(one.clause, one.beside) for one in found(laid).faces if one.kind == "name"] == [("2", False), ("2", True)]


def test_a_certain_hit_keeps_the_text_from_being_frozen_until_the_words_are_others(laid: Table) -> None:
    assert refused(laid.freeze) == "agree.leaks_stand"
    actions.change_clause(
        laid.text, "2", "Archives should be opened in copies.", version=laid.state.clause("2").version
    )
    assert laid.freeze().frozen_on is not None


def test_a_reason_lets_it_stand_and_the_record_holds_that_and_no_word(laid: Table) -> None:
    let_stand(laid, found(laid).faces[0].mark)
    facts = laid.facts()[-1]
    assert (laid.deeds[-1], facts["clause"], facts["hit"]) == ("agree.hit_let_stand", "2", "name")
    assert REASON not in str(facts)
    assert (found(laid).stopping, found(laid).answered[0].let_stand) == (0, REASON)
    assert laid.freeze().frozen_on is not None


def test_a_reason_holds_for_the_same_words_and_for_no_others(laid: Table) -> None:
    let_stand(laid, found(laid).faces[0].mark)
    actions.draft_clause(laid.text, "So ZOZULENKO said again. And Зозуленко wrote.")
    assert [one.runs[1].words for one in found(laid).faces if one.stops] == ["Зозуленко"]


def test_a_reason_that_is_short_or_names_somebody_is_refused_and_nothing_is_kept(laid: Table) -> None:
    mark = found(laid).faces[0].mark
    assert refused(let_stand, laid, mark, "ok") == "agree.leak_reason_short"
    assert refused(let_stand, laid, mark, "Olena Zozulenko does not mind it.") == "agree.leak_in_reason"
    assert refused(let_stand, laid, "0" * 64) == "agree.hit_gone"
    assert LetStand.objects.count() == 0


def test_attributes_of_the_cohort_are_put_together(laid: Table) -> None:
    for account, gender in zip(laid.cast.participants[1], ("woman", "man", "man"), strict=False):
        Nomination.objects.create(
            programme=laid.cast.programme,
            community=laid.cast.programme.communities.get(number=1),
            person=account.pk,
            account=account,
            attributes={"gender": gender, "sector": "media", "generation": "over_60", "region": "abroad"},
            proposed_on=NOW.date(),
        )
    actions.draft_clause(laid.text, "A woman who is a journalist and lives in exile, elderly, asked for it.")
    jigsaws = [one for one in found(laid).faces if one.kind == "jigsaw"]
    assert jigsaws[0].clause == "4"
    assert [run.words for run in jigsaws[0].runs if run.hit][:2] == ["woman", "journalist"]


def test_the_page_shows_places_reasons_and_ways_out_and_no_name_of_its_own(laid: Table) -> None:
    page = laid.get(laid.cast.rapporteur, "leaks").content.decode()
    assert "1 certain hit keeps the text from being frozen" in page
    assert "<mark>Zozulenko</mark>" in page
    assert "A surname of somebody on the roster" in page
    assert "Write “Kyiv” instead." in page
    assert "Олена" not in page


def test_the_page_takes_a_reason_and_keeps_a_refused_one_in_its_form(laid: Table) -> None:
    mark = found(laid).faces[0].mark
    short = laid.post(laid.cast.rapporteur, "leaks", mark=mark, reason="ok")
    done = laid.post(laid.cast.rapporteur, "leaks", mark=mark, reason=REASON)
    page = laid.get(laid.cast.convener, "leaks").content.decode()
    assert (short.status_code, ">ok</textarea>" in short.content.decode().replace("\n", "")) == (422, True)
    assert (done.status_code, REASON in page) == (302, True)


def test_checking_while_typing_answers_with_a_panel_and_keeps_nothing(laid: Table) -> None:
    answer = laid.post(laid.cast.rapporteur, "check", words="So said Зозуленко.")
    page = answer.content.decode()
    assert (answer.status_code, "<html" in page, "<mark>Зозуленко</mark>" in page) == (200, False, True)
    assert len(laid.state.clauses) == 3


def test_the_check_button_works_without_javascript_and_keeps_what_was_typed(laid: Table) -> None:
    answer = laid.post(laid.cast.rapporteur, "draft", words="So said Зозуленко.", check="1")
    page = answer.content.decode()
    assert (answer.status_code, "<mark>Зозуленко</mark>" in page) == (200, True)
    assert "So said Зозуленко.</textarea>" in page
    assert len(laid.state.clauses) == 3


def test_a_participant_cannot_ask_the_lint_who_is_in_the_vault(laid: Table) -> None:
    member = laid.member(1)
    assert laid.post(member, "check", words="Зозуленко").status_code == 404
    assert laid.get(member, "leaks").status_code == 404


def test_a_lexicon_asleep_is_said_where_it_matters(vault: Path, cast: Cast) -> None:
    keep_identity(cast.programme.compartment, OLENA)
    table = lay_table(cast, CLAUSES)
    said = "Names cannot be looked for now."
    assert said in table.get(cast.convener, "leaks").content.decode()
    assert said in table.get(cast.convener, "freeze").content.decode()


def test_markup_in_a_clause_stays_literal_on_the_page(laid: Table) -> None:
    actions.draft_clause(laid.text, "<script>alert(1)</script> said Зозуленко.")
    page = laid.get(laid.cast.rapporteur, "leaks").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_no_silence_is_asked_for_on_words_that_give_somebody_away(laid: Table) -> None:
    assert refused(laid.announce) == "agree.leaks_stand"
    page = laid.get(laid.cast.convener, "announce").content.decode()
    assert "1 certain hit of the leak lint" in page
    let_stand(laid, found(laid).faces[0].mark)
    assert laid.announce().state == "running"
