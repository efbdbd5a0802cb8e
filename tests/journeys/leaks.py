"""Finding planted words in whatever a house leaves behind, however they are spelled there."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Iterator
from functools import cache
from html import escape
from io import BytesIO
from urllib.parse import quote
from zipfile import BadZipFile, ZipFile

from django.db import connection
from pypdf import PdfReader


@cache
def spellings(word: str) -> frozenset[bytes]:
    """As bytes of text, JSON, an address, a page, and base64 at each of its three offsets."""
    plain = {word, word.lower(), word.upper()}
    told = {each.encode() for each in plain}
    told |= {json.dumps(each)[1:-1].encode() for each in plain}
    told |= {quote(each).encode() for each in plain} | {escape(each).encode() for each in plain}
    told |= {each.encode("utf-16-le") for each in plain} | {each.encode("utf-16-be") for each in plain}
    told |= {each.encode().hex().encode() for each in plain}
    return frozenset(told) | {piece for each in plain for piece in in_base64(each.encode())}


def in_base64(word: bytes) -> Iterator[bytes]:
    for offset in range(3):
        coded = base64.b64encode(b"\0" * offset + word)
        # The first and last letters also hold bits of the neighbours.
        yield coded[4 if offset else 0 : len(coded) - 4]


def found_in(content: bytes, words: list[str]) -> list[str]:
    """Which of the words stand in the content, in its archive or in its pages."""
    parts = list(parts_of(content))
    return [word for word in words if any(spelling in part for spelling in spellings(word) for part in parts)]


FILES = (b"PK", b"%PDF")


def parts_of(content: bytes) -> Iterator[bytes]:
    yield content
    if content.startswith(b"PK"):
        try:
            with ZipFile(BytesIO(content)) as archive:
                for name in archive.namelist():
                    yield name.encode()
                    yield archive.read(name)
        except BadZipFile:
            return
    if content.startswith(b"%PDF"):
        document = PdfReader(BytesIO(content))
        yield " ".join(page.extract_text() for page in document.pages).encode()
        yield str(document.metadata).encode()
        for reference in document.xref_objStm or {}:
            yield str(document.get_object(reference)).encode()


def every_table() -> Iterator[tuple[str, bytes]]:
    """Each table and what stands in it, ciphertext and sessions included: its cells as one, its files one by one."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            cells = [
                bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode()
                for row in cursor.fetchall()
                for cell in row
            ]
            yield table, b"\n".join(cells)
            yield from ((table, cell) for cell in cells if cell.startswith(FILES))


def leaking_tables(words: list[str]) -> set[str]:
    return {table for table, cells in every_table() if found_in(cells, words)}


class Ear(logging.Handler):
    """Hears everything that a logger lets through."""

    def __init__(self) -> None:
        super().__init__(level=0)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(logging.Formatter().format(record))
