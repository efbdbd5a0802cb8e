"""Passages in which nobody of the roster is meant: strangers, ordinary words, places, institutions, numbers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.methods.discretion.passages import ENGLISH, RUSSIAN, UKRAINIAN, Passage

# Declined by hand like the roster; none is one slip away from a name on it.
STRANGERS = {
    "uk": (
        ("Кульчицький", "Кульчицького", "Кульчицькому", "Кульчицьким"),
        ("Панасюк", "Панасюка", "Панасюкові", "Панасюком"),
        ("Левченко", "Левченка", "Левченкові", "Левченком"),
        ("Мельничук", "Мельничука", "Мельничукові", "Мельничуком"),
        ("Заблоцька", "Заблоцької", "Заблоцькій", "Заблоцькою"),
        ("Кобилянська", "Кобилянської", "Кобилянській", "Кобилянською"),
        ("Драгоманов", "Драгоманова", "Драгоманову", "Драгомановим"),
        ("Грушевський", "Грушевського", "Грушевському", "Грушевським"),
        ("Сковорода", "Сковороди", "Сковороді", "Сковородою"),
        ("Підмогильний", "Підмогильного", "Підмогильному", "Підмогильним"),
        ("Тичина", "Тичини", "Тичині", "Тичиною"),
        ("Рильський", "Рильського", "Рильському", "Рильським"),
        ("Гребінка", "Гребінки", "Гребінці", "Гребінкою"),
        ("Куліш", "Куліша", "Кулішеві", "Кулішем"),
        ("Лисенко", "Лисенка", "Лисенкові", "Лисенком"),
        ("Довженко", "Довженка", "Довженкові", "Довженком"),
    ),
    "ru": (
        ("Достоевский", "Достоевского", "Достоевскому", "Достоевским"),
        ("Ахматова", "Ахматовой", "Ахматовой", "Ахматовой"),
        ("Бердяев", "Бердяева", "Бердяеву", "Бердяевым"),
        ("Лихачёв", "Лихачёва", "Лихачёву", "Лихачёвым"),
        ("Чернышевский", "Чернышевского", "Чернышевскому", "Чернышевским"),
        ("Вернадский", "Вернадского", "Вернадскому", "Вернадским"),
        ("Мандельштам", "Мандельштама", "Мандельштаму", "Мандельштамом"),
        ("Карамзин", "Карамзина", "Карамзину", "Карамзиным"),
        ("Платонов", "Платонова", "Платонову", "Платоновым"),
        ("Бунин", "Бунина", "Бунину", "Буниным"),
        ("Тургенев", "Тургенева", "Тургеневу", "Тургеневым"),
        ("Некрасов", "Некрасова", "Некрасову", "Некрасовым"),
        ("Цветаева", "Цветаевой", "Цветаевой", "Цветаевой"),
        ("Булгаков", "Булгакова", "Булгакову", "Булгаковым"),
        ("Зощенко", "Зощенко", "Зощенко", "Зощенко"),
        ("Левитан", "Левитана", "Левитану", "Левитаном"),
    ),
}
ROMANISED = (
    *("Drahomanov", "Hrushevsky", "Kobylianska", "Panasiuk", "Levchenko", "Melnychuk", "Zablotska", "Skovoroda"),
    *("Dostoevsky", "Akhmatova", "Berdyaev", "Likhachev", "Vernadsky", "Mandelstam", "Karamzin", "Platonov"),
    *("Kelman", "Burton", "Fisher", "Ostrom", "Arendt", "Galtung", "Lederach", "Montville", "Saunders", "Azar"),
)
SENTENCES = {
    "uk": """
Учасники домовилися, що архіви відкриють у копіях, які лежатимуть у третьому місці.
Журавлі відлетіли рано, і сад над рікою стояв порожній.
Коли люди говорять про дім, кожен має на увазі щось своє.
Програма зустрічі передбачає чотири засідання і вечір без порядку денного.
Влада на місцях не відповіла, і лист лишився без підпису.
Міжнародний конгрес відкривається у Порто першого вересня.
Слава та воля — слова гімну, а не прізвища.
Кожна спільнота читає текст своєю мовою і повертає зауваги до середи.
Молодь вивчає історію за двома підручниками, і це вже крок.
Бібліотека університету передала каталоги, не питаючи, хто їх просить.
Рада ухвалила рішення 12 голосами, один утримався.
Дані про переміщених збирають три служби, і вони не збігаються.
Вірою і надією текст не замінити, потрібні строки.
Сорока на дереві не заважала слухати.
Семінар для аспірантів почнеться навесні й триватиме до червня.
Ані одна, ані друга сторона не мала відповіді на це питання.
Майно громади описали ще до виїзду.
Саме тому пункт лишили в дужках.
Один із варіантів передбачає спільний журнал із редактором із третьої країни.
Олень на гербі міста знайомий усім.
Берег річки, поле й ліс — усе, що видно з вікна.
Чотири дні без телефонів дали більше, ніж рік листування.
Ніхто не може обіцяти, що кордон відкриють.
Яблуні цвіли, і розмова перейшла в сад.
Довга перерва допомогла: тон став іншим.
Голова засідання дала слово обом.
Зала мовчала, доки не прочитали останній пункт.
Проєкт угоди не називає місць і осіб.
""",
    "ru": """
