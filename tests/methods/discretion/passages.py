"""Passages by stated rules from the fictional roster, with the place of what must be found. The rules use the tables of
``people`` and brute force over the sixty; nothing is asked of the code under test.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tests.methods.discretion.people import Invented


@dataclass(frozen=True)
class Passage:
    """``hidden`` are the words that give somebody away, and ``rule`` says how they were made; none: nothing does."""

    text: str
    hidden: str
    rule: str
    language: str

    @property
    def place(self) -> tuple[int, int]:
        start = self.text.index(self.hidden)
        return start, start + len(self.hidden)


# {0} takes a name in the nominative, {1} in the genitive, {2} in the dative, {3} in the instrumental.
UKRAINIAN = (
    "Того вечора першою чи першим говорив саме {0}.",
    "У нотатках лишилися зауваги {1} до другого пункту.",
    "Слово про архіви передали {2} наступного ранку.",
    "Після перерви розмову продовжено з {3} у малій залі.",
)
RUSSIAN = (
    "В тот вечер первым из всех говорил именно {0}.",
    "В заметках остались замечания {1} ко второму пункту.",
    "Слово об архивах передали {2} следующим утром.",
    "После перерыва разговор продолжили с {3} в малом зале.",
)
ENGLISH = (
    "On that evening it was {0} who spoke before the others.",
    "The notes keep what {0} said of the second clause.",
    "After the break the talk went on with {0} in the small hall.",
    "Nobody but {0}, it seems, had read the file to its end.",
)


def names(roster: Sequence[Invented]) -> list[Passage]:
    """Eight passages a person: a surname declined, a full name declined, initials, what they are called at home, two
    romanisations, the other language, and a slip or a disguise by turns.
    """
    return [passage for number, one in enumerate(roster) for passage in _of(number, one)]


def _of(number: int, one: Invented) -> Iterator[Passage]:
    own, language = (RUSSIAN, "ru") if one.is_russian else (UKRAINIAN, "uk")
    case = 1 + number % 3
    yield _filled(own[case], one.surname[case], "surname declined", language)
    other = 1 + (number + 1) % 3
    yield _filled(own[other], f"{one.given[other]} {one.surname[other]}", "full name declined", language)
    yield _filled(own[0], f"{one.given[0][0]}. {one.surname[0]}", "initial", language)
    yield _filled(own[0], one.small, "called at home", language)
    yield _filled(ENGLISH[number % 4], one.roman, "romanised", "en")
    yield _filled(ENGLISH[(number + 1) % 4], one.scholarly, "scholarly", "en")
    theirs, their_language = (UKRAINIAN, "uk") if one.is_russian else (RUSSIAN, "ru")
    yield _filled(theirs[0], one.other, "the other language", their_language)
    yield _filled(own[0], _spoilt(number, one.surname[0]), SPOILS[number % len(SPOILS)], language)


SPOILS = ("a letter doubled", "a letter lost", "two letters swapped", "a Latin letter", "letters set wide", "capitals")


def _spoilt(number: int, name: str) -> str:
    """By turns: the fourth letter doubled, lost, swapped with the next; о, а, е of the other alphabet; and so on."""
    kind = SPOILS[number % len(SPOILS)]
    if kind == "a letter doubled":
        return name[:3] + name[3] + name[3:] if name[3] != name[4] else name[:3] + "у" + name[3:]
    if kind == "a letter lost":
        return name[:3] + name[4:]
    if kind == "two letters swapped":
        return name[:3] + name[4] + name[3] + name[5:]
    if kind == "a Latin letter":
        return name.translate(str.maketrans("оаеі", "oaei"))
    return " ".join(name) if kind == "letters set wide" else name.upper()


def _filled(frame: str, words: str, rule: str, language: str) -> Passage:
    for number in range(4):
        frame = frame.replace(f"{{{number}}}", words)
    return Passage(frame, words, rule, language)


# How each attribute is said in a passage; by hand, and not the vocabulary of the house.
SAID = {
    "en": {
        "Ukraine": "from Ukraine", "Russia": "from Russia", "woman": "a woman", "man": "a man",
        "historian": "historian", "sociologist": "sociologist", "lawyer": "lawyer", "journalist": "journalist",
        "archivist": "archivist", "economist": "economist", "Kharkiv": "in Kharkiv", "Lviv": "in Lviv",
        "Odesa": "in Odesa", "Poltava": "in Poltava", "Moscow": "in Moscow", "Kazan": "in Kazan", "Perm": "in Perm",
    },
    "uk": {
        "Ukraine": "з України", "Russia": "з Росії", "woman": "жінка", "man": "чоловік", "historian": "історик",
        "sociologist": "соціолог", "lawyer": "юрист", "journalist": "журналіст", "archivist": "архівіст",
        "economist": "економіст", "Kharkiv": "у Харкові", "Lviv": "у Львові", "Odesa": "в Одесі",
        "Poltava": "у Полтаві", "Moscow": "у Москві", "Kazan": "у Казані", "Perm": "у Пермі",
    },
    "ru": {
        "Ukraine": "из Украины", "Russia": "из России", "woman": "женщина", "man": "мужчина", "historian": "историк",
        "sociologist": "социолог", "lawyer": "юрист", "journalist": "журналист", "archivist": "архивист",
        "economist": "экономист", "Kharkiv": "в Харькове", "Lviv": "во Львове", "Odesa": "в Одессе",
        "Poltava": "в Полтаве", "Moscow": "в Москве", "Kazan": "в Казани", "Perm": "в Перми",
    },
}  # fmt: skip
FRAMES = {
    "en": "One of those who came, {0}, asked for time, as did others.",
    "uk": "Хтось із тих, хто приїхав, {0}, попросив часу, як і інші.",
    "ru": "Кто-то из приехавших, {0}, попросил времени, как и другие.",
}
CITY_COLUMN = {
    "Kharkiv": "Kharkiv|Харків|Харьков", "Lviv": "Lviv|Львів|Львов", "Odesa": "Odesa|Одеса|Одесса",
    "Poltava": "Poltava|Полтава", "Moscow": "Moscow|Москва", "Kazan": "Kazan|Казань", "Perm": "Perm|Перм|Пермь",
}  # fmt: skip


def jigsaws(roster: Sequence[Invented]) -> tuple[list[Passage], list[Passage]]:
    """Every set of two to four attributes that some person has: found by brute force to fit one or two (first list) or
    four and more with none of its parts fitting fewer (second list). Languages by turns.
    """
    fitting: list[Passage] = []
    common: list[Passage] = []
    for number, chosen in enumerate(_sets(roster)):
        language = ("en", "uk", "ru")[number % 3]
        words = ", ".join(SAID[language][value] for _column, value in chosen)
        passage = _filled(FRAMES[language], words, f"{len(chosen)} attributes", language)
        count = _count(roster, chosen)
        if count <= 2:
            fitting.append(passage)
        elif count >= 4:
            common.append(Passage(passage.text, "", passage.rule, language))
    return fitting, common


def _sets(roster: Sequence[Invented]) -> list[tuple[tuple[str, str], ...]]:
    found = {
        chosen for one in roster for size in (2, 3, 4) for chosen in combinations(sorted(one.traits.items()), size)
    }
    return sorted(found)


def _count(roster: Sequence[Invented], chosen: Sequence[tuple[str, str]]) -> int:
    return sum(all(one.traits[column] == value for column, value in chosen) for one in roster)
