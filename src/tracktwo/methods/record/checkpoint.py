"""Checkpoints: what somebody signs to say "so many entries, and this is their root", as text that fits a
sheet.

C2SP tlog-checkpoint (the three lines) inside C2SP signed-note (the signature lines below them). Signing and
checking signatures is passed in: this room knows the text only.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from tracktwo.methods.record.refusal import Refusal

ED25519 = b"\x01"  # signature type of the signed-note specification
LONGEST_NOTE = 16_384
MOST_SIGNATURES = 16
_NUMBER = re.compile(r"0|[1-9][0-9]{0,15}")
_KEY_NAME = re.compile(r"[^\s+]+")

Verify = Callable[[bytes, bytes, bytes], bool]
"""``verify(public_key, message, signature)``: is this Ed25519 signature good?"""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """``origin`` names one log, ``size`` counts its entries, ``root`` is their Merkle root (32 bytes)."""

    origin: str
    size: int
    root: bytes


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature line: who says to have signed, the first four bytes of the key's hash, the signature."""

    name: str
    key_id: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A signed note: its text (ending in a newline) and its signatures, not yet checked."""

    text: str
    signatures: tuple[Signature, ...]


def key_id(name: str, public_key: bytes) -> bytes:
    """SHA-256(name | newline | 0x01 | public key), first four bytes: which key, not a proof of anything."""
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public_key).digest()[:4]


def verifier_key(name: str, public_key: bytes) -> str:
    """A public key as one line, as the tools for signed notes read it: ``name+hash+base64(type | key)``."""
    return f"{name}+{key_id(name, public_key).hex()}+{_encode(ED25519 + public_key)}"


def checkpoint_text(checkpoint: Checkpoint) -> str:
    """The three lines that are signed. Raises Refusal ``record.checkpoint_form``."""
    if not _KEY_NAME.fullmatch(checkpoint.origin) or checkpoint.size < 0 or len(checkpoint.root) != 32:
        raise Refusal("record.checkpoint_form")
    return f"{checkpoint.origin}\n{checkpoint.size}\n{_encode(checkpoint.root)}\n"


def signed_note(text: str, signatures: list[Signature]) -> str:
    """The text, an empty line, and a line per signature. Raises Refusal ``record.note_form``."""
    lines = [f"— {s.name} {_encode(s.key_id + s.signature)}\n" for s in signatures]
    note = text + "\n" + "".join(lines)
    read_note(note)
    return note


def read_note(note: str) -> Note:
    """The parts of a signed note. Raises Refusal ``record.note_form`` unless it has exactly the published
    form.
    """
    text, empty_line, below = note.rpartition("\n\n")
    lines = below.split("\n")
    if not empty_line or len(note) > LONGEST_NOTE or lines.pop() != "" or not 1 <= len(lines) <= MOST_SIGNATURES:
        raise Refusal("record.note_form")
    if any(character < " " and character != "\n" for character in note):
        raise Refusal("record.note_form")
    return Note(text + "\n", tuple(_read_signature(line) for line in lines))


def _read_signature(line: str) -> Signature:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "—" or not _KEY_NAME.fullmatch(parts[1]):
        raise Refusal("record.note_form")
    blob = _decode(parts[2], "record.note_form")
    if len(blob) < 5:
        raise Refusal("record.note_form")
    return Signature(parts[1], blob[:4], blob[4:])


def read_checkpoint(text: str) -> Checkpoint:
    """The checkpoint of a note's text: three lines and no extension line, which nobody could audit.

    Raises Refusal ``record.checkpoint_form``.
    """
    lines = text.split("\n")
    if len(lines) != 4 or lines[3] or not _KEY_NAME.fullmatch(lines[0]) or not _NUMBER.fullmatch(lines[1]):
        raise Refusal("record.checkpoint_form")
    root = _decode(lines[2], "record.checkpoint_form")
    if len(root) != 32:
        raise Refusal("record.checkpoint_form")
    return Checkpoint(lines[0], int(lines[1]), root)


def is_signed_by(note: Note, name: str, public_key: bytes, verify: Verify) -> bool:
    """Is there a line by this key, and is every such line good? Lines of unknown keys are passed over, as
    specified.
    """
    wanted = (name, key_id(name, public_key))
    mine = [s.signature for s in note.signatures if (s.name, s.key_id) == wanted]
    return bool(mine) and all(verify(public_key, note.text.encode(), signature) for signature in mine)


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _decode(text: str, code: str) -> bytes:
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as fault:
        raise Refusal(code) from fault
    if _encode(data) != text:  # the last character has spare bits that base64 readers overlook
        raise Refusal(code)
    return data
