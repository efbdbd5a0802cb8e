"""DATABASE_URL to Django's setting: nothing means SQLite in the data directory, postgres:// means PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

KEPT = 60  # seconds for which a thread (``site.threads``) keeps its connection


def database_from(address: str, default: Path) -> dict[str, Any]:
    """The default database for an address such as ``postgres://user:secret@host:5432/name?sslmode=require``.

    Raises ValueError for any scheme but postgres, postgresql and sqlite.
    """
    if not address:
        return _sqlite(str(default))
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(parts.path)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError("DATABASE_URL starts with postgres:// or sqlite://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": KEPT,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _sqlite(name: str) -> dict[str, Any]:
    return {
        "ENGINE": "tracktwo.site.sqlite",
        "NAME": name,
        "CONN_MAX_AGE": KEPT,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
    }
