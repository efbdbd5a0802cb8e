"""The agenda editor: presses on the draft, versions, templates, and what two conveners at once do to each other."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from tests.cast import NOW, Cast
from tracktwo.methods.floor import KELMAN, SUSTAINED, whole
from tracktwo.methods.record import Refusal
from tracktwo.steps.programme import actions
from tracktwo.steps.programme.convert import (
    edited,
    phase_label,
    phase_purpose,
    sheet_of_template,
    template_sheet,
    words_language,
)
from tracktwo.steps.programme.queries import current_agenda, list_own_templates, sheet_on_desk

KELMANS = [phase.key for phase in KELMAN]


def url(cast: Cast, name: str) -> str:
    return reverse(f"programme:{name}", args=[cast.programme.key])


def press(cast: Cast, do: str, **typed: str) -> int:
    """One press of the convener's, on the revision that is on the desk."""
    _sheet, revision = sheet_on_desk(cast.programme)
    is_template = do.startswith(("keep", "house:", "own:", "forget:", "version:"))
    page = "agenda_templates" if is_template else "agenda_edit"
    typed = {"do": do, "seen": str(revision)} | typed
    return cast.client(cast.convener).post(url(cast, page), typed).status_code


def on_desk(cast: Cast) -> dict[str, int]:
    return {line.key: line.share for line in sheet_on_desk(cast.programme)[0].lines}


def adopt(cast: Cast) -> None:
    _sheet, revision = sheet_on_desk(cast.programme)
    assert cast.client(cast.convener).post(url(cast, "agenda"), {"seen": str(revision)}).status_code == 302


def test_kelmans_agenda_lies_on_the_desk_until_something_is_changed(cast: Cast) -> None:
    page = cast.client(cast.convener).get(url(cast, "agenda"))
    assert [one["line"].key for one in page.context["lines"]] == KELMANS
    assert not page.context["has_draft"]


def test_presses_move_lengthen_take_off_and_add_and_it_adds_up_each_time(cast: Cast) -> None:
    presses = [("down:opening", {}), ("longer:needs_and_fears", {}), ("off:constraints", {}), ("add", {"phase": "constraints"}),
               ("move", {"moved": "constraints", "to": "0"}), ("own", {"own": "A walk along the river"})]  # fmt: skip
    for do, typed in presses:
        assert press(cast, do, **typed) == 302
        assert sum(on_desk(cast).values()) == 100
    assert list(on_desk(cast))[:3] == ["constraints", "information_exchange", "opening"]
    assert list(on_desk(cast))[-1] == "own-1"


def test_typed_shares_travel_with_every_press_and_the_rest_adapts(cast: Cast) -> None:
    assert press(cast, "up:close_and_reentry", share_opening="30") == 302
    desk = on_desk(cast)
    assert (desk["opening"], sum(desk.values()), list(desk)[-1]) == (30, 100, "overcoming_constraints")


def test_a_press_on_an_older_page_changes_nothing_and_gives_back_what_was_typed(cast: Cast) -> None:
    press(cast, "longer:opening")
    before = on_desk(cast)
    late = {"do": "longer:opening", "seen": "0", "notes_opening": "Tea first."}
    answer = cast.client(cast.convener).post(url(cast, "agenda_edit"), late)
    assert (answer.status_code, "Tea first." in answer.content.decode(), on_desk(cast) == before) == (422, True, True)


@pytest.mark.parametrize(("do", "typed"), [
    ("add", {"phase": "lunch"}), ("own", {"own": " "}), ("up:lunch", {}), ("own", {"own": "x" * 61}),
    ("typed", {"share_opening": "many"}), ("typed", {"share_opening": "99"}), ("house:other", {}), ("own:9", {}),
    ("forget:9", {}), ("keep", {"name": ""}), ("keep", {"name": "x" * 81}), ("version:9", {}),
])  # fmt: skip
def test_what_makes_no_sense_is_refused_and_the_desk_stays(cast: Cast, do: str, typed: dict[str, str]) -> None:
    before = on_desk(cast)
    assert (press(cast, do, **typed), on_desk(cast) == before) == (422, True)


