"""Rooms as they came out, and how good that is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """Who sits in one room of one round, in the order of keys.

    ``languages`` are all that everybody there speaks; where there is none, ``interpreter`` carries between theirs.
    """

    members: tuple[str, ...]
    languages: tuple[str, ...] = ()
    interpreter: str = ""


@dataclass(frozen=True)
class Plan:
    """``repeats``: meetings of two that are not their first, those of other years counted; no plan has fewer than
    ``bound``.
    """

    rounds: tuple[tuple[Room, ...], ...]
    repeats: int
    bound: int

    @property
    def is_best(self) -> bool:
        """Proven: no other plan for the same people and wishes has fewer repeated meetings."""
        return self.repeats == self.bound
