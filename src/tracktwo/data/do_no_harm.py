"""What host and guarantors sign before a workshop opens, with where each line comes from. Our own words.

Checked on 2026-11-20. The idea that help can do harm, and is to be looked at before it is given: M. B. Anderson,
"Do No Harm" (1999). A new version of the list has a new ``VERSION``; signatures keep the one they stand under.
"""

from __future__ import annotations

from dataclasses import dataclass

VERSION = "2026-11-20"


@dataclass(frozen=True)
class HarmItem:
    """One line of the checklist: its code, its sentence by language, and its source."""

    code: str
    texts: dict[str, str]
    source: str


ITEMS = (
    HarmItem(
        "exposed",
        {
            "en": "For each community it has been thought through who could be harmed at home by taking part, "
            "and nobody is exposed whom a quieter form would protect.",
            "uk": "Щодо кожної спільноти обмірковано, кому вдома може зашкодити участь, і не піддано небезпеці "
            "нікого, кого вберегла б тихіша форма.",
            "ru": "О каждом сообществе обдумано, кому дома может повредить участие, и не подвергнут опасности "
            "никто, кого уберегла бы более тихая форма.",
        },
        "M. B. Anderson, Do No Harm (1999)",
    ),
    HarmItem(
        "laws",
        {
            "en": "Laws on contact with the other side, on the host and on money have been looked up for these "
            "days, and everybody has been told what they mean.",
            "uk": "Закони про контакти з іншою стороною, про організатора і про гроші перевірено на ці дні, і всім "
            "пояснено, що вони означають.",
            "ru": "Законы о контактах с другой стороной, об организаторе и о деньгах проверены на эти дни, и всем "
            "объяснено, что они означают.",
        },
        "S. Dorr's adaptation (2022) of Kelman's workshops to academic hosts; looked up in the screening of step 1",
    ),
    HarmItem(
        "free",
        {
            "en": "Everybody comes freely, can leave at any hour without a reason, and has a way home that the "
            "host pays.",
            "uk": "Усі приїздять добровільно, можуть піти будь-якої години без пояснень і мають дорогу додому коштом "
            "організатора.",
            "ru": "Все приезжают добровольно, могут уйти в любой час без объяснений и имеют дорогу домой за счёт "
            "организатора.",
        },
        "H. C. Kelman, The problem-solving workshop in conflict resolution (1972)",
    ),
    HarmItem(
        "balance",
        {
            "en": "No community bears more of the risk, the cost or the road than another without having agreed to it.",
            "uk": "Жодна спільнота не несе більше ризику, витрат чи дороги, ніж інша, якщо сама на це не погодилася.",
            "ru": "Ни одно сообщество не несёт больше риска, расходов или дороги, чем другое, если само на это не "
            "согласилось.",
        },
        "Conflict Sensitivity Consortium, How to guide to conflict sensitivity (2012)",
    ),
    HarmItem(
        "absent",
        {
            "en": "It has been asked what those may lose who are not in the room: relatives, neighbours, "
            "other communities.",
            "uk": "Поставлено запитання, що можуть утратити ті, кого немає в кімнаті: рідні, сусіди, інші спільноти.",
            "ru": "Задан вопрос, что могут потерять те, кого нет в комнате: родные, соседи, другие сообщества.",
        },
        "M. B. Anderson, Do No Harm (1999)",
    ),
    HarmItem(
        "traces",
        {
            "en": "No list of names lies in the room, at the hotel or in a mailbox; telephones and pictures have "
            "a rule.",
            "uk": "Жодного списку з іменами немає ні в кімнаті, ні в готелі, ні в поштовій скриньці; для телефонів і "
            "знімків є правило.",
            "ru": "Ни одного списка с именами нет ни в комнате, ни в гостинице, ни в почтовом ящике; для телефонов и "
            "снимков есть правило.",
        },
        "ICRC, Handbook on Data Protection in Humanitarian Action, 2nd ed. (2020)",
    ),
    HarmItem(
        "care",
        {
            "en": "Somebody who can help in distress is at hand, and belongs to no community of the workshop.",
            "uk": "Поруч є людина, яка може допомогти в тяжку хвилину і не належить до жодної зі спільнот зустрічі.",
            "ru": "Рядом есть человек, который может помочь в тяжёлую минуту и не принадлежит ни к одному из сообществ "
            "встречи.",
        },
        "IASC, Guidelines on Mental Health and Psychosocial Support in Emergency Settings (2007)",
    ),
    HarmItem(
        "stop",
        {
            "en": "It is agreed who is called when something goes wrong, what is then said to outsiders, and that one "
            "of us is enough to stop.",
            "uk": "Домовлено, кого кличуть, коли щось іде не так, що тоді кажуть стороннім і що зупинити може "
            "будь-хто з нас.",
            "ru": "Договорено, кого зовут, когда что-то идёт не так, что тогда говорят посторонним и что "
            "остановить может любой из нас.",
        },
        "Conflict Sensitivity Consortium, How to guide to conflict sensitivity (2012)",
    ),
)
