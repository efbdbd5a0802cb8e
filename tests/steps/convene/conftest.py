from __future__ import annotations

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.steps.convene.stage import Room, open_room
from tests.steps.convene.telephone import House
from tracktwo.steps.convene import shared


@pytest.fixture
def room(cast: Cast) -> Room:
    return open_room(cast)


@pytest.fixture
def room_of_three(three_communities: Cast) -> Room:
    return open_room(three_communities, sizes=(7, 6, 6))


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> House:
    """In a room in which time stands still, unless a test moves it."""
    shared._kept.clear()
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)
    return House()
