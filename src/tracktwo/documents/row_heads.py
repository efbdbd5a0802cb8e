"""Header cells of rows in a printed document, which the typesetter's Python package cannot tag.

typst has ``pdf.header-cell`` behind a switch that its package does not hand on (0.15.2), and tags the first cell of a
row as data. Tags stand in the bytes as plain objects, and a cell of data names the head of its column: ``(U2x0y0)`` is
table 2, column 0. So the first cells become headers of their rows there. The other cells then name nothing, because
who reads by names alone would hear the column and never the row; without names a reader goes left and up by the scopes
(ISO 32000-2, 14.8.4.8.3). Every change is as long as what it replaces: no table of offsets moves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# From the head of the object on, because a title may say anything; a line break in it is written as an escape.
CELL = re.compile(
    rb"(?P<object>\n\d+ 0 obj\n<</Type/StructElem)/S/TD"
    rb"(?P<between>/P \d+ 0 R(?:/[A-Z][A-Za-z]*\([^)]*\))*/A\[<</O/Table)"
    rb"(?P<head>/Headers\[\(U(?P<table>\d+)x(?P<column>\d+)y0\)\])"
)
ROW = b"/Scope/Row"


def name_rows(made: bytes, are_named: Sequence[bool]) -> bytes:
    """The document with row headers; ``are_named`` says of its tables, in reading order, whose rows have one."""

    def named(cell: re.Match[bytes]) -> bytes:
        if not are_named[int(cell["table"]) - 1]:
            return cell[0]
        kind, scope = (b"/S/TH", ROW) if cell["column"] == b"0" else (b"/S/TD", b"")
        return cell["object"] + kind + cell["between"] + scope.ljust(len(cell["head"]))

    return CELL.sub(named, made)
