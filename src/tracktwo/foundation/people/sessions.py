"""Sessions in the database, without the minute of anybody's last deed.

Django's own store writes the expiry to the microsecond at every change: beside an account it says when that person
last did something, and in a room of twelve that is enough to tell who sent what. Here it is kept to the hour.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import Exists, QuerySet, Subquery

from tracktwo.foundation.people.models import Account

IDLE_SECONDS = 30 * 60
ABSOLUTE_SECONDS = 8 * 60 * 60
TIMES = ("began", "seen")


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


LOGIN = ("session_data", "passphrase", "expire_date")


def sessions_with(key: str, account: UUID) -> QuerySet[Any]:
    """The session of this key while its account may be signed in, with what ``LOGIN`` names: ``passphrase`` is as it is
    stored.
    """
    active = Account.objects.filter(pk=account, is_active=True)
    found = SessionStore().model.objects.filter(Exists(active), session_key=key)
    return found.annotate(passphrase=Subquery(active.values("password")))


def decode(written: str) -> dict[str, Any]:
    """What stands in a row of the table; nothing where it was not written by this house."""
    return SessionStore().decode(written)


def ground_of(session: Mapping[str, Any]) -> str:
    """All of a session but the times of its person's deeds."""
    return json.dumps({name: session[name] for name in sorted(session) if name not in TIMES}, sort_keys=True)


def end_of(session: Mapping[str, Any]) -> datetime:
    """When the session ends if its person does nothing more (``middleware.session_limits``)."""
    began, seen = session.get("began"), session.get("seen")
    limits = [] if began is None else [began + ABSOLUTE_SECONDS]
    limits += [] if seen is None else [seen + IDLE_SECONDS]
    return datetime.fromtimestamp(min(limits), UTC) if limits else datetime.max.replace(tzinfo=UTC)
