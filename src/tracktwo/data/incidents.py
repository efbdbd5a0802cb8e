"""What is done when something has happened, kind by kind; and the line a host may begin from. Our own words.

Checked on 2026-11-26. The order (people first, then what they could be found by, then what is said) follows the
practice of Front Line Defenders, "Workbook on Security" (2011), and of the Digital First Aid Kit of RaReNet.
"""

from __future__ import annotations

from dataclasses import dataclass

TOLD = "told"


@dataclass(frozen=True)
class Step:
    """One thing to do: its code, and its sentence by language."""

    code: str
    texts: dict[str, str]


CALL = Step(
    "call",
    {
        "en": "Call those whom the plan names, from the top, until one answers. Say “the plan”, and no name.",
        "uk": "Зателефонуйте тим, кого називає план, згори донизу, доки хтось не відповість. Кажіть «за планом», "
        "без імен.",
        "ru": "Звоните тем, кого называет план, сверху вниз, пока кто-то не ответит. Говорите «по плану», без имён.",
    },
)
EVERYBODY = Step(
    TOLD,
    {
        "en": "Tell everybody inside the house that something has happened, without what and without to whom.",
        "uk": "Повідомте всіх усередині цього дому, що щось сталося, не кажучи що і з ким.",
        "ru": "Сообщите всем внутри этого дома, что что-то случилось, не говоря что и с кем.",
    },
)
WEIGH = Step(
    "purge",
    {
        "en": "Weigh the purge: what identifies people in this house can be destroyed at once, by two, for good.",
        "uk": "Зважте, чи потрібне знищення: усе, що тут указує на людей, двоє можуть знищити одразу й назавжди.",
        "ru": "Взвесьте, нужно ли уничтожение: всё, что здесь указывает на людей, двое могут уничтожить сразу и "
        "навсегда.",
    },
)
STEPS = {
    "arrest": (
        CALL,
        Step(
            "silent",
            {
                "en": "Send nothing to the telephone or account of whoever is held: it may be in other hands.",
                "uk": "Нічого не надсилайте на телефон чи обліковий запис затриманої людини: вони можуть бути в "
                "чужих руках.",
                "ru": "Ничего не отправляйте на телефон или учётную запись задержанного человека: они могут быть в "
                "чужих руках.",
            },
        ),
        Step(
            "lawyer",
            {
                "en": "A lawyer of that country speaks with the authorities. Nobody of us does, before the lawyer "
                "says so.",
                "uk": "З владою говорить адвокат тієї країни. Ніхто з нас цього не робить, доки адвокат не скаже.",
                "ru": "С властями говорит адвокат той страны. Никто из нас этого не делает, пока адвокат не скажет.",
            },
        ),
        Step(
            "wishes",
            {
                "en": "What the person wants, or said beforehand, goes before what we want: whom to tell, whether "
                "to be loud.",
                "uk": "Бажання самої людини, зокрема сказане наперед, важливіше за наше: кому казати, чи здіймати "
                "розголос.",
                "ru": "Желание самого человека, в том числе сказанное заранее, важнее нашего: кому говорить, "
                "поднимать ли шум.",
            },
        ),
        WEIGH,
        EVERYBODY,
    ),
    "leak": (
        CALL,
        Step(
            "extent",
            {
                "en": "Find out which words are out and where. Copy no name into a message, a note or this house.",
                "uk": "З’ясуйте, що саме оприлюднено і де. Не копіюйте жодного імені в повідомлення, нотатки чи сюди.",
                "ru": "Выясните, что именно стало известно и где. Не копируйте ни одного имени в сообщения, заметки "
                "или сюда.",
            },
        ),
        Step(
            "named",
            {
                "en": "Those who are named hear it first, one by one, each by the way that was agreed.",
                "uk": "Названі люди дізнаються першими, кожна окремо, у спосіб, про який домовлено.",
                "ru": "Названные люди узнают первыми, каждый отдельно, тем способом, о котором договорились.",
            },
        ),
        Step(
            "source",
            {
                "en": "Close what it came through: withdraw open invitations, change passphrases and the door’s code.",
                "uk": "Закрийте шлях витоку: відкличте відкриті запрошення, змініть парольні фрази й код дверей.",
                "ru": "Закройте путь утечки: отзовите открытые приглашения, смените парольные фразы и код двери.",
            },
        ),
        WEIGH,
        EVERYBODY,
    ),
    "device": (
        Step(
            "sessions",
            {
                "en": "End the sessions of that alias, below. Until the device is back, whoever lost it signs in "
                "from another one.",
                "uk": "Завершіть сеанси цього псевдоніма, нижче. Доки пристрій не повернуто, входити слід з іншого.",
                "ru": "Завершите сеансы этого псевдонима, ниже. Пока устройство не вернули, входить следует с другого.",
            },
        ),
        Step(
            "silent",
            {
                "en": "Nothing is sent to that device any more, and no call is answered from it.",
                "uk": "На той пристрій більше нічого не надсилають і на дзвінки з нього не відповідають.",
                "ru": "На то устройство больше ничего не отправляют и на звонки с него не отвечают.",
            },
        ),
        CALL,
        Step(
            "held",
            {
                "en": "Write down outside the house what was on it: messages, papers, pictures, and who could be "
                "found by them.",
                "uk": "Запишіть поза цим домом, що на ньому було: листування, папери, знімки, і кого за ними можна "
                "знайти.",
                "ru": "Запишите вне этого дома, что на нём было: переписка, бумаги, снимки, и кого по ним можно найти.",
            },
        ),
        WEIGH,
        EVERYBODY,
    ),
    "threat": (
        Step(
            "now",
            {
                "en": "Is the person safe this hour? If not, get them to a safe place first; everything else waits.",
                "uk": "Чи в безпеці людина зараз? Якщо ні, спершу безпечне місце; усе інше зачекає.",
                "ru": "В безопасности ли человек сейчас? Если нет, сначала безопасное место; всё остальное подождёт.",
            },
        ),
        CALL,
        Step(
            "keep",
            {
                "en": "Keep the message as it came, outside the house. Answer nothing.",
                "uk": "Збережіть повідомлення таким, яким воно надійшло, поза цим домом. Нічого не відповідайте.",
                "ru": "Сохраните сообщение таким, каким оно пришло, вне этого дома. Ничего не отвечайте.",
            },
        ),
        Step(
            "wishes",
            {
                "en": "Police or others are told only with the yes of whoever is threatened. Rooms and journeys are "
                "changed.",
                "uk": "Поліцію чи інших повідомляють лише за згоди людини, якій погрожують. Кімнати й поїздки "
                "змінюють.",
                "ru": "Полиции или другим сообщают только с согласия человека, которому угрожают. Комнаты и поездки "
                "меняют.",
            },
        ),
        EVERYBODY,
        Step(
            "stay",
            {
                "en": "Somebody asks every day for a week how the person is, by the way that was agreed.",
                "uk": "Хтось щодня впродовж тижня питає, як ведеться людині, у спосіб, про який домовлено.",
                "ru": "Кто-то каждый день в течение недели спрашивает, как дела у человека, тем способом, о котором "
                "договорились.",
            },
        ),
    ),
    "press": (
        Step(
            "one_voice",
            {
                "en": "Only whoever the plan names speaks. Everybody else gives the line below, and nothing besides.",
                "uk": "Говорить лише той, кого називає план. Решта дає рядок, що нижче, і більше нічого.",
                "ru": "Говорит только тот, кого называет план. Остальные дают строку ниже, и больше ничего.",
            },
        ),
        Step(
            "confirm",
            {
                "en": "Neither confirm nor deny who takes part or where. Say nothing untrue.",
                "uk": "Не підтверджуйте і не заперечуйте, хто бере участь і де. Не кажіть неправди.",
                "ru": "Не подтверждайте и не отрицайте, кто участвует и где. Не говорите неправды.",
            },
        ),
        CALL,
        Step(
            "asked",
            {
                "en": "Write down outside the house what was asked, for when, and what the caller seems to know "
                "already.",
                "uk": "Запишіть поза цим домом, про що питали, на коли, і що, схоже, вже знають.",
                "ru": "Запишите вне этого дома, о чём спросили, к какому сроку, и что, похоже, уже знают.",
            },
        ),
        Step(
            "before",
            {
                "en": "Whoever could be found by what will appear hears of it before it appears.",
                "uk": "Ті, кого можна знайти за майбутньою публікацією, дізнаються про неї до її виходу.",
                "ru": "Те, кого можно найти по будущей публикации, узнают о ней до её выхода.",
            },
        ),
        EVERYBODY,
    ),
}
# True of every host, and no cover story: a false line that is found out harms more than none.
LINES = {
    "en": "We hold scholarly meetings before conventions; their public agenda is published. We do not speak about who "
    "takes part, whoever it is, and we ask you not to guess.",
    "uk": "Ми проводимо наукові зустрічі перед конгресами; їхню публічну програму оприлюднено. Ми не говоримо про те, "
    "хто бере участь, хоч би хто це був, і просимо не гадати.",
    "ru": "Мы проводим научные встречи перед конгрессами; их публичная программа опубликована. Мы не говорим о том, "
    "кто участвует, кто бы это ни был, и просим не гадать.",
}


def step_codes(kind: str) -> list[str]:
    """The codes of a kind's steps, in their order."""
    return [step.code for step in STEPS[kind]]
