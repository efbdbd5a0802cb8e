"""One seat as the third party sees it."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.steps.prepare.convert.readiness import ITEMS


@dataclass(frozen=True)
class SeatLine:
    """One seat as the third party sees it: by alias, never by name."""

    alias: str
    side: int
    community: str
    signed: bool
    signed_version: int | None  # the newest version that was signed, in force or not
    taking_part: bool
    unanswered: int  # layers to which it has no answer that holds; which of them are a no, this does not tell
    settled: int
    blocked: bool
    remote: bool

    @property
    def ready(self) -> bool:
        return self.signed and self.taking_part and (self.remote or self.settled == len(ITEMS))
