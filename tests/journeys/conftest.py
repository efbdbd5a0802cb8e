"""A browser, and houses for it to walk through."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.house import House

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# Of a module, not of the session: while it is open, Django takes the thread for an asynchronous one.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("no Chromium on this machine; Debian's package is called chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def empty_house(tmp_path) -> Iterator[House]:
    """A house that nobody has entered, running."""
    house = House(tmp_path / "house")
    house.make_empty()
    house.start()
    yield house
    house.stop()


@pytest.fixture(scope="session")
def demo_house(tmp_path_factory) -> Iterator[House]:
    """The demonstration, running."""
    house = House(tmp_path_factory.mktemp("demo") / "house", settings={"TRACKTWO_DEMO": "1"})
    house.make_demo()
    house.start()
    yield house
    house.stop()
