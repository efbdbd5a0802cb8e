"""Has this process written to a step since? What lets the rail stand on every page without being asked anew.

The rail's words depend on what the eight steps hold, and most pages change none of it. So their states are kept until
somebody writes: every statement that changes a step's table counts, once as it runs and once more as it is committed.
Another process is not heard, so nothing is kept longer than ``SECONDS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from time import monotonic
from typing import Any, TypeVar, cast

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

STEPS = ("programme", "plan", "select", "prepare", "convene", "agree", "transmit", "measure")
# A savepoint that is given up takes its changes back, which is a change too.
CHANGES = re.compile(
    rf'\s*(?:ROLLBACK TO SAVEPOINT|(?:INSERT INTO|INSERT OR IGNORE INTO|UPDATE|DELETE FROM) "(?:{"|".join(STEPS)})_)',
    re.IGNORECASE,
)
SECONDS = 2.0
MOST = 200

Made = TypeVar("Made")
_numbers = count(1)
_newest = 0
_kept: dict[tuple[Any, ...], tuple[int, float, Any]] = {}


def listen(connection: BaseDatabaseWrapper, **_of_the_signal: Any) -> None:
    """Hear what a connection writes, however often it is opened."""
    if _hear not in connection.execute_wrappers:
        connection.execute_wrappers.append(_hear)


def kept(key: tuple[Any, ...], make: Callable[[], Made]) -> Made:
    """What ``make`` gave for this key, unless a step has been written to since, or two seconds have passed."""
    before, found = _newest, _kept.get(key)
    if found is not None and found[0] == before and monotonic() - found[1] < SECONDS:
        return cast("Made", found[2])
    made = make()
    if len(_kept) >= MOST:
        _kept.clear()
    _kept[key] = (before, monotonic(), made)
    return made


def _hear(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:  # noqa: FBT001
    if not CHANGES.match(sql):
        return execute(sql, params, many, context)
    try:
        return execute(sql, params, many, context)
    finally:
        _count()
        connection = context["connection"]
        if connection.in_atomic_block:
            transaction.on_commit(_count, using=connection.alias)


def _count() -> None:
    global _newest  # noqa: PLW0603 - one number of the whole process
    _newest = next(_numbers)
