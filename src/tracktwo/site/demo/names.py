"""Who is behind the aliases of the demonstration: nobody. The names are put together from birds, trees and stones."""

from __future__ import annotations

NAMES = {
    "Wagtail": "Олена Зозуленко",
    "Alder": "Тарас Вільшанюк",
    "Curlew": "Ганна Журавчук",
    "Lapwing": "Остап Чайківський",
    "Osprey": "Соломія Яструбець",
    "Teal": "Богдан Чирчик",
    "Swift": "Ярина Стрижак",
    "Bittern": "Назар Бугайчук",
    "Siskin": "Наталья Чижова",
    "Larch": "Сергей Лиственницын",
    "Merlin": "Ольга Кречетникова",
    "Pipit": "Антон Щеврицын",
    "Redstart": "Мария Горихвостова",
    "Wren": "Павел Крапивников",
    "Godwit": "Юлия Веретенникова",
    "Fulmar": "Денис Глупышев",
    "Kestrel": "Ірина Боривітер",
    "Aspen": "Максим Осиченко",
    "Dipper": "Леся Пронурченко",
    "Gneiss": "Юрій Гнейсюк",
    "Nuthatch": "Дарина Повзичук",
    "Sorrel": "Кирило Щавленко",
    "Tern": "Оксана Крячківська",
    "Willow": "Андрій Вербовець",
    "Flint": "Злата Креміньська",
    "Avocet": "Роман Шилодзьобенко",
    "Bunting": "Алексей Овсянкин",
    "Cedar": "Татьяна Кедровникова",
    "Crake": "Виктор Коростелёв",
    "Garnet": "Елена Гранатникова",
    "Jackdaw": "Михаил Галчонков",
    "Myrtle": "Анна Миртовская",
    "Petrel": "Илья Буревестников",
    "Spruce": "Ксения Ельникова",
    "Onyx": "Глеб Ониксов",
    "Whimbrel": "Полина Кроншнепова",
}
INSTITUTES = {1: "Інститут польового каміння | Institute of Fieldstones", 2: "Институт речной гальки"}


def identity(alias: str, side: int) -> dict[str, str]:
    """What the vault of the demonstration keeps of an alias."""
    return {
        "name": NAMES.get(alias, f"Invented {alias}"),
        "contact": f"invented-{alias.lower()}@example.invalid",
        "affiliation": INSTITUTES.get(side, "Invented institute"),
    }
