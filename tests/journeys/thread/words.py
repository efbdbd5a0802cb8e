"""What people type in the journeys, in the language of the journey."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    title: str
    description: str
    host: str
    none: str
    communities: tuple[str, str]
    statement: str
    text: str
    clause: str
    stands: str
    wants: str
    reason: str


WORDS = {
    "en": Words(
        title="Two shores of one archive",
        description="Archivists of two communities meet before conventions and carry home what they find.",
        host="Society of the Meadow (invented)",
        none="None.",
        communities=("Northern shore", "Southern shore"),
        statement="We need to read the same shelves on the same day.",
        text="What both shores can say",
        clause="Copies of every catalogue are kept on both shores.",
        stands="every catalogue",
        wants="every catalogue and every index",
        reason="Without an index nobody finds anything.",
    ),
    "uk": Words(
        title="Два береги одного архіву",
        description="Архівісти двох спільнот зустрічаються перед конгресами й несуть додому знайдене.",
        host="Товариство луки (вигадане)",
        none="Немає.",
        communities=("Північний берег", "Південний берег"),
        statement="Нам потрібно читати ті самі полиці того самого дня.",
        text="Що можуть сказати обидва береги",
        clause="Копії кожного каталогу зберігають на обох берегах.",
        stands="кожного каталогу",
        wants="кожного каталогу і кожного покажчика",
        reason="Без покажчика ніхто нічого не знайде.",
    ),
}
# A brief is written in every language, whatever the language of the journey.
BRIEF = {
    "en": ("Copies on both shores", "Copies of every catalogue are kept on both shores."),
    "uk": ("Копії на обох берегах", "Копії кожного каталогу зберігають на обох берегах."),
    "ru": ("Копии на обоих берегах", "Копии каждого каталога хранят на обоих берегах."),
}
