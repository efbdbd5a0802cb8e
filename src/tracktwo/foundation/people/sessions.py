"""Sessions in the database, without the minute of anybody's last deed.

Django's own store writes the expiry to the microsecond at every change: beside an account it says when that person
last did something, and in a room of twelve that is enough to tell who sent what. Here it is kept to the hour.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore


class SessionStore(DatabaseStore):
    def get_expiry_date(self, **kwargs: Any) -> datetime:
        """Rounded up to the full hour; the exact limits are kept by ``people.middleware``."""
        exact: datetime = super().get_expiry_date(**kwargs)
        return exact.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def end_sessions(accounts: Collection[UUID]) -> int:
    """End every session of these accounts, on whatever device; the number ended.

    Whose a session is stands inside it and in no column, so each is opened: there are as many as people are signed in.
    """
    wanted, store = {str(account) for account in accounts}, SessionStore()
    rows = store.model.objects.iterator()
    ended = [row.session_key for row in rows if store.decode(row.session_data).get(SESSION_KEY) in wanted]
    store.model.objects.filter(session_key__in=ended).delete()
    return len(ended)


def end_every_session() -> int:
    """Everybody in the house signs in anew."""
    return int(SessionStore().model.objects.all().delete()[0])
