"""ROOT in this process's memory, only while the vault is unsealed. No other process and no file ever holds
it.

A worker, a second server or a restart begins sealed. After thirty minutes without a reveal ROOT is forgotten:
by the clock that is passed in, and by an alarm in case nobody asks again.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from tracktwo.methods.record import Refusal

IDLE = timedelta(minutes=30)


@dataclass
class _Held:
    root: bytearray
    until: datetime
    alarm: threading.Timer


_guard = threading.RLock()
_held: _Held | None = None


def hold(root: bytes, *, now: datetime) -> None:
    """Unseal: keep ROOT until thirty minutes from now."""
    global _held
    with _guard:
        forget()
        _held = _Held(bytearray(root), now + IDLE, _alarm())


def forget() -> None:
    """Seal: overwrite ROOT and let it go.

    Copies that the interpreter made cannot be reached; the docs say so.
    """
    global _held
    with _guard:
        if _held is None:
            return
        _held.alarm.cancel()
        _held.root[:] = bytes(len(_held.root))
        _held = None


def is_sealed(now: datetime) -> bool:
    with _guard:
        if _held is not None and now >= _held.until:
            forget()
        return _held is None


def held_until(now: datetime) -> datetime | None:
    """When the vault seals itself, None while it is sealed."""
    with _guard:
        return None if is_sealed(now) or _held is None else _held.until


def root(now: datetime) -> bytes:
    """ROOT; ``vault.sealed`` while it is not held."""
    with _guard:
        if is_sealed(now) or _held is None:
            raise Refusal("vault.sealed")
        return bytes(_held.root)


def stay(now: datetime) -> None:
    """A reveal was made: thirty minutes more."""
    with _guard:
        if _held is not None:
            _held.alarm.cancel()
            _held.until, _held.alarm = now + IDLE, _alarm()


def _alarm() -> threading.Timer:
    alarm = threading.Timer(IDLE.total_seconds(), forget)
    alarm.daemon = True
    alarm.start()
    return alarm
