"""Brackets inside brackets: words of another side's alternative, contested in their turn. There is no third level."""

from __future__ import annotations

import re
from dataclasses import replace

from tracktwo.methods.record import Refusal
from tracktwo.methods.text.clauses import Bracket, Clause, Inner, Rival, SingleText
from tracktwo.methods.text.edits import open_clause, refuse_bracket, with_clause
from tracktwo.methods.text.wording import clean_words


def open_inner(
    text: SingleText, key: str, *, owner: int, side: int, stands: str, wants: str, reason: str
) -> SingleText:
    """Bracket words ``stands`` of what the bracket of ``owner`` wants; ``side`` wants ``wants`` there instead.

    ``stands``: whole words, found once outside other inner brackets; empty asks for an insertion at the end. Refuses
    ``text.own_bracket``, ``text.inner_exists``, ``text.too_deep`` (the words stand in an inner bracket already) and
    what ``open_bracket`` refuses.
    """
    clause, outer = _outer(text, key, owner)
    refuse_bracket(text, side)
    stands, wants, reason = clean_words(stands), clean_words(wants), clean_words(reason)
    if side == owner:
        raise Refusal("text.own_bracket", clause=key)
    if any(one.side == side for one in outer.within):
        raise Refusal("text.inner_exists", clause=key)
    if stands == wants:
        raise Refusal("text.same_words")
    inner = Inner(side, _place(key, outer, stands), stands, wants, reason)
    within = tuple(sorted((*outer.within, inner), key=lambda one: one.start))
    return _with_outer(text, clause, outer, replace(outer, within=within))


def withdraw_inner(text: SingleText, key: str, *, owner: int, side: int) -> SingleText:
    """The side takes its inner bracket back; the alternative around it stays as it was. Refuses ``text.no_bracket``."""
    return _settle(text, key, owner, side, adopt=False)


def resolve_inner(text: SingleText, key: str, *, owner: int, side: int, adopt: bool, version: int) -> SingleText:
    """Settle an inner bracket: the alternative around it takes its words, or keeps its own.

    Refuses ``text.stale_resolution``, ``text.no_bracket``, ``text.frozen``, ``text.clause_unknown``.
    """
    clause = open_clause(text, key)
    if version != clause.version:
        raise Refusal("text.stale_resolution", clause=key, expected=version, current=clause.version)
    return _settle(text, key, owner, side, adopt)


def _settle(text: SingleText, key: str, owner: int, side: int, adopt: bool) -> SingleText:
    clause, outer = _outer(text, key, owner)
    inner = next((one for one in outer.within if one.side == side), None)
    if inner is None:
        raise Refusal("text.no_bracket", clause=key, side=side)
    others = tuple(one for one in outer.within if one is not inner)
    changed = _adopted(outer, inner, others) if adopt else replace(outer, within=others)
    return _with_outer(text, clause, outer, changed)


def _adopted(outer: Bracket | Rival, inner: Inner, others: tuple[Inner, ...]) -> Bracket | Rival:
    """The alternative with the inner words in it; what stands behind them moves along."""
    before, behind = outer.wants[: inner.start], outer.wants[inner.start + len(inner.stands) :]
    wants = inner.wants
    if not wants and before.endswith(" ") and (behind.startswith(" ") or not behind):
        before = before[:-1]
    if wants and not inner.stands and before and not before.endswith(" "):
        wants = " " + wants
    moved = len(before) + len(wants) - inner.start - len(inner.stands)
    shifted = tuple(replace(one, start=one.start + moved) if one.start > inner.start else one for one in others)
    return replace(outer, wants=before + wants + behind, within=shifted)


def _outer(text: SingleText, key: str, owner: int) -> tuple[Clause, Bracket | Rival]:
    clause = open_clause(text, key)
    outer = clause.brackets.get(owner)
    if outer is None:
        raise Refusal("text.no_bracket", clause=key, side=owner)
    return clause, outer


def _place(key: str, outer: Bracket | Rival, stands: str) -> int:
    """Where the words begin in the alternative."""
    if not stands:
        if any(one.start == len(outer.wants) for one in outer.within):
            raise Refusal("text.too_deep", clause=key)
        return len(outer.wants)
    before = r"(?<!\w)" if re.match(r"\w", stands) else ""
    behind = r"(?!\w)" if re.search(r"\w\Z", stands) else ""
    found = [one.start() for one in re.finditer(before + re.escape(stands) + behind, outer.wants)]
    if not found:
        raise Refusal("text.words_not_found", clause=key)
    free = [start for start in found if not _is_taken(outer, start, len(stands))]
    if not free:
        raise Refusal("text.too_deep", clause=key)
    if len(free) > 1:
        raise Refusal("text.words_ambiguous", clause=key, count=len(free))
    return free[0]


def _is_taken(outer: Bracket | Rival, start: int, length: int) -> bool:
    return any(start < one.start + max(len(one.stands), 1) and one.start < start + length for one in outer.within)


def _with_outer(text: SingleText, clause: Clause, old: Bracket | Rival, new: Bracket | Rival) -> SingleText:
    segments = tuple(new if one is old and isinstance(new, Bracket) else one for one in clause.segments)
    rivals = tuple(new if one is old and isinstance(new, Rival) else one for one in clause.rivals)
    return with_clause(text, replace(clause, segments=segments, rivals=rivals))
