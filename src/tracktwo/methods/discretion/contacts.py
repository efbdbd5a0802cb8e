"""Addresses: e-mail, telephone, handles; as they are compared, and where they stand in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_AT = r"(?:@|\s?[\[({]\s?(?:at|ат|собака|собачка|равлик)\s?[\])}]\s?|\s(?:at|собака|равлик)\s)"
_DOT = r"(?:\.|\s?[\[({]\s?(?:dot|крапка|точка)\s?[\])}]\s?|\s(?:dot|крапка|точка)\s)"
_AT_SIGN = re.compile(_AT, re.IGNORECASE)
_BEFORE = re.compile(r"[\w+%-](?:[\w.+%-]{0,62}[\w+%-])?$")
_BEHIND = re.compile(rf"[\w-]{{1,63}}(?:{_DOT}[\w-]{{2,24}}){{1,3}}", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.@/])@\w{4,32}|(?<=t\.me/)\w{4,32}")
_PHONE = re.compile(r"(?<![\w])\+?\d(?:[\s().\u00a0\u2009\u2010-\u2015-]{0,3}\d){6,14}(?!\d)")
_LOCAL = re.compile(r"(?<![\w@.])[a-z][\w-]*[._][\w.-]*[\w](?![\w@])", re.IGNORECASE)
_ASIDE = re.compile(r"\+[^@]*")
LONGEST_LOCAL = 64
LAST_DIGITS = 9
LEAST_DIGITS = 7
SHORTEST_LOCAL = 5
# Before the @ of nobody in particular.
_GENERIC_SAID = """
info office contact admin mail secretary press editor hello support team kontakt dekanat
"""
_GENERIC = frozenset(_GENERIC_SAID.split())


def plain_email(said: str) -> str:
    """An address as mail would be delivered: lower case, signs spelt out, what follows a plus left aside."""
    text = unicodedata.normalize("NFKC", said).casefold()
    text = re.sub(_AT, "@", text, flags=re.IGNORECASE)
    text = re.sub(_DOT, ".", text, flags=re.IGNORECASE)
    local, _at, host = "".join(text.split()).partition("@")
    return f"{_ASIDE.sub('', local)}@{host}"


def local_part(email: str) -> str:
    """What stands before the @, where it could be somebody's; else nothing."""
    local = plain_email(email).partition("@")[0]
    return "" if local in _GENERIC or len(local) < SHORTEST_LOCAL else local


def plain_phone(said: str) -> str:
    """The last nine digits: the country's code is written in many ways. Nothing for fewer than seven."""
    digits = "".join(sign for sign in unicodedata.normalize("NFKC", said) if sign.isascii() and sign.isdigit())
    return digits[-LAST_DIGITS:] if len(digits) >= LEAST_DIGITS else ""


def plain_handle(said: str) -> str:
    return said.strip().removeprefix("@").casefold()


def is_email(said: str) -> bool:
    return "@" in said.strip()[1:]


def is_handle(said: str) -> bool:
    return said.strip().startswith("@") or "t.me/" in said


def is_phone(said: str) -> bool:
    return bool(plain_phone(said)) and sum(sign.isalpha() for sign in said) == 0


Place = tuple[int, int]


def emails_in(text: str) -> Iterator[Place]:
    """Where addresses stand. The sign in the middle is looked for first: there are few, and words many."""
    for sign in _AT_SIGN.finditer(text):
        start = max(0, sign.start() - LONGEST_LOCAL)
        local, host = _BEFORE.search(text[start : sign.start()]), _BEHIND.match(text, sign.end())
        if local and host:
            yield start + local.start(), host.end()


def phones_in(text: str) -> Iterator[Place]:
    return (match.span() for match in _PHONE.finditer(text))


def handles_in(text: str) -> Iterator[Place]:
    return (match.span() for match in _HANDLE.finditer(text))


def locals_in(text: str) -> Iterator[Place]:
    """Words with a full stop or a low line inside, as people build their addresses."""
    return (match.span() for match in _LOCAL.finditer(text))