def test_a_refusal_is_said_in_the_readers_language_and_keeps_what_was_typed(cast: Cast) -> None:
    client = cast.client(cast.convener)
    client.post(reverse("people:language", args=["uk"]))
    answer = client.post(url(cast, "agenda_edit"), {"do": "typed", "seen": "0", "share_opening": "багато"})
    page = answer.content.decode()
    assert (answer.status_code, 'value="багато"' in page, "Частка" in page) == (422, True, True)


def test_notes_of_ones_own_are_kept_with_the_version_and_the_house_s_words_are_not(cast: Cast) -> None:
    house = str(sheet_on_desk(cast.programme)[0].words)
    press(
        cast, "typed", notes_opening="Tea first.", purpose_opening="Meet, agree on the rules, say why each of us came."
    )
    adopt(cast)
    assert house == "{}"
    assert current_agenda(cast.programme).words == {"opening": {"notes": "Tea first.", "language": "en"}}


def test_adopting_makes_a_version_and_clears_the_desk(cast: Cast) -> None:
    adopt(cast)
    press(cast, "longer:opening")
    adopt(cast)
    agenda = current_agenda(cast.programme)
    page = cast.client(cast.guarantors[1]).get(url(cast, "agenda_versions"))
    latest, first = page.context["versions"]
    assert (agenda.version, dict(agenda.phases)["opening"]) == (2, 9)
    assert [(change.label, change.before, change.after) for change in latest["changes"]][0] == ("Opening", 8, 9)
    assert first["changes"] == []
    assert sheet_on_desk(cast.programme) == (sheet_of_template(agenda), 0)


def test_an_earlier_version_is_laid_on_the_desk_again(cast: Cast) -> None:
    adopt(cast)
    first = current_agenda(cast.programme)
    press(cast, "house:sustained")
    adopt(cast)
    assert (press(cast, f"version:{first.pk}"), list(on_desk(cast))) == (302, KELMANS)


def test_the_five_stages_are_a_template_and_the_programme_remembers_which(cast: Cast) -> None:
    press(cast, "house:sustained")
    assert on_desk(cast) == {phase.key: phase.weight for phase in SUSTAINED}
    adopt(cast)
    assert current_agenda(cast.programme).origin == "sustained"


def test_an_own_template_is_kept_taken_up_written_over_and_thrown_away(cast: Cast) -> None:
    press(cast, "own", own="Walk")
    kept = on_desk(cast)
    press(cast, "keep", name="Two days by the river")
    press(cast, "clear")
    assert list(on_desk(cast)) == KELMANS
    (own,) = list_own_templates(cast.programme)
    press(cast, f"own:{own.pk}")
    assert (on_desk(cast), phase_label("own-1", sheet_on_desk(cast.programme)[0].words)) == (kept, "Walk")
    press(cast, "keep", name="Two days by the river")
    assert list_own_templates(cast.programme).count() == 1
    press(cast, f"forget:{own.pk}")
    assert list_own_templates(cast.programme).count() == 0


def test_an_own_template_is_of_its_programme_alone(cast: Cast) -> None:
    foreign = actions.keep_template(cast.other_programme, "Theirs", "en")
    assert press(cast, f"own:{foreign.pk}") == 422


def test_a_template_holds_at_most_twenty_phases() -> None:
    sheet = template_sheet("kelman")
    with pytest.raises(Refusal) as refused:
        for number in range(20):
            sheet = edited(sheet, {"do": "own", "own": f"Walk {number}"}, "en")
    assert (refused.value.code, len(sheet.lines), whole(sheet.lines)) == ("programme.phases_full", 20, 100)


def test_every_phase_of_the_house_has_words_in_the_reader_s_language(cast: Cast) -> None:
    client = cast.client(cast.convener)
    client.post(reverse("people:language", args=["ru"]))
    for which in ("kelman", "sustained"):
        press(cast, f"house:{which}")
        for one in client.get(url(cast, "agenda")).context["lines"]:
            for words in (one["line"].label, one["purpose"], one["notes"]):
                assert any("а" <= letter <= "я" for letter in words.lower()), (one["line"].key, words)


