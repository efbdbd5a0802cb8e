"""The same people's answers over waves, by community: answers as points, the median as a thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracktwo.documents.charts import parts
from tracktwo.documents.charts.scales import BandScale, LinearScale
from tracktwo.documents.tree import Column, Side, Table, Words, words

WIDTH, LEFT, FLOOR, TOP, GAP = 560.0, 92.0, 262.0, 58.0, 28.0


@dataclass(frozen=True)
class Middle:
    """The median of one wave and, where the numbers allow one, its interval."""

    median: float
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            raise ValueError("an interval has two ends or none")
        if self.low is not None and self.high is not None and not self.low <= self.median <= self.high:
            raise ValueError("a median lies inside its interval")


@dataclass(frozen=True)
class WaveSide:
    """One community: ``people`` holds a tuple of answers per person, ``middles`` one per wave.

    ``withheld`` replaces both by a sentence that says why nothing is shown; whether to withhold is
    the caller's duty, under the table of suppression.
    """

    side: Side
    people: tuple[tuple[float, ...], ...] = ()
    middles: tuple[Middle, ...] = ()
    withheld: str = ""

    def __post_init__(self) -> None:
        if bool(self.withheld) == bool(self.middles):
            raise ValueError("a community has middles, or a reason why they are withheld")
        if self.withheld and self.people:
            raise ValueError("what is withheld is not carried along")


@dataclass(frozen=True)
class WavesView:
    """``waves`` are labels in order; ``low`` and ``high`` the ends of the answer scale (1 and 7, say)."""

    waves: tuple[str, ...]
    low: float
    high: float
    sides: tuple[WaveSide, ...]

    def __post_init__(self) -> None:
        if len(self.waves) < 2 or not self.sides or not self.low < self.high:
            raise ValueError("change needs two waves, a community, and a scale with two ends")
        for shown in self.sides:
            rows = [len(answers) for answers in shown.people] + ([len(shown.middles)] if shown.middles else [])
            if any(length != len(self.waves) for length in rows):
                raise ValueError("every person, and every median, has one value per wave")
            if any(not self.low <= answer <= self.high for answers in shown.people for answer in answers):
                raise ValueError("an answer lies on the scale")


def draw(view: WavesView, labels: Mapping[str, str], prefix: str = "waves") -> str:
    """The picture. ``labels``: title, description, low, high (words at the ends), decimal."""
    scale = LinearScale(view.low, view.high, FLOOR, TOP)
    panels = BandScale(len(view.sides), LEFT, WIDTH)
    body = [*_scale_lines(view, scale, labels)]
    for place, shown in enumerate(view.sides):
        start = panels(place) + (GAP if place else 0)
        body.extend(_panel(view, shown, scale, start, panels(place) + panels.step, labels))
    return parts.frame(prefix, WIDTH, FLOOR + 36, labels["title"], labels["description"], body)


def as_table(view: WavesView, labels: Mapping[str, str]) -> Table:
    """The same numbers, a row per community and wave; answers stand in one order in every wave.

    The order is that of the answers themselves, never that of a roster. ``labels``: caption, community,
    wave, people, median, interval, span (with %(low)s and %(high)s), answers, none (for nothing), decimal.
    """
    names = ("community", "wave", "people", "median", "interval", "answers")
    columns = tuple(Column(words(labels[name]), number=name in {"people", "median"}) for name in names)
    rows = tuple(row for shown in view.sides for row in _rows(view, shown, labels))
    return Table(labels["caption"], columns, rows)


def _rows(view: WavesView, shown: WaveSide, labels: Mapping[str, str]) -> Iterator[tuple[Words, ...]]:
    none = words(labels["none"])
    if shown.withheld:
        yield (words(shown.side), none, none, none, none, words(shown.withheld))
        return
    for place, wave in enumerate(view.waves):
        middle = shown.middles[place]
        answers = ", ".join(_amount(person[place], labels) for person in sorted(shown.people))
        yield (
            words(shown.side),
            words(wave),
            words(str(len(shown.people))) if shown.people else none,
            words(_amount(middle.median, labels)),
            words(_interval(middle, labels)),
            words(answers or labels["none"]),
        )


def _scale_lines(view: WavesView, scale: LinearScale, labels: Mapping[str, str]) -> Iterator[str]:
    """The ends of the scale carry words as well as numbers: 7 alone does not say whether that is much."""
    yield parts.left_axis(scale, LEFT - 8, WIDTH, scale.ticks(6), lambda amount: _amount(amount, labels))
    for end, above in ((view.low, False), (view.high, True)):
        said = parts.wrap(labels["high" if above else "low"], LEFT)
        first = scale(end) - 16 * len(said) + 2 if above else scale(end) + 22
        yield from (parts.text(0, first + 15 * place, piece) for place, piece in enumerate(said))


def _panel(
    view: WavesView, shown: WaveSide, scale: LinearScale, start: float, end: float, labels: Mapping[str, str]
) -> Iterator[str]:
    places = BandScale(len(view.waves), start, end)
    yield parts.mark(shown.side.weave, start + 8, 13, 6)
    for place, piece in enumerate(parts.wrap(shown.side.label, end - start - 22)[:2]):
        yield parts.text(start + 20, 18 + 16 * place, piece, "strong")
    for place, wave in enumerate(view.waves):
        yield parts.text(places.middle(place), FLOOR + 24, wave, "mid")
    if shown.withheld:
        for place, piece in enumerate(parts.wrap(shown.withheld, end - start)):
            yield parts.text(start, (FLOOR + TOP) / 2 + 16 * place, piece)
        return
    yield from _people(shown, scale, places)
    yield from _middles(shown, scale, places, labels)


def _people(shown: WaveSide, scale: LinearScale, places: BandScale) -> Iterator[str]:
    """Thin lines join one person's answers; equal answers stand side by side, so that each can be counted."""
    tracks: list[list[tuple[float, float]]] = [[] for _ in shown.people]
    people = sorted(shown.people)
    for place in range(places.count):
        many = Counter(person[place] for person in people)
        step = min(11.0, places.step * 0.5 / max(many.values(), default=1))
        seen: Counter[float] = Counter()
        for track, person in zip(tracks, people, strict=True):
            answer = person[place]
            x = places.middle(place) + (seen[answer] - (many[answer] - 1) / 2) * step
            seen[answer] += 1
            track.append((x, scale(answer)))
    yield from (parts.polyline("grid", track) for track in tracks)
    yield from (parts.mark(shown.side.weave, x, y, 3.6) for track in tracks for x, y in track)


