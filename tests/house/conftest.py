"""The house's own tests ask at every address as everybody: they sign in once for a module."""

from __future__ import annotations

import pytest

from tests.cast import Cast


@pytest.fixture(scope="module")
def standing_cast(standing_cast: Cast | None, django_db_blocker) -> Cast | None:
    if standing_cast is not None:
        with django_db_blocker.unblock():
            standing_cast.sign_everybody_in()
    return standing_cast
