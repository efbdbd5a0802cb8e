"""The form of a leaf: what the record keeps of a decision, checked before anything is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime

from tracktwo.foundation.ledger.deeds import DEEDS, ROLES, is_digest
from tracktwo.methods.record import JSON, Refusal, canonical_json

FORM_VERSION = 1
LONGEST_FACT = 200
MOST_SIDES = 99
# Who decides for oneself or as one of a few. Such a role, a community and a minute would be a person.
TOLD_BY_THE_DAY = frozenset({"participant", "nominee", "reader"})
BOOK = re.compile(r"[A-Za-z0-9_-]{1,32}")
KIND = re.compile(r"[a-z_.]{0,32}")
KEY = re.compile(r"[A-Za-z0-9._:-]{0,64}")
DIGEST = re.compile(r"[0-9a-f]{64}")


def check_deed(deed: str, facts: Mapping[str, object]) -> None:
    """Refuse a deed outside the closed list, and facts that are not exactly those it declares, in their forms.

    Raises Refusal ``record.deed_unknown``, ``record.fact_unknown``, ``record.fact_missing``, ``record.fact_form``.
    """
    if deed not in DEEDS:
        raise Refusal("record.deed_unknown", deed=deed)
    for name in sorted(facts.keys() - set(DEEDS[deed].facts)):
        raise Refusal("record.fact_unknown", deed=deed, fact=name)
    for name in DEEDS[deed].facts:
        if name not in facts:
            raise Refusal("record.fact_missing", deed=deed, fact=name)
        if not _is_fact(name, facts[name]):
            raise Refusal("record.fact_form", deed=deed, field=name)


def check_place(deed: str, *, book: str, role: str, side: int | None, kind: str, key: str) -> None:
    """Refuse whatever could carry a person or a sentence where a code is expected: ``record.fact_form``."""
    forms = {
        "book": BOOK.fullmatch(book),
        "role": role in ROLES,
        "side": side is None or (type(side) is int and 1 <= side <= MOST_SIDES),
        "kind": KIND.fullmatch(kind),
        "key": KEY.fullmatch(key),
    }
    for field, holds in forms.items():
        if not holds:
            raise Refusal("record.fact_form", deed=deed, field=field)


def told_time(at: datetime, role: str) -> datetime:
    """When, as the record tells it, in UTC: to the minute, for roles in ``TOLD_BY_THE_DAY`` to the day (00:00)."""
    moment = at.astimezone(UTC).replace(second=0, microsecond=0)
    return moment.replace(hour=0, minute=0) if role in TOLD_BY_THE_DAY else moment


def leaf_text(deed: str, seq: int, at: datetime, facts: Mapping[str, JSON], place: Mapping[str, JSON]) -> str:
    """The canonical JSON of one leaf; ``place`` holds book, role, side, kind and key."""
    fields: dict[str, JSON] = {**place, "deed": deed, "facts": dict(facts), "seq": seq, "v": FORM_VERSION}
    fields["minute"] = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return canonical_json(fields).decode()


def _is_fact(name: str, value: object) -> bool:
    if is_digest(name):
        return isinstance(value, str) and DIGEST.fullmatch(value) is not None
    if isinstance(value, str):
        return len(value) <= LONGEST_FACT and all(character >= " " for character in value)
    return type(value) is int
