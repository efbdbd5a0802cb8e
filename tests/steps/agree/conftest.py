from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.steps.agree.stage import Table, lay_table


@pytest.fixture
def table(cast: Cast) -> Table:
    return lay_table(cast)


@pytest.fixture
def table_of_three(three_communities: Cast) -> Table:
    return lay_table(three_communities)
