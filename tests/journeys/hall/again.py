"""``python -m tests.journeys.hall.again PLACE PORT``: has everything loaded, and forks a server whenever it is asked.

What is killed is the same server on the same files as that of ``tracktwo serve``; what is spared is loading Django a
thousand times. It has no worker: nothing in the room is left to one.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.conftest import REPOSITORY
from tests.journeys.house import House


@dataclass
class Again:
    """Stands in the place of the process of a house: it has a number, and can be waited for."""

    parent: subprocess.Popen[bytes]
    pid: int = 0

    @classmethod
    def beside(cls, house: House) -> Again:
        command = [sys.executable, "-m", "tests.journeys.hall.again", str(house.place), str(house.port)]
        pipe = subprocess.PIPE
        parent = subprocess.Popen(command, env=house.environment(), cwd=REPOSITORY, stdin=pipe, stdout=pipe)
        return cls(parent)

    def start(self) -> None:
        assert self.parent.stdin
        self.parent.stdin.write(b"\n")
        self.parent.stdin.flush()
        self.pid = self.told()

    def told(self) -> int:
        assert self.parent.stdout
        return int(self.parent.stdout.readline())

    def wait(self, timeout: float | None = None) -> int:
        return self.told()

    def poll(self) -> int | None:
        return self.parent.poll()

    def terminate(self) -> None:
        os.kill(self.pid, 15)

    def end(self) -> None:
        assert self.parent.stdin
        self.parent.stdin.close()
        self.parent.wait(timeout=60)


def serve(port: int) -> None:
    from tracktwo.cli.house.serving import LOOPBACK, _answer, listen

    _answer([listen(LOOPBACK, port)], None)
    os._exit(0)


def main(place: Path, port: int) -> None:
    from tracktwo.cli.house.opening import open_house
    from tracktwo.cli.house.serving import APPLICATION

    open_house(place)
    import_module(APPLICATION.partition(":")[0])
    for _asked in sys.stdin:
        if (child := os.fork()) == 0:
            serve(port)
        print(child, flush=True)
        print(os.waitpid(child, 0)[1], flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
