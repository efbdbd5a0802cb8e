"""Deeds that keep screens fresh and forms from being obeyed twice."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from tracktwo.foundation.live.models import IdempotencyKey, RoomVersion
from tracktwo.foundation.live.watch import CHANNEL
from tracktwo.foundation.people.models import Account
from tracktwo.methods.record import Refusal

KEYS_KEPT = timedelta(days=2)
LONGEST_TOKEN = 64


@transaction.atomic
def touch(kind: str, key: object) -> None:
    """The room has changed: every screen that shows it fetches it again.

    Called in the transaction of the change, so that nobody sees the new version before the new state.
    """
    RoomVersion.objects.get_or_create(kind=kind, key=str(key))
    RoomVersion.objects.filter(kind=kind, key=str(key)).update(version=F("version") + 1)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{kind}|{key}"])  # told with the commit


def once(token: str, account: Account | None = None) -> bool:
    """True the first time this form is sent, False when it comes again (a double tap, a phone that repeats
    itself).

    Called first in the transaction of the deed: when the deed is refused, the token is free again. Whoever
    gets False answers with the redirect of the first time and does nothing. Raises Refusal
    ``live.once_missing`` without a token.
    """
    if not 0 < len(token) <= LONGEST_TOKEN:
        raise Refusal("live.once_missing")
    sender = account.pk.hex if account is not None else ""
    digest = salted_hmac("live.once", f"{sender}|{token}", algorithm="sha256").hexdigest()
    _key, is_first = IdempotencyKey.objects.get_or_create(digest=digest, defaults={"day": timezone.now().date()})
    return is_first


def forget_old_keys(today: date) -> int:
    """Drop the tokens of forms that no browser still holds; returns how many."""
    dropped, _each = IdempotencyKey.objects.filter(day__lt=today - KEYS_KEPT).delete()
    return dropped
