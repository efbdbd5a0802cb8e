"""The briefs of the demonstration in every language. The findings are invented; no room has agreed to them.

A paragraph: where it stands in the brief, the clause of the agreed text it stands on (or none), and its words.
"""

from __future__ import annotations

Titles = dict[str, str]
Paragraph = tuple[str, str, dict[str, str]]
Words = tuple[Titles, list[Paragraph]]

LETTERS = {
    "en": "Scholars of both communities need ways to write to each other that put nobody at home in danger.",
    "uk": "Науковцям обох спільнот потрібні способи писати одне одному, які нікого вдома не наражають на небезпеку.",
    "ru": "Учёным обоих сообществ нужны способы писать друг другу, которые никого дома не подвергают опасности.",
}
ARCHIVES = {
    "en": "Colleagues who had to leave have a right to the archives they built, wherever these are kept now.",
    "uk": "Колеги, яким довелося виїхати, мають право на архіви, які вони створили, хоч де б ті тепер зберігалися.",
    "ru": "Коллеги, которым пришлось уехать, имеют право на архивы, которые они создали, где бы те "
    "теперь ни хранились.",
}
JOURNAL = {
    "en": "One journal in which both communities publish, with an editor from neither, could be a first joint step.",
    "uk": "Журнал, у якому друкуються обидві спільноти, а редагує хтось третій, міг би стати першим спільним кроком.",
    "ru": "Журнал, в котором печатаются оба сообщества, а редактирует кто-то третий, мог бы быть первым общим шагом.",
}
PERSONAL = {
    "en": "We met in a personal capacity. This text binds nobody and speaks for nobody who was not in the room.",
    "uk": "Ми зустрілися від власного імені. Цей текст нікого не зобов’язує і не говорить ні за кого, хто не був у "
    "кімнаті.",
    "ru": "Мы встретились от собственного имени. Этот текст никого не обязывает и не говорит ни за кого, кто не был в "
    "комнате.",
}
WHY_LETTERS = {
    "en": "Letters are what stops first. Where a list of those who write could be read by a prosecutor, people stop "
    "writing before anybody forbids it. A third place that passes letters on and keeps no list takes that fear away.",
    "uk": "Листування припиняється першим. Де список тих, хто пише, міг би прочитати прокурор, люди перестають писати "
    "раніше, ніж хтось це заборонить. Третє місце, що передає листи й не веде списку, знімає цей страх.",
    "ru": "Переписка прекращается первой. Где список тех, кто пишет, мог бы прочесть прокурор, люди перестают писать "
    "раньше, чем кто-либо это запретит. Третье место, которое передаёт письма и не ведёт списка, снимает этот страх.",
}
WHY_ARCHIVES = {
    "en": "A copy in a third place takes nothing away from anybody, and whoever left can work again.",
    "uk": "Копія в третьому місці ні в кого нічого не забирає, а хто виїхав, може знову працювати.",
    "ru": "Копия в третьем месте ни у кого ничего не отнимает, а тот, кто уехал, может снова работать.",
}
OPTION_LETTERS = {
    "en": "Let universities of a third country pass letters between scholars on, without a list of those who wrote.",
    "uk": "Дозволити університетам третьої країни передавати листи між науковцями без списку тих, хто писав.",
    "ru": "Позволить университетам третьей страны передавать письма между учёными без списка тех, кто писал.",
}
OPTION_COPIES = {
    "en": "Let copies of archives be made for those who built them, at the cost of whoever asks.",
    "uk": "Дозволити робити копії архівів для тих, хто їх створив, коштом того, хто просить.",
    "ru": "Позволить делать копии архивов для тех, кто их создал, за счёт того, кто просит.",
}
STEP_EDITOR = {
    "en": "The host looks for an editor from neither community before the next workshop.",
    "uk": "До наступної зустрічі приймаюча сторона шукає редактора, який не належить до жодної зі спільнот.",
    "ru": "До следующей встречи принимающая сторона ищет редактора, не принадлежащего ни к одному из сообществ.",
}
STAYED_OPEN = {
    "en": "Who would pay for copies stayed open, and so did the question in whose archives they are kept.",
    "uk": "Хто платив би за копії, лишилося відкритим, як і те, в чиїх архівах їх зберігають.",
    "ru": "Кто платил бы за копии, осталось открытым, как и то, в чьих архивах их хранят.",
}
ELITES: Words = (
    {
        "en": "Three findings on letters, archives and one journal",
        "uk": "Три висновки: листування, архіви та один журнал",
        "ru": "Три вывода: переписка, архивы и один журнал",
    },
    [
        ("findings", "1", PERSONAL),
        ("findings", "2", LETTERS),
        ("findings", "3", ARCHIVES),
        ("reasoning", "", WHY_LETTERS),
        ("reasoning", "", WHY_ARCHIVES),
        ("options", "", OPTION_LETTERS),
        ("options", "", OPTION_COPIES),
        ("steps", "4", JOURNAL),
        ("open", "", STAYED_OPEN),
    ],
)
LEADERSHIP: Words = (
    {
        "en": "Two options that cost little: letters and copies",
        "uk": "Два варіанти, що коштують небагато: листи та копії",
        "ru": "Два варианта, которые стоят немного: письма и копии",
    },
    [
        ("findings", "2", LETTERS),
        ("findings", "3", ARCHIVES),
        ("options", "", OPTION_LETTERS),
        ("options", "", {"en": OPTION_COPIES["en"]}),
        ("steps", "4", JOURNAL),
        ("steps", "", {"en": STEP_EDITOR["en"]}),
    ],
)
PUBLIC: Words = (
    {
        "en": "What scholars of two communities could say together",
        "uk": "Що змогли сказати разом науковці двох спільнот",
        "ru": "Что смогли сказать вместе учёные двух сообществ",
    },
    [
        (
            "findings",
            "1",
            {
                "en": "Sixteen people who study history, language and law sat in one room for four days. They came as "
                "themselves; nobody sent them, and what they say binds nobody.",
                "uk": "Шістнадцятеро людей, які вивчають історію, мову та право, чотири дні сиділи в "
                "одній кімнаті. Вони "
                "приїхали від себе; ніхто їх не посилав, і сказане ними нікого не зобов’язує.",
                "ru": "Шестнадцать человек, которые изучают историю, язык и право, четыре дня сидели "
                "в одной комнате. Они "
                "приехали от себя; никто их не посылал, и сказанное ими никого не обязывает.",
            },
        ),
        (
            "findings",
            "2",
            {
                "en": "They need to be able to write to each other without putting anybody at home in danger.",
                "uk": "Їм потрібно мати змогу писати одне одному, нікого вдома не наражаючи на небезпеку.",
                "ru": "Им нужно иметь возможность писать друг другу, никого дома не подвергая опасности.",
            },
        ),
        (
            "findings",
            "3",
            {
                "en": "Whoever had to leave an archive behind has a right to it, wherever it is kept now.",
                "uk": "Хто мусив залишити архів, має на нього право, хоч де б той тепер зберігався.",
                "ru": "Кому пришлось оставить архив, тот имеет на него право, где бы этот архив теперь ни хранился.",
            },
        ),
        (
            "open",
            "",
            {
                "en": "They did not agree on everything, and this page does not say that they did.",
                "uk": "Вони погодилися не в усьому, і ця сторінка не твердить протилежного.",
                "ru": "Они согласились не во всём, и эта страница не утверждает обратного.",
            },
        ),
    ],
)
CONVENTION: Words = (
    {
        "en": "Letters, archives and one journal: findings of a workshop before the convention",
        "uk": "Листування, архіви та один журнал: висновки зустрічі перед конгресом",
        "ru": "Переписка, архивы и один журнал: выводы встречи перед конгрессом",
    },
    [
        ("abstract", "2", LETTERS),
        ("abstract", "3", ARCHIVES),
        (
            "abstract",
            "",
            {
                "en": "We report how a room of scholars from two communities at war came to these "
                "words, where brackets "
                "stood, and what stayed open. Nobody who was there is named.",
                "uk": "Ми розповідаємо, як кімната науковців двох спільнот, між якими війна, дійшла "
                "цих слів, де стояли "
                "дужки і що лишилося відкритим. Нікого з присутніх не названо.",
                "ru": "Мы рассказываем, как комната учёных двух сообществ, между которыми война, "
                "пришла к этим словам, где "
                "стояли скобки и что осталось открытым. Никто из присутствовавших не назван.",
            },
        ),
    ],
)