Участники договорились, что архивы откроют в копиях, которые будут лежать в третьем месте.
Журавли улетели рано, и сад над рекой стоял пустой.
Когда люди говорят о доме, каждый имеет в виду своё.
Только третья сторона вносит слова в текст, остальные возражают.
Программа встречи предусматривает четыре заседания и вечер без повестки.
Власть на местах не ответила, и письмо осталось без подписи.
Международный конгресс открывается в Порту первого сентября.
Слава и воля здесь слова песни, а не фамилии.
Каждое сообщество читает текст на своём языке и возвращает замечания к среде.
Молодёжь изучает историю по двум учебникам, и это уже шаг.
Библиотека университета передала каталоги, не спрашивая, кто их просит.
Любой из вариантов требует денег, которых пока нет.
Соловьи пели до утра, и спать никто не шёл.
Сорока на ветке не мешала слушать.
Семинар для аспирантов начнётся весной и продлится до июня.
Ни одна, ни другая сторона не имела ответа на этот вопрос.
Чужое имущество описали ещё до отъезда.
Именно поэтому пункт оставили в скобках.
Один из вариантов предполагает общий журнал с редактором из третьей страны.
Берег реки, поле и лес — всё, что видно из окна.
Четыре дня без телефонов дали больше, чем год переписки.
Никто не может обещать, что граница откроется.
Яблони цвели, и разговор перешёл в сад.
Долгий перерыв помог: тон стал другим.
Председатель дал слово обоим.
Зал молчал, пока не прочли последний пункт.
Проект соглашения не называет мест и лиц.
Выйти из комнаты можно в любой момент, не объясняя причин.
""",
    "en": """
The participants agreed that archives should be opened in copies kept in a third place.
Cranes left early, and the garden above the river stood empty.
When people speak of home, each means something else.
Only the third party puts words into the text; the others object.
The programme has four sessions and an evening without an agenda.
The authorities did not answer, and the letter stayed unsigned.
The annual convention opens in Porto on the first of September.
Each community reads the text in its own language and returns remarks by Wednesday.
Many students learn history from two textbooks, and that is a step.
The university library handed over its catalogues without asking who wanted them.
Any of the options needs money that nobody has yet.
A seminar for doctoral students begins in spring and lasts until June.
Neither side had an answer to that question.
That is why the clause was left in brackets.
One option is a joint journal with an editor from a third country.
A river bank, a field and a wood are all one sees from the window.
Four days without telephones gave more than a year of letters.
Nobody can promise that the border will open.
The long break helped: the tone was another.
The chair gave the floor to both.
Choose the words that every community can carry.
The hall was silent until the last clause was read.
Time and again the draft names neither places nor persons.
The Journal of Peace Research printed the results in May.
World War I and its archives were on the table.
Roman law and German law differ on this point.
Hope is no plan, and grace no clause.
Leaving the room is allowed at any moment, without a reason.
""",
}


def strangers() -> list[Passage]:
    """Every stranger in every case, romanised names, and sentences of a room: none of them is a leak."""
    return [*_declined("uk", UKRAINIAN), *_declined("ru", RUSSIAN), *_romanised(), *_sentences(), *_numbers()]


def _declined(language: str, frames: tuple[str, ...]) -> Iterator[Passage]:
    for cases in STRANGERS[language]:
        for number, frame in enumerate(frames):
            yield _stranger(frame.replace(f"{{{number}}}", cases[number]), "a stranger declined", language)


def _romanised() -> Iterator[Passage]:
    for name in ROMANISED:
        for frame in ENGLISH:
            yield _stranger(frame.replace("{0}", name), "a stranger romanised", "en")


def _sentences() -> Iterator[Passage]:
    for language, block in SENTENCES.items():
        for sentence in block.strip().splitlines():
            yield _stranger(sentence, "a sentence of the room", language)


def _numbers() -> Iterator[Passage]:
    for year in range(1991, 2026, 2):
        text = f"ISBN 978-3-16-14{year}-0, pp. 12-{year % 90 + 13}, telephone of the venue +351 22 {year} 000."
        yield _stranger(text, "numbers", "en")


def _stranger(text: str, rule: str, language: str) -> Passage:
    return Passage(text, "", rule, language)
