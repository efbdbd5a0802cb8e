"""The room's own door, on the network of the host's laptop: where it is, and who has come by it.

``tracktwo serve --room`` opens it on a port of its own. There the line is not encrypted, or by a certificate that
nobody but the wall vouches for, so whoever comes by it is let into one programme's room and nowhere else, and a session
made there is good there only.
"""

from __future__ import annotations

import hmac

from django.conf import settings
from django.http import HttpRequest

MARK = "room"


def is_open() -> bool:
    return bool(settings.TRACKTWO_ROOM_CODE)


def is_encrypted() -> bool:
    return bool(settings.TRACKTWO_ROOM_FINGERPRINT)


def fingerprint() -> str:
    """Of the certificate, in pairs; nothing where the line is not encrypted."""
    return settings.TRACKTWO_ROOM_FINGERPRINT.replace(":", " ")


def place() -> str:
    """What is typed by hand: browsers have to be told of the encryption, and of nothing else."""
    return f"https://{settings.TRACKTWO_ROOM_ADDRESS}" if is_encrypted() else settings.TRACKTWO_ROOM_ADDRESS


def address() -> str:
    """With the code in it, as the picture on the wall has it."""
    scheme = "https" if is_encrypted() else "http"
    return f"{scheme}://{settings.TRACKTWO_ROOM_ADDRESS}/room/{settings.TRACKTWO_ROOM_CODE}/"


def came_by_it(request: HttpRequest) -> bool:
    """Told by the port that the server has answered on, never by what a browser says of the host."""
    port = settings.TRACKTWO_ROOM_ADDRESS.rpartition(":")[2]
    return is_open() and request.META.get("SERVER_PORT") == port


def knows_code(typed: str) -> bool:
    return is_open() and hmac.compare_digest(typed.strip().lower().encode(), settings.TRACKTWO_ROOM_CODE.encode())


def mark(request: HttpRequest, key: str) -> None:
    """This session is good for one programme's room, until the door is shut."""
    request.session[MARK] = [settings.TRACKTWO_ROOM_CODE, key]


def room_of(request: HttpRequest) -> str:
    """The key of the programme that this session is good for; nothing after the door has been opened anew."""
    code, key = request.session.get(MARK, ("", ""))
    return str(key) if knows_code(code) else ""
