"""Names of members among the words of a text: the whole, a surname, a diminutive; and whose neighbour spoils it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tracktwo.methods.discretion.forms import INITIAL, WORD, Sort, one_letter_less
from tracktwo.methods.discretion.given_names import is_known
from tracktwo.methods.discretion.hits import CERTAIN, LIKELY, LOOK, NAME, NICKNAME, Hit
from tracktwo.methods.discretion.lexicon import Lexicon
from tracktwo.methods.discretion.lookalikes import disguises, is_cyrillic
from tracktwo.methods.discretion.ordinary import is_ordinary
from tracktwo.methods.discretion.sounds import skeletons, unfolded
from tracktwo.methods.discretion.tokens import Token

AS_IS, DISGUISED, SLIP = 0, 1, 2
SHORTEST_GIVEN, SHORT_SURNAME, SHORTEST_SMALL, SHORTEST_OPENING_SLIP = 3, 4, 6, 7
SURNAMES = frozenset([Sort.SURNAME, Sort.SURNAME_DECLINED, Sort.SURNAME_SLIP])
GIVEN = frozenset([Sort.GIVEN, Sort.GIVEN_DECLINED, Sort.DIMINUTIVE])
NEIGHBOURS = 2
BETWEEN = frozenset(" \t\u00a0\u2009\u202f.,-‐‑")
MOST_BETWEEN = 3


@dataclass(frozen=True)
class Meaning:
    """Members whom a word may name: as what, how it had to be read, and the form."""

    owners: frozenset[int]
    sort: Sort
    way: int
    form: str


@dataclass
class Named:
    """A word with everybody whom it may name."""

    token: Token
    meanings: list[Meaning] = field(default_factory=list)

    def owners(self, sorts: Iterable[Sort]) -> set[int]:
        wanted = frozenset(sorts)
        return {owner for one in self.meanings if one.sort in wanted for owner in one.owners}

    def best(self, sorts: Iterable[Sort]) -> Meaning | None:
        wanted = frozenset(sorts)
        return min((one for one in self.meanings if one.sort in wanted), key=_sureness, default=None)


def _sureness(meaning: Meaning) -> tuple[int, int]:
    return meaning.way, int(meaning.sort)


Reading = tuple[str, str, int]


def readings(word: str) -> tuple[Reading, ...]:
    """(room, form, way) for every way to read a word; forms with a slip come last, and only for what is written as a
    name.
    """
    found: dict[tuple[str, str], int] = {}
    for way, said in (*((AS_IS, form) for form in _plainly(word)), *((DISGUISED, form) for form in _disguised(word))):
        found.setdefault((WORD, said), DISGUISED if disguises(word) else way)
    for said in [form for _room, form in found] if word[:1].isupper() else []:
        for shorter in one_letter_less(said):
            found.setdefault((WORD, shorter), SLIP)
    if word[:1].isupper():
        found.setdefault((WORD, unfolded(word)), SLIP)
    if len(word) == 1:
        found |= {(INITIAL, said[0]): AS_IS for said in skeletons(word)}
    return tuple((room, form, way) for (room, form), way in found.items())


def _plainly(word: str) -> Iterator[str]:
    yield from skeletons(word)
    if not is_cyrillic(word):
        for ending in ("'s", "’s", "ʼs", "s'", "s’", "s"):
            if word.casefold().endswith(ending) and len(word) > len(ending) + SHORT_SURNAME - 1:
                yield from skeletons(word[: -len(ending)])


def _disguised(word: str) -> Iterator[str]:
    for meant in disguises(word):
        yield from skeletons(meant)


def name_words(words: Sequence[Token], lexicon: Lexicon) -> dict[int, Named]:
    """Which words may name somebody, by their place. Every word is asked once, however often it stands there."""
    ways: dict[str, tuple[Reading, ...]] = {}
    for token in words:
        if token.word not in ways:
            ways[token.word] = readings(token.word)
    meanings = _ask(ways, lexicon)
    return {place: Named(token, meanings[token.word]) for place, token in enumerate(words) if token.word in meanings}


def _ask(ways: Mapping[str, tuple[Reading, ...]], lexicon: Lexicon) -> dict[str, list[Meaning]]:
    asked = [(word, reading) for word, each in ways.items() for reading in each]
    found: dict[str, list[Meaning]] = defaultdict(list)
    for match in lexicon.find([(room, form) for _word, (room, form, _way) in asked]):
        word, (_room, form, way) = asked[match.question]
        slipped = match.sort is Sort.SURNAME_SLIP
        # A slip is allowed to surnames alone, and once: a letter less on either side, or on both.
        if way == SLIP and match.sort not in SURNAMES:
            continue
        found[word].append(Meaning(match.owners, match.sort, SLIP if slipped else way, form))
    return dict(found)


def name_hits(words: Sequence[Token], text: str, lexicon: Lexicon) -> list[Hit]:
    """A hit for every word or pair of words that names somebody on the roster."""
    named = name_words(words, lexicon)
    found: list[Hit] = []
    for place in sorted(named):
        hit = _hit(place, named, words, text)
        if hit is not None:
            found.append(hit)
    return found


def _hit(place: int, named: Mapping[int, Named], words: Sequence[Token], text: str) -> Hit | None:
    here = named[place]
    near = _neighbours(place, words, text)
    if here.best(SURNAMES):
        hit = _whole_name(place, near, named, words) or _surname(here, near, words, text)
        if hit is not None:
            return hit
    if nickname := here.best([Sort.NICKNAME]):
        return _nickname(here.token, nickname)
    return _given(place, near, named, words)


def _neighbours(place: int, words: Sequence[Token], text: str) -> list[int]:
    """The places of up to two words on either side that stand in one breath with this one."""
    found = []
    for step in (1, -1):
        for other in range(place + step, place + step * (NEIGHBOURS + 1), step):
            if not 0 <= other < len(words) or words[other].lone or not _in_one_breath(words, other - step, other, text):
                break
            found.append(other)
    return found


def _in_one_breath(words: Sequence[Token], one: int, other: int, text: str) -> bool:
    first, last = sorted((words[one], words[other]), key=lambda token: token.start)
    gap = text[first.end : last.start]
    return (
        len(gap) <= MOST_BETWEEN
        and set(gap) <= BETWEEN
        and (words[one].is_initial or words[other].is_initial or "." not in gap)
    )


def _whole_name(place: int, near: Sequence[int], named: Mapping[int, Named], words: Sequence[Token]) -> Hit | None:
    """The same person's given name, patronymic or initial beside the surname."""
    token, owners = words[place], named[place].owners(SURNAMES)
    own = [other for other in near if other in named and _belongs(named[other], owners)]
    if not own or not (token.is_capital or any(words[other].is_capital for other in own)):
        return None
    if all(words[other].is_initial for other in own) and not token.is_capital:
        return None
    first, last = min((place, *own)), max((place, *own))
    return Hit(words[first].start, words[last].end, NAME, CERTAIN, "full_name", "leave_out_name")


