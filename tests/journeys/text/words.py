"""What the room said, the twelve clauses it became, and what people wanted of them. All invented."""

from __future__ import annotations

# What the room kept on its wall; the last sentence it put aside.
SAID = (
    ("en", "We need ways to write to each other that put nobody at home in danger."),
    ("en", "Colleagues who had to leave have a right to the archives they built, wherever these are kept now."),
    ("en", "Archives closed since February 2022 should be opened in copies to scholars of both communities."),
    ("en", "A joint seminar for students meets each spring and publishes its syllabus."),
    ("en", "One journal in which both communities publish, with an editor from neither, would be a first joint step."),
    ("en", "A list of what was lost is kept by both, without the names of those who saved it."),
    ("en", "Nobody is judged by decisions in which they had no say."),
    ("en", "What was lived through is spoken of aloud and not in footnotes."),
    ("uk", "Студенти обох сторін мають зустрічатися, поки вони ще студенти."),
    ("uk", "Переклад кожної спільної заяви читає хтось із кожної спільноти."),
    ("uk", "Хто погодився говорити, може замовкнути без пояснень."),
    ("en", "The visa rules will never allow it."),
)
NEED, OPTION = 0, 4  # the fear of the first is answered to by the journal
SAID_BACK = ("ru", "Вам нужно писать нам так, чтобы дома никто за это не пострадал.")
STEP: tuple[str, str] = ("uk", "До наступної весни складаємо спільний перелік того, що зберігає кожен архів.")

# Clause by clause in both languages; the first eight are the room's own sentences, as they stand.
DRAFTED = (
    "Students of both sides meet while they are still students.",
    "Every joint statement is read in translation by somebody of each community.",
    "Whoever has agreed to speak may fall silent without giving a reason.",
    "A common list of what each archive still holds is made before next spring.",
)
UKRAINIAN = (
    "Нам потрібно писати одне одному так, щоб удома це нікому не загрожувало.",
    "Колеги, які мусили виїхати, мають право на архіви, що їх зібрали, хоч би де ті зберігалися тепер.",
    "Архіви, закриті від вторгнення 2022 року, слід відкрити в копіях для науковців обох спільнот.",
    "Спільний семінар для студентів збирається щовесни й оприлюднює свою програму.",
    "Один журнал, у якому публікуються обидві спільноти, а редактор не належить до жодної, міг би стати першим кроком.",
    "Перелік утраченого ведуть обидві сторони, без імен тих, хто його врятував.",
    "Нікого не судять за рішення, у яких не було їхнього голосу.",
    "Про пережите говорять уголос, а не в примітках.",
    "Студенти обох сторін зустрічаються, поки вони ще студенти.",
    "Кожну спільну заяву в перекладі читає хтось із кожної спільноти.",
    "Хто погодився говорити, може замовкнути без пояснень.",
    "Спільний перелік того, що зберігає кожен архів, складають до наступної весни.",
)
# What the four delegates want.
OUTER = ("3", "February 2022", "the full-scale invasion", "A date alone does not say what happened on it.")
INNER = ("full-scale", "2022", "The adjective alone can be prosecuted at home.")
OUTER_UK = "повномасштабного вторгнення"
CLEANED = "Archives closed since the 2022 invasion should be opened in copies to scholars of both communities."
ONLINE = ("4", "A joint seminar for students meets online each spring and publishes its syllabus.")
LATE = (
    "5",
    "One journal in which both communities publish, with two editors from neither, would be a first joint step.",
)
FIFTH = "One journal in which both communities publish, with an editor from neither, could be a first joint step."
WHY = "Not everybody gets the permit to travel."
# The blind objection, and the words that answer to it.
OBJECTED = ("9", "While they are still students is too late for those who already left.")
NINTH = "Students of both sides meet as early as they can, and those who have left are asked too."
NINTH_UK = "Студенти обох сторін зустрічаються якнайраніше, і запрошують також тих, хто вже поїхав."
WAIVED = "No way to this leadership is known that endangers nobody."
