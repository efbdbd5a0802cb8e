from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.steps.agree.stage import Table, lay_table
from tests.steps.convene.test_convene_at_once import shared_database

__all__ = ["shared_database"]


@pytest.fixture
def table(cast: Cast) -> Table:
    return lay_table(cast)


@pytest.fixture
def table_of_three(three_communities: Cast) -> Table:
    return lay_table(three_communities)
