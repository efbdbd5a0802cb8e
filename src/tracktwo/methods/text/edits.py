"""Everything that can be done to an open text: add, amend, bracket, withdraw, resolve.

Two edits of one clause are never merged: that is how two sides' rival verbs end up in one sentence that
neither wrote. The edit that comes second is refused and kept, word for word, as an alternative in the bracket
of its side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from tracktwo.methods.record import Refusal
from tracktwo.methods.text.clauses import THIRD_PARTY, Agreed, Bracket, Clause, Rival, SingleText
from tracktwo.methods.text.wording import clean_words

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_CLOSING = (",", ".", ";", ":", "!", "?", ")", "”", "»")


@dataclass(frozen=True)
class Amendment:
    """The text after an amendment. ``refused`` is None when the words now stand; otherwise it says why they
    do not and ``text`` holds them as an alternative in the side's bracket: keep the text in both cases."""

    text: SingleText
    refused: Refusal | None = None


def add_clause(text: SingleText, key: str, words: str, after: str | None = None) -> SingleText:
    """A new clause behind the clause ``after``, or at the end; ``key``: 1-40 of a-z, 0-9 and "-", never
    reused.

    Refuses ``text.frozen``, ``text.key_shape``, ``text.key_taken``, ``text.empty``, ``text.clause_unknown``
    and as ``clean_words`` does.
    """
    _refuse_frozen(text)
    if not _KEY.fullmatch(key):
        raise Refusal("text.key_shape")
    if any(clause.key == key for clause in text.clauses):
        raise Refusal("text.key_taken", clause=key)
    place = len(text.clauses) if after is None else text.clauses.index(text.clause(after)) + 1
    clause = Clause(key, 1, (Agreed(some_words(words)),))
    return replace(text, clauses=(*text.clauses[:place], clause, *text.clauses[place:]))


def amend_clause(text: SingleText, key: str, words: str, *, side: int, version: int, reason: str = "") -> Amendment:
    """Replace a clause's words, if it is still at ``version`` and no bracket is open in it.

    Otherwise nothing that stands changes and the words are kept: as a bracket around the whole clause, or, if
    ``side`` has a bracket there already, aside in it. ``refused`` is then ``text.stale`` or
    ``text.under_bracket``. ``side``: the community, or 0 for the third party. Raises what ``add_clause``
    refuses.
    """
    clause, words, reason = open_clause(text, key), some_words(words), clean_words(reason)
    if words == clause.standing:
        return Amendment(text)
    if version == clause.version and not clause.brackets:
        return Amendment(with_clause(text, replace(clause, segments=(Agreed(words),))))
    if version != clause.version:
        refused = Refusal("text.stale", clause=key, expected=version, current=clause.version)
    else:
        refused = Refusal("text.under_bracket", clause=key, count=len(clause.brackets))
    return Amendment(kept_late(text, clause, Rival(side, words, reason)), refused)


def open_bracket(
    text: SingleText, key: str, *, side: int, stands: str, wants: str, reason: str, occurrence: int | None = None
) -> SingleText:
    """Put the words ``stands`` of a clause into the bracket of a community that wants ``wants`` instead.

    ``stands`` must be found, whole words, once in the agreed words (or name the ``occurrence``, from 1);
    empty: an insertion at the end. No version is asked for: a bracket changes no words, it only needs them to
    be there. Refuses ``text.side_needed``, ``text.bracket_exists``, ``text.same_words``,
    ``text.words_not_found``, ``text.words_ambiguous``, ``text.frozen``, ``text.clause_unknown`` and as
    ``clean_words`` does.
    """
    clause = open_clause(text, key)
    bracket = Bracket(side, clean_words(stands), clean_words(wants), clean_words(reason))
    refuse_bracket(text, side)
    if side in clause.brackets:
        raise Refusal("text.bracket_exists", clause=key, side=side)
    if bracket.stands == bracket.wants:
        raise Refusal("text.same_words")
    return with_clause(text, replace(clause, segments=bracketed(clause, bracket, occurrence)))


def withdraw_bracket(text: SingleText, key: str, *, side: int) -> SingleText:
    """The side takes its bracket back; what stands, stands. Refuses ``text.no_bracket``, ``text.frozen``."""
    return _settled(text, open_clause(text, key), side, adopt=False)


def resolve_bracket(text: SingleText, key: str, *, side: int, adopt: bool, version: int) -> SingleText:
    """Settle a side's bracket: adopt its alternative, or keep what stands.

    The deed is done on what was read: a clause that changed since ``version`` refuses
    ``text.stale_resolution``. A wording of the whole clause can be adopted only when no bracket is open
    inside it (``text.brackets_inside``), for it would swallow them. Refuses ``text.no_bracket``,
    ``text.frozen``, ``text.clause_unknown``.
    """
    clause = open_clause(text, key)
    if version != clause.version:
        raise Refusal("text.stale_resolution", clause=key, expected=version, current=clause.version)
    return _settled(text, clause, side, adopt)


def refuse_bracket(text: SingleText, side: int) -> None:
    if side <= THIRD_PARTY:
        raise Refusal("text.side_needed")
    if text.one_text:
        raise Refusal("text.one_text")


