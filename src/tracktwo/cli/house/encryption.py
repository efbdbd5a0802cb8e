"""Encryption of the room's own door: by a certificate that was brought, or by one that is made for this evening."""

from __future__ import annotations

import ipaddress
import secrets
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tracktwo.methods.record import Refusal

NEUTRAL = "room"  # whoever looks at the certificate on a telephone learns no more than that
WATCHES_GO_WRONG = timedelta(days=1)
FOR_A_WORKSHOP = timedelta(days=8)


@dataclass(frozen=True)
class Encryption:
    """``fingerprint``: SHA-256 over the certificate, as browsers show it, in pairs of capital letters and figures."""

    context: ssl.SSLContext
    fingerprint: str


def bring_certificate(certificate: Path, key: Path, address: str, now: datetime) -> Encryption:
    """Refuses ``house.certificate_unreadable``, ``house.key_unreadable``, ``house.key_foreign``,
    ``house.certificate_out_of_date`` and ``house.certificate_elsewhere``.
    """
    first = _read_certificate(certificate)
    if not first.not_valid_before_utc <= now < first.not_valid_after_utc:
        since, until = (f"{day:%Y-%m-%d}" for day in (first.not_valid_before_utc, first.not_valid_after_utc))
        raise Refusal("house.certificate_out_of_date", since=since, until=until)
    if not _covers(first, address):
        raise Refusal("house.certificate_elsewhere", address=address)
    return Encryption(_context(certificate, key), _fingerprint(first))


def make_certificate(address: str, now: datetime) -> Encryption:
    """A certificate and a key for this evening and this address. The key never lies on a disk in the clear."""
    key = ec.generate_private_key(ec.SECP256R1())
    certificate, passphrase = _certificate_for(address, key, now), secrets.token_hex(32).encode()
    locked = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase))
    with TemporaryDirectory() as place:
        both = Path(place) / "door.pem"
        both.write_bytes(certificate.public_bytes(Encoding.PEM) + locked)
        return Encryption(_context(both, both, lambda: passphrase), _fingerprint(certificate))


def _certificate_for(address: str, key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    """It signs for nothing but this one address, so that whoever trusts it trusts nothing else by it."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NEUTRAL)])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - WATCHES_GO_WRONG)
        .not_valid_after(now + FOR_A_WORKSHOP)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([_general_name(address)]), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    )
    return built.sign(key, hashes.SHA256())


def _general_name(address: str) -> x509.GeneralName:
    with suppress(ValueError):
        return x509.IPAddress(ipaddress.ip_address(address))
    return x509.DNSName(address)


def _read_certificate(place: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificates(place.read_bytes())[0]
    except (OSError, ValueError):
        raise Refusal("house.certificate_unreadable", place=str(place)) from None


def _covers(certificate: x509.Certificate, address: str) -> bool:
    """By its alternative names alone: browsers look at nothing else."""
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    if any(str(found) == address for found in names.get_values_for_type(x509.IPAddress)):
        return True
    wanted = {address.lower(), f"*.{address.lower().partition('.')[2]}"}
    return any(found.lower() in wanted for found in names.get_values_for_type(x509.DNSName))


def _context(certificate: Path, key: Path, passphrase: Callable[[], bytes] = lambda: b"") -> ssl.SSLContext:
    """Refuses ``house.key_unreadable``, also for a key under a passphrase: nobody is there to type it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certificate, key, passphrase)
    except ssl.SSLError as error:
        code = "house.key_foreign" if error.reason == "KEY_VALUES_MISMATCH" else "house.key_unreadable"
        raise Refusal(code, place=str(key)) from None
    except OSError:
        raise Refusal("house.key_unreadable", place=str(key)) from None
    return context


def _fingerprint(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()
