"""A child process that is kept alive, told to stop, and never outlives its parent.

The child holds the reading end of a pipe whose writing end only the parent has. However the parent ends,
kill -9 included, the system closes that end and the child reads the end of file: no polling, no process
groups, no platform calls.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Sequence

from tracktwo.running.clock import Seconds, steady_seconds

PIPE_VARIABLE = "TRACKTWO_PARENT_PIPE"
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
# A child that has lived this long was well: its next death is a new story and is answered at once.
WELL_AFTER = 60.0
GRACE_SECONDS = 10.0


def next_pause(pause: float, lived: float) -> float:
    """Seconds to wait before the next start: doubled after every early death, from half a second up to
    thirty.
    """
    return FIRST_PAUSE if lived >= WELL_AFTER else min(pause * 2, LONGEST_PAUSE)


class Child:
    """One supervised process. ``start`` returns at once; ``stop`` returns when the process is gone.

    ``on_death(code)`` is called, in the supervising thread, each time the process ends without having been
    asked to.
    """

    def __init__(
        self,
        command: Sequence[str],
        on_death: Callable[[int], None] | None = None,
        clock: Seconds = steady_seconds,
    ) -> None:
        self._command = list(command)
        self._on_death = on_death
        self._clock = clock
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = threading.Thread(target=self._supervise, daemon=True, name="child")

    @property
    def pid(self) -> int | None:
        """The living process, or None between two lives."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> None:
        self._thread.start()

    def send(self, number: int) -> None:
        """Forward a signal, if there is anybody to receive it."""
        process = self._process
        if process is not None and process.poll() is None:
            process.send_signal(number)

    def stop(self, grace: float = GRACE_SECONDS) -> None:
        """Ask to end, wait ``grace`` seconds for what is being done, then insist."""
        with self._lock:
            self._stopping.set()
        self.send(signal.SIGTERM)
        self._thread.join(grace)
        if self._thread.is_alive():
            self.send(signal.SIGKILL)
            self._thread.join()

    def _supervise(self) -> None:
        pause = FIRST_PAUSE
        while not self._stopping.is_set():
            began = self._clock()
            code = self._live_once()
            if self._stopping.is_set():
                return
            if self._on_death is not None:
                self._on_death(code)
            self._stopping.wait(pause)
            pause = next_pause(pause, self._clock() - began)

    def _live_once(self) -> int:
        reading, writing = os.pipe()
        try:
            with self._lock:
                # Between "stop" and a start there must be no gap, or a child would be born that nobody waits
                # for.
                if self._stopping.is_set():
                    return 0
                self._process = self._spawn(reading)
            return self._process.wait()
        finally:
            os.close(reading)
            os.close(writing)

    def _spawn(self, reading_end: int) -> subprocess.Popen[bytes]:
        environment = {**os.environ, PIPE_VARIABLE: str(reading_end)}
        # A session of its own: Ctrl-C in the terminal reaches the parent alone, which then stops the child in
        # order.
        return subprocess.Popen(  # noqa: S603 - the command is our own, never built from what somebody typed
            self._command,
            env=environment,
            pass_fds=(reading_end,),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )


def leave_with_parent(grace: float = GRACE_SECONDS) -> None:
    """Called by the child: end when the parent does, first asking oneself politely, after ``grace`` seconds
    not.

    Does nothing in a process that no ``Child`` has started.
    """
    given = os.environ.pop(PIPE_VARIABLE, "")
    if given:
        threading.Thread(target=_watch, args=(int(given), grace), daemon=True, name="parent").start()


def _watch(reading_end: int, grace: float) -> None:
    # Nothing is ever written: reading returns only when the last writing end is closed.
    os.read(reading_end, 1)
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(grace)
    os._exit(1)