def _belongs(other: Named, owners: set[int]) -> bool:
    sorts = [Sort.INITIAL] if other.token.is_initial else [*GIVEN, Sort.PATRONYMIC]
    return bool(other.owners(sorts) & owners)


def _surname(here: Named, near: Sequence[int], words: Sequence[Token], text: str) -> Hit | None:
    token, meaning = here.token, here.best(SURNAMES)
    if meaning is None:
        return None
    grade, reason = _how_sure(token, meaning)
    if not grade:
        return None
    if reason != "surname_disguised" and any(_is_another(here.token, words[other], text) for other in near):
        grade, reason = LOOK, "surname_of_another"
    return Hit(token.start, token.end, NAME, grade, reason, "look_once" if grade == LOOK else "leave_out_name")


def _how_sure(token: Token, meaning: Meaning) -> tuple[str, str]:
    """Grade and reason of a surname that stands alone; no grade where it would be noise."""
    word = is_ordinary(meaning.form)
    if meaning.way == SLIP:
        sure = token.is_capital and not any(is_ordinary(said) or is_known(said) for said in skeletons(token.word))
        wide = not token.opens or len(token.word) >= SHORTEST_OPENING_SLIP
        return (LIKELY, "surname_slip") if sure and wide else ("", "")
    if meaning.way == DISGUISED:
        return CERTAIN, "surname_disguised"
    if not (token.is_capital or token.lone):
        long = len(meaning.form) >= SHORTEST_SMALL and not word and not is_known(meaning.form)
        return (LIKELY, "surname_small") if long and is_cyrillic(token.word) else ("", "")
    if word or len(meaning.form) < SHORT_SURNAME or is_known(meaning.form):
        return (LOOK if token.opens or token.is_shouted else LIKELY), "surname_is_a_word"
    return CERTAIN, "surname" if meaning.sort is Sort.SURNAME else "surname_declined"


