"""Sixty passages written by hand to be hard: forty that give somebody of the fictional roster away, twenty that do not."""

from __future__ import annotations

from tests.methods.discretion.passages import Passage

# The words that must be found, between ⟦ and ⟧.
LEAKS = """
uk|Пані ⟦Вільшанській⟧ передали папку ще вранці.
uk|Ми чекали на ⟦Яструбця⟧, але він так і не приїхав.
uk|Без ⟦Довгальця⟧ пункт не пройшов би.
uk|Обидва ⟦Мигалі⟧, батько й син, були в залі.
uk|Подружжя ⟦Зозуленків⟧ приїхало окремо.
uk|⟦Олексію⟧, дякуємо за уточнення.
uk|Лист підписали ⟦Щербаківський Ю.⟧ та ще двоє.
uk|У протоколі: «⟦Дзвінчук О.⟧ — проти».
uk|Запитайте ⟦Ганнусю⟧, вона бачила список.
uk|Ініціатива ⟦Т. Кравчишина⟧ набрала голоси.
uk|За словами ⟦С. Чумаченка⟧, архів уже вивезли.
uk|Так вирішили ⟦Боровець⟧ і його аспіранти.
uk|Після слів пана ⟦Берегового⟧ запала тиша.
uk|Стаття ⟦Подільчука⟧ вийшла того самого тижня.
uk|До редакції звернулася ⟦Гнатишина⟧.
uk|Переклад зробила ⟦Світланка⟧ за одну ніч.
uk|Слово надали ⟦Юрченківській⟧ через посередника.
uk|⟦ПЕРЕПЕЛЮК⟧ ПРОСИТЬ СЛОВА
uk|Ось список: ратушняк, ⟦сагайдак⟧ та інші.
uk|Текст узгоджено з ⟦Тополян-
ською⟧ телефоном.
ru|Разговор с ⟦Кречетниковой⟧ продолжили вечером.
ru|Оба ⟦Журавлёвых⟧ подписались под письмом.
ru|⟦Соловьев⟧ без точек над е, как в газете.
ru|Спросите у ⟦Андрюши⟧, он знает.
ru|Мнение ⟦Е. Миртовской⟧ приложено к протоколу.
ru|⟦Воскресенский Д. А.⟧ воздержался.
ru|За столом сидели ⟦Берёзкин⟧ и переводчик.
ru|О поездке в Пермь знала одна ⟦Удодова⟧.
ru|В письме ⟦Хвощёву⟧ ничего не обещали.
ru|Его поддержала ⟦Дроздовская⟧, и никто больше.
ru|Реплика господина ⟦Трясогузова⟧ осталась в черновике.
ru|С ⟦Шиповниковым⟧ договорились без свидетелей.
en|The remark by ⟦Zozulenko⟧ stayed in the draft.
en|⟦Shcherbakivsky's⟧ article came out the same week.
en|It was ⟦Voskresenskiy⟧ who abstained.
en|Ask ⟦Sasha⟧, who has seen the list.
en|The letter to ⟦Prof. A. Solovyev⟧ was returned.
en|⟦Yurchenkivska⟧ and two others signed.
en|The map was drawn by ⟦Gorihvostova⟧ in a night.
en|Nobody asked ⟦Khvoschev⟧ about the train.
"""
NOT_LEAKS = """
uk|Журавель на полі — до весни, казали в селі.
uk|Зозуля кувала, і хтось рахував роки.
uk|Це сказав Іван Франко понад сто років тому.
uk|Вулиця Михайла Грушевського веде до парламенту.
uk|Роман про війну читали вголос, а потім мовчали.
uk|Левада, гай і криниця стоять на старій мапі.
uk|Яструб над полем кружляв недовго.
uk|У гайку за річкою ще лишилися окопи.
uk|Береговий вітер приніс дощ.
uk|Люба громадо, почнімо з другого пункту.
ru|Соловей не знает, где граница.
ru|Берёзка у дома выросла без спроса.
ru|Лев Толстой писал об этом дважды.
ru|Воскресенье назначили днём без заседаний.
ru|Чижик на ветке никого не выдаст.
ru|Жаворонок пел над пустым полем.
en|Frank and open talk was what they asked for.
en|The lark and the nightingale appear in both traditions.
en|Mark the place and read on.
en|Will the archive open in May?
"""
OPEN, CLOSE = "⟦", "⟧"


def hard_leaks() -> list[Passage]:
    return [_leak(*block.split("|", 1)) for block in _blocks(LEAKS)]


def hard_strangers() -> list[Passage]:
    return [
        Passage(text, "", "by hand", language) for language, text in (one.split("|", 1) for one in _blocks(NOT_LEAKS))
    ]


def _blocks(lines: str) -> list[str]:
    """One passage a line; a line that names no language goes on with the one before."""
    found: list[str] = []
    for line in lines.strip().splitlines():
        if line[2:3] == "|":
            found.append(line)
        else:
            found[-1] += "\n" + line
    return found


def _leak(language: str, marked: str) -> Passage:
    hidden = marked[marked.index(OPEN) + 1 : marked.index(CLOSE)]
    return Passage(marked.replace(OPEN, "").replace(CLOSE, ""), hidden, "by hand", language)
