"""One deed: its code, its facts, its sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deed:
    """A code ``step.what_happened``, the names of the facts it must come with, and its sentence for a page."""

    code: str
    facts: tuple[str, ...]
    sentence: str
