"""The room's own door: where the laptop stands on its network, and what to print."""

from __future__ import annotations

import os
import secrets
import socket

import typer

from tracktwo.documents.qr import qr_in_letters
from tracktwo.methods.record import Refusal

# Without letters that are taken for another: read off a wall, by people of two alphabets.
LETTERS = "abcdefhkmnprtwxy34789"
CODE_LENGTH = 6
ELSEWHERE = ("192.0.2.1", 9)  # a documentation address (RFC 5737): nothing is ever sent to it
PLAIN = {"TRACKTWO_HTTPS": "0"}


def own_address() -> str:
    """The address under which the network knows this machine. Refuses ``house.no_network``."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)  # chooses the way, sends nothing
        except OSError:
            raise Refusal("house.no_network") from None
        return str(probe.getsockname()[0])


def open_door(address: str, port: int) -> str:
    """Tell the settings where the door is, before the house is opened; returns the address with the code in it.

    There is no encryption on this line, so cookies go without the names and marks that ask for it.
    """
    code = "".join(secrets.choice(LETTERS) for _letter in range(CODE_LENGTH))
    os.environ |= PLAIN | {"TRACKTWO_ROOM_ADDRESS": f"{address}:{port}", "TRACKTWO_ROOM_CODE": code}
    hosts = os.environ.get("TRACKTWO_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
    os.environ["TRACKTWO_HOSTS"] = ",".join(dict.fromkeys([*hosts, "127.0.0.1", address]))
    return f"http://{address}:{port}/room/{code}/"


def print_door(place: str) -> None:
    typer.echo(qr_in_letters(place))
    typer.echo(f"The room’s door is at {place}")
    typer.echo(f"By hand: {place.split('/')[2]}, short code {place.split('/')[4]}")
    typer.echo("It is not encrypted: use this laptop’s own hotspot, with a passphrase that only the room has.")
    typer.echo("The picture for the wall: step 5, “Way into the room”.")
