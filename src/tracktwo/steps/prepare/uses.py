"""Where a consent was used: later steps tell it here, because this one may not ask them.

A later step registers one function when it loads. It gets the references of the consents of one seat and one product
and returns what stood on them, so that a participant reads it before taking a yes back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Use:
    """One thing that stood on a consent: what it is in the reader's language, since when, and where to see it."""

    what: str
    since: date
    url: str = ""


Teller = Callable[[Sequence[str]], list[Use]]
_tellers: list[Teller] = []


def register(teller: Teller) -> None:
    if teller not in _tellers:
        _tellers.append(teller)


def uses_of(refs: Sequence[str]) -> list[Use]:
    """Everything that stood on one of these consents, the latest first."""
    found = [use for teller in _tellers for use in teller(refs)] if refs else []
    return sorted(found, key=lambda use: use.since, reverse=True)
