"""No community always stands first: on every page that has lines of each, the order turns with the day."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.prepare.test_rooms import compose, seat_eight
from tests.steps.workshops import a_workshop
from tracktwo.data.incidents import TOLD
from tracktwo.foundation.people.models import Account
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.prepare import actions
from tracktwo.steps.programme.queries import list_communities

SIDE = re.compile(r'class="side" data-side="(\d)"')


@pytest.fixture
def workshop(cast: Cast, vault: object) -> Workshop:
    workshop = a_workshop(cast, timezone.localdate() + timedelta(days=40))
    for seat in seat_eight(cast, workshop):
        actions.say_tongues(seat, ["en"])
    assert compose(cast, workshop) is not None
    told = {"by": cast.by(cast.convener, "prepare.incident"), "now": timezone.now()}
    actions.do_step(actions.open_incident(cast.programme, "leak", **told), TOLD, **told)
    return workshop


def read(cast: Cast, account: Account, name: str, number: int) -> str:
    page = cast.client(account).get(reverse(name, args=[cast.programme.key, number]))
    assert page.status_code == 200
    return page.content.decode().split("<h1", 1)[1].split("<footer", 1)[0]


PAGES = {
    "journeys": ("prepare:journeys", '<table class="matrix'),
    "rooms": ("prepare:rooms", "<h1"),
    "do no harm": ("prepare:harm", "<ul"),
    "not heard of": ("prepare:incident", "Not heard of yet"),
}


@pytest.mark.parametrize("page", PAGES)
def test_the_order_of_communities_turns_with_the_day(
    cast: Cast, workshop: Workshop, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, after = PAGES[page]
    today = timezone.localdate()
    found = []
    for day in (today, today + timedelta(days=1)):
        monkeypatch.setattr(timezone, "localdate", lambda *_args, day=day: day)
        shown = ("<h1" + read(cast, cast.facilitator, name, 1)).split(after, 1)[1]
        order = [str(one.number) for one in list_communities(cast.programme, day)]
        found.append(list(dict.fromkeys(SIDE.findall(shown))))
        assert found[-1] == order
    assert found[0] == found[1][::-1]
