"""``tracktwo serve``."""

from __future__ import annotations

import os
import socket
from typing import Annotated

import typer

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, SETTINGS_FILE, DataDir, Port, open_house, read_settings
from tracktwo.cli.house.room import open_door, own_address, print_door
from tracktwo.cli.house.serving import LOOPBACK, gather_static_files, listen, serve_until_told
from tracktwo.methods.record import Refusal

Host = Annotated[str, typer.Option("--host", envvar="TRACKTWO_HOST", help="Address to listen on.")]
Room = Annotated[
    bool,
    typer.Option(
        "--room", help="Open the room’s own door on this laptop’s network as well, and show a picture to scan."
    ),
]
RoomAddress = Annotated[
    str, typer.Option("--room-address", help="Address of this laptop on that network; found out unless given.")
]
RoomPort = Annotated[int, typer.Option("--room-port", min=1, max=65535, help="Port of the room’s own door.")]


def serve(
    data: DataDir = DEFAULT_DATA_DIR,
    port: Port = 8000,
    host: Host = LOOPBACK,
    room: Room = False,
    room_address: RoomAddress = "",
    room_port: RoomPort = 8080,
) -> None:
    """Run the house: pages and worker, until Ctrl-C."""
    place = ""
    if room:
        # The house's own settings first: the door adds to its hosts, and is stronger than its HTTPS.
        os.environ |= read_settings(data / SETTINGS_FILE) | os.environ
        place = open_door(room_address or own_address(), room_port)
    open_house(data)
    from django.conf import settings

    from tracktwo.cli.house.database import steps_missing
    from tracktwo.foundation.vault.actions import replay_tombstones
    from tracktwo.foundation.vault.queries import is_founded

    if steps_missing():
        raise Refusal("house.behind", place=str(data))
    if is_founded():
        # A restored copy may hold people whose keys were destroyed since: they go before anybody can look.
        replay_tombstones()
    listening = [listen_on(host, port)]
    if room:
        listening.append(listen_on(settings.TRACKTWO_ROOM_ADDRESS.rpartition(":")[0], room_port))
    gather_static_files(settings.STATIC_ROOT)
    typer.echo(f"Track Two is at http://{host}:{port}/  (Ctrl-C stops it)")
    if place:
        print_door(place)
    serve_until_told(listening, data)


def listen_on(host: str, port: int) -> socket.socket:
    try:
        return listen(host, port)
    except OSError:
        raise Refusal("house.port_taken", port=port, next=port + 1) from None
