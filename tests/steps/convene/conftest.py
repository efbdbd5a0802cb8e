from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.steps.convene.stage import Room, open_room


@pytest.fixture
def room(cast: Cast) -> Room:
    return open_room(cast)


@pytest.fixture
def room_of_three(three_communities: Cast) -> Room:
    return open_room(three_communities, sizes=(7, 6, 6))
