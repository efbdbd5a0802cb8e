"""What reached whom: findings down, audiences of every community across; and how evenly the communities are reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracktwo.documents.charts import parts
from tracktwo.documents.tree import Column, Side, Table, words

WIDTH, NAMES, ROW, SQUARE = 560.0, 190.0, 34.0, 20.0
STATES = ("carried", "answered", "open", "kept")


@dataclass(frozen=True)
class ReachColumn:
    """One audience, of one community or (``side`` None) of none."""

    audience: str
    side: Side | None = None


@dataclass(frozen=True)
class ReachRow:
    """One finding with one state a column: carried, answered (carried, and an answer came), open, or kept."""

    label: str
    states: tuple[str, ...]


@dataclass(frozen=True)
class ReachView:
    columns: tuple[ReachColumn, ...]
    rows: tuple[ReachRow, ...]

    def __post_init__(self) -> None:
        if not self.columns or not self.rows:
            raise ValueError("a picture of what reached whom has a finding and an audience")
        for row in self.rows:
            if len(row.states) != len(self.columns) or not set(row.states) <= set(STATES):
                raise ValueError("every finding has one known state a column")


def draw(view: ReachView, labels: Mapping[str, str], prefix: str = "reach") -> str:
    """The picture. ``labels``: title, description, key (one line below), and those of ``as_table``."""
    wide = (WIDTH - NAMES) / len(view.columns)
    body = [parts.weave_defs(prefix, (one.side.weave for one in view.columns if one.side))]
    body.extend(_heads(view, wide))
    for place, row in enumerate(view.rows):
        body.extend(_row(view, row, wide, 44 + place * ROW, prefix))
    bottom = 44 + len(view.rows) * ROW
    key = parts.wrap(labels["key"], WIDTH)
    body.extend(parts.text(0, bottom + 20 + 20 * place, said) for place, said in enumerate(key))
    return parts.frame(
        prefix, WIDTH, bottom + 28 + 20 * (len(key) - 1) + 4, labels["title"], labels["description"], body
    )


def _heads(view: ReachView, wide: float) -> Iterator[str]:
    """An audience stands over its first column; every second one a line lower, so that long words have room."""
    seen: list[str] = []
    for place, column in enumerate(view.columns):
        if column.audience not in seen:
            seen.append(column.audience)
            last = place == len(view.columns) - 1
            x = WIDTH if last else NAMES + place * wide
            yield parts.text(x, 14 if len(seen) % 2 else 34, column.audience, "strong", *(["end"] if last else []))


def _row(view: ReachView, row: ReachRow, wide: float, top: float, prefix: str) -> Iterator[str]:
    longest = int(NAMES * parts.PHONE / parts.GLYPH) - 1
    said = row.label if len(row.label) <= longest else row.label[: longest - 1].rstrip() + "…"
    yield parts.line("grid", 0, top, WIDTH, top)
    yield parts.text(0, top + 21, said)
    for place, (column, state) in enumerate(zip(view.columns, row.states, strict=True)):
        yield _mark(column, state, NAMES + place * wide, top + (ROW - SQUARE) / 2, prefix)


def _mark(column: ReachColumn, state: str, x: float, y: float, prefix: str) -> str:
    if state == "kept":
        return parts.line("grid", x, y + SQUARE / 2, x + SQUARE, y + SQUARE / 2)
    if state == "open":
        return parts.rect(x + 0.5, y + 0.5, SQUARE - 1, SQUARE - 1, shape="hollow")
    fill = parts.weave_fill(prefix, column.side.weave) if column.side else ""
    full = parts.rect(x, y, SQUARE, SQUARE, fill=fill, shape="" if fill else "f0")
    if state == "carried":
        return full
    middle = f'cx="{parts.number(x + SQUARE / 2)}" cy="{parts.number(y + SQUARE / 2)}"'
    return f'{full}<circle class="knot" {middle} r="5"/>'


def as_table(view: ReachView, labels: Mapping[str, str]) -> Table:
    """The same in words. ``labels``: caption, finding, and one word for each of the four states."""
    heads = [Column(words(labels["finding"]))]
    heads += [Column(words(f"{one.audience}, ", one.side) if one.side else words(one.audience)) for one in view.columns]
    rows = tuple((words(row.label), *(words(labels[state]) for state in row.states)) for row in view.rows)
    return Table(labels["caption"], tuple(heads), rows)


@dataclass(frozen=True)
class BalanceRow:
    """One community: how many findings reached its audiences, of how many that may."""

    side: Side
    carried: int
    possible: int

    def __post_init__(self) -> None:
        if not 0 <= self.carried <= self.possible:
            raise ValueError("no more is carried than may be")


def draw_balance(rows: tuple[BalanceRow, ...], labels: Mapping[str, str], prefix: str = "balance") -> str:
    """The gauge: one bar a community on one scale.

    ``labels``: title, description, count (with %(carried)s and %(possible)s).
    """
    longest = max(1, max(row.possible for row in rows))
    scale = (WIDTH - 130) / longest
    body = [parts.weave_defs(prefix, (row.side.weave for row in rows))]
    for place, row in enumerate(rows):
        top = place * 52.0
        body.append(parts.text(0, top + 14, row.side.label, "strong"))
        body.append(parts.rect(0, top + 22, row.possible * scale, 14, shape="pale"))
        body.append(parts.rect(0, top + 22, row.carried * scale, 14, fill=parts.weave_fill(prefix, row.side.weave)))
        said = labels["count"] % {"carried": row.carried, "possible": row.possible}
        body.append(parts.text(row.possible * scale + 8, top + 34, said))
    return parts.frame(prefix, WIDTH, 52.0 * len(rows), labels["title"], labels["description"], body)


def balance_table(rows: tuple[BalanceRow, ...], labels: Mapping[str, str]) -> Table:
    """The same numbers. ``labels``: caption, community, carried_head, possible_head."""
    heads = (
        Column(words(labels["community"])),
        Column(words(labels["carried_head"]), number=True),
        Column(words(labels["possible_head"]), number=True),
    )
    return Table(
        labels["caption"],
        heads,
        tuple((words(row.side), words(str(row.carried)), words(str(row.possible))) for row in rows),
    )
