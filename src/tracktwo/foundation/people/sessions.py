"""Sessions in the database, without the minute of anybody's last deed.

Django's own store writes the expiry to the microsecond at every change: beside an account it says when that person
last did something, and in a room of twelve that is enough to tell who sent what. Here it is kept to the hour.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore


class SessionStore(DatabaseStore):
    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """Rounded up to the full hour; the exact limits are kept by ``people.middleware``."""
        exact: datetime = super().get_expiry_date(**kwargs)
        return exact.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
