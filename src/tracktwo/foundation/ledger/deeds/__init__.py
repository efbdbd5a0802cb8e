"""The closed list of what the record can say. A deed is a decision; what was said, asked or felt has no deed.

To add one: a line in its step's file here with its code, the names of its facts, and the sentence a page
shows. A fact is a whole number, a SHA-256 in hexadecimal (its name is ``digest`` or ends in ``_digest``) or one line
of at most 200 characters that is no person's words. A deed once released is never renamed: old records hold it.
"""

from __future__ import annotations

from collections.abc import Callable

from tracktwo.foundation.ledger.deeds import agree, convene, house, measure, plan, prepare, programme, select, transmit
from tracktwo.foundation.ledger.deeds.deed import Deed
from tracktwo.foundation.ledger.deeds.words import CODES, ROLES

__all__ = ["ALL", "CODES", "DEEDS", "OWN_FIELDS", "ROLES", "Deed", "is_digest", "sentence_for"]
OWN_FIELDS = frozenset({"book", "deed", "facts", "key", "kind", "minute", "role", "seq", "side", "at", "v"})
STEPS = (programme, plan, select, prepare, convene, agree, transmit, measure, house)
ALL: tuple[Deed, ...] = tuple(deed for step in STEPS for deed in step.DEEDS)
DEEDS = {deed.code: deed for deed in ALL}


def sentence_for(code: str, facts: dict[str, int | str], translate: Callable[[str], str]) -> str:
    """The deed as a sentence in the reader's language; a code of a later release stands for itself."""
    if code not in DEEDS:
        return code
    return translate(DEEDS[code].sentence) % {name: _shown(name, value, translate) for name, value in facts.items()}


def is_digest(name: str) -> bool:
    return name == "digest" or name.endswith("_digest")


def _shown(name: str, value: int | str, translate: Callable[[str], str]) -> str:
    if is_digest(name):
        return f"{value}"[:12] + "…"
    return translate(CODES[value]) if isinstance(value, str) and value in CODES else str(value)
