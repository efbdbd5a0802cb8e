"""An address as a square that a telephone reads: for a page, and for a terminal."""

from __future__ import annotations

from io import StringIO

import segno

QUIET = 4  # modules of white around it, as the standard asks


def qr_picture(address: str, title: str) -> str:
    """As SVG with a title, black on white in the dark too: many telephones read no other."""
    return segno.make_qr(address, error="m").svg_inline(
        title=title, border=QUIET, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None
    )


def qr_in_letters(address: str) -> str:
    """Of half blocks, for a terminal."""
    drawn = StringIO()
    segno.make_qr(address, error="l").terminal(drawn, border=QUIET, compact=True)
    return drawn.getvalue()