def _is_another(surname: Token, token: Token, text: str) -> bool:
    """A given name of somebody else beside a surname: Тарас Шевченко, where the roster has an Ірина Шевченко."""
    if token.sentence != surname.sentence or abs(token.start - surname.end) > 1 and abs(surname.start - token.end) > 2:
        return False
    if token.is_initial:
        return text[token.end : token.end + 1] == "."  # В, К, О, С and У begin sentences as prepositions
    said = skeletons(token.word)
    return token.is_capital and not token.lone and any(is_known(one) for one in said[:1]) and not is_ordinary(said[0])


def _nickname(token: Token, meaning: Meaning) -> Hit | None:
    word = is_ordinary(meaning.form)
    if not token.is_capital:
        return None if word or len(meaning.form) < SHORTEST_SMALL else _nick(token, LOOK, "nickname")
    if word:
        return None if token.opens else _nick(token, LIKELY, "nickname_is_a_word")
    return _nick(token, CERTAIN, "nickname")


def _nick(token: Token, grade: str, reason: str) -> Hit:
    return Hit(token.start, token.end, NICKNAME, grade, reason, "leave_out_name")


def _given(place: int, near: Sequence[int], named: Mapping[int, Named], words: Sequence[Token]) -> Hit | None:
    here, token = named[place], words[place]
    meaning = here.best([*GIVEN, Sort.PATRONYMIC])
    if meaning is None or meaning.way == SLIP or not token.is_capital or len(meaning.form) < SHORTEST_GIVEN:
        return None
    pair = [other for other in near if other in named and _is_pair(here, named[other])]
    if pair:
        first, last = min(place, *pair), max(place, *pair)
        return Hit(words[first].start, words[last].end, NAME, CERTAIN, "given_and_patronymic", "leave_out_name")
    if meaning.sort is Sort.PATRONYMIC:
        return Hit(token.start, token.end, NAME, LOOK, "patronymic", "look_once")
    return _given_alone(token, meaning, [words[other] for other in near])


def _given_alone(token: Token, meaning: Meaning, near: Sequence[Token]) -> Hit | None:
    # At the head of a sentence only the likeliest reading counts: “Choose” may be read as Гоша, and never is.
    if token.opens and meaning.form != skeletons(token.word)[0]:
        return None
    if is_ordinary(meaning.form):
        return None if token.opens else _given_word(token, near)
    if any(other.is_capital and not other.opens for other in near):
        return Hit(token.start, token.end, NAME, LOOK, "given_of_another", "look_once")
    reason = "diminutive" if meaning.sort is Sort.DIMINUTIVE else "given"
    return Hit(token.start, token.end, NAME, LIKELY, reason, "leave_out_name")


def _given_word(token: Token, near: Sequence[Token]) -> Hit:
    """Надія inside a sentence is written large as a name only; May and Roman are in any case."""
    alone = is_cyrillic(token.word) and not any(other.is_capital for other in near)
    grade, advice = (LIKELY, "leave_out_name") if alone else (LOOK, "look_once")
    return Hit(token.start, token.end, NAME, grade, "given_is_a_word", advice)


def _is_pair(here: Named, other: Named) -> bool:
    mine = here.owners(GIVEN) & other.owners([Sort.PATRONYMIC])
    theirs = here.owners([Sort.PATRONYMIC]) & other.owners(GIVEN)
    return other.token.is_capital and bool(mine | theirs)
