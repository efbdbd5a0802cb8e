"""``tracktwo serve``."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Annotated

import typer

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, SETTINGS_FILE, DataDir, Port, open_house, read_settings
from tracktwo.cli.house.room import Door, encryption_asked_for, open_door, own_address, own_part_of, print_door
from tracktwo.cli.house.serving import LOOPBACK, EncryptedDoor, gather_static_files, listen, serve_until_told
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
Certificate = Annotated[
    Path | None,
    typer.Option("--certificate", help="PEM file of a certificate for the room’s own door, with its chain."),
]
Key = Annotated[
    Path | None, typer.Option("--key", help="PEM file of the key of that certificate, without a passphrase.")
]
Made = Annotated[
    bool,
    typer.Option(
        "--own-certificate",
        help="Encrypt the room’s own door by a certificate made now; its fingerprint stands beside the picture.",
    ),
]


def serve(
    data: DataDir = DEFAULT_DATA_DIR,
    port: Port = 8000,
    host: Host = LOOPBACK,
    room: Room = False,
    room_address: RoomAddress = "",
    room_port: RoomPort = 8080,
    certificate: Certificate = None,
    key: Key = None,
    own_certificate: Made = False,
) -> None:
    """Run the house: pages and worker, until Ctrl-C."""
    door = None
    if room:
        # The house's own settings first: the door adds to its hosts, and is stronger than its HTTPS.
        os.environ |= read_settings(data / SETTINGS_FILE) | os.environ
        address = room_address or own_address()
        door = open_door(address, room_port, encryption_asked_for(certificate, key, own_certificate, address))
    elif certificate or key or own_certificate:
        raise Refusal("house.certificate_for_no_door")
    open_house(data)
    make_ready(data)
    listening = [listen_on(host, port)]
    encrypted = None
    if door:
        listening, encrypted = stand_at(door, listening)
    typer.echo(f"Track Two is at http://{host}:{port}/  (Ctrl-C stops it)")
    if door:
        print_door(door)
    serve_until_told(listening, data, encrypted)


def make_ready(data: Path) -> None:
    """Refuses ``house.behind``."""
    from django.conf import settings

    from tracktwo.cli.house.database import steps_missing
    from tracktwo.foundation.vault.actions import replay_tombstones
    from tracktwo.foundation.vault.queries import is_founded

    if steps_missing():
        raise Refusal("house.behind", place=str(data))
    if is_founded():
        # A restored copy may hold people whose keys were destroyed since: they go before anybody can look.
        replay_tombstones()
    gather_static_files(settings.STATIC_ROOT)


def stand_at(door: Door, listening: list[socket.socket]) -> tuple[list[socket.socket], EncryptedDoor | None]:
    """The plain sockets, and the encrypted one if the door is."""
    there = listen_on(own_part_of(door.address), door.port)
    if door.encryption is None:
        return [*listening, there], None
    return listening, EncryptedDoor(there, door.encryption.context)


def listen_on(host: str, port: int) -> socket.socket:
    try:
        return listen(host, port)
    except OSError:
        raise Refusal("house.port_taken", port=port, next=port + 1) from None
