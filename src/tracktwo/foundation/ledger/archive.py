"""The export: one ZIP whose every byte follows from the record and the key."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Sequence
from importlib.resources import files

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tracktwo.foundation.ledger.host_key import public_key
from tracktwo.methods.record import Signature, key_id, signed_note, verifier_key

NEEDS_VERSION = 20  # 2.0 of the ZIP specification: nothing newer is used
FIRST_OF_JANUARY_1980 = 0x21  # the earliest date a ZIP can hold, for files that have none


def export_zip(record: bytes, checkpoint: str, origin: str, key: Ed25519PrivateKey, *, cosigned: bytes = b"") -> bytes:
    """Pack the record's lines and its checkpoint with a README, the public key, the verifier and a signed list.

    Co-signatures of communities lie beside them where there are any.
    """
    contents = [
        ("README.txt", (files("tracktwo.foundation.ledger") / "export-readme.txt").read_bytes()),
        ("record.jsonl", record),
        ("checkpoint.txt", checkpoint.encode()),
        ("host.pub", (verifier_key(origin, public_key(key)) + "\n").encode()),
        # Read as a file, not imported: the verifier belongs to the command line, above this floor.
        ("verify_record.py", (files("tracktwo") / "cli" / "methods" / "verify_record.py").read_bytes()),
        *([("cosignatures.jsonl", cosigned)] if cosigned else []),
    ]
    return stored_zip([*contents, ("contents.txt", _list_of(contents, origin, key).encode())])


def _list_of(contents: Sequence[tuple[str, bytes]], origin: str, key: Ed25519PrivateKey) -> str:
    lines = [f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in contents]
    text = "tracktwo/export/v1\n" + "".join(lines)
    return signed_note(text, [Signature(origin, key_id(origin, public_key(key)), key.sign(text.encode()))])


def stored_zip(contents: Sequence[tuple[str, bytes]]) -> bytes:
    """A ZIP without compression, dates, attributes or comments: one sequence of bytes for one list of files.

    Written here because zipfile's bytes differ between systems, and compressed bytes between libraries.
    """
    front, directory = bytearray(), bytearray()
    for name, content in contents:
        title = name.encode("ascii")
        about = struct.pack(
            "<HHHHHIIIHH",
            *(NEEDS_VERSION, 0, 0, 0, FIRST_OF_JANUARY_1980),
            *(zlib.crc32(content), len(content), len(content), len(title), 0),
        )
        place = struct.pack("<HHHII", 0, 0, 0, 0, len(front))
        directory += b"PK\x01\x02" + struct.pack("<H", NEEDS_VERSION) + about + place + title
        front += b"PK\x03\x04" + about + title + content
    counts = struct.pack("<HHHHIIH", 0, 0, len(contents), len(contents), len(directory), len(front), 0)
    return bytes(front + directory + b"PK\x05\x06" + counts)
