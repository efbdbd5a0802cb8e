"""What a person pastes from a public source: drand's answer, or the numbers of RFC 3797's sources."""

from __future__ import annotations

import json
import re

from tracktwo.methods.draw import Drand, Rfc3797, Value, check_value
from tracktwo.methods.record import Refusal

LARGEST = 10_000
_HEX = re.compile(r"(?:[0-9a-fA-F]{2})+")
_NUMBER = re.compile(r"[0-9]{1,15}")


def read_drand(text: str, beacon: Drand) -> Value:
    """The value of the draw's round: drand's JSON as it is shown, or the signature alone in hexadecimal.

    Raises Refusal ``draw.value`` for neither, and those of ``check_value``.
    """
    text = text.strip()
    if len(text) > LARGEST:
        raise Refusal("draw.value")
    if _HEX.fullmatch(text):
        return check_value(beacon, bytes.fromhex(text), None, None)
    try:
        told = json.loads(text)
        number, signature = told["round"], bytes.fromhex(told["signature"])
        randomness = bytes.fromhex(told["randomness"]) if "randomness" in told else None
    except (ValueError, TypeError, KeyError, RecursionError) as fault:
        raise Refusal("draw.value") from fault
    if type(number) is not int:
        raise Refusal("draw.value")
    return check_value(beacon, signature, number, randomness)


def read_numbers(text: str, beacon: Rfc3797) -> Value:
    """One line a source, in the order named, its numbers apart by spaces or commas. Raises Refusal ``draw.sources``."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(text) > LARGEST:
        raise Refusal("draw.sources", sources=len(beacon.sources))
    return beacon.value([_read_line(line, beacon) for line in lines])


def _read_line(line: str, beacon: Rfc3797) -> list[int]:
    parts = re.split(r"[\s,]+", line.strip().strip(","))
    if not all(_NUMBER.fullmatch(part) for part in parts):
        raise Refusal("draw.sources", sources=len(beacon.sources))
    return [int(part) for part in parts]
