"""A telephone as the network sees it: requests over a line that breaks, and forms sent again until they are answered."""

from __future__ import annotations

import http.client
import secrets
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

FORM = "f" * 32
BROKEN = (OSError, http.client.HTTPException)


@dataclass
class Line:
    """``journal`` holds what the house has acknowledged, by the answer alone."""

    port: int
    session: str
    journal: list[str] = field(default_factory=list)
    refused: int = 0

    def ask(self, method: str, address: str, body: str = "", **headers: str) -> tuple[int, str, bytes]:
        """Status, where it leads, and the body; raises one of ``BROKEN``."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers |= {"Cookie": f"session={self.session}; form={FORM}"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            line.request(method, address, body.encode(), headers)
            answer = line.getresponse()
            return answer.status, answer.headers.get("Location", ""), answer.read()
        finally:
            line.close()

    def send(self, address: str, patience: float = 60, **typed: object) -> bool:
        """The same form with the same key until there is an answer; True when it is obeyed."""
        typed |= {"once": secrets.token_urlsafe(12), "csrfmiddlewaretoken": FORM}
        until = time.monotonic() + patience
        while time.monotonic() < until:
            try:
                status, place, _body = self.ask("POST", address, urlencode(typed, doseq=True))
            except BROKEN:
                status, place = 0, ""
            if status == 302 and "/sign-in/" not in place:
                return True
            if 400 <= status < 500:
                self.refused += 1
                return False
            time.sleep(0.1)
        return False

    def say(self, address: str, words: str) -> None:
        if self.send(address, text=words, language="en"):
            self.journal.append(words)
