"""Every template of the demonstration in Ukrainian and Russian in a browser: axe-core at the desk, no word of English,
nothing that sticks out on a phone.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.album import TRANSLATED, Album, Leaf
from tests.journeys.looking import Looker, list_of

pytestmark = [pytest.mark.journey, pytest.mark.pages]


def faults(looker: Looker, leaf: Leaf, language: str) -> list[object]:
    looker.open(leaf, "light")
    return looker.violations() + looker.words_in_english(language) + looker.sticking_out_on_a_phone()


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_browser_finds_no_fault_and_no_english(album: Album, browser: Browser, language: str) -> None:
    looker = Looker.of(browser)
    leaves = album.translated[language]
    assert all(f'<html lang="{language}"' in leaf.answer.body.decode() for leaf in leaves)
    found = {(leaf.alias, leaf.place): faults(looker, leaf, language) for leaf in leaves}
    assert list_of(found) == ""
