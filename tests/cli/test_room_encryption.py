"""The room's own door with a certificate: brought or made, refused in words, and spoken to by a client of TLS."""

from __future__ import annotations

import http.client
import json
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
)

from tests.cast import PASSPHRASE
from tests.journeys.house import House, free_port
from tracktwo.cli.house.encryption import bring_certificate, make_certificate
from tracktwo.cli.house.room import encryption_asked_for
from tracktwo.methods.record import Refusal

NOW = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)
HERE = "10.42.0.1"
FORM = "f" * 32


@pytest.fixture
def key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def written(place: Path, key: ec.EllipticCurvePrivateKey, lock: KeySerializationEncryption | None = None) -> Path:
    place.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock or NoEncryption()))
    return place


def certified(place: Path, key: ec.EllipticCurvePrivateKey, *names: x509.GeneralName) -> Path:
    """A certificate for a month around ``NOW``."""
    subject = x509.Name([])
    built = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    built = built.serial_number(7).not_valid_before(NOW - timedelta(15)).not_valid_after(NOW + timedelta(15))
    if names:
        built = built.add_extension(x509.SubjectAlternativeName(names), critical=False)
    place.write_bytes(built.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM))
    return place


@pytest.mark.parametrize("address", ["room.example", "hall.room.example"])
def test_a_certificate_that_was_brought_holds_for_its_names(
    tmp_path: Path, key: ec.EllipticCurvePrivateKey, address: str
) -> None:
    names = (x509.DNSName("room.example"), x509.DNSName("*.room.example"))
    certificate = certified(tmp_path / "c.pem", key, *names)
    found = bring_certificate(certificate, written(tmp_path / "k.pem", key), address, NOW)
    der = ssl.PEM_cert_to_DER_cert(certificate.read_text())
    assert found.fingerprint.replace(":", "").lower() == sha256(der).hexdigest()


def refused(certificate: Path, key: Path, address: str = "room.example", now: datetime = NOW) -> str:
    with pytest.raises(Refusal) as refusal:
        bring_certificate(certificate, key, address, now)
    return refusal.value.code


def test_a_certificate_that_holds_elsewhere_or_at_another_time_is_refused(
    tmp_path: Path, key: ec.EllipticCurvePrivateKey
) -> None:
    named = certified(tmp_path / "named.pem", key, x509.DNSName("room.example"), x509.DNSName("*.room.example"))
    nameless, its_key = certified(tmp_path / "nameless.pem", key), written(tmp_path / "k.pem", key)
    for address in (HERE, "example", "other.example", "a.b.room.example"):
        assert refused(named, its_key, address) == "house.certificate_elsewhere"
    assert refused(nameless, its_key) == "house.certificate_elsewhere"
    for days in (-16, 15):
        assert refused(named, its_key, now=NOW + timedelta(days)) == "house.certificate_out_of_date"


def test_files_that_are_no_certificate_or_not_its_key_are_refused(
    tmp_path: Path, key: ec.EllipticCurvePrivateKey
) -> None:
    certificate, its_key = certified(tmp_path / "c.pem", key, x509.DNSName("room.example")), tmp_path / "k.pem"
    written(its_key, key)
    (tmp_path / "words.pem").write_text("-----BEGIN CERTIFICATE-----\nnot so\n-----END CERTIFICATE-----\n")
    for place in (tmp_path / "absent.pem", tmp_path, tmp_path / "words.pem", its_key):
        assert refused(place, its_key) == "house.certificate_unreadable"
    locked = written(tmp_path / "locked.pem", key, BestAvailableEncryption(b"heather"))
    for place in (tmp_path / "absent.pem", tmp_path, tmp_path / "words.pem", certificate, locked):
        assert refused(certificate, place) == "house.key_unreadable"
    foreign = written(tmp_path / "foreign.pem", ec.generate_private_key(ec.SECP256R1()))
    assert refused(certificate, foreign) == "house.key_foreign"


@pytest.mark.parametrize(("given", "made"), [(("c", None), False), ((None, "k"), False), (("c", "k"), True)])
def test_a_certificate_is_brought_whole_or_made_and_not_both(given: tuple[str | None, ...], made: bool) -> None:
    certificate, key = (Path(each) if each else None for each in given)
    with pytest.raises(Refusal) as refusal:
        encryption_asked_for(certificate, key, made, HERE)
    assert refusal.value.code == "house.certificate_alone"


def test_no_certificate_is_taken_where_no_door_is_asked_for(tmp_path: Path) -> None:
    house = House(tmp_path)
    command = [sys.executable, "-m", "tracktwo", "serve", "--data", str(tmp_path), "--own-certificate"]
    done = subprocess.run(command, env=house.environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, "Nothing was started. Add --room." in done.stderr) == (1, True)
    assert not (tmp_path / "tracktwo.sqlite3").exists()


