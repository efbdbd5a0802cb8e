"""How likely each person is to be chosen, as counts of people by tenths of chance and by community."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracktwo.documents.charts import parts
from tracktwo.documents.charts.scales import BandScale, LinearScale
from tracktwo.documents.tree import Column, Side, Table, words

WIDTH, LEFT, FLOOR, TOP, HEIGHT = 560.0, 34.0, 200.0, 30.0, 256.0


@dataclass(frozen=True)
class ChanceGroup:
    """The chances (0 to 1) of the people of one community, in any order."""

    side: Side
    chances: tuple[float, ...]

    def __post_init__(self) -> None:
        if any(not 0 <= chance <= 1 for chance in self.chances):
            raise ValueError("a chance lies between 0 and 1")


@dataclass(frozen=True)
class ChanceView:
    """All communities of one lottery. ``bins`` equal classes from 0 to 1; the last one holds 1 as well."""

    groups: tuple[ChanceGroup, ...]
    bins: int = 10

    def __post_init__(self) -> None:
        if self.bins < 1 or not any(group.chances for group in self.groups):
            raise ValueError("a histogram needs at least one class and one person")

    @property
    def least(self) -> float:
        """The chance of the least likely person; the line that says nobody is below it."""
        return min(chance for group in self.groups for chance in group.chances)


def counts(view: ChanceView, group: ChanceGroup) -> tuple[int, ...]:
    """People per class. A chance that arithmetic left a hair below an edge counts as on it."""
    found = [0] * view.bins
    for chance in group.chances:
        found[min(view.bins - 1, math.floor(chance * view.bins + 1e-9))] += 1
    return tuple(found)


def draw(view: ChanceView, labels: Mapping[str, str], prefix: str = "chances") -> str:
    """The picture.

    ``labels``: title, description, axis, percent and floor (both with %(amount)s), decimal.
    """
    highest = max(max(counts(view, group)) for group in view.groups)
    people = LinearScale(0, highest, FLOOR, TOP + 16)
    chance = LinearScale(0, 1, LEFT, WIDTH - 8)
    body = [parts.weave_defs(prefix, (group.side.weave for group in view.groups))]
    body.append(parts.left_axis(people, LEFT, WIDTH - 8, _whole_ticks(highest), parts.number))
    body.extend(_bars(view, people, prefix))
    body.append(parts.bottom_axis(chance, FLOOR, (0, 0.2, 0.4, 0.6, 0.8, 1), lambda at: _percent(at, labels)))
    body.append(parts.text(LEFT, FLOOR + 44, labels["axis"]))
    body.extend(_floor_line(view, chance, labels))
    return parts.frame(prefix, WIDTH, HEIGHT, labels["title"], labels["description"], body)


def as_table(view: ChanceView, labels: Mapping[str, str]) -> Table:
    """The same numbers; classes that nobody is in, in any community, are left out at both ends.

    ``labels``: caption, chance, percent (with %(amount)s), span (with %(low)s and %(high)s) and decimal.
    """
    columns = (
        Column(words(labels["chance"])),
        *(Column(words(group.side), number=True) for group in view.groups),
    )
    by_group = [counts(view, group) for group in view.groups]
    filled = [place for place in range(view.bins) if any(found[place] for found in by_group)]
    rows = (
        (words(_span(view, place, labels)), *(words(str(found[place])) for found in by_group))
        for place in range(filled[0], filled[-1] + 1)
    )
    return Table(labels["caption"], columns, tuple(rows))


def _bars(view: ChanceView, people: LinearScale, prefix: str) -> Iterator[str]:
    classes = BandScale(view.bins, LEFT, WIDTH - 8, gap=0.2)
    beside = classes.width / len(view.groups)
    for order, group in enumerate(view.groups):
        fill = parts.weave_fill(prefix, group.side.weave)
        for place, found in enumerate(counts(view, group)):
            if found:
                x = classes(place) + order * beside
                yield parts.rect(x, people(found), beside - 1, FLOOR - people(found), fill=fill)


def _floor_line(view: ChanceView, chance: LinearScale, labels: Mapping[str, str]) -> Iterator[str]:
    x = chance(view.least)
    said = labels["floor"] % {"amount": _percent(view.least, labels)}
    yield parts.line("ink dash", x, TOP - 8, x, FLOOR)
    room_on_the_left = x - LEFT > len(said) * parts.GLYPH + 7
    yield parts.text(x - 7 if room_on_the_left else x + 7, TOP + 2, said, *_lean(room_on_the_left))


def _lean(left: bool) -> tuple[str, ...]:
    return ("strong", "end") if left else ("strong",)


def _whole_ticks(highest: int) -> tuple[float, ...]:
    """People come whole."""
    ticks = LinearScale(0, highest, 0, 1).ticks(4)
    return tuple(tick for tick in ticks if tick > 0 and tick == int(tick))


def _span(view: ChanceView, place: int, labels: Mapping[str, str]) -> str:
    low, high = (_percent(edge / view.bins, labels) for edge in (place, place + 1))
    return labels["span"] % {"low": low, "high": high}


def _percent(share: float, labels: Mapping[str, str]) -> str:
    """Cut, not rounded: "nobody below 24 %" must stay true at 24.06 and at 24.96."""
    shown = math.floor(share * 1000 + 1e-6) / 10
    return labels["percent"] % {"amount": f"{shown:g}".replace(".", labels["decimal"])}
