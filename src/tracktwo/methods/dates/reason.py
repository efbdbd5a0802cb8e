"""A reason: why an edition was left, or what to know about one that was taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

Param = str | int | date


@dataclass(frozen=True)
class Reason:
    """``code`` has one sentence per language in ``tracktwo.data.refusals.dates``; ``params`` fill it.

    Params are counts, days, places, communities and passports, never persons.
    """

    code: str
    params: dict[str, Param] = field(default_factory=dict, hash=False)
