"""The server in this process and the worker in a child; both end together."""

from __future__ import annotations

import asyncio
import gc
import hashlib
import resource
import signal
import socket
import ssl
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from tracktwo import __version__
from tracktwo.running.child import Child

if TYPE_CHECKING:
    import uvicorn

APPLICATION = "tracktwo.site.asgi:application"
LOOPBACK = "127.0.0.1"
PORTS_TRIED = 50
SECONDS_FOR_OPEN_ANSWERS = 5
SECONDS_FOR_A_HANDSHAKE = 20  # an old telephone on a full network
GARBAGE = (20_000, 20, 50)  # new objects before a look for cycles among the young, of these before the older, and so on
SECONDS_FOR_A_FAREWELL = 1  # a telephone that lies in a pocket sends none


@dataclass(frozen=True)
class EncryptedDoor:
    """A listening socket that speaks TLS, beside the plain one of the machine's own address."""

    socket: socket.socket
    context: ssl.SSLContext


def listen(host: str, port: int, tries: int = 1) -> socket.socket:
    """A listening socket on the first free port from ``port`` on, ``tries`` ports at most.

    Raises OSError when none of them is free.
    """
    for candidate in range(port, port + tries):
        found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((host, candidate))
            found.listen(128)
        except OSError:
            found.close()
        else:
            return found
    raise OSError(f"no free port from {port} to {port + tries - 1}")


def gather_static_files(target: Path) -> None:
    """Copy and compress what pages load, unless this very set is there already."""
    from django.core.management import call_command

    mark = target / ".gathered"
    wanted = _fingerprint()
    if not mark.exists() or mark.read_text() != wanted:
        call_command("collectstatic", verbosity=0, interactive=False, clear=target.exists())
        mark.write_text(wanted)


def _fingerprint() -> str:
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256(__version__.encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path}|{storage.get_modified_time(path).timestamp()}".encode())
    return digest.hexdigest()


def serve_until_told(listening: list[socket.socket], data_dir: Path, encrypted: EncryptedDoor | None = None) -> None:
    """Answer until Ctrl-C or SIGTERM; then finish what is open, stop the worker and return."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _leave)
    worker = Child([sys.executable, "-m", "tracktwo", "worker", "--data", str(data_dir)], on_death=_say_worker_died)
    worker.start()
    try:
        _answer(listening, encrypted)
    except KeyboardInterrupt:
        pass
    finally:
        # A second Ctrl-C while things end in order would leave them half ended.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        worker.stop()
        for each in [*listening, *([encrypted.socket] if encrypted else [])]:
            each.close()


def _leave(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _say_worker_died(code: int) -> None:
    typer.echo(f"The worker ended with status {code} and is started again. Its work goes on from the queue.", err=True)


def _answer(listening: list[socket.socket], encrypted: EncryptedDoor | None) -> None:
    import uvicorn

    # By its name: the site and the command line stand side by side.
    place, _colon, name = APPLICATION.partition(":")
    application = getattr(import_module(place), name)

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if encrypted is not None:  # uvicorn speaks TLS on all its sockets or on none
                talk = partial(
                    self.config.http_protocol_class,
                    config=self.config,
                    server_state=self.server_state,
                    app_state=self.lifespan.state,
                )
                self.servers.append(await _listen_encrypted(talk, encrypted, self.config.backlog))

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            application.end()  # or every open screen would hold the house open for the whole of the time below
            await super().shutdown(sockets)

    _allow_many_connections()
    _let_rest_what_stays()
    Server(_settle(application)).run(sockets=listening)


def _settle(application: Callable[..., Any]) -> uvicorn.Config:
    import uvicorn

    return uvicorn.Config(
        application,
        # No line per request: it would carry addresses and paths. Nor who is behind a proxy: nobody asks.
        access_log=False,
        log_config=None,
        proxy_headers=False,
        server_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=SECONDS_FOR_OPEN_ANSWERS,
    )


async def _listen_encrypted(talk: Callable[[], asyncio.Protocol], door: EncryptedDoor, backlog: int) -> asyncio.Server:
    return await asyncio.get_running_loop().create_server(
        talk,
        sock=door.socket,
        ssl=door.context,
        backlog=backlog,
        ssl_handshake_timeout=SECONDS_FOR_A_HANDSHAKE,
        ssl_shutdown_timeout=SECONDS_FOR_A_FAREWELL,
    )


def _let_rest_what_stays() -> None:
    """All that is loaded by now stays to the end; a search for cycles among it takes 0.03 s, and answers nobody."""
    import_module("tracktwo.site.urls")
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)


def _allow_many_connections() -> None:
    """Every stream is an open file, and most systems begin with 1,024: take what the system lets us have."""
    _now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