def in_language(cast: Cast, language: str, do: str, **typed: str) -> int:
    client, (_sheet, revision) = cast.client(cast.convener), sheet_on_desk(cast.programme)
    client.post(reverse("people:language", args=[language]))
    return client.post(url(cast, "agenda_edit"), {"do": do, "seen": str(revision)} | typed).status_code


def read_in(cast: Cast, language: str, key: str) -> tuple[str, str, str, str]:
    """Label, purpose and the languages in which they are shown."""
    words = current_agenda(cast.programme).words
    with translation.override(language):
        said = phase_label(key, words), phase_purpose(key, words)
        return *said, words_language(key, "label", words), words_language(key, "purpose", words)


def test_an_own_phase_is_read_in_each_language_in_which_it_was_written(cast: Cast) -> None:
    press(cast, "own", own="Walk")
    press(cast, "typed", **{"purpose_own-1": "Two and two."})
    in_language(cast, "uk", "typed", **{"label_own-1": "Прогулянка", "purpose_own-1": "По двоє."})
    in_language(cast, "ru", "typed", **{"label_own-1": "Прогулка", "purpose_own-1": "Two and two."})
    adopt(cast)
    assert read_in(cast, "en", "own-1") == ("Walk", "Two and two.", "en", "en")
    assert read_in(cast, "uk", "own-1") == ("Прогулянка", "По двоє.", "", "")
    assert read_in(cast, "ru", "own-1") == ("Прогулка", "Two and two.", "", "en")


def test_words_in_a_second_language_leave_those_of_the_house_to_the_third(cast: Cast) -> None:
    in_language(cast, "uk", "typed", notes_opening="Спершу чай.")
    in_language(cast, "en", "typed", purpose_opening="Tea first.")
    adopt(cast)
    assert read_in(cast, "en", "opening") == ("Opening", "Tea first.", "", "")
    assert read_in(cast, "ru", "opening")[0:2] == (
        "Открытие",
        "Встретиться, договориться о правилах, сказать, почему каждый из нас здесь.",
    )


def test_an_own_phase_keeps_a_name_and_the_house_s_phases_keep_theirs(cast: Cast) -> None:
    press(cast, "own", own="Walk")
    assert (press(cast, "typed", **{"label_own-1": " "}), press(cast, "typed", label_opening="Tea")) == (422, 302)
    adopt(cast)
    assert (read_in(cast, "en", "own-1")[0], read_in(cast, "en", "opening")[0]) == ("Walk", "Opening")


def test_the_editor_shows_a_phase_in_the_reader_s_language_or_says_which_it_is_in(cast: Cast) -> None:
    press(cast, "own", own="Walk")
    in_language(cast, "uk", "typed", **{"label_own-1": "Прогулянка"})
    page = cast.client(cast.convener)
    seen = {}
    for language in ("en", "uk", "ru"):
        page.post(reverse("people:language", args=[language]))
        seen[language] = page.get(url(cast, "agenda")).content.decode()
    assert '<h2 lang="en">Walk</h2>' in seen["en"]
    assert "<h2>Прогулянка</h2>" in seen["uk"]
    assert '<h2 lang="en">Walk</h2>' in seen["ru"]


def test_what_was_adopted_stands_in_the_record_by_its_digest(cast: Cast) -> None:
    by = cast.by(cast.convener, "programme.change")
    shares = [(phase.key, phase.weight) for phase in KELMAN]
    actions.adopt_agenda(cast.programme, shares, by=by, now=NOW)
    actions.adopt_agenda(cast.programme, shares, by=by, now=NOW, words={"opening": {"notes": "Tea."}})
    page = cast.client(cast.auditor).get(reverse("site:record", args=[cast.programme.key])).content.decode()
    assert (page.count("Agenda template adopted: version"), "Tea." in page) == (2, False)
