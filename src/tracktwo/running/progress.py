"""How far long work has come, as a value, and a reporter that does not say so more often than anyone can
read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tracktwo.running.clock import Seconds, steady_seconds

EVERY_SECONDS = 0.5


@dataclass(frozen=True)
class Progress:
    """``done`` of ``of`` (``of`` 0 while the whole is unknown) and the code of the words that say what is
    being done.
    """

    done: int
    of: int
    words: str

    def __post_init__(self) -> None:
        if self.done < 0 or self.of < 0:
            raise ValueError("progress counts from zero")
        if self.of and self.done > self.of:
            raise ValueError("no more can be done than there is to do")

    @property
    def is_complete(self) -> bool:
        return self.of > 0 and self.done == self.of


class Reporter:
    """Passes progress on when the words change, when all is done, and otherwise at most every ``seconds``.

    Call it as ``report(done, of, words)``. ``tell`` receives a Progress; each may cost a write to disk.
    """

    def __init__(
        self,
        tell: Callable[[Progress], None],
        seconds: float = EVERY_SECONDS,
        clock: Seconds = steady_seconds,
    ) -> None:
        self._tell = tell
        self._seconds = seconds
        self._clock = clock
        self._last: Progress | None = None
        self._told_at = 0.0

    def __call__(self, done: int, of: int, words: str) -> None:
        progress = Progress(done, of, words)
        if self._is_due(progress):
            self._tell(progress)
            self._last, self._told_at = progress, self._clock()

    def _is_due(self, progress: Progress) -> bool:
        if self._last is None or progress.words != self._last.words or progress.is_complete:
            return progress != self._last
        return self._clock() - self._told_at >= self._seconds
