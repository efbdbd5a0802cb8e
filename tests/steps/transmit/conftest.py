from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.steps.transmit.given import Post, open_post


@pytest.fixture
def post(cast: Cast) -> Post:
    return open_post(cast)


@pytest.fixture
def post_of_three(three_communities: Cast) -> Post:
    return open_post(three_communities)
