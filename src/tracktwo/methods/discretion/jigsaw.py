"""Jigsaw: the attributes of a passage that, put together, fit at most two members of the roster.

“A historian” fits nine people, “from Lviv” four, “who edits a journal” three: together they may fit one. Members are
bits of a whole number, so a set of attributes is an intersection and its size a count of bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tracktwo.methods.discretion.hits import CERTAIN, JIGSAW, LIKELY, LOOK, Hit
from tracktwo.methods.discretion.phrases import LONGEST_PHRASE, runs, stems_of
from tracktwo.methods.discretion.tokens import Token

MOST_FITTING = 2
MOST_TOGETHER = 4
MOST_IN_A_SENTENCE = 12
NEIGHBOURING = 1
PIECES_TO_BE_SURE = 3

Trait = tuple[str, str]


@dataclass(frozen=True)
class Traits:
    """What is known of the members: ``members`` value by column, in the order of the roster; ``words`` how each trait
    is said, in any language (one phrase or several). A trait nobody has is never asked.
    """

    members: tuple[Mapping[str, str], ...] = ()
    words: Mapping[Trait, tuple[str, ...]] | None = None

    def masks(self) -> dict[Trait, int]:
        found: dict[Trait, int] = {}
        for number, member in enumerate(self.members):
            for trait in member.items():
                if trait[1]:
                    found[trait] = found.get(trait, 0) | 1 << number
        return found

    def phrases(self) -> dict[tuple[str, ...], frozenset[Trait]]:
        """Which traits a run of stems says. A word of two columns (a city that is a region too) says both."""
        found: dict[tuple[str, ...], set[Trait]] = {}
        for trait in self.masks():
            for phrase in (self.words or {}).get(trait, (trait[1],)):
                stems = stems_of(phrase)
                if 0 < len(stems) <= LONGEST_PHRASE:
                    found.setdefault(stems, set()).add(trait)
        return {stems: frozenset(traits) for stems, traits in found.items()}


@dataclass(frozen=True)
class Mention:
    """A trait said in the text; ``mask`` are the members whom it fits."""

    start: int
    end: int
    sentence: int
    trait: Trait
    mask: int


def jigsaw_hits(words: Sequence[Token], traits: Traits) -> list[Hit]:
    """For every sentence, and then for two that stand side by side, the smallest sets that fit one or two members.

    At most ``MOST_TOGETHER`` attributes of different columns are put together; what more of the sentence fits the same
    people is shown with them. A single attribute is only worth a look: it may be said of a place, not of a person.
    """
    mentions = list(_mentions(words, traits))
    found = [hit for sentence in _by_sentence(mentions) for hit in _in_passage(sentence, across=False)]
    seen = {hit.parts for hit in found}
    for pair in _pairs(mentions):
        for hit in _in_passage(pair, across=True):
            if not any(set(parts) <= set(hit.parts) for parts in seen):
                found.append(hit)
    return found


def _mentions(words: Sequence[Token], traits: Traits) -> Iterator[Mention]:
    masks, phrases = traits.masks(), traits.phrases()
    firsts = {stems[0] for stems in phrases}
    taken = -1
    for first, last, stems in _longest_first(run for run in runs(words) if run[2][0] in firsts and run[2] in phrases):
        if first <= taken:
            continue
        taken = last
        for trait in sorted(phrases[stems]):
            yield Mention(words[first].start, words[last].end, words[first].sentence, trait, masks[trait])


def _longest_first(found: Iterable[tuple[int, int, tuple[str, ...]]]) -> list[tuple[int, int, tuple[str, ...]]]:
    return sorted(found, key=lambda run: (run[0], -run[1]))


def _by_sentence(mentions: Iterable[Mention]) -> list[list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return [_once(found[sentence]) for sentence in sorted(found)]


def _pairs(mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    by_number: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_number.setdefault(mention.sentence, []).append(mention)
    for sentence in sorted(by_number):
        if sentence + NEIGHBOURING in by_number:
            yield _once(by_number[sentence] + by_number[sentence + NEIGHBOURING])


def _once(mentions: Sequence[Mention]) -> list[Mention]:
    """Each trait where it is said first; a passage that says more than a dozen is a list and no description."""
    first: dict[Trait, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.trait, mention)
    return list(first.values())[:MOST_IN_A_SENTENCE]


def _in_passage(mentions: Sequence[Mention], *, across: bool) -> list[Hit]:
    found: list[Hit] = []
    told: set[int] = set()
    for size in range(1, min(MOST_TOGETHER, len(mentions)) + 1):
        for together in combinations(mentions, size):
            mask = _fitting(together)
            if not 0 < mask.bit_count() <= MOST_FITTING or any(mask & other == mask for other in told):
                continue
            if across and (size == 1 or len({one.sentence for one in together}) == 1):
                continue
            # A single word is told, and does not keep two or three that fit the same person from being told.
            told |= {mask} if size > 1 else set()
            whole = _all_that_fit(mentions, mask)
            if size == 1 and len(whole) > 1:
                continue
            found.append(_hit(whole, mask, across))
    return list(dict.fromkeys(found))


def _fitting(together: Sequence[Mention]) -> int:
    """Nobody, where two attributes are of one column: a man and a woman are two people."""
    if len({one.trait[0] for one in together}) < len(together) or len({one.start for one in together}) < len(together):
        return 0
    mask = together[0].mask
    for one in together[1:]:
        mask &= one.mask
    return mask


def _all_that_fit(mentions: Sequence[Mention], mask: int) -> list[Mention]:
    found: dict[tuple[int, int], Mention] = {}
    for one in mentions:
        if one.mask & mask == mask:
            found.setdefault((one.start, one.end), one)
    return sorted(found.values(), key=lambda one: one.start)


def _hit(pieces: Sequence[Mention], mask: int, across: bool) -> Hit:
    parts = tuple((one.start, one.end) for one in pieces)
    grade, reason = _how_sure(len(pieces), mask.bit_count(), across)
    drop = _best_to_drop(pieces) if len(pieces) > 1 else parts[0]
    suggestion = "look_once" if len(pieces) == 1 else "say_less"
    return Hit(parts[0][0], max(end for _start, end in parts), JIGSAW, grade, reason, suggestion, parts, drop)


def _how_sure(pieces: int, fitting: int, across: bool) -> tuple[str, str]:
    if pieces == 1:
        return LOOK, "one_word_fits"
    if across:
        return (LIKELY, "one_fits_across") if fitting == 1 else (LOOK, "two_fit_across")
    if fitting == 1:
        return (CERTAIN if pieces >= PIECES_TO_BE_SURE else LIKELY), "one_fits"
    return LIKELY, "two_fit"


def _best_to_drop(pieces: Sequence[Mention]) -> tuple[int, int]:
    """The piece without which the rest fits most people."""

    def left(dropped: Mention) -> int:
        mask = -1
        for one in pieces:
            mask &= one.mask if one is not dropped else -1
        return mask.bit_count()

    best = max(pieces, key=lambda one: (left(one), -one.start))
    return best.start, best.end
