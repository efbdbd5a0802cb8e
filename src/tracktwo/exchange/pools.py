"""Pools and quotas in: who may be chosen, and how many of each. Two files become one checked question.

A fault is told with row and column, all faults of a file at once, and never with what the cell says: it may
be a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells
from tracktwo.exchange.tables import Row, Table, raise_all, read_bytes, read_header, read_table
from tracktwo.methods.lottery import Person, Question, Quota, ask
from tracktwo.methods.record import Refusal

Source = bytes | BinaryIO | Path

ID_COLUMNS = ("id", "nationbuilder_id")
LARGEST_QUOTA = 1_000_000
_FLEX = ("min_flex", "max_flex")
_QUOTA_COLUMNS = ("feature", "value", "min", "max")
# The public tools head the column of the feature "category", and that of the value "feature" or "name".
_CATEGORY_ALIASES = {"category": "feature", "feature": "value", "name": "value"}
_YES = frozenset(("yes", "y", "true", "1", "так", "да"))
_NO = frozenset(("no", "n", "false", "0", "", "ні", "нет"))


@dataclass(frozen=True)
class Returning:
    """Between ``minimum`` and ``maximum`` of the cohort say yes in ``column``: they were in an earlier
    one.
    """

    column: str
    minimum: int
    maximum: int


def read_question(
    pool: Source,
    quotas: Source,
    seats: int,
    *,
    id_column: str | None = None,
    household: str | None = None,
    conflicts: Source | None = None,
    returning: Returning | None = None,
) -> Question:
    """The question that a pool and its quotas ask.

    ``pool``: a header with ``id`` (or ``nationbuilder_id``, or ``id_column``) and any columns. ``quotas``:
    ``feature,value,min,max[,min_flex,max_flex]``, also headed ``category,feature,min,max`` or
    ``category,name,min,max``. ``household``: a column whose value a cohort holds at most once (blank: lives
    alone). ``conflicts``: ``id_1,id_2``, pairs who may not sit together. Raises Refusal and Refusals:
    ``table.…`` and ``cell.…`` for either file, ``pool.…``, ``lottery.…``.
    """
    numbered = _read_quotas(quotas)
    quota_list = [quota for _, quota in numbered]
    table, name = _read_pool(pool, quota_list, id_column, household, returning)
    _check_features(numbered, table)
    _check_values(table, quota_list, returning)
    pairs = _read_pairs(conflicts, {row[name] for row in table.rows}) if conflicts is not None else []
    people = [_build_person(row, name, quota_list, household, pairs, returning) for row in table.rows]
    return ask(people, [*quota_list, *_quotas_of_returning(returning, seats)], seats)


def read_quotas(source: Source) -> tuple[Quota, ...]:
    """The quotas alone, in the order of the file. Raises Refusals with row and column."""
    return tuple(quota for _, quota in _read_quotas(source))


def _read_quotas(source: Source) -> list[tuple[Row, Quota]]:
    content = read_bytes(source)
    by_category = "category" in (heading.casefold() for heading in read_header(content))
    aliases = _CATEGORY_ALIASES if by_category else {}
    table = read_table(content, required=_QUOTA_COLUMNS, optional=_FLEX, aliases=aliases, max_rows=10_000)
    faults: list[Refusal] = []
    found = [(row, _read_quota(Cells(row), faults)) for row in table.rows]
    faults += _find_repeated(found)
    raise_all(faults)
    return found


def _read_quota(cells: Cells, faults: list[Refusal]) -> Quota:
    feature, value = cells.words("feature"), cells.words("value")
    minimum = cells.whole("min", 0, LARGEST_QUOTA)
    maximum = cells.whole("max", 0, LARGEST_QUOTA)
    least, most = (_read_flex(cells, column) for column in _FLEX)
    if not cells.faults:
        _check_order(cells, minimum, maximum, least, most)
    faults += cells.faults
    return Quota(feature, value, minimum, maximum, least, most)


def _read_flex(cells: Cells, column: str) -> int | None:
    return cells.whole(column, 0, LARGEST_QUOTA) if cells.row.get(column) else None


def _check_order(cells: Cells, minimum: int, maximum: int, least: int | None, most: int | None) -> None:
    if minimum > maximum:
        cells.refuse("pool.quota_reversed", "min")
    if least is not None and least > minimum:
        cells.refuse("pool.flex_inside", "min_flex")
    if most is not None and most < maximum:
        cells.refuse("pool.flex_inside", "max_flex")


def _find_repeated(found: Sequence[tuple[Row, Quota]]) -> Iterator[Refusal]:
    first: dict[tuple[str, str], int] = {}
    for row, quota in found:
        name = (quota.feature, quota.value)
        if name in first:
            yield Refusal("table.repeated", row=row.number, column="value", first=first[name])
        first.setdefault(name, row.number)


def _read_pool(
    source: Source,
    quotas: Sequence[Quota],
    id_column: str | None,
    household: str | None,
    returning: Returning | None,
) -> tuple[Table, str]:
    """The pool, with columns named as the quotas name them, and the name of the column of ids."""
    content = read_bytes(source)
    headings = {heading.casefold() for heading in read_header(content)}
    known = [column for column in ID_COLUMNS if column in headings]
    name = id_column or (known[0] if known else ID_COLUMNS[0])
    named = [column for column in (household, returning.column if returning else None) if column]
    features = {quota.feature: quota.feature for quota in quotas}
    table = read_table(content, required=[name, *named], aliases=features, unique=[name])
    return table, name


def _check_features(numbered: Sequence[tuple[Row, Quota]], table: Table) -> None:
    found = ", ".join(table.header)
    raise_all(
        [
            Refusal("pool.feature_missing", row=row.number, column="feature", feature=quota.feature, found=found)
            for row, quota in numbered
            if quota.feature not in table.header
        ]
    )


def _check_values(table: Table, quotas: Sequence[Quota], returning: Returning | None) -> None:
    named = {(quota.feature, quota.value) for quota in quotas}
    faults = [
        Refusal("pool.value_without_quota", row=row.number, column=feature)
        for row in table.rows
        for feature in sorted({quota.feature for quota in quotas})
        if (feature, row[feature]) not in named
    ]
    if returning:
        clear = _YES | _NO
        faults += [
            Refusal("pool.returning_unclear", row=row.number, column=returning.column)
            for row in table.rows
            if row[returning.column].casefold() not in clear
        ]
    raise_all(faults)


def _read_pairs(source: Source, known: set[str]) -> list[tuple[str, str]]:
    table = read_table(source, required=("id_1", "id_2"), optional=())
    faults = []
    for row in table.rows:
        faults += [
            Refusal("pool.pair_unknown", row=row.number, column=column)
            for column in ("id_1", "id_2")
            if row[column] not in known
        ]
        if row["id_1"] == row["id_2"]:
            faults.append(Refusal("pool.pair_alone", row=row.number, column="id_2"))
    raise_all(faults)
    return sorted({(min(row.cells.values()), max(row.cells.values())) for row in table.rows})


def _build_person(
    row: Row,
    name: str,
    quotas: Sequence[Quota],
    household: str | None,
    pairs: Sequence[tuple[str, str]],
    returning: Returning | None,
) -> Person:
    features = {quota.feature: row[quota.feature] for quota in quotas}
    if returning:
        features[_returning_feature(returning)] = "yes" if row[returning.column].casefold() in _YES else "no"
    groups = [f"household {row[household]}"] if household and row[household] else []
    groups += [f"pair {one} {other}" for one, other in pairs if row[name] in (one, other)]
    return Person(row[name], features, tuple(groups))


def _quotas_of_returning(returning: Returning | None, seats: int) -> list[Quota]:
    """Who does not return fills the other seats: the second quota says nothing new, but every value has
    one.
    """
    if not returning:
        return []
    feature = _returning_feature(returning)
    return [Quota(feature, "yes", returning.minimum, returning.maximum), Quota(feature, "no", 0, seats)]


def _returning_feature(returning: Returning) -> str:
    return f"{returning.column} (returning)"
