"""What to go through before going home: five headings with a few lines each, to be read together at the close.

Checked on 2026-11-27. General advice in our own words: not the law of any state, and no promise of safety. That going
home changed is a danger of its own: H. C. Kelman's "re-entry problem". What may be told follows the Chatham House Rule
(1927, refined 2002); devices and papers follow the Rory Peck Trust, "Border Crossings and Checkpoints", and Front Line
Defenders, "Workbook on Security" (2011). Where those advise to prepare a story, we do not: only what is true is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

CHECKED_ON = date(2026, 11, 27)
Texts = dict[str, str]


@dataclass(frozen=True)
class Heading:
    """One heading and its lines, each by language."""

    code: str
    title: Texts
    lines: tuple[Texts, ...]


HEADINGS = (
    Heading(
        "told",
        {
            "en": "What may be told",
            "uk": "Що можна розповідати",
            "ru": "Что можно рассказывать",
        },
        (
            {
                "en": "That you took part, if you wish it yourself; of the workshop, what its public agenda says.",
                "uk": "Що ви брали участь, якщо самі цього хочете; про зустріч — те, що сказано в її публічному "
                "порядку.",
                "ru": "Что вы участвовали, если сами этого хотите; о встрече — то, что сказано в её публичной "
                "программе.",
            },
            {
                "en": "What was said, as far as the ground rules let it be told, without who said it and without who "
                "was there; the agreed words once they are out.",
                "uk": "Що було сказано, наскільки це дозволяють правила роботи, без того, хто це сказав і хто там був; "
                "узгоджені слова — коли їх оприлюднено.",
                "ru": "Что было сказано, насколько это позволяют правила работы, без того, кто это сказал и кто там "
                "был; согласованные слова — когда они вышли.",
            },
        ),
    ),
    Heading(
        "stays",
        {
            "en": "What stays here",
            "uk": "Що лишається тут",
            "ru": "Что остаётся здесь",
        },
        (
            {
                "en": "Who was there, who came with whom, who said what, and what was on the wall before it was "
                "agreed.",
                "uk": "Хто був, хто з ким приїхав, хто що сказав і що висіло на стіні, доки його не узгодили.",
                "ru": "Кто был, кто с кем приехал, кто что сказал и что висело на стене, пока его не согласовали.",
            },
            {
                "en": "Pictures, voices, lists. Nothing is posted while somebody else is still on the way home.",
                "uk": "Знімки, голоси, списки. Нічого не викладають, доки хтось інший ще в дорозі додому.",
                "ru": "Снимки, голоса, списки. Ничего не выкладывают, пока кто-то другой ещё в пути домой.",
            },
        ),
    ),
    Heading(
        "carried",
        {
            "en": "Devices and papers",
            "uk": "Пристрої та папери",
            "ru": "Устройства и бумаги",
        },
        (
            {
                "en": "Notes, badge, cards and this sheet stay on the table. What lies in a bag is read by whoever "
                "opens it.",
                "uk": "Нотатки, бейдж, картки й цей аркуш лишаються на столі. Що лежить у сумці, прочитає той, хто її "
                "відкриє.",
                "ru": "Заметки, бейдж, карточки и этот лист остаются на столе. Что лежит в сумке, прочтёт тот, кто её "
                "откроет.",
            },
            {
                "en": "You have signed out of this site, you know what is on your telephone, and you switch it off "
                "before the border.",
                "uk": "Ви вийшли з цього сайту, знаєте, що є у вашому телефоні, і вимикаєте його перед кордоном.",
                "ru": "Вы вышли с этого сайта, знаете, что есть в вашем телефоне, и выключаете его перед границей.",
            },
            {
                "en": "Once somebody has asked for a thing, nothing is destroyed any more: that can be an offence of "
                "its own. What you may decline there, you ask a lawyer before you leave.",
                "uk": "Коли щось уже зажадали, нічого більше не знищують: це може бути окремим порушенням. Від чого "
                "там можна відмовитися, спитайте в юриста ще до від’їзду.",
                "ru": "Когда что-то уже потребовали, ничего больше не уничтожают: это может быть отдельным нарушением. "
                "От чего там можно отказаться, спросите у юриста ещё до отъезда.",
            },
        ),
    ),
    Heading(
        "home",
        {
            "en": "Who at home knows",
            "uk": "Хто вдома знає",
            "ru": "Кто дома знает",
        },
        (
            {
                "en": "One person knows when you arrive, and whom to call if you do not.",
                "uk": "Одна людина знає, коли ви приїдете і кому дзвонити, якщо ні.",
                "ru": "Один человек знает, когда вы приедете и кому звонить, если нет.",
            },
            {
                "en": "You have said how you are reached after two, six and twelve weeks, and know your two words by "
                "heart. They stand on no paper.",
                "uk": "Ви сказали, як із вами зв’язатися через два, шість і дванадцять тижнів, і знаєте свої два слова "
                "напам’ять. На папері їх немає.",
                "ru": "Вы сказали, как с вами связаться через две, шесть и двенадцать недель, и знаете свои два слова "
                "наизусть. На бумаге их нет.",
            },
        ),
    ),
    Heading(
        "asked",
        {
            "en": "If somebody asks",
            "uk": "Якщо хтось питає",
            "ru": "Если кто-то спрашивает",
        },
        (
            {
                "en": "Short, true, and the same to everybody. Never a cover story: one that is found out does more "
                "harm than silence.",
                "uk": "Коротко, правдиво й однаково всім. Ніколи не легенда: викрита, вона шкодить більше, ніж "
                "мовчання.",
                "ru": "Коротко, правдиво и одинаково всем. Никогда не легенда: раскрытая, она вредит больше, чем "
                "молчание.",
            },
            {
                "en": "Of others nothing: neither that they were there nor that they were not.",
                "uk": "Про інших нічого: ні що вони там були, ні що їх там не було.",
                "ru": "О других ничего: ни что они там были, ни что их там не было.",
            },
            {
                "en": "You may ask for a lawyer first. After questions of an authority you ask to be reached: "
                "“Contact”, at the top of every page.",
                "uk": "Можна спершу попросити юриста. Після розпитувань якогось органу попросіть зв’язатися з вами: "
                "«Контакт», угорі кожної сторінки.",
                "ru": "Можно сначала попросить юриста. После расспросов какого-либо органа попросите связаться с вами: "
                "«Контакт», вверху каждой страницы.",
            },
        ),
    ),
)
