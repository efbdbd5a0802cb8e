"""TOML in: bytes of a stranger to checked keys, each fault with its table and key."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO, TypeVar

from tracktwo.methods.dates import is_country
from tracktwo.methods.record import Refusal, Refusals

MOST_BYTES = 1_000_000

Toml = Mapping[str, object]
Read = TypeVar("Read")


def read_toml(source: bytes | BinaryIO | Path) -> Toml:
    """The whole file. Raises Refusal ``rules.unreadable``, ``rules.too_large`` or ``rules.not_toml``."""
    content = _read_bytes(source)
    if len(content) > MOST_BYTES:
        raise Refusal("rules.too_large", limit=MOST_BYTES)
    try:
        return tomllib.loads(content.decode("utf-8-sig").replace("\r\n", "\n"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise Refusal("rules.not_toml") from error


def _read_bytes(source: bytes | BinaryIO | Path) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        if isinstance(source, Path):
            with source.open("rb") as stream:
                return stream.read(MOST_BYTES + 1)
        return source.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refusal("rules.unreadable") from error


class Keys:
    """One table of a TOML file; ``place`` names it in refusals ("entry 3", "wishes")."""

    def __init__(self, table: object, place: str, allowed: Collection[str]) -> None:
        if not isinstance(table, Mapping):
            raise Refusal("rules.not_a_table", place=place)
        self.table: Toml = table
        self.place = place
        unknown = sorted(str(key) for key in table if key not in allowed)
        if unknown:
            raise Refusal("rules.key_unknown", place=place, key=unknown[0], allowed=", ".join(allowed))

    def refuse(self, code: str, key: str, **params: object) -> Refusal:
        return Refusal(code, place=self.place, key=key, **params)

    def words(self, key: str, default: str | None = None) -> str:
        said = self.table.get(key, default)
        if not isinstance(said, str) or not (said.strip() or default == ""):
            raise self.refuse("rules.words", key)
        return said.strip()

    def day(self, key: str) -> date:
        found = self.day_or_none(key)
        if found is None:
            raise self.refuse("rules.day", key)
        return found

    def day_or_none(self, key: str) -> date | None:
        found = self.table.get(key)
        if found is None:
            return None
        if not isinstance(found, date) or isinstance(found, datetime):
            raise self.refuse("rules.day", key)
        return found

    def whole(self, key: str, default: int | None = None) -> int:
        found = self.table.get(key, default)
        if not isinstance(found, int) or isinstance(found, bool) or found < 0:
            raise self.refuse("rules.whole", key)
        return found

    def yes_or_no(self, key: str) -> bool:
        found = self.table.get(key, False)
        if not isinstance(found, bool):
            raise self.refuse("rules.yes_or_no", key)
        return found

    def countries(self, key: str) -> tuple[str, ...]:
        """One country code, or a list of them."""
        found = self.table.get(key)
        listed = [found] if isinstance(found, str) else found
        if not isinstance(listed, list) or not all(isinstance(one, str) and is_country(one.upper()) for one in listed):
            raise self.refuse("rules.countries", key)
        return tuple(dict.fromkeys(one.upper() for one in listed))

    def check_dates(self) -> None:
        """A rule that ends before it begins would hold never, which nobody means."""
        begins, ends = self.day_or_none("from"), self.day_or_none("until")
        if begins and ends and ends < begins:
            raise self.refuse("rules.ends_before_start", "until")


def read_each(content: Toml, name: str, allowed: Collection[str], read: Callable[[Keys], Read]) -> tuple[Read, ...]:
    """``read`` applied to every ``[[name]]`` table; raises Refusals with the faults of all of them."""
    found: list[Read] = []
    faults: list[Refusal] = []
    for place, table in enumerate(list_tables(content, name), start=1):
        try:
            found.append(read(Keys(table, f"{name} {place}", allowed)))
        except Refusal as fault:
            faults.append(fault)
    if faults:
        raise Refusals(faults)
    return tuple(found)


def list_tables(content: Toml, name: str) -> list[object]:
    """The ``[[name]]`` tables; none where the file has none."""
    found = content.get(name, [])
    if not isinstance(found, list):
        raise Refusal("rules.not_a_list", place=name)
    return found
