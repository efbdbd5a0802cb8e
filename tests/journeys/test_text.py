"""From what a workshop kept to one signed text, and from the text to every audience, by four people in real browsers.

Two communities, one reading the house in Ukrainian; a server of its own, whose clock runs ahead while a silence lasts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.house import House
from tests.journeys.text import Desk, agreeing, carrying

pytestmark = pytest.mark.journey


@pytest.fixture
def desk(browser: Browser, tmp_path: Path) -> Iterator[Desk]:
    """A house in which a workshop of four has been held and its session closed."""
    house = House(tmp_path / "house")
    house.make_empty()
    key = house.run("-m", "tests.journeys.text.preparing", str(house.place)).strip()
    house.start()
    yield Desk(browser, house, key, tmp_path)
    house.stop()


def test_what_a_workshop_kept_becomes_one_text_and_reaches_every_audience(desk: Desk, tmp_path: Path) -> None:
    agreeing.draft(desk)
    agreeing.amend(desk)
    agreeing.read_both_languages(desk)
    agreeing.clean(desk)
    agreeing.keep_in_step(desk, agreeing.UKRAINIAN)
    agreeing.object_blindly(desk)
    agreeing.find_it_broken(desk)
    agreeing.wait_for_the_unreachable(desk)
    agreeing.sign_and_freeze(desk)
    cells = carrying.carry(desk)
    carrying.check_files(desk, cells)
    carrying.check_site(desk, tmp_path / "site")
    assert {url for person in desk.people.values() for url in person.abroad} == set()
    assert [said for person in desk.people.values() for said in person.complaints] == []
