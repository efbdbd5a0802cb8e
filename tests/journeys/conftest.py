"""Houses for a browser to walk through."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

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
def demo_house(built_demo: Path, tmp_path_factory) -> Iterator[House]:
    """The demonstration, running."""
    house = House(tmp_path_factory.mktemp("demo") / "house", settings={"TRACKTWO_DEMO": "1"})
    shutil.copytree(built_demo, house.place)
    house.start()
    yield house
    house.stop()
