"""From bytes to letters: which encoding a file is in, decided with certainty or refused."""

from __future__ import annotations

import codecs
import re

from tracktwo.methods.record import Refusal

_CYRILLIC = "А-Яа-яЁёІіЇїЄєҐґЎў"
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_WORD = re.compile(f"[{_CYRILLIC}]+")
_LATIN_WORD = re.compile("[A-Za-z]+")
_PUNCTUATION = set("«»„“”‘’–—…№°§\u00a0")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")


def decode(content: bytes) -> tuple[str, str]:
    """Text and the name of its encoding: UTF-8, UTF-16 with a mark, or Windows-1251.

    Raises Refusal ``table.workbook`` or ``table.encoding``.
    """
    if content.startswith(_WORKBOOKS):
        raise Refusal("table.workbook")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text, encoding = _decode_strictly(content, "utf-16"), "utf-16"
    elif content.startswith(codecs.BOM_UTF8):
        text, encoding = _decode_strictly(content, "utf-8-sig"), "utf-8"
    else:
        text, encoding = _decode_unmarked(content)
    if "\x00" in text:
        raise Refusal("table.workbook")
    if not text.strip():
        raise Refusal("table.empty")
    return text, encoding


def _decode_strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Refusal("table.encoding") from error


def _decode_unmarked(content: bytes) -> tuple[str, str]:
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = _decode_strictly(content, "cp1251")
    if not _reads_as_cyrillic(text):
        raise Refusal("table.encoding")
    return text, "windows-1251"


def _reads_as_cyrillic(text: str) -> bool:
    """Every word wholly Cyrillic or wholly Latin, and cased as people write.

    Western European text read as Windows-1251 mixes the alphabets inside words ("Mьller"); KOI8-R and CP866
    read as Windows-1251 put capitals after small letters ("оПХБЕР").
    """
    words = _WORD.findall(text)
    if not all(_LATIN_WORD.fullmatch(word) or _is_cyrillic_word(word) for word in words):
        return False
    signs = {sign for sign in text if ord(sign) > 127 and not sign.isalpha()}
    return signs <= _PUNCTUATION and any(len(word) > 1 and _is_cyrillic_word(word) for word in words)


def _is_cyrillic_word(word: str) -> bool:
    rises = any(one.islower() and other.isupper() for one, other in zip(word, word[1:], strict=False))
    return bool(_CYRILLIC_WORD.fullmatch(word)) and not rises
