"""Two stories of the demonstration, one for everybody and one that waits for its translations. Both are invented."""

from __future__ import annotations

from datetime import datetime

from tracktwo.foundation.people.policies import role_of
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.queries import list_seats
from tracktwo.steps.transmit import actions

RIVER = {
    "uk": (
        "Річка",
        "Ми жили над річкою, і влітку з вікон було чути, як на тому березі співають. Тепер там мовчать.\n\n"
        "Я забрав три книжки. Решту, мабуть, хтось спалив, щоб зігрітися, і я не маю за це жалю.",
    ),
    "en": (
        "The river",
        "We lived by a river, and in summer one heard through the windows how they sang on the other bank. It is "
        "silent "
        "there now.\n\nI took three books. The others somebody has burnt to keep warm, I suppose, and I bear no "
        "grudge.",
    ),
    "ru": (
        "Река",
        "Мы жили у реки, и летом из окон было слышно, как на том берегу поют. Теперь там молчат.\n\n"
        "Я забрал три книги. Остальные, наверное, кто-то сжёг, чтобы согреться, и я не держу за это зла.",
    ),
}
KEY = (
    "Ключ",
    "Ключ от моей комнаты в библиотеке до сих пор у меня. Комната есть, библиотека есть, а меня в списках нет.",
)


def tell_stories(stage: Stage, workshop: Workshop, now: datetime) -> None:
    first, second = (
        list_seats(workshop).filter(community__number=side).order_by("account__alias").first() for side in (1, 2)
    )
    if first is None or second is None:
        return
    title, words = RIVER["uk"]
    story = actions.tell(first, language="uk", title=title, words=words, now=now)
    for language in ("en", "ru"):
        title, words = RIVER[language]
        actions.translate(story, language=language, title=title, words=words)
        actions.approve_translation(story, language=language, seen=words, now=now)
    by = role_of(first.account, "transmit.tell", stage.programme.compartment)
    actions.let_read(story, ("elites", "public"), by=by, now=now)
    actions.tell(second, language="ru", title=KEY[0], words=KEY[1], now=now)
