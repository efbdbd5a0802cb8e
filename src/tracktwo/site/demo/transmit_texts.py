"""The briefs of the demonstration in every language. The findings are invented; no room has agreed to them."""

Texts = dict[str, tuple[str, str]]

ELITES: Texts = {
    "en": (
        "Four findings on letters, archives and one journal",
        "We met in a personal capacity. This text binds nobody and speaks for nobody who was not in the room.\n\n"
        "Scholars of both communities need ways to write to each other that put nobody at home in danger. Editors and "
        "universities can help: a third place may pass letters on and keep no list of those who wrote.\n\n"
        "Colleagues who had to leave have a right to the archives they built, wherever these are kept now. A copy in a "
        "third place takes nothing away from anybody.\n\n"
        "One journal in which both communities publish, with an editor from neither, could be a first joint step.",
    ),
    "uk": (
        "Чотири висновки: листування, архіви та один журнал",
        "Ми зустрілися від власного імені. Цей текст нікого не зобов’язує і не говорить ні за кого, хто не був у "
        "кімнаті.\n\n"
        "Науковцям обох спільнот потрібні способи писати одне одному, які нікого вдома не наражають на небезпеку. "
        "Редакції та університети можуть допомогти: третє місце може передавати листи й не вести списку тих, хто "
        "писав.\n\n"
        "Колеги, яким довелося виїхати, мають право на архіви, які вони створили, хоч де б ті тепер зберігалися. Копія "
        "в третьому місці ні в кого нічого не забирає.\n\n"
        "Журнал, у якому друкуються обидві спільноти, а редагує хтось третій, міг би стати першим спільним кроком.",
    ),
    "ru": (
        "Четыре вывода: переписка, архивы и один журнал",
        "Мы встретились от собственного имени. Этот текст никого не обязывает и не говорит ни за кого, кто не был в "
        "комнате.\n\n"
        "Учёным обоих сообществ нужны способы писать друг другу, которые никого дома не подвергают опасности. Редакции "
        "и университеты могут помочь: третье место может передавать письма и не вести списка тех, кто писал.\n\n"
        "Коллеги, которым пришлось уехать, имеют право на архивы, которые они создали, где бы те теперь ни хранились. "
        "Копия в третьем месте ни у кого ничего не отнимает.\n\n"
        "Журнал, в котором печатаются оба сообщества, а редактирует кто-то третий, мог бы быть первым общим шагом.",
    ),
}
PUBLIC: Texts = {
    "en": (
        "What scholars of two communities could say together",
        "Sixteen people who study history, language and law sat in one room for four days. They came as themselves; "
        "nobody sent them, and what they say binds nobody.\n\n"
        "They need to be able to write to each other without putting anybody at home in danger.\n\n"
        "Whoever had to leave an archive behind has a right to it, wherever it is kept now.\n\n"
        "A journal that both can print in, led by neither, could be a beginning. They did not agree on everything, and "
        "this page does not say that they did.",
    ),
    "uk": (
        "Що змогли сказати разом науковці двох спільнот",
        "Шістнадцятеро людей, які вивчають історію, мову та право, чотири дні сиділи в одній кімнаті. Вони приїхали "
        "від себе; ніхто їх не посилав, і сказане ними нікого не зобов’язує.\n\n"
        "Їм потрібно мати змогу писати одне одному, нікого вдома не наражаючи на небезпеку.\n\n"
        "Хто мусив залишити архів, має на нього право, хоч де б той тепер зберігався.\n\n"
        "Журнал, у якому можуть друкуватися обидві спільноти і який не очолює жодна, міг би стати початком. Вони "
        "погодилися не в усьому, і ця сторінка не твердить протилежного.",
    ),
    "ru": (
        "Что смогли сказать вместе учёные двух сообществ",
        "Шестнадцать человек, которые изучают историю, язык и право, четыре дня сидели в одной комнате. Они приехали "
        "от себя; никто их не посылал, и сказанное ими никого не обязывает.\n\n"
        "Им нужно иметь возможность писать друг другу, никого дома не подвергая опасности.\n\n"
        "Кому пришлось оставить архив, тот имеет на него право, где бы этот архив теперь ни хранился.\n\n"
        "Журнал, в котором могут печататься оба сообщества и который не возглавляет ни одно, мог бы стать началом. Они "
        "согласились не во всём, и эта страница не утверждает обратного.",
    ),
}
