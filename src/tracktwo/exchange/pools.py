"""Pools and quotas in: who may be chosen, and how many of each. Two files become one checked question.

A fault is told with row and column, all faults of a file at once, and never with what the cell says: it may
be a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

from tracktwo.exchange.cells import Cells
from tracktwo.exchange.tables import Row, Table, raise_all, read_bytes, read_header, read_table
from tracktwo.methods.lottery import Person, Question, Quota, ask, split_crossing
from tracktwo.methods.lottery import Returning as ReturningPeople
from tracktwo.methods.record import Refusal

Source = bytes | BinaryIO | Path

ID_COLUMNS = ("id", "nationbuilder_id")
LARGEST_QUOTA = 1_000_000
LARGEST_POOL = 100_000_000
_SCORE = re.compile(r"\d{1,6}([.,]\d{1,6})?")
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
    score: str | None = None,
) -> Question:
    """The question that a pool and its quotas ask.

    ``pool``: a header with ``id`` (or ``nationbuilder_id``, or ``id_column``) and any columns. ``quotas``:
    ``feature,value,min,max[,min_flex,max_flex]``, also headed ``category,feature,min,max`` or
    ``category,name,min,max``. ``household``: a column whose value a cohort holds at most once (blank: lives
    alone). ``conflicts``: ``id_1,id_2``, pairs who may not sit together. ``score``: a column of numbers from 0. A quota
    on ``community & gender`` with the value ``A & woman`` crosses two columns. Raises Refusal and Refusals:
    ``table.…`` and ``cell.…`` for either file, ``pool.…``, ``lottery.…``.
    """
    numbered = _read_quotas(quotas)
    quota_list = [quota for _, quota in numbered]
    table, name = _read_pool(pool, quota_list, id_column, household, returning, score)
    _check_features(numbered, table)
    _check_values(table, quota_list, returning, score)
    pairs = _read_pairs(conflicts, {row[name] for row in table.rows}) if conflicts is not None else []
    columns = sorted({column for quota in quota_list for column in _columns(quota.feature, table.header)})
    people = [_build_person(row, name, columns, household, score) for row in table.rows]
    return ask(people, quota_list, seats, pairs=pairs, returning=_who_returns(table, name, returning))


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
    score: str | None,
) -> tuple[Table, str]:
    """The pool, with columns named as the quotas name them, and the name of the column of ids."""
    content = read_bytes(source, LARGEST_POOL)
    headings = {heading.casefold() for heading in read_header(content)}
    known = [column for column in ID_COLUMNS if column in headings]
    name = id_column or (known[0] if known else ID_COLUMNS[0])
    named = [column for column in (household, returning.column if returning else None, score) if column]
    features = {part: part for quota in quotas for part in (quota.feature, *split_crossing(quota.feature))}
    table = read_table(
        content, required=[name, *named], aliases=features, unique=[name], max_bytes=LARGEST_POOL, max_rows=1_000_000
    )
    return table, name


def _columns(feature: str, header: Sequence[str]) -> tuple[str, ...]:
    """The pool's columns that a quota's feature is about: itself, or the two that it crosses."""
    return (feature,) if feature in header else tuple(split_crossing(feature))


def _check_features(numbered: Sequence[tuple[Row, Quota]], table: Table) -> None:
    found = ", ".join(table.header)
    raise_all(
        [
            Refusal("pool.feature_missing", row=row.number, column="feature", feature=quota.feature, found=found)
            for row, quota in numbered
            if not set(_columns(quota.feature, table.header)) <= set(table.header)
        ]
    )


def _check_values(table: Table, quotas: Sequence[Quota], returning: Returning | None, score: str | None) -> None:
    named = {(quota.feature, quota.value) for quota in quotas}
    features = sorted({quota.feature for quota in quotas} & set(table.header))
    faults = [
        Refusal("pool.value_without_quota", row=row.number, column=feature)
        for row in table.rows
        for feature in features
        if (feature, row[feature]) not in named
    ]
    if returning:
        clear = _YES | _NO
        faults += [
            Refusal("pool.returning_unclear", row=row.number, column=returning.column)
            for row in table.rows
            if row[returning.column].casefold() not in clear
        ]
    if score:
        faults += [
            Refusal("pool.score_unclear", row=row.number, column=score)
            for row in table.rows
            if not (row[score].isascii() and _SCORE.fullmatch(row[score]))
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


def _build_person(row: Row, name: str, columns: Sequence[str], household: str | None, score: str | None) -> Person:
    features = {column: row[column] for column in columns}
    groups = (f"household {row[household]}",) if household and row[household] else ()
    return Person(row[name], features, groups, Fraction(row[score].replace(",", ".")) if score else None)


def _who_returns(table: Table, name: str, returning: Returning | None) -> ReturningPeople | None:
    if not returning:
        return None
    again = frozenset(row[name] for row in table.rows if row[returning.column].casefold() in _YES)
    return ReturningPeople(again, returning.minimum, returning.maximum, f"{returning.column} (returning)")