def _refuse_frozen(text: SingleText) -> None:
    if text.frozen:
        raise Refusal("text.frozen")


def open_clause(text: SingleText, key: str) -> Clause:
    _refuse_frozen(text)
    return text.clause(key)


def some_words(typed: str) -> str:
    words = clean_words(typed)
    if not words:
        raise Refusal("text.empty")
    return words


def with_clause(text: SingleText, changed: Clause) -> SingleText:
    clause = replace(changed, version=changed.version + 1)
    return replace(text, clauses=tuple(clause if one.key == clause.key else one for one in text.clauses))


def kept_late(text: SingleText, clause: Clause, late: Rival) -> SingleText:
    """The clause with a late wording in its side's bracket; typing it twice keeps it once."""
    owned = clause.brackets.get(late.side)
    if owned is None:
        return with_clause(text, replace(clause, rivals=(*clause.rivals, late)))
    if late.wants in owned.aside or (isinstance(owned, Rival) and late.wants == owned.wants):
        return text
    fuller = replace(owned, aside=(*owned.aside, late.wants))
    segments = tuple(fuller if one is owned and isinstance(fuller, Bracket) else one for one in clause.segments)
    rivals = tuple(fuller if one is owned and isinstance(fuller, Rival) else one for one in clause.rivals)
    return with_clause(text, replace(clause, segments=segments, rivals=rivals))


def bracketed(clause: Clause, bracket: Bracket, occurrence: int | None) -> tuple[Agreed | Bracket, ...]:
    if not bracket.stands:
        last = clause.segments[-1] if clause.segments else None
        gap = (Agreed(" "),) if last is not None else ()
        return joined_segments((*clause.segments, *gap), ends=False) + (bracket,)
    place, start = _find(clause, bracket.stands, occurrence)
    words = _agreed_words(clause.segments[place])
    parts = (Agreed(words[:start]), bracket, Agreed(words[start + len(bracket.stands) :]))
    return tuple(
        part for part in (*clause.segments[:place], *parts, *clause.segments[place + 1 :]) if part != Agreed("")
    )


def _find(clause: Clause, stands: str, occurrence: int | None) -> tuple[int, int]:
    """Segment and position of the words: whole words only, so that "art" is not found in "part"."""
    before = r"(?<!\w)" if re.match(r"\w", stands) else ""
    behind = r"(?!\w)" if re.search(r"\w\Z", stands) else ""
    pattern = re.compile(before + re.escape(stands) + behind)
    found = [
        (place, match.start())
        for place, segment in enumerate(clause.segments)
        for match in pattern.finditer(_agreed_words(segment))
    ]
    if not found or (occurrence is not None and not 1 <= occurrence <= len(found)):
        raise Refusal("text.words_not_found", clause=clause.key)
    if occurrence is None and len(found) > 1:
        raise Refusal("text.words_ambiguous", clause=clause.key, count=len(found))
    return found[(occurrence or 1) - 1]


def _agreed_words(segment: Agreed | Bracket) -> str:
    return segment.words if isinstance(segment, Agreed) else ""


def _settled(text: SingleText, clause: Clause, side: int, adopt: bool) -> SingleText:
    bracket = clause.brackets.get(side)
    if bracket is None:
        raise Refusal("text.no_bracket", clause=clause.key, side=side)
    if adopt and bracket.within:
        raise Refusal("text.brackets_inside", clause=clause.key, count=len(bracket.within))
    if isinstance(bracket, Rival):
        return with_clause(text, _settled_rival(clause, bracket, adopt))
    words = bracket.wants if adopt else bracket.stands
    place = clause.segments.index(bracket)
    segments = (*clause.segments[:place], Agreed(words), *clause.segments[place + 1 :])
    return with_clause(text, replace(clause, segments=joined_segments(segments)))


def _settled_rival(clause: Clause, rival: Rival, adopt: bool) -> Clause:
    others = tuple(one for one in clause.rivals if one is not rival)
    if not adopt:
        return replace(clause, rivals=others)
    inside = sum(isinstance(one, Bracket) for one in clause.segments)
    if inside:
        raise Refusal("text.brackets_inside", clause=clause.key, count=inside)
    return replace(clause, segments=(Agreed(rival.wants),), rivals=others)


def joined_segments(segments: tuple[Agreed | Bracket, ...], ends: bool = True) -> tuple[Agreed | Bracket, ...]:
    """Neighbouring agreed words as one, no doubled space, none before a closing mark; ``ends``: trimmed at
    the ends.
    """
    joined: list[Agreed | Bracket] = []
    for segment in segments:
        if isinstance(segment, Agreed) and joined and isinstance(joined[-1], Agreed):
            joined[-1] = Agreed(_seam(joined[-1].words, segment.words))
        else:
            joined.append(segment)
    if ends and joined and isinstance(joined[0], Agreed):
        joined[0] = Agreed(joined[0].words.lstrip(" "))
    if ends and joined and isinstance(joined[-1], Agreed):
        joined[-1] = Agreed(joined[-1].words.rstrip(" "))
    return tuple(segment for segment in joined if segment != Agreed(""))


def _seam(left: str, right: str) -> str:
    if left.endswith(" ") and right.startswith((" ", *_CLOSING)):
        return left.rstrip(" ") + right
    return left + right
