from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.steps.measure.waves import Asked, ask_around


@pytest.fixture
def asked(cast: Cast) -> Asked:
    return ask_around(cast)


@pytest.fixture
def asked_three(three_communities: Cast) -> Asked:
    return ask_around(three_communities, sizes=(7, 6, 6))
