"""The layers of consent to start from: what is asked, and what taking it back does and cannot do.

In the spirit of layered consent under Regulation (EU) 2016/679, articles 4(11) and 7(3): separate, informed, and as
easy to take back as to give (https://eur-lex.europa.eu/eli/reg/2016/679/oj, read 2026-11-20). In our own words. The
programme changes them; what it adopts is kept in numbered versions.
"""

LAYERS = ("taking_part", "single_text", "briefs", "panel", "research")
# language -> layer -> (what is asked, what a no or taking it back does)
CONSENTS: dict[str, dict[str, tuple[str, str]]] = {
    "en": {
        "taking_part": (
            "I take part in this workshop, under the ground rules.",
            "With a no, your seat counts as not ready. The seat itself stays yours: giving it up is a deed of its own, "
            "below.",
        ),
        "single_text": (
            "What we work out together may enter the single text, without authors.",
            "With a no, the third party is told how many say no and speaks with the cohort before anything new enters "
            "the text. What stands in an agreed version stays: it has no author who could be taken out.",
        ),
        "briefs": (
            "The agreed text may be carried to leaderships, elites and the public.",
            "With a no, no further brief of this workshop is released. What has been handed over cannot be called "
            "back; it is told below where your yes was used.",
        ),
        "panel": (
            "I may be proposed for this session at the convention, under a name of my choice.",
            "With a no, you are not placed in this session, and nobody is told why. What the association has printed "
            "by then cannot be called back.",
        ),
        "research": (
            "My answers to questionnaires may be counted with those of others.",
            "With a no, no questionnaire reaches you any more. Answers you gave before lie among those of all others; "
            "nobody, we included, can find them to take them out. Your seat is not touched.",
        ),
    },
    "uk": {
        "taking_part": (
            "Я беру участь у цій зустрічі за правилами роботи.",
            "Якщо «ні», ваше місце вважається неготовим. Саме місце лишається за вами: відмова від нього — окрема дія, "
            "нижче.",
        ),
        "single_text": (
            "Те, що ми напрацюємо разом, може увійти до єдиного тексту, без імен авторів.",
            "Якщо «ні», третій стороні повідомляють, скільки людей проти, і вона говорить з учасниками, перш ніж до "
            "тексту увійде щось нове. Те, що є в узгодженій версії, лишається: там немає автора, якого можна вилучити.",
        ),
        "briefs": (
            "Узгоджений текст можна передати керівництву, елітам і громадськості.",
            "Якщо «ні», жодної нової довідки з цієї зустрічі не оприлюднюють. Уже передане відкликати неможливо; нижче "
            "сказано, де використано ваше «так».",
        ),
        "panel": (
            "Мене можна запропонувати до цієї секції конгресу під ім’ям, яке я оберу.",
            "Якщо «ні», вас не включають до цієї секції, і нікому не кажуть чому. Те, що асоціація на той час "
            "надрукувала, відкликати неможливо.",
        ),
        "research": (
            "Мої відповіді на анкети можна рахувати разом з відповідями інших.",
            "Якщо «ні», анкети до вас більше не надходять. Відповіді, дані раніше, лежать серед відповідей усіх інших; "
            "ніхто, і ми теж, не може їх знайти, щоб вилучити. Вашого місця це не стосується.",
        ),
    },
    "ru": {
        "taking_part": (
            "Я участвую в этой встрече по правилам работы.",
            "Если «нет», ваше место считается неготовым. Само место остаётся за вами: отказ от него — отдельное "
            "действие, ниже.",
        ),
        "single_text": (
            "То, что мы выработаем вместе, может войти в единый текст, без имён авторов.",
            "Если «нет», третьей стороне сообщают, сколько человек против, и она говорит с участниками, прежде чем в "
            "текст войдёт что-то новое. То, что стоит в согласованной версии, остаётся: там нет автора, которого можно "
            "изъять.",
        ),
        "briefs": (
            "Согласованный текст можно передать руководству, элитам и общественности.",
            "Если «нет», ни одной новой справки по этой встрече не обнародуют. Уже переданное отозвать нельзя; ниже "
            "сказано, где использовано ваше «да».",
        ),
        "panel": (
            "Меня можно предложить для этой секции конгресса под именем, которое я выберу.",
            "Если «нет», вас не включают в эту секцию, и никому не говорят почему. То, что ассоциация к тому "
            "времени напечатала, отозвать нельзя.",
        ),
        "research": (
            "Мои ответы на анкеты можно считать вместе с ответами других.",
            "Если «нет», анкеты к вам больше не приходят. Ответы, данные раньше, лежат среди ответов всех остальных; "
            "никто, и мы тоже, не может их найти, чтобы изъять. Вашего места это не касается.",
        ),
    },
}
