"""Ground rules to start from, in the spirit of Kelman's problem-solving workshops, in our own words.

Source of the method: H. C. Kelman, "The problem-solving workshop in conflict resolution" (1972) and later accounts.
The programme changes them; what it adopts is kept in numbered versions.
"""

RULES = {
    "en": (
        "Everyone is here in a personal capacity and speaks for nobody else.",
        "What is said in the room may be used; who said it, or who was there, may not be told.",
        "We talk to each other, not to an audience, a record or the third party.",
        "We try to understand before we argue; nobody has to agree.",
        "We do not bargain here and promise nothing on behalf of others.",
        "The facilitators lead the process and take no side on the substance.",
        "Anyone may pause, leave a session or withdraw, without giving a reason.",
    ),
    "uk": (
        "Кожен і кожна тут від власного імені й не говорить ні за кого іншого.",
        "Сказане в кімнаті можна використовувати; хто це сказав і хто там був — розголошувати не можна.",
        "Ми говоримо одне з одним, а не для публіки, протоколу чи третьої сторони.",
        "Спершу намагаємося зрозуміти, потім сперечаємося; погоджуватися ніхто не зобов’язаний.",
        "Ми тут не торгуємося й нічого не обіцяємо від чужого імені.",
        "Фасилітатори ведуть процес і щодо суті справи не стають ні на чий бік.",
        "Кожен може взяти паузу, вийти із засідання або припинити участь, не пояснюючи причин.",
    ),
    "ru": (
        "Каждый здесь от собственного имени и не говорит ни за кого другого.",
        "Сказанное в комнате можно использовать; кто это сказал и кто там был — разглашать нельзя.",
        "Мы говорим друг с другом, а не для публики, протокола или третьей стороны.",
        "Сначала стараемся понять, потом спорим; соглашаться никто не обязан.",
        "Мы здесь не торгуемся и ничего не обещаем от чужого имени.",
        "Фасилитаторы ведут процесс и по существу не встают ни на чью сторону.",
        "Каждый может взять паузу, выйти с заседания или прекратить участие, не объясняя причин.",
    ),
}
