"""Which words of two wordings belong together, in work that is bounded however alike or unlike they are.

By ``difflib.SequenceMatcher``, ``autojunk=False``: its shortcut would drop frequent words from 200 on. Without the
shortcut it takes half a minute for one clause of full stops between changed words: it finds them one by one, and each
time looks at all of them. So every look is paid from a purse; where the purse is empty nothing more is matched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import accumulate

Region = tuple[bool, tuple[int, int], tuple[int, int]]
# Pairs of equal words up to which words are matched at once; beyond it the sentences that stayed are found first.
_MOST_AT_ONCE = 200_000
_ENDS = frozenset(".!?…;")


@dataclass
class Purse:
    """Steps that are left."""

    steps: int

    def pay(self, price: int) -> bool:
        """Whether there was enough; a price that is too high is not paid, and a lower one still may be."""
        if price > self.steps:
            return False
        self.steps -= price
        return True


class _Matcher(SequenceMatcher[Hashable]):
    """The longest match of a stretch, at the price of looking for it: each word there against all its equals."""

    def __init__(self, olds: Sequence[Hashable], news: Sequence[Hashable], purse: Purse) -> None:
        super().__init__(None, olds, news, autojunk=False)
        equals = Counter(news)
        self._before = list(accumulate((equals[one] + 1 for one in olds), initial=0))
        self._purse = purse

    def find_longest_match(self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None) -> Match:
        end = len(self._before) - 1 if ahi is None else ahi
        if not self._purse.pay(self._before[end] - self._before[alo]):
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)


def align(olds: Sequence[str], news: Sequence[str], purse: Purse) -> list[Region]:
    """Stretches of both, kept and changed in turn, that cover both from end to end."""
    if _pairs(olds, news) <= _MOST_AT_ONCE:
        return _matched(olds, news, purse)
    return _joined(_by_sentences(olds, news, purse))


def _matched(olds: Sequence[Hashable], news: Sequence[Hashable], purse: Purse) -> list[Region]:
    found = _Matcher(olds, news, purse).get_opcodes()
    return [(tag == "equal", (a, b), (c, d)) for tag, a, b, c, d in found]


def _by_sentences(olds: Sequence[str], news: Sequence[str], purse: Purse) -> Iterator[Region]:
    first, second = _sentences(olds), _sentences(news)
    starts, others = _starts(first), _starts(second)
    for is_kept, (a, b), (c, d) in _matched(first, second, purse):
        old, new = (starts[a], starts[b]), (others[c], others[d])
        if is_kept:
            yield (True, old, new)
        else:
            yield from _within(olds, news, old, new, purse)


def _within(
    olds: Sequence[str], news: Sequence[str], old: tuple[int, int], new: tuple[int, int], purse: Purse
) -> Iterator[Region]:
    """By words, in sentences that changed."""
    for is_kept, (a, b), (c, d) in _matched(olds[slice(*old)], news[slice(*new)], purse):
        yield (is_kept, (a + old[0], b + old[0]), (c + new[0], d + new[0]))


def _joined(regions: Iterator[Region]) -> list[Region]:
    """Neighbours of one fate as one."""
    found: list[Region] = []
    for is_kept, a, b in regions:
        if found and found[-1][0] == is_kept:
            found[-1] = (is_kept, (found[-1][1][0], a[1]), (found[-1][2][0], b[1]))
        else:
            found.append((is_kept, a, b))
    return found


def _sentences(words: Sequence[str]) -> list[tuple[str, ...]]:
    ends = [place + 1 for place, word in enumerate(words) if word in _ENDS]
    cuts = [0, *ends] if ends and ends[-1] == len(words) else [0, *ends, len(words)]
    return [tuple(words[begin:end]) for begin, end in zip(cuts, cuts[1:], strict=False)]


def _starts(sentences: Sequence[tuple[str, ...]]) -> list[int]:
    return list(accumulate((len(one) for one in sentences), initial=0))


def _pairs(olds: Sequence[str], news: Sequence[str]) -> int:
    first, second = Counter(olds), Counter(news)
    return sum(count * second[word] for word, count in first.items())
