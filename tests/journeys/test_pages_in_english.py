"""Every address of the demonstration in a browser: axe-core at the desk, nothing that sticks out on a phone; and once
for every template the same in the dark.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.album import Album, Leaf
from tests.journeys.looking import Looker, list_of

pytestmark = pytest.mark.journey


def faults(looker: Looker, leaf: Leaf, scheme: str) -> list[object]:
    looker.open(leaf, scheme)
    return looker.violations() + looker.sticking_out_on_a_phone()


@pytest.mark.pages
def test_a_browser_finds_no_fault_on_any_page(album: Album, browser: Browser) -> None:
    looker = Looker.of(browser)
    found = {(leaf.alias, leaf.place): faults(looker, leaf, "light") for leaf in album.every_address()}
    assert list_of(found) == ""


def test_a_browser_finds_no_fault_in_the_dark(album: Album, browser: Browser) -> None:
    looker = Looker.of(browser)
    found = {(leaf.alias, leaf.place): faults(looker, leaf, "dark") for leaf in album.every_template()}
    assert list_of(found) == ""
