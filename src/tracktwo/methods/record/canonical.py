"""Canonical JSON: one value, one sequence of bytes, so that a hash of it means the value and nothing else.

RFC 8785 (JSON Canonicalization Scheme), restricted to null, booleans, integers, strings, lists and objects.
Numbers with a fraction are refused: their shortest form depends on an algorithm that a second reader would
have to trust.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping

from tracktwo.methods.record.refusal import Refusal

JSON = None | bool | int | str | list["JSON"] | dict[str, "JSON"]

LARGEST_INTEGER = 2**53 - 1  # RFC 7493: beyond it, other readers round
DEEPEST = 32


def canonical_json(value: object) -> bytes:
    """The canonical UTF-8 bytes of ``value``.

    Members are sorted by the UTF-16 code units of their names, there is no white space, and only ``"``,
    ``\\`` and the control characters below U+0020 are escaped. Raises Refusal ``record.not_canonical`` with a
    ``reason``: kind (floats, tuples, bytes), integer, text (not in Normalization Form C, or a lone
    surrogate), name, depth.
    """
    _check(value, 0)
    return json.dumps(_sorted(value), ensure_ascii=False, separators=(",", ":")).encode()


def read_canonical(data: bytes) -> JSON:
    """The value whose canonical form is exactly ``data``; raises Refusal ``record.not_canonical`` for all
    else.
    """
    try:
        value: JSON = json.loads(data.decode(), parse_float=_refuse_number, parse_constant=_refuse_number)
    except (ValueError, RecursionError) as fault:
        raise Refusal("record.not_canonical", reason="json") from fault
    if canonical_json(value) != data:
        raise Refusal("record.not_canonical", reason="form")
    return value


def _refuse_number(_text: str) -> JSON:
    raise Refusal("record.not_canonical", reason="kind")


def _check(value: object, depth: int) -> None:
    if depth > DEEPEST:
        raise Refusal("record.not_canonical", reason="depth")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int):  # booleans too: they are small integers to Python
        if abs(value) > LARGEST_INTEGER:
            raise Refusal("record.not_canonical", reason="integer")
    elif isinstance(value, list):
        for item in value:
            _check(item, depth + 1)
    elif isinstance(value, dict):
        for name, item in value.items():
            _check_name(name)
            _check(item, depth + 1)
    elif value is not None:
        raise Refusal("record.not_canonical", reason="kind")


def _check_name(name: object) -> None:
    if not isinstance(name, str):
        raise Refusal("record.not_canonical", reason="name")
    _check_text(name)


def _check_text(text: str) -> None:
    if text.isascii():
        return
    try:
        text.encode()  # UTF-8 has no form for a lone surrogate
    except UnicodeEncodeError as fault:
        raise Refusal("record.not_canonical", reason="text") from fault
    if not unicodedata.is_normalized("NFC", text):
        raise Refusal("record.not_canonical", reason="text")


def _sorted(value: object) -> object:
    # Python compares strings by code point; RFC 8785 by UTF-16 unit. They differ above U+FFFF.
    if isinstance(value, Mapping):
        return {name: _sorted(value[name]) for name in sorted(value, key=lambda name: name.encode("utf-16-be"))}
    if isinstance(value, list):
        return [_sorted(item) for item in value]
    return value
