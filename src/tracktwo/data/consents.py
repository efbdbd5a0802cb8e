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
            "With a no, your seat counts as not ready, and nobody speaks from it in the single text: you are not asked "
            "in a silence or a round, open no bracket and sign for nobody. The seat itself stays yours: giving it up "
            "is a deed of its own, below. A no can be turned into a yes here at any time, also after the workshop.",
        ),
        "single_text": (
            "What we work out together may enter the single text, without authors.",
            "With a no, whoever words the text reads that there is one, never whose, and how many only where the "
            "number points at nobody; they are asked to speak with the cohort before anything new enters. Your seat "
            "has no voice in the text then: no bracket, no answer, no signature. No brief of this workshop is "
            "released, and released ones are halted. What stands in an agreed version stays: it has no author who "
            "could be taken out.",
        ),
        "briefs": (
            "The agreed text may be carried to leaderships, elites and the public.",
            "With a no, nothing of this workshop is released any more: no brief, memorandum, line or proposed session. "
            "What was released is halted: it is given out no more and leaves the public site the next time that is "
            "written. What has been handed over cannot be called back; it is told below where your yes was used.",
        ),
        "panel": (
            "I may be proposed for this session at the convention, under a name of my choice.",
            "With a no, or without an answer, you are named in no proposal of this session, and one that was ready "
            "stops. The third party sees that a yes is missing and not why. What the association has printed by then "
            "cannot be called back.",
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
            "Якщо «ні», ваше місце вважається неготовим, і від нього ніхто не говорить у єдиному тексті: вас не "
            "питають у процедурі мовчання чи в раунді підтримки, ви не ставите дужок і ні за кого не підписуєте. Саме "
            "місце лишається за вами: відмова від нього — окрема дія, нижче. «Ні» можна змінити тут на «так» "
            "будь-коли, також після зустрічі.",
        ),
        "single_text": (
            "Те, що ми напрацюємо разом, може увійти до єдиного тексту, без імен авторів.",
            "Якщо «ні», той, хто складає текст, читає, що воно є, але не чиє, а скільки їх — лише там, де число ні на "
            "кого не вказує; його просять поговорити з учасниками, перш ніж увійде щось нове. Ваше місце тоді не має "
            "голосу в тексті: ні дужок, ні відповіді, ні підпису. Жодної довідки з цієї зустрічі не оприлюднюють, а "
            "вже оприлюднені зупиняють. Те, що є в узгодженій версії, лишається: там немає автора, якого можна "
            "вилучити.",
        ),
        "briefs": (
            "Узгоджений текст можна передати керівництву, елітам і громадськості.",
            "Якщо «ні», з цієї зустрічі більше нічого не виходить: ні довідка, ні меморандум, ні репліка, ні заявка на "
            "секцію. Те, що вийшло, зупиняють: його більше не видають, і воно зникає з публічного сайту, щойно його "
            "запишуть наново. Уже передане відкликати неможливо; нижче сказано, де використано ваше «так».",
        ),
        "panel": (
            "Мене можна запропонувати до цієї секції конгресу під ім’ям, яке я оберу.",
            "Якщо «ні» або відповіді немає, вас не названо в жодній заявці на цю секцію, а готова заявка зупиняється. "
            "Третя сторона бачить, що «так» бракує, але не чому. Те, що асоціація на той час надрукувала, відкликати "
            "неможливо.",
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
            "Если «нет», ваше место считается неготовым, и от него никто не говорит в едином тексте: вас не спрашивают "
            "в процедуре молчания или в раунде поддержки, вы не ставите скобок и ни за кого не подписываете. Само "
            "место остаётся за вами: отказ от него — отдельное действие, ниже. «Нет» можно сменить здесь на «да» в "
            "любое время, также после встречи.",
        ),
        "single_text": (
            "То, что мы выработаем вместе, может войти в единый текст, без имён авторов.",
            "Если «нет», тот, кто составляет текст, читает, что оно есть, но не чьё, а сколько их — лишь там, где "
            "число ни на кого не указывает; его просят поговорить с участниками, прежде чем войдёт что-то новое. Ваше "
            "место тогда не имеет голоса в тексте: ни скобок, ни ответа, ни подписи. Ни одной справки по этой встрече "
            "не обнародуют, а уже обнародованные останавливают. То, что стоит в согласованной версии, остаётся: там "
            "нет автора, которого можно изъять.",
        ),
        "briefs": (
            "Согласованный текст можно передать руководству, элитам и общественности.",
            "Если «нет», по этой встрече больше ничего не выходит: ни справка, ни меморандум, ни реплика, ни заявка на "
            "секцию. То, что вышло, останавливают: его больше не выдают, и оно исчезает с публичного сайта, как только "
            "его запишут заново. Уже переданное отозвать нельзя; ниже сказано, где использовано ваше «да».",
        ),
        "panel": (
            "Меня можно предложить для этой секции конгресса под именем, которое я выберу.",
            "Если «нет» или ответа нет, вы не названы ни в одной заявке на эту секцию, а готовая заявка "
            "останавливается. Третья сторона видит, что «да» недостаёт, но не почему. Напечатанное ассоциацией к тому "
            "времени отозвать нельзя.",
        ),
        "research": (
            "Мои ответы на анкеты можно считать вместе с ответами других.",
            "Если «нет», анкеты к вам больше не приходят. Ответы, данные раньше, лежат среди ответов всех остальных; "
            "никто, и мы тоже, не может их найти, чтобы изъять. Вашего места это не касается.",
        ),
    },
}