def _middles(shown: WaveSide, scale: LinearScale, places: BandScale, labels: Mapping[str, str]) -> Iterator[str]:
    points = [(places.middle(place), scale(middle.median)) for place, middle in enumerate(shown.middles)]
    yield parts.polyline(parts.THREADS[shown.side.weave], points)
    for (x, y), middle in zip(points, shown.middles, strict=True):
        if middle.low is not None and middle.high is not None:
            yield parts.line("ink", x, scale(middle.low), x, scale(middle.high))
            yield from (parts.line("ink", x - 6, scale(at), x + 6, scale(at)) for at in (middle.low, middle.high))
        yield parts.line("ink", x - 10, y, x + 10, y)
        said = _amount(middle.median, labels)
        # outside the thread: left of the first point, right of the others
        first = (x, y) == points[0]
        yield (parts.text(x - 14, y - 8, said, "strong", "end") if first else parts.text(x + 14, y - 8, said, "strong"))


def _interval(middle: Middle, labels: Mapping[str, str]) -> str:
    if middle.low is None or middle.high is None:
        return labels["none"]
    return labels["span"] % {"low": _amount(middle.low, labels), "high": _amount(middle.high, labels)}


def _amount(amount: float, labels: Mapping[str, str]) -> str:
    return f"{round(amount, 2):g}".replace(".", labels["decimal"])
