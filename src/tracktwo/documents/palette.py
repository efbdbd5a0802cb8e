"""The colours of print, once: charts and sheets take them from here, pages from the style sheet's tokens.

A test keeps these equal to the ``@media print`` and light values of ``look`` as the site carries it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """Colours by role; ``sides`` are threads by weave 1, 2, 3, and ``side_texts`` their readable twins."""

    paper: str
    well: str
    line: str
    edge: str
    ink: str
    ink_2: str
    knock: str
    knock_opacity: float
    sides: tuple[str, str, str]
    side_texts: tuple[str, str, str]


PRINT = Palette(
    paper="#ffffff",
    # pages print the well as white; a chart needs it to show an allowed range
    well="#f0f2f0",
    line="#999999",
    edge="#75817f",
    ink="#000000",
    ink_2="#222222",
    knock="#ffffff",
    knock_opacity=0.72,
    sides=("#0b6573", "#a4551a", "#5b3f8c"),
    side_texts=("#09525e", "#80400f", "#4b3376"),
)

THEMES = {"print": PRINT}
