"""What a community does with a clause: it amends the words into its bracket or, in one-text mode, criticises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracktwo.methods.record import Refusal
from tracktwo.methods.text.clauses import Agreed, Bracket, Clause, Criticism, Rival, SingleText
from tracktwo.methods.text.differences import tokens
from tracktwo.methods.text.edits import (
    Amendment,
    bracketed,
    kept_late,
    open_clause,
    refuse_bracket,
    some_words,
    with_clause,
)
from tracktwo.methods.text.wording import clean_words


def propose_words(text: SingleText, key: str, words: str, *, side: int, version: int, reason: str) -> Amendment:
    """A community's wording of a clause, written on its ``version``: what differs becomes the community's bracket.

    From the first word that differs to the last. Words that came too late, that reach into a bracket, or whose side has
    a bracket here already are kept whole, as its alternative for the clause; ``refused`` is then ``text.stale`` or
    ``text.under_bracket``. Raises ``text.side_needed``, ``text.one_text``, ``text.same_words``, ``text.empty``,
    ``text.frozen``, ``text.clause_unknown`` and as ``clean_words`` does.
    """
    clause, words, reason = open_clause(text, key), some_words(words), clean_words(reason)
    refuse_bracket(text, side)
    if words == clause.standing:
        raise Refusal("text.same_words")
    if version != clause.version:
        refused = Refusal("text.stale", clause=key, expected=version, current=clause.version)
        return Amendment(kept_late(text, clause, Rival(side, words, reason)), refused)
    segments = None if side in clause.brackets else _segments(clause, words, side, reason)
    if segments is None:
        refused = Refusal("text.under_bracket", clause=key, count=len(clause.brackets))
        return Amendment(kept_late(text, clause, Rival(side, words, reason)), refused)
    return Amendment(with_clause(text, replace(clause, segments=segments)))


def criticise_clause(text: SingleText, key: str, words: str, *, side: int, version: int) -> SingleText:
    """Keep what a community says of a clause in one-text mode; nothing that stands changes, nor does its version.

    ``version``: the clause as it was read; said of older words it is kept under them. Refuses ``text.bracketed_mode``,
    ``text.side_needed``, ``text.empty``, ``text.frozen``, ``text.clause_unknown`` and as ``clean_words`` does.
    """
    clause = open_clause(text, key)
    if not text.one_text:
        raise Refusal("text.bracketed_mode")
    if side < 1:
        raise Refusal("text.side_needed")
    said = Criticism(side, min(max(version, 1), clause.version), some_words(words))
    if said in clause.criticisms:
        return text
    changed = replace(clause, criticisms=(*clause.criticisms, said))
    return replace(text, clauses=tuple(changed if one is clause else one for one in text.clauses))


def _segments(clause: Clause, words: str, side: int, reason: str) -> tuple[Agreed | Bracket, ...] | None:
    """The clause with the bracket in it; None where the words that differ do not stand free in it."""
    start, stands, wants = changed_stretch(clause.standing, words)
    bracket = Bracket(side, stands, wants, reason)
    if len(clause.segments) == 1 and isinstance(clause.segments[0], Agreed) and stands:
        whole = clause.segments[0].words
        parts = (Agreed(whole[:start]), bracket, Agreed(whole[start + len(stands) :]))
        return tuple(part for part in parts if part != Agreed(""))
    try:
        return bracketed(clause, bracket, None)
    except Refusal:
        return None


def changed_stretch(old: str, new: str) -> tuple[int, str, str]:
    """Where ``old`` first differs from ``new``, and from the first word that differs to the last: old and new words.

    An insertion takes the word before it along (at the beginning, the one behind it), so that it has a place.
    """
    olds, news = tokens(old), tokens(new)
    first = _shared(olds, news)
    last = _shared(olds[first:][::-1], news[first:][::-1])
    if first + last == len(olds) and olds:
        first, last = (first - 1, last) if first else (0, last - 1)
    stands, wants = _between(olds, first, last), _between(news, first, last)
    if first and stands and wants and stands[0].isspace() != wants[0].isspace():
        first -= 1  # a mark took the place of a word, or a word that of a mark: the space before it belongs to both
        stands, wants = _between(olds, first, last), _between(news, first, last)
    lead = len("".join(olds[:first])) + len(stands) - len(stands.lstrip())
    return lead, stands.strip(), wants.strip()


def _between(words: Sequence[str], first: int, last: int) -> str:
    return "".join(words[first : len(words) - last])


def _shared(olds: Sequence[str], news: Sequence[str]) -> int:
    count = 0
    for one, other in zip(olds, news, strict=False):
        if one != other:
            break
        count += 1
    return count
