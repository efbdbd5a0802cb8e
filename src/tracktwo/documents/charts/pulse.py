"""How one round of check-ins came out: five bars, from the hardest step to the best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracktwo.documents.charts import parts
from tracktwo.documents.charts.scales import BandScale, LinearScale
from tracktwo.documents.tree import Column, Table, words

WIDTH, LEFT, FLOOR, TOP, HEIGHT = 360.0, 4.0, 132.0, 26.0, 182.0
ROOM_FOR_NUMBER = 8.0  # between a bar and its number


@dataclass(frozen=True)
class PulseView:
    """How many gave each answer, from 1 on. Colour says nothing here: the answers are of no community."""

    cells: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.cells or min(self.cells) < 0 or not any(self.cells):
            raise ValueError("a round has at least one answer, and no answer less than nobody")


def draw(view: PulseView, labels: Mapping[str, str], prefix: str = "pulse") -> str:
    """The picture. ``labels``: title, description, low and high (what the first and the last step mean)."""
    steps = BandScale(len(view.cells), LEFT, WIDTH - LEFT, gap=0.3)
    people = LinearScale(0, max(view.cells), FLOOR, TOP)
    body = [*_bars(view, steps, people), parts.line("ink", LEFT, FLOOR, WIDTH - LEFT, FLOOR), *_steps(view, steps)]
    body.append(parts.text(LEFT, FLOOR + 44, labels["low"]))
    body.append(parts.text(WIDTH - LEFT, FLOOR + 44, labels["high"], "end"))
    return parts.frame(prefix, WIDTH, HEIGHT, labels["title"], labels["description"], body)


def as_table(view: PulseView, labels: Mapping[str, str]) -> Table:
    """The same numbers. ``labels``: caption, step, people, low and high."""
    said = [str(step) for step in range(1, len(view.cells) + 1)]
    said[0], said[-1] = f"{said[0]}, {labels['low']}", f"{said[-1]}, {labels['high']}"
    columns = (Column(words(labels["step"])), Column(words(labels["people"]), number=True))
    rows = tuple((words(step), words(str(count))) for step, count in zip(said, view.cells, strict=True))
    return Table(labels["caption"], columns, rows)


def _bars(view: PulseView, steps: BandScale, people: LinearScale) -> Iterator[str]:
    for place, count in enumerate(view.cells):
        top = people(count)
        yield parts.rect(steps(place), top, steps.width, FLOOR - top, shape="f0")
        yield parts.text(steps.middle(place), top - ROOM_FOR_NUMBER, str(count), "strong", "mid")


def _steps(view: PulseView, steps: BandScale) -> Iterator[str]:
    for place in range(len(view.cells)):
        yield parts.text(steps.middle(place), FLOOR + 20, str(place + 1), "mid")
