"""What every test may stand on: the reference data beside the checkout, the fixed cast, an opened vault."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.utils import translation
from hypothesis import HealthCheck, settings
from pytest_django.plugin import blocking_manager_key

pytest_plugins = ["tests.album", "tests.browser", "tests.cast", "tests.vault_place"]
REPOSITORY = Path(__file__).resolve().parent.parent
# The same examples in every run, however busy the machine is; make soak draws new ones (--hypothesis-profile=wide).
settings.register_profile("house", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("wide", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("house")

# Django, the browser's driver and thousands of collected tests stay to the end: walking through them again and again in
# search of cycles took more than half of the suite's time.
GARBAGE = (50_000, 20, 50)
gc.set_threshold(*GARBAGE)

# What takes minutes begins first, so that with several workers none of them waits for another at the end.
BEGIN_WITH = ("journeys", "postgres", "foundation", "house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Room by room: a module stays together, with the servers and demonstrations that it has started."""
    items.sort(key=lambda item: BEGIN_WITH.index(room_of(item)) if room_of(item) in BEGIN_WITH else len(BEGIN_WITH))


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """A request leaves the language of its reader behind in the thread: no test reads on in that of the one before."""
    translation.deactivate()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test with transactions of its own empties every table behind it; the row that a migration made comes back."""
    yield
    if nextitem is not None and commits_itself(item):
        from tracktwo.foundation.people.models import Compartment

        with item.config.stash[blocking_manager_key].unblock():
            Compartment.objects.get_or_create(id=UUID(int=0))


def commits_itself(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("django_db")
    return "transactional_db" in getattr(item, "fixturenames", ()) or bool(mark and mark.kwargs.get("transaction"))


@pytest.fixture(scope="module")
def apart(request: pytest.FixtureRequest) -> bool:
    """Does any test of this module write for good, or do two casts with the same aliases play in it?"""
    here = [item for item in request.session.items if item.path == request.node.path]
    played = {name for item in here for name in getattr(item, "fixturenames", ())}
    return played >= {"cast", "three_communities"} or any(commits_itself(item) for item in here)


def room_of(item: pytest.Item) -> str:
    return item.path.relative_to(REPOSITORY / "tests").parts[0]


@pytest.fixture(scope="session")
def oracle_data() -> Path:
    """The reference data: beside the checkout, or wherever TRACKTWO_ORACLE_DATA says."""
    place = Path(os.environ.get("TRACKTWO_ORACLE_DATA", REPOSITORY.parent / "shared" / "data"))
    if not place.is_dir():
        pytest.skip(f"the reference data is not beside this checkout ({place.name})")
    return place