def test_two_evenings_have_nothing_in_common_and_nothing_is_left_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    first, second = (make_certificate(HERE, NOW) for _evening in range(2))
    assert first.fingerprint != second.fingerprint
    assert list(tmp_path.iterdir()) == []


@dataclass
class Evening:
    """A house that is served with an encrypted door, and what a telephone in the room says to it."""

    house: House
    port: int
    made: dict[str, dict[str, list[str]]]

    @property
    def code(self) -> str:
        found = re.search(r"short code (\w{6})", self.house.said)
        assert found
        return found[1]

    def certificate(self) -> bytes:
        """As anybody is shown it, trusted or not."""
        asking = ssl._create_unverified_context()
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as wire, asking.wrap_socket(wire) as line:
            shown = line.getpeercert(binary_form=True)
        assert shown
        return shown

    def trusting(self) -> ssl.SSLContext:
        """A telephone whose bearer has compared the fingerprint; it checks the address by itself."""
        context = ssl.create_default_context(cadata=ssl.DER_cert_to_PEM_cert(self.certificate()))
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        return context

    def line(self) -> http.client.HTTPSConnection:
        return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=20, context=self.trusting())

    def enter(self) -> http.client.HTTPResponse:
        """As somebody with a seat."""
        typed = {"alias": self.made["sides"]["1"][0], "passphrase": PASSPHRASE, "csrfmiddlewaretoken": FORM}
        headers = {"Cookie": f"form={FORM}", "Content-Type": "application/x-www-form-urlencoded"}
        headers["Origin"] = f"https://127.0.0.1:{self.port}"
        line = self.line()
        line.request("POST", f"/room/{self.code}/", urlencode(typed), headers)
        return line.getresponse()

    def inside(self, entered: http.client.HTTPResponse, address: str, **headers: str) -> http.client.HTTPResponse:
        given = entered.headers.get_all("Set-Cookie") or []
        line = self.line()
        session = next(cookie for cookie in given if cookie.startswith("session=")).partition(";")[0]
        line.request("GET", address, headers={"Cookie": session} | headers)
        return line.getresponse()


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    house, port = House(tmp_path_factory.mktemp("evening") / "house"), free_port()
    house.make_empty()
    made = json.loads(house.run("-m", "tests.journeys.hall.make", str(house.place), "2", "2"))
    house.more = ("--room", "--room-address", "127.0.0.1", "--room-port", str(port), "--own-certificate")
    try:
        house.start()
        yield Evening(house, port, made)
    finally:
        house.stop()


@pytest.mark.journey
def test_the_terminal_shows_the_fingerprint_of_the_certificate_that_telephones_are_shown(evening: Evening) -> None:
    pairs = sha256(evening.certificate()).hexdigest().upper()
    rows = [" ".join(re.findall("..", pairs[at : at + 16])) for at in range(0, 64, 16)]
    assert "\n".join(rows) in evening.house.said
    assert f"https://127.0.0.1:{evening.port}/room/{evening.code}/" in evening.house.said


@pytest.mark.journey
def test_over_the_encrypted_line_somebody_with_a_seat_enters_and_the_cookies_keep_to_it(evening: Evening) -> None:
    entered = evening.enter()
    given = entered.headers.get_all("Set-Cookie") or []
    room = f"/p/{evening.made['key']}/convene/room/"
    assert (entered.status, entered.headers["Location"]) == (302, room)
    assert given and all("Secure" in cookie and "SameSite=Strict" in cookie for cookie in given)
    assert evening.inside(entered, room).status == 200


@pytest.mark.journey
def test_without_encryption_the_door_does_not_answer_and_the_laptop_itself_does(evening: Evening) -> None:
    plain = http.client.HTTPConnection("127.0.0.1", evening.port, timeout=20)
    with pytest.raises((http.client.HTTPException, OSError)):
        plain.request("GET", "/room/")
        plain.getresponse()
    itself = http.client.HTTPConnection("127.0.0.1", evening.house.port, timeout=20)
    itself.request("GET", "/sign-in/")
    given = itself.getresponse().headers.get_all("Set-Cookie") or []
    assert given and not any("Secure" in cookie for cookie in given)


@pytest.mark.journey
def test_a_stream_that_is_open_on_the_encrypted_line_does_not_keep_the_house_from_ending(evening: Evening) -> None:
    """Last in this module: it ends the house. What stands in the terminal then holds nobody's address."""
    now = f"/p/{evening.made['key']}/convene/room/now/"
    stream = evening.inside(evening.enter(), now, Accept="text/event-stream")
    assert (stream.status, stream.readline()[:4]) == (200, b"retr")
    began, process = time.monotonic(), evening.house.process
    assert process
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0
    assert time.monotonic() - began < 4
    assert not any(word in evening.house.said for word in ("Traceback", "SSL", "peername"))
