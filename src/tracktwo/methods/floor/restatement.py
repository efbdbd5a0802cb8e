"""The restatement loop: one community says what it needs or fears, the others say it back until it is right.

    said --write--> written --accept--> accepted
                       |
                    correct
                       v
    said again by the speakers (corrected) --write--> written ...

Each listening community goes through this for itself, so the loop works with three as with two. It is accepted when
the speakers have accepted every community's words; set aside it waits and can be taken up again. A mark is a
community's: who in it said yes is known to those in the room and to nothing here.

The rule is Carl Rogers' ("Communication: its blocking and its facilitation", 1951): speak for yourself only after you
have restated what was said before you, to the satisfaction of whoever said it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tracktwo.methods.record import Refusal


class Mark(StrEnum):
    """Where one listening community stands."""

    AWAITED = "awaited"  # it has not said it back yet
    WRITTEN = "written"  # its words stand; the speakers are asked
    CORRECTED = "corrected"  # the speakers said "not yet" and said what is missing
    ACCEPTED = "accepted"  # the speakers said "that is what we meant"


@dataclass(frozen=True)
class Draft:
    """One listening community's words: how often it has written them, and the mark they bear."""

    side: int
    tries: int = 0
    mark: Mark = Mark.AWAITED


@dataclass(frozen=True)
class Loop:
    """``speaker`` is the community that spoke, ``drafts`` one for each of the others."""

    speaker: int
    drafts: tuple[Draft, ...]
    is_aside: bool = False

    @property
    def state(self) -> str:
        """ "aside", "accepted" (every community's words), "written" (the speakers are asked) or "awaited"."""
        marks = {draft.mark for draft in self.drafts}
        if marks == {Mark.ACCEPTED}:
            return "accepted"
        if self.is_aside:
            return "aside"
        return "written" if Mark.WRITTEN in marks else "awaited"

    def of(self, side: int) -> Draft:
        """One community's draft; refuses ``floor.restate_side`` for the speakers' own and for an unknown one."""
        found = next((draft for draft in self.drafts if draft.side == side), None)
        if found is None:
            raise Refusal("floor.restate_side")
        return found

    def write(self, side: int) -> Loop:
        """A community says it back; also instead of words not yet answered. Refuses ``floor.restate_done``."""
        draft = self._open(side)
        return self._with(replace(draft, tries=draft.tries + 1, mark=Mark.WRITTEN))

    def correct(self, side: int) -> Loop:
        """The speakers: not yet. Refuses ``floor.restate_unwritten`` where no words wait for an answer."""
        return self._with(replace(self._written(side), mark=Mark.CORRECTED))

    def accept(self, side: int) -> Loop:
        """The speakers: that is what we meant. Refuses ``floor.restate_unwritten``."""
        return self._with(replace(self._written(side), mark=Mark.ACCEPTED))

    def set_aside(self) -> Loop:
        """Leave it for now; refuses ``floor.restate_done`` once accepted."""
        self._check_open()
        return replace(self, is_aside=True)

    def take_up(self) -> Loop:
        """Go on where it was left."""
        return replace(self, is_aside=False)

    def _check_open(self) -> None:
        if self.state in ("accepted", "aside"):
            raise Refusal("floor.restate_done")

    def _open(self, side: int) -> Draft:
        self._check_open()
        draft = self.of(side)
        if draft.mark == Mark.ACCEPTED:
            raise Refusal("floor.restate_done")
        return draft

    def _written(self, side: int) -> Draft:
        draft = self._open(side)
        if draft.mark != Mark.WRITTEN:
            raise Refusal("floor.restate_unwritten")
        return draft

    def _with(self, draft: Draft) -> Loop:
        return replace(self, drafts=tuple(draft if one.side == draft.side else one for one in self.drafts))


def begin(speaker: int, sides: Sequence[int]) -> Loop:
    """A loop in which ``speaker`` has spoken and every other community listens. Refuses ``floor.restate_side``."""
    if speaker not in sides or len(set(sides)) < 2:
        raise Refusal("floor.restate_side")
    return Loop(speaker, tuple(Draft(side) for side in sides if side != speaker))
