"""Rows of a seat as what pages read."""

from tracktwo.steps.prepare.convert.consents import Layer, newest, year_after
from tracktwo.steps.prepare.convert.journey_words import finding_words, said_words
from tracktwo.steps.prepare.convert.journeys import Cell, Column, Line, columns, common_day, count_late, journey_line
from tracktwo.steps.prepare.convert.lines import SeatLine
from tracktwo.steps.prepare.convert.readiness import HOST_ITEMS, ITEMS, SETTLED, Need, needs

__all__ = [
    "HOST_ITEMS",
    "ITEMS",
    "SETTLED",
    "Cell",
    "Column",
    "Layer",
    "Line",
    "Need",
    "SeatLine",
    "columns",
    "common_day",
    "count_late",
    "finding_words",
    "journey_line",
    "needs",
    "newest",
    "said_words",
    "year_after",
]
