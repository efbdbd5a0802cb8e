"""The parts every chart is made of: frame, weaves, axes, words. Strings in, strings out.

Looks come from classes (``parts.css`` on a page, ``standalone`` in print), never from ``style=``:
pages forbid it. Every id begins with the chart's prefix, because several charts share a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.sax.saxutils import quoteattr

from tracktwo.documents.charts.scales import LinearScale

PREFIX = re.compile(r"[a-z][a-z0-9-]*")
# ".t3" is the host's ink in the style sheet, so the third community's thread is the fourth class
THREADS = {1: "t1", 2: "t2", 3: "t4"}
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# half an em at 13 units: right for Latin, a little narrow for Cyrillic capitals
GLYPH = 6.7
# on a phone the style sheet sets words of charts in 18 units instead of 13, so lines are broken to fit that
PHONE = 13 / 18

WEAVES = {
    1: (
        '<pattern id="{id}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="5" height="5" class="f1"/><path class="knock" d="M0 0V5"/></pattern>'
    ),
    2: (
        '<pattern id="{id}" width="5" height="5" patternUnits="userSpaceOnUse">'
        '<rect width="5" height="5" class="f2"/><circle class="dotk" cx="2.5" cy="2.5" r="1.2"/></pattern>'
    ),
    3: (
        # a long tile: where bars of two tiles meet, some readers show a seam
        '<pattern id="{id}" width="600" height="5" patternUnits="userSpaceOnUse">'
        '<rect width="600" height="5" class="f3"/><path class="knock" d="M0 2.5H600"/></pattern>'
    ),
}


def escape(text: str) -> str:
    """Text for inside an element; characters that XML cannot carry become the replacement mark."""
    clean = NOT_IN_XML.sub("\ufffd", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: object) -> str:
    return quoteattr(NOT_IN_XML.sub("\ufffd", str(text)))


def number(amount: float) -> str:
    """A coordinate: at most two decimals, no trailing noughts, never minus nought."""
    shown = f"{amount:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def frame(
    prefix: str,
    width: float,
    height: float,
    title: str,
    description: str,
    body: Iterable[str],
    top: float = 0,
) -> str:
    """The whole picture. ``title`` names it and ``description`` tells what it shows; both are read aloud.

    Raises ValueError where a prefix could not begin an id, or where there is nothing to read aloud.
    """
    if not PREFIX.fullmatch(prefix):
        raise ValueError(f"{prefix!r} cannot begin an id")
    if not title.strip() or not description.strip():
        raise ValueError("a chart has a title and a description")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {number(top)} {number(width)} {number(height)}"'
        f' role="img" aria-labelledby="{prefix}-title {prefix}-desc">'
        f'<title id="{prefix}-title">{escape(title)}</title>'
        f'<desc id="{prefix}-desc">{escape(description)}</desc>'
        f"{''.join(body)}</svg>"
    )


def weave_defs(prefix: str, weaves: Iterable[int]) -> str:
    """The fabrics of the communities that a chart shows, each once, in the order of their numbers."""
    patterns = (WEAVES[weave].format(id=f"{prefix}-weave-{weave}") for weave in sorted(set(weaves)))
    return f"<defs>{''.join(patterns)}</defs>"


def weave_fill(prefix: str, weave: int) -> str:
    return f"url(#{prefix}-weave-{weave})"


def text(x: float, y: float, said: str, *classes: str) -> str:
    mark = f' class="{" ".join(classes)}"' if classes else ""
    return f'<text{mark} x="{number(x)}" y="{number(y)}">{escape(said)}</text>'


def rect(x: float, y: float, width: float, height: float, *, shape: str = "", fill: str = "") -> str:
    """A bar, looking like class ``shape`` or filled with the weave ``fill``; negative sizes become 0."""
    look = (f' class="{shape}"' if shape else "") + (f' fill="{fill}"' if fill else "")
    size = f'width="{number(max(0.0, width))}" height="{number(max(0.0, height))}"'
    return f'<rect x="{number(x)}" y="{number(y)}" {size}{look}/>'


def line(shape: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<path class="{shape}" d="M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}"/>'


def polyline(shape: str, points: Iterable[tuple[float, float]]) -> str:
    path = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f'<path class="{shape}" d="M{path}"/>'


def mark(weave: int, x: float, y: float, size: float) -> str:
    """One point of a community: a circle, a diamond or a square, so that shape says what colour says."""
    if weave == 1:
        return f'<circle class="f1" cx="{number(x)}" cy="{number(y)}" r="{number(size)}"/>'
    side = size * 1.8
    turn = f' transform="rotate(45 {number(x)} {number(y)})"' if weave == 2 else ""
    return (
        f'<rect class="f{weave}" x="{number(x - side / 2)}" y="{number(y - side / 2)}"'
        f' width="{number(side)}" height="{number(side)}"{turn}/>'
    )


def bottom_axis(scale: LinearScale, y: float, ticks: Iterable[float], show: Callable[[float], str]) -> str:
    """An inked line with a word under each tick; the outer words lean inwards and stay inside."""
    said = [line("ink", scale.start, y, scale.end, y)]
    for tick in ticks:
        lean = "end" if tick >= scale.high else "" if tick <= scale.low else "mid"
        said.append(text(scale(tick), y + 20, show(tick), *([lean] if lean else [])))
    return "".join(said)


def left_axis(scale: LinearScale, x: float, end: float, ticks: Iterable[float], show: Callable[[float], str]) -> str:
    """Thin lines across the picture from ``x`` to ``end``, with their amounts to the left."""
    return "".join(
        line("grid", x, scale(tick), end, scale(tick)) + text(x - 8, scale(tick) + 4, show(tick), "end")
        for tick in ticks
    )


def wrap(said: str, width: float) -> tuple[str, ...]:
    """Breaks words into lines of about ``width`` units, on a phone too; a longer word stays whole."""
    lines: list[str] = []
    for word in said.split():
        if lines and (len(lines[-1]) + 1 + len(word)) * GLYPH <= width * PHONE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines) or ("",)
