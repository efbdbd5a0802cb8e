"""The room's own door: where the laptop stands on its network, and what to print."""

from __future__ import annotations

import os
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import typer

from tracktwo.cli.house.encryption import Encryption, bring_certificate, make_certificate
from tracktwo.documents.qr import qr_in_letters
from tracktwo.methods.record import Refusal
from tracktwo.running.clock import utc_now

# Without letters that are taken for another: read off a wall, by people of two alphabets.
LETTERS = "abcdefhkmnprtwxy34789"
CODE_LENGTH = 6
ELSEWHERE = ("192.0.2.1", 9)  # a documentation address (RFC 5737): nothing is ever sent to it
PLAIN = {"TRACKTWO_HTTPS": "0"}
PAIRS_IN_A_ROW = 8


@dataclass(frozen=True)
class Door:
    """``address``: as telephones know this machine."""

    address: str
    port: int
    code: str
    encryption: Encryption | None

    @property
    def place(self) -> str:
        return f"{'https' if self.encryption else 'http'}://{self.address}:{self.port}/room/{self.code}/"

    @property
    def by_hand(self) -> str:
        """Browsers have to be told of the encryption, and of nothing else."""
        return f"{'https://' if self.encryption else ''}{self.address}:{self.port}"


def own_address() -> str:
    """The address under which the network knows this machine. Refuses ``house.no_network``."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)  # chooses the way, sends nothing
        except OSError:
            raise Refusal("house.no_network") from None
        return str(probe.getsockname()[0])


def own_part_of(address: str) -> str:
    """Where to listen: a name is known to the network's own name server, not always to this machine."""
    with suppress(ValueError):
        return str(ip_address(address))
    return own_address()


def encryption_asked_for(certificate: Path | None, key: Path | None, made: bool, address: str) -> Encryption | None:
    """Refuses ``house.certificate_alone`` unless it is both files, or one made here, or neither."""
    if (certificate is None) != (key is None) or (made and certificate is not None):
        raise Refusal("house.certificate_alone")
    if certificate is not None and key is not None:
        return bring_certificate(certificate, key, address, utc_now())
    return make_certificate(address, utc_now()) if made else None


def open_door(address: str, port: int, encryption: Encryption | None = None) -> Door:
    """Tell the settings where the door is, before the house is opened.

    The laptop itself is reached without encryption, so cookies go without the names that ask for it; what is answered
    on an encrypted line marks them all the same.
    """
    code = "".join(secrets.choice(LETTERS) for _letter in range(CODE_LENGTH))
    os.environ |= PLAIN | {"TRACKTWO_ROOM_ADDRESS": f"{address}:{port}", "TRACKTWO_ROOM_CODE": code}
    os.environ["TRACKTWO_ROOM_FINGERPRINT"] = encryption.fingerprint if encryption else ""
    hosts = os.environ.get("TRACKTWO_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
    os.environ["TRACKTWO_HOSTS"] = ",".join(dict.fromkeys([*hosts, "127.0.0.1", address]))
    return Door(address, port, code, encryption)


def print_door(door: Door) -> None:
    typer.echo(qr_in_letters(door.place))
    typer.echo(f"The room’s door is at {door.place}")
    typer.echo(f"By hand: {door.by_hand}, short code {door.code}")
    if door.encryption:
        typer.echo("It is encrypted. Where a browser warns, it must show this fingerprint (SHA-256):")
        typer.echo("\n".join(in_rows(door.encryption.fingerprint)))
    else:
        typer.echo("It is not encrypted: use this laptop’s own hotspot, with a passphrase that only the room has.")
    typer.echo("The picture for the wall: step 5, “Way into the room”.")


def in_rows(fingerprint: str) -> list[str]:
    pairs = fingerprint.split(":")
    return [" ".join(pairs[at : at + PAIRS_IN_A_ROW]) for at in range(0, len(pairs), PAIRS_IN_A_ROW)]
