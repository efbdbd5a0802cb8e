"""The plan over the years: threads that interlace at each workshop, conventions taken and left, days kept
clear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tracktwo.documents.charts import parts
from tracktwo.documents.charts.scales import TimeScale
from tracktwo.documents.tree import Column, Side, Table, Words, words
from tracktwo.methods.dates import EVERY_COMMUNITY, OUT, UNSURE, ClearDay, Edition, Plan, Rejected, Workshop

KNOT, STRAND_GAP, KEPT_ROW, LEAST_MARK = 22.0, 14.0, 16.0, 4.0


@dataclass(frozen=True)
class StripWorkshop:
    """A workshop: the word above its knot ("1 Lisbon") and the first of its days; ``entry`` says who may
    enter.
    """

    first: date
    label: str
    entry: str = ""


# Why an edition was left, as a mark: a cross where it clashes with a day kept, a bar where a border is shut.
CLASH, SHUT = "clash", "shut"
_SHUT_CODES = (
    *("plan.barred", "plan.entry_unknown", "plan.lead_time_short"),
    *("plan.transit_barred", "plan.transit_unknown"),
)


@dataclass(frozen=True)
class StripEdition:
    """A convention's opening day: a filled circle where it was chosen, an open one where it was left.

    ``why``: clash or shut, as a mark in the open circle. What is not ``sure`` is drawn with a broken line.
    """

    day: date
    name: str
    chosen: bool
    entry: str = ""
    why: str = ""
    sure: bool = True


@dataclass(frozen=True)
class KeptDay:
    """A day one community keeps clear."""

    day: date
    side: Side
    name: str


@dataclass(frozen=True)
class PlanView:
    """What the strip shows between two days, both drawn; whatever lies outside them is left out."""

    first: date
    last: date
    sides: tuple[Side, ...]
    workshops: tuple[StripWorkshop, ...]
    editions: tuple[StripEdition, ...]
    kept: tuple[KeptDay, ...]
    today: date | None = None

    def __post_init__(self) -> None:
        if self.last <= self.first:
            raise ValueError("a strip ends after it begins")
        if len({side.weave for side in self.sides}) != len(self.sides) or len(self.sides) < 2:
            raise ValueError("a strip has two communities or more, each with its own weave")

    def shows(self, day: date) -> bool:
        return self.first <= day <= self.last


def view_of(plan: Plan, clear: Iterable[ClearDay], sides: Mapping[str, Side], first: date, last: date) -> PlanView:
    """What the strip shows of a plan; ``sides`` by community, in the order of the threads.

    Editions cancelled, moved or online are no choice that anybody had, so they are not drawn.
    """
    workshops = tuple(
        StripWorkshop(workshop.first, f"{workshop.number} {workshop.edition.place_name}", _entry(workshop))
        for workshop in plan.workshops
    )
    chosen = [
        StripEdition(one.edition.start, _name(one.edition), True, _entry(one), sure=one.edition.status not in UNSURE)
        for one in plan.workshops
    ]
    left = [_left(one) for one in plan.rejected if one.edition.status not in OUT and not one.edition.is_online]
    kept = tuple(
        KeptDay(day.day, side, day.name)
        for day in clear
        for community, side in sides.items()
        if day.community in (community, *EVERY_COMMUNITY)
    )
    editions = tuple(sorted(chosen + left, key=lambda edition: edition.day))
    return PlanView(first, last, tuple(sides.values()), workshops, editions, kept, plan.today)


def _left(left: Rejected) -> StripEdition:
    codes = {reason.code for reason in left.reasons}
    why = CLASH if "plan.kept_clear" in codes else SHUT if codes.intersection(_SHUT_CODES) else ""
    entry = "" if left.may_enter is None else str(left.may_enter)
    edition = left.edition
    return StripEdition(edition.start, _name(edition), False, entry, why, edition.status not in UNSURE)


def _entry(workshop: Workshop) -> str:
    """How many may enter; nothing where the venue is open, because then nobody knows."""
    if workshop.edition.venue_is_open:
        return ""
    return str(sum(needs.count for needs in workshop.entry if needs.is_admitted))


def _mark(why: str, x: float, y: float) -> str:
    """A cross or a bar inside the circle around (x, y)."""
    a, b, c, d = (parts.number(one) for one in (x - 2.6, x + 2.6, y - 2.6, y + 2.6))
    path = f"M{a} {c}L{b} {d}M{a} {d}L{b} {c}" if why == CLASH else f"M{a} {parts.number(y)}H{b}"
    return f'<path class="ink" d="{path}"/>'


def mark_key(why: str) -> str:
    """The mark alone, as a picture for a legend; decoration, because words stand beside it."""
    circle = '<circle class="knot" cx="8" cy="8" r="5.5"/>'
    if why == "unsure":
        circle, why = '<circle class="knot dotted" cx="8" cy="8" r="5.5"/>', ""
    body = circle + (_mark(why, 8, 8) if why else "")
    return f'<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{body}</svg>'


def _name(edition: Edition) -> str:
    named = f"{edition.association} {edition.edition}"
    return named if edition.venue_is_open else f"{named}, {edition.city}"


def plan_strip(view: PlanView, labels: Mapping[str, str], *, prefix: str = "plan", upright: bool = False) -> str:
    """The strip as SVG, lying, or ``upright`` with time running down for phones.

    ``labels``: title, description, conventions, may_enter, keep_clear, today, january and july (short).
    """
    strip = _Strip(view, labels, prefix, _upright(view) if upright else _lying(view))
    place = strip.place
    width, height = (place.breadth, place.length) if upright else (place.length, place.breadth)
    return parts.frame(prefix, width, height, labels["title"], labels["description"], strip.draw())


def as_table(view: PlanView, labels: Mapping[str, str]) -> Table:
    """The same dates in words. ``labels``: caption, day, convention, entry, state, chosen, left, and
    day_format.
    """
    heads = tuple(Column(words(labels[name])) for name in ("day", "convention", "entry", "state"))
    rows: list[tuple[Words, ...]] = [
        tuple(
            words(said)
            for said in (
                edition.day.strftime(labels["day_format"]),
                edition.name,
                edition.entry,
                labels["chosen" if edition.chosen else "left"],
            )
        )
        for edition in view.editions
        if view.shows(edition.day)
    ]
    return Table(labels["caption"], heads, tuple(rows))


@dataclass(frozen=True)
class _Place:
    """Where things stand across the strip, and how time runs along it. Lying: along is x. Upright: along is
    y.
    """

    upright: bool
    time: TimeScale
    length: float
    breadth: float
    axis: float
    strands: float
    circles: float
    entry: float
    kept: float

    def point(self, along: float, across: float) -> str:
        x, y = (across, along) if self.upright else (along, across)
        return f"{parts.number(x)} {parts.number(y)}"

    def line(self, shape: str, along: tuple[float, float], across: tuple[float, float]) -> str:
        start, end = self.point(along[0], across[0]), self.point(along[1], across[1])
        return f'<path class="{shape}" d="M{start}L{end}"/>'

    def text(self, along: float, across: float, said: str, *classes: str) -> str:
        x, y = (across, along + 4) if self.upright else (along, across)
        return parts.text(x, y, said, *classes)

    def block(self, along: float, across: float, size: float, fill: str) -> str:
        x, y, width, height = (across, along, 11, size) if self.upright else (along, across, size, 11)
        return parts.rect(x, y, width, height, fill=fill)


def _lying(view: PlanView) -> _Place:
    kept, rows = 208.0, len(view.sides)
    axis = kept + KEPT_ROW * rows + 8
    time = TimeScale(view.first, view.last, 150, 890)
    return _Place(False, time, 900, axis + 32, axis, 100, 156, 179, kept)


def _upright(view: PlanView) -> _Place:
    """Half a unit a day, so that a workshop's words never meet those of the next month's."""
    start = 64.0
    end = start + max(240.0, (view.last - view.first).days * 0.55)
    kept = 300.0
    breadth = kept + KEPT_ROW * len(view.sides) + 12
    return _Place(True, TimeScale(view.first, view.last, start, end), end + 24, breadth, 44, 74, 276, 108, kept)


@dataclass(frozen=True)
class _Strip:
    view: PlanView
    labels: Mapping[str, str]
    prefix: str
    place: _Place

    def draw(self) -> Iterator[str]:
        yield parts.weave_defs(self.prefix, (side.weave for side in self.view.sides))
        yield from self._axis()
        yield from self._strands()
        yield from self._workshops()
        yield from self._editions()
        yield from self._kept()
        yield from self._captions()
        yield from self._today()

    def _axis(self) -> Iterator[str]:
        place, time = self.place, self.place.time
        out = -1 if place.upright else 1
        yield place.line("grid", (time.start, time.end), (place.axis, place.axis))
        for month in time.months():
            along = time(month)
            if month.month == 1:
                across = place.breadth if place.upright else 6
                yield place.line("grid", (along, along), (across, place.axis))
                yield self._year(along, month.year)
            else:
                yield place.line("grid", (along, along), (place.axis - 6 * out, place.axis))
            if month.month in (1, 7):
                yield self._month(along, self.labels["january" if month.month == 1 else "july"])

    def _year(self, along: float, year: int) -> str:
        if self.place.upright:
            return parts.text(2, along - 6, str(year), "serif")
        return parts.text(along + 6, 18, str(year), "serif")

    def _month(self, along: float, said: str) -> str:
        if self.place.upright:
            return parts.text(36, along + 12, said, "end")
        return parts.text(along + 2, self.place.axis + 16, said)

    def _across(self, rank: int) -> float:
        return self.place.strands + (rank - (len(self.view.sides) - 1) / 2) * STRAND_GAP

    def _knots(self) -> list[tuple[float, float]]:
        """Middle and half width of each knot; neighbours share what room there is."""
        time = self.place.time
        middles = sorted({time(workshop.first) for workshop in self.view.workshops if self.view.shows(workshop.first)})
        edges = [2 * time.start - middles[0], *middles, 2 * time.end - middles[-1]] if middles else []
        return [
            (here, max(1.0, min(KNOT, (here - before) / 2, (after - here) / 2)))
            for before, here, after in zip(edges, middles, edges[2:], strict=False)
        ]

    def _strands(self) -> Iterator[str]:
        knots = self._knots()
        time = self.place.time
        ends = [time.start, *(edge for middle, half in knots for edge in (middle - half, middle + half)), time.end]
        for rank, side in enumerate(self.view.sides):
            across = self._across(rank)
            runs = zip(ends[::2], ends[1::2], strict=True)
            path = "".join(f"M{self.place.point(a, across)}L{self.place.point(b, across)}" for a, b in runs if b > a)
            yield f'<path class="{parts.THREADS[side.weave]}" d="{path}"/>'
        for middle, half in knots:
            yield from self._knot(middle, half)

    def _knot(self, middle: float, half: float) -> Iterator[str]:
        """The threads change places and change back; whoever passed over first passes under then."""
        last = len(self.view.sides) - 1
        for rank in range(last, -1, -1):
            yield from self._bend(rank, (middle - half, middle), (rank, last - rank), cased=rank < last)
        for rank in range(last + 1):
            yield from self._bend(rank, (middle, middle + half), (last - rank, rank), cased=rank > 0)

    def _bend(self, rank: int, along: tuple[float, float], ranks: tuple[int, int], *, cased: bool) -> Iterator[str]:
        start, end = self._across(ranks[0]), self._across(ranks[1])
        turn, point = sum(along) / 2, self.place.point
        path = f"M{point(along[0], start)}C{point(turn, start)} {point(turn, end)} {point(along[1], end)}"
        if cased:
            yield f'<path class="casing" d="{path}"/>'
        yield f'<path class="{parts.THREADS[self.view.sides[rank].weave]}" d="{path}"/>'

    def _workshops(self) -> Iterator[str]:
        place, reached = self.place, {74: float("-inf"), 56: float("-inf")}
        edge = place.strands + (len(self.view.sides) - 1) / 2 * STRAND_GAP + 9
        for workshop in self.view.workshops:
            if not self.view.shows(workshop.first):
                continue
            along = place.time(workshop.first)
            if place.upright:
                yield parts.text(108, along - 2, workshop.label, "strong")
                if workshop.entry:
                    yield parts.text(108, along + 15, f"{self.labels['may_enter']}: {workshop.entry}")
                continue
            row = self._free_row(reached, along, workshop.label)
            yield parts.text(along, row, workshop.label, "mid", "strong")
            yield place.line("ink", (along, along), (edge, place.circles - 6))
            yield parts.text(along, place.entry, workshop.entry, "mid")

    def _free_row(self, reached: dict[int, float], along: float, said: str) -> int:
        """A second line for words that would run into their neighbour's."""
        half = len(said) * parts.GLYPH / 2 + 4
        row = next((row for row, end in reached.items() if along - half >= end), 74)
        reached[row] = along + half
        return row

    def _editions(self) -> Iterator[str]:
        for edition in sorted(self.view.editions, key=lambda edition: edition.chosen):
            if not self.view.shows(edition.day):
                continue
            along = self.place.time(edition.day)
            x, y = (self.place.circles, along) if self.place.upright else (along, self.place.circles)
            shape, size = ("f0", 5.0) if edition.chosen else ("knot", 5.5 if edition.why else 4.5)
            broken = " dotted" if not edition.sure and not edition.chosen else ""
            place = f'cx="{parts.number(x)}" cy="{parts.number(y)}" r="{parts.number(size)}"'
            yield (f'<circle class="{shape}{broken}" {place}><title>{parts.escape(edition.name)}</title></circle>')
            if edition.why:
                yield _mark(edition.why, x, y)

    def _kept(self) -> Iterator[str]:
        ranks = {side: rank for rank, side in enumerate(self.view.sides)}
        for kept in self.view.kept:
            if kept.side not in ranks or not self.view.shows(kept.day):
                continue
            size = max(LEAST_MARK, self.place.time.width(kept.day, kept.day))
            across = self.place.kept + KEPT_ROW * ranks[kept.side]
            along = self.place.time(kept.day) - size / 2
            yield self.place.block(along, across, size, parts.weave_fill(self.prefix, kept.side.weave))

    def _captions(self) -> Iterator[str]:
        place, labels = self.place, self.labels
        if place.upright:
            yield parts.text(place.circles, 16, labels["conventions"], "end")
            yield parts.text(place.breadth, 36, labels["keep_clear"], "end")
            return
        for across, name in ((place.circles, "conventions"), (place.entry - 4, "may_enter")):
            yield parts.text(140, across + 4, labels[name], "end")
        yield parts.text(140, place.kept + 9, labels["keep_clear"], "end")

    def _today(self) -> Iterator[str]:
        today, place = self.view.today, self.place
        if today is None or not self.view.shows(today):
            return
        along = place.time(today)
        if place.upright:
            yield place.line("ink dash", (along, along), (place.axis, place.breadth - 4))
            yield parts.text(place.breadth - 4, along - 5, self.labels["today"], "end", "strong")
        else:
            yield place.line("ink dash", (along, along), (44, place.axis))
            yield parts.text(along, 38, self.labels["today"], "mid", "strong")
