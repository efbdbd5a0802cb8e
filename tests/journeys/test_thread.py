"""From an empty database to the downloaded report, as the people who do it, in a real browser.

Once in English with scripts off, once in Ukrainian with them on. Nothing is found by its English words.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.house import House
from tests.journeys.person import Speech
from tests.journeys.thread import DAYS_TO_THE_WORKSHOP, Thread, beginning, carrying, meeting, people

pytestmark = pytest.mark.journey
SPEECHES = [
    pytest.param(Speech("en", scripts=False), id="English without scripts"),
    pytest.param(Speech("uk", scripts=True), id="Ukrainian with scripts"),
]


@pytest.mark.parametrize("speech", SPEECHES)
def test_a_programme_is_walked_from_an_empty_house_to_its_report(
    browser: Browser, empty_house: House, speech: Speech, tmp_path: Path
) -> None:
    thread = Thread(browser, empty_house, speech, tmp_path)
    beginning.create_programme(thread)
    beginning.found_vault(thread)
    beginning.adopt_agenda_and_rules(thread)
    beginning.invite_people(thread)
    beginning.plan_workshops(thread)
    beginning.keep_plan(thread)
    people.nominate_everybody(thread)
    people.make_pool(thread)
    people.draw_cohort(thread)
    people.prepare(thread)
    carrying.open_wave(thread, "before")
    carrying.answer_before(thread)
    carrying.close_wave(thread, "before")
    thread.let_days_pass(DAYS_TO_THE_WORKSHOP + 1)
    meeting.open_session(thread)
    meeting.speak_and_vote(thread)
    meeting.close_session(thread)
    meeting.draft_text(thread)
    meeting.bracket_and_settle(thread)
    meeting.freeze_text(thread)
    carrying.release_brief(thread)
    carrying.open_wave(thread, "after")
    carrying.answer_after(thread)
    carrying.close_wave(thread, "after")
    carrying.read_result(thread)
    carrying.check_report(thread, carrying.make_report(thread))
    assert {url for person in thread.people.values() for url in person.abroad} == set()
    assert [said for person in thread.people.values() for said in person.complaints] == []
