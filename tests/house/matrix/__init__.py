"""Who may reach which address: one table per room, read by test_matrix. An address without a row fails the suite."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

PUBLIC = frozenset(
    [
        "nobody",
        "stranger",
        "other_convener",
        "convener",
        "facilitator",
        "rapporteur",
        "assessor",
        "officer",
        "auditor",
        "guarantor",
        "reader",
        "participant",
        "nominee",
    ]
)
SIGNED_IN = PUBLIC - {"nobody"}
INSIDE = SIGNED_IN - {"stranger", "other_convener"}


@dataclass(frozen=True)
class Row:
    """``get``/``post``: who is let in (2xx, 3xx onwards, 405 or 422); everybody else sees 404 (nobody: the sign-in).
    Without ``post`` the same people may try to POST as may GET.

    ``kwargs`` is called with the cast and returns the address' arguments beyond ``key`` (objects of cast.programme).
    """

    get: frozenset[str] = frozenset()
    post: frozenset[str] | None = None
    kwargs: Any = field(default=None)


def only(*roles: str) -> frozenset[str]:
    return frozenset(roles)
