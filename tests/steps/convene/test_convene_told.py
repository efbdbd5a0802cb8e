"""When something has happened, telephones and consoles in the room show it at once, and nothing of what it is."""

from __future__ import annotations

from urllib.parse import urlencode

from django.utils import timezone

from tests.steps.convene.stage import Room
from tracktwo.data.incidents import TOLD
from tracktwo.steps.prepare.actions import close_incident, do_step, open_incident

POLL = {"X-Live": "poll"}
SENTENCE = "Something has happened."


def parts(room: Room, account: object, tag: str = "") -> tuple[int, str, str]:
    console = account == room.cast.facilitator
    page, part = ("console_parts", "desk_clock") if console else ("room_parts", "room_now")
    asked = f"{room.url(page)}?{urlencode({'of': room.url(part)})}"
    answer = room.client(account).get(asked, headers=POLL | ({"If-None-Match": tag} if tag else {}))
    return answer.status_code, answer.content.decode(), answer["ETag"]


def test_every_open_screen_asks_again_and_shows_it_until_it_is_closed(room: Room) -> None:
    cast, now = room.cast, timezone.now()
    by = cast.by(cast.convener, "prepare.incident")
    incident = open_incident(cast.programme, "arrest", by=by, now=now)
    readers = (room.people[1][0], cast.facilitator)
    before = [parts(room, account) for account in readers]
    do_step(incident, TOLD, by=by, now=now)
    after = [parts(room, account, tag) for account, (_status, _shown, tag) in zip(readers, before, strict=True)]
    assert [SENTENCE in shown for _status, shown, _tag in before] == [False, False]
    assert [(status, SENTENCE in shown, "rrest" in shown) for status, shown, _tag in after] == [(200, True, False)] * 2
    close_incident(incident, ["as_planned"], by=by, now=now)
    over = [parts(room, account, tag) for account, (_status, _shown, tag) in zip(readers, after, strict=True)]
    assert [(status, SENTENCE in shown) for status, shown, _tag in over] == [(200, False)] * 2
