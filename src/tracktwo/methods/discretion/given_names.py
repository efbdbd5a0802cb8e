"""Given names that are one name: Ukrainian, Russian and Latin forms, and what people are called at home.

An own list, written for this house: full forms before the bar, diminutives behind it. It is no judgement on what
somebody is to be called; it is what a reader at home would recognise.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tracktwo.methods.discretion.paradigms import declined
from tracktwo.methods.discretion.sounds import skeletons

_NAMES = """
Олександр Александр Alexander Alexandre Aleksander | Сашко Саша Сашка Сашуня Олесь Лесь Шура Санько Саня Олекса Alex
Олексій Алексей Alexis Alexey | Олекса Льоша Лёша Леша Олексійко Алёша Алеша Льоня Лёха
Анатолій Анатолий Anatole | Толя Толік Толик Толька
Андрій Андрей Andrew Andreas | Андрійко Андрюша Андрюха Дюша
Антон Anton Anthony | Антоша Тоша Антось
Артем Артём Artemius | Артемко Тьома Тёма Тема
Арсен Арсеній Арсений | Сеня Арсенько
Богдан | Бодя Богданчик Данко
Борис | Боря Борька Борисик
Вадим | Вадик Вадя Вадимко
Валентин | Валя Валік Валик
Валерій Валерий Valery | Валера Валерка Валя
Василь Василий Basil | Васько Вася Василько Васёк
Віктор Виктор Victor | Вітя Витя Вітько Витёк
Віталій Виталий Vitaly | Віталик Виталик Віталька Талік
Владислав | Влад Владик Славко Слава Владя
Володимир Владимир Vladimir Wladimir | Вова Володя Вовка Вовчик Володько Влодко
Всеволод | Сева
Вячеслав В’ячеслав | Слава Славко Славик
Геннадій Геннадий | Гена Генка Геник
Георгій Георгий George | Жора Гоша Гога Георгійко
Григорій Григорий Gregory | Гриша Грицько Гриць Гришко
Данило Данила Даниил Daniel | Данилко Данько Даня
Денис Dennis | Дениско Дениска Дэн
Дмитро Дмитрий Dmitry Demetrius | Діма Дима Дмитрик Митя Митько Димко Дімон
Едуард Эдуард Edward Eduard | Едик Эдик
Євген Евгений Eugene Eugen | Женя Євгенко Женька Жека Геник
Захар Захарій Zachary | Захарко
Іван Иван Ivan | Івась Іванко Ваня Ванька Ванько
Ігор Игорь Igor | Ігорко Гарік Игорёк Гоша
Ілля Илья Elijah Ilya | Ілько Илюша Ілюша
Кирило Кирилл Cyril | Кирилко Кирюша
Костянтин Константин Constantine | Костя Костик Кость Костусь
Леонід Леонид | Льоня Лёня Леонідко
Лев Leo | Лёва Левко Льова
Максим Maxim Maximus | Макс Максимко Максик
Марко Марк Mark | Маркусь Марик
Матвій Матвей Matthew | Матвійко Мотя
Микита Никита | Микитка Нік Ник
Микола Николай Nicholas Nicolas | Коля Миколка Кольо Микольцьо Колька
Михайло Михаил Michael | Мишко Миша Михась Мішко Міша
Назар Назарій | Назарко
Олег | Олежик Олежко Олежка
Остап | Остапко
Павло Павел Paul | Паша Павлик Павлусь Пашка
Петро Пётр Петр Peter | Петрик Петя Петька Петрусь
Роман | Рома Ромчик Ромко Ромка
Ростислав | Ростик Слава Славко
Руслан | Русланчик Рус
Святослав | Свят Святик Славко Слава
Семен Семён Simeon | Сеня Сенько
Сергій Сергей Serge Sergius | Серж Серьожа Серёжа Сережа Сергійко Сірожа Серёга Серега Сірко
Станіслав Станислав Stanislaus | Стас Стасик Славко
Степан Stephen Stefan | Стьопа Стёпа Степанко Стефко
Тарас | Тарасик
Тимофій Тимофей Timothy | Тимко Тимоша Тіма
Тимур Timur | Тимурчик
Федір Фёдор Федор Theodore | Федько Федя
Филип Филипп Philip | Филипко
Юрій Юрий Yury | Юрко Юра Юрась Юрчик
Яків Яков Jacob | Яша Яшко
Ярослав | Ярко Ярик Славко Слава
Юхим Ефим | Фима Юхимко
Аркадій Аркадий | Аркаша
Гліб Глеб | Глібко
Егор Єгор | Егорка Єгорка Гоша
Нестор | Несторко
Орест | Орестик
Прохор | Проша
Родіон Родион | Родя Родик
Рустам | Рустик
Зиновій Зиновий | Зеник Зіновій
Тихон | Тиша
Ерфан Эрфан |
Ремзі Ремзи | Ремзік
Олександра Александра Alexandra | Саша Леся Олеся Шура Сашенька Санька
Олеся Леся | Лесюня
Алла | Алуся Аллочка
Аліна Алина Alina | Алінка Аля
Аліса Алиса Alice | Аліска
Анастасія Анастасия Anastasia | Настя Настуня Ася Настуся Настенька
Ангеліна Ангелина Angelina | Ліна Лина Геля
Анна Ганна Anne Ann Hannah | Аня Ганнуся Галя Нюра Анечка Анюта Нюся
Антоніна Антонина Antonina | Тоня Тонечка
Валентина | Валя Валюша
Валерія Валерия Valeria | Лєра Лера
Варвара Barbara | Варя Варка
Василина | Васька Василинка
Віра Вера Vera | Вірочка Верочка Віруня
Вікторія Виктория Victoria | Віка Вика Вікуся
Галина | Галя Галинка Галка Галочка
Дарина Дарья Дарія Daria | Даша Дарка Даринка Дашенька
Діана Диана Diana | Діанка
Діляра Диляра | Діля
Євгенія Евгения Eugenia | Женя Євгенка
Єлизавета Елизавета Elizabeth | Ліза Лиза Лізавета
Жанна Jeanne Joan | Жаннуся
Зінаїда Зинаида | Зіна Зина
Зоя Zoe | Зоєчка Зойка
Злата | Златуся
Інна Инна | Іннуся Инночка
Ірина Ирина Irene Irina | Іра Ира Іринка Ірочка Иришка Орися
Карина Каріна | Карінка
Катерина Екатерина Catherine Katherine Kateryna | Катя Катруся Катря Катюша
Кіра Кира | Кірочка
Ксенія Ксения Оксана Xenia | Ксеня Ксюша Оксанка Ксана
Лариса Larissa | Лора Лара Ларочка
Леніє Ление |
Лілія Лилия Lilia Lily | Ліля Лиля
Любов Любовь | Люба Любка Любочка
Людмила | Люда Люся Мила Людочка
Марина | Маринка Маруся Мара
Марія Мария Mary Marie Maria | Маша Марійка Маруся Марічка Маня
Маріанна Марьяна Мар’яна Marianne | Мар’янка
Мілена Милена | Міла
Надія Надежда Nadia | Надя Надійка Надюша
Наталія Наталя Наталья Natalie | Наташа Наталка Ната Таша
Ніна Нина Nina | Ніночка
Оксана | Ксеня Оксанка
Олена Елена Helen Helena Elena Olena | Лена Леночка Оленка Леся Олена Оленочка Лєна Ленуся Алёна
Ольга Olga | Оля Олечка Ольця
Поліна Полина Pauline | Поля Полінка
Раїса Раиса | Рая
Регіна Регина | Реня
Римма | Римка
Роксолана | Ксана
Сабіна Сабина | Сабінка
Світлана Светлана | Світланка Света Світа Лана
Севіль Севиль |
Соломія Соломия | Соля Міка
Софія София Софья Sophia Sophie | Соня Софійка
Стефанія Стефания | Стефа
Таїсія Таисия | Тая
Тамара | Тома Тамарочка
Тетяна Татьяна Tatiana Tania | Таня Тетянка Танюша
Уляна Ульяна | Уля
Христина Кристина Christina | Христя
Юлія Юлия Julia | Юля Юлька Юленька
Яна Jana | Яночка
Ярина | Яринка
Ярослава | Яся
Zarina Зарина | Зара
Emine Еміне Эмине |
Elvira Ельвіра Эльвира | Еля Эля
"""


@lru_cache(maxsize=1)
def _families() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Skeletons of the full forms and of the diminutives, name by name."""
    lines = (line.partition("|") for line in _NAMES.strip().splitlines())
    return tuple((_read(full.split()), _read(small.split())) for full, _bar, small in lines)


@lru_cache(maxsize=1)
def _by_form() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, (full, small) in enumerate(_families()):
        for said in full | small:
            found[said] = (*found.get(said, ()), number)
    return found


def is_given(word: str) -> bool:
    """Whether a word is a given name or a diminutive that the list knows, in the nominative."""
    return any(said in _by_form() for said in skeletons(word))


def is_known(said: str) -> bool:
    """Whether a skeleton is any form of any given name that the list knows."""
    return said in _every_form()


@lru_cache(maxsize=1)
def _every_form() -> frozenset[str]:
    return frozenset(form for said in _by_form() for form in declined(said))


def twins(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """Other full forms of the same name, and its diminutives, as skeletons; both empty where the list knows none."""
    full: set[str] = set()
    small: set[str] = set()
    for number in {number for said in skeletons(word) for number in _by_form().get(said, ())}:
        full |= _families()[number][0]
        small |= _families()[number][1]
    return frozenset(full), frozenset(small - full)


def _read(words: Iterable[str]) -> frozenset[str]:
    return frozenset(said for word in words for said in skeletons(word)[:2])
