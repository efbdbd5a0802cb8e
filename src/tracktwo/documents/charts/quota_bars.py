"""What the quotas ask, what the pool offers, what the lottery gives, and whom the draw brought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracktwo.documents.charts import parts
from tracktwo.documents.charts.scales import LinearScale
from tracktwo.documents.tree import Column, Side, Table, Words, words

WIDTH, ROOM_FOR_RANGE, ROW = 560.0, 130.0, 76.0


@dataclass(frozen=True)
class QuotaRow:
    """One quota: people in the pool, expected in the cohort, the range allowed, and the number drawn.

    ``expected`` is None where no cohort keeps all quotas, ``drawn`` where nobody has been drawn.
    ``side`` where the quota is for a community; otherwise ``label`` names it.
    """

    label: str
    pool: int
    expected: float | None
    least: int
    most: int
    drawn: int | None = None
    side: Side | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.most:
            raise ValueError(f"the range {self.least} to {self.most} is not one")


@dataclass(frozen=True)
class QuotaView:
    """All quotas of one draw, on one scale of seats."""

    pool_size: int
    seats: int
    rows: tuple[QuotaRow, ...]

    def __post_init__(self) -> None:
        if self.pool_size < 1 or self.seats < 1 or not self.rows:
            raise ValueError("quotas have a pool, seats, and at least one row")


def draw(view: QuotaView, labels: Mapping[str, str], prefix: str = "quotas") -> str:
    """The picture. ``labels``: title, description, key (one line below), and those of ``as_table``."""
    tallest = max(_furthest(view, row) for row in view.rows)
    scale = LinearScale(0, tallest, 0, WIDTH - ROOM_FOR_RANGE)
    key = parts.wrap(labels["key"], WIDTH)
    under = sum(_height(row) for row in view.rows)
    body = [parts.weave_defs(prefix, (row.side.weave for row in view.rows if row.side))]
    top = 0.0
    for row in view.rows:
        body.extend(_row(view, row, scale, top, labels, prefix))
        top += _height(row)
    body.extend(parts.text(0, under + 14 + 20 * place, said) for place, said in enumerate(key))
    return parts.frame(prefix, WIDTH, under + 20 * len(key) + 4, labels["title"], labels["description"], body)


def as_table(view: QuotaView, labels: Mapping[str, str]) -> Table:
    """The same numbers.

    ``labels``: caption, quota, pool, share (of the pool, scaled to the seats), expected, allowed, drawn,
    range (with %(least)s and %(most)s), not_drawn, no_lottery (where a row expects
    nothing), and decimal (the mark before decimals).
    """
    heads = [Column(words(labels["quota"]))]
    heads += [Column(words(labels[name]), number=True) for name in ("pool", "share", "expected", "allowed", "drawn")]
    return Table(labels["caption"], tuple(heads), tuple(_cells(view, row, labels) for row in view.rows))


def _row(
    view: QuotaView, row: QuotaRow, scale: LinearScale, top: float, labels: Mapping[str, str], prefix: str
) -> Iterator[str]:
    fill = parts.weave_fill(prefix, row.side.weave) if row.side else ""
    name = parts.wrap(row.label, WIDTH)
    yield from (parts.text(0, top + 16 + 20 * place, said, "strong") for place, said in enumerate(name))
    top += 20 * (len(name) - 1)
    if row.most > row.least:
        yield parts.rect(scale(row.least), top + 24, scale(row.most) - scale(row.least), 44, shape="band")
    yield parts.rect(0, top + 28, scale(_share(view, row)), 6, shape="pale")
    if row.expected is not None:
        yield parts.rect(0, top + 38, scale(row.expected), 12, fill=fill, shape="" if fill else "f0")
    if row.drawn is None:
        yield parts.rect(0.5, top + 54.5, scale(row.expected or 0), 9, shape="hollow")
    else:
        yield parts.rect(0.5, top + 54.5, scale(row.drawn), 9, shape="knot")
    for bound in sorted({row.least, row.most}):
        yield parts.line("ink", scale(bound), top + 24, scale(bound), top + 68)
    yield parts.text(scale(_furthest(view, row)) + 8, top + 49, _range(row, labels))


def _furthest(view: QuotaView, row: QuotaRow) -> float:
    return max(row.most, row.expected or 0, row.drawn or 0, _share(view, row))


def _height(row: QuotaRow) -> float:
    return ROW + 20 * (len(parts.wrap(row.label, WIDTH)) - 1)


def _cells(view: QuotaView, row: QuotaRow, labels: Mapping[str, str]) -> tuple[Words, ...]:
    drawn = labels["not_drawn"] if row.drawn is None else str(row.drawn)
    numbers = (
        str(row.pool),
        _decimal(_share(view, row), labels),
        labels["no_lottery"] if row.expected is None else _decimal(row.expected, labels),
        _range(row, labels),
    )
    return (words(row.side or row.label), *(words(said) for said in numbers), words(drawn))


def _share(view: QuotaView, row: QuotaRow) -> float:
    """How many of the seats these people would have if the cohort were the pool in small."""
    return row.pool * view.seats / view.pool_size


def _range(row: QuotaRow, labels: Mapping[str, str]) -> str:
    if row.least == row.most:
        return str(row.least)
    return labels["range"] % {"least": row.least, "most": row.most}


def _decimal(amount: float, labels: Mapping[str, str]) -> str:
    return f"{amount:.1f}".removesuffix(".0").replace(".", labels["decimal"])
