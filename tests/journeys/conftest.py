"""Houses for a browser to walk through."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.journeys.house import House


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
