"""The pages of step 8 as the different people meet them, without scripts."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cast import Cast
from tests.steps.measure.waves import AFTER, BEFORE, Asked, consent
from tracktwo.foundation.people.models import Account
from tracktwo.site.path import waiting, walker_for
from tracktwo.steps.measure.models import AnswerBox, Wave
from tracktwo.steps.measure.path import state
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY

CLOSED = ({1: [40, 50, 60, 40, 30, 20, 50, 60], 2: [30] * 4 + [40] * 4}, {1: [50] * 7 + [40], 2: [40, 50, 30, 40] * 2})


def url(cast: Cast, name: str, *more: object) -> str:
    return reverse(f"measure:{name}", args=[cast.programme.key, *more])


def shown(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def form_of(page: str) -> dict[str, str]:
    return {"phrase": re.search(r'name="phrase" value="([^"]+)"', page)[1]}


ANSWERS = {"warmth.2": "40", "closeness.2": "3", "trust.2": "", "anxiety.2": "5", "perspective.2": "4"}


def test_a_participant_answers_both_waves_with_nothing_but_forms(asked: Asked) -> None:
    cast, account = asked.cast, asked.seats[1][0].account
    client, wave = cast.client(account), asked.open(BEFORE)
    address = url(cast, "answer", 1, BEFORE)
    note = form_of(shown(client, address))
    first = client.post(address, ANSWERS | note | {"written": "on"})
    asked.close(wave)
    asked.open(AFTER)
    second = client.post(url(cast, "answer", 1, AFTER), ANSWERS | {"phrase": note["phrase"].title()})
    assert "Keep your four words" in first.content.decode()
    assert "have found each other" in second.content.decode()


def test_the_phrase_stands_on_the_page_and_stays_the_same_when_something_is_missing(asked: Asked) -> None:
    cast, client = asked.cast, asked.cast.client(asked.seats[1][0].account)
    asked.open(BEFORE)
    address = url(cast, "answer", 1, BEFORE)
    note = form_of(shown(client, address))
    again = client.post(address, ANSWERS | note)  # the box "I have written them down" is not ticked
    assert (again.status_code, form_of(again.content.decode())) == (422, note)
    assert 'value="40"' in again.content.decode()
    assert AnswerBox.objects.get().slips == []


def test_a_form_without_its_phrase_gets_a_new_one_and_keeps_what_was_answered(asked: Asked) -> None:
    cast, client = asked.cast, asked.cast.client(asked.seats[1][0].account)
    asked.open(BEFORE)
    page = client.post(url(cast, "answer", 1, BEFORE), ANSWERS | {"phrase": "one two", "written": "on"})
    assert (page.status_code, "A new phrase stands there" in page.content.decode()) == (422, True)
    assert len(form_of(page.content.decode())["phrase"].split()) == 4
    assert 'value="40"' in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "said"), [("acorn alder", "2 words instead of 4"), ("acorn alder almond zzz", "Word number 4 is not")]
)
def test_a_mistyped_phrase_is_refused_kindly_and_the_answers_stay(asked: Asked, typed: str, said: str) -> None:
    cast, client = asked.cast, asked.cast.client(asked.seats[1][0].account)
    asked.close(asked.open(BEFORE))
    asked.open(AFTER)
    page = client.post(url(cast, "answer", 1, AFTER), ANSWERS | {"phrase": typed})
    assert (page.status_code, said in page.content.decode(), 'value="40"' in page.content.decode()) == (422, True, True)


def test_an_unknown_phrase_is_taken_and_said_to_stand_alone(asked: Asked) -> None:
    cast, client = asked.cast, asked.cast.client(asked.seats[1][0].account)
    asked.close(asked.open(BEFORE))
    asked.open(AFTER)
    page = client.post(url(cast, "answer", 1, AFTER), ANSWERS | {"phrase": "acorn alder almond amber"})
    assert (page.status_code, "Your answers stand alone" in page.content.decode()) == (200, True)


def test_nothing_of_an_answer_is_left_in_the_session(asked: Asked) -> None:
    cast, client = asked.cast, asked.cast.client(asked.seats[1][0].account)
    asked.close(asked.open(BEFORE))
    asked.open(AFTER)
    client.get(url(cast, "answer", 1, AFTER))
    before = set(client.session.keys())
    client.post(url(cast, "answer", 1, AFTER), ANSWERS | {"phrase": "acorn alder almond amber"})
    assert set(client.session.keys()) == before


def test_without_consent_the_page_says_where_to_give_it(asked: Asked) -> None:
    cast, seat = asked.cast, asked.seats[1][0]
    asked.open(BEFORE)
    consent(seat, given=False)
    page = shown(cast.client(seat.account), url(cast, "answer", 1, BEFORE))
    assert (reverse("prepare:about", args=[cast.programme.key]) + "#consents" in page, "<fieldset" in page) == (
        True,
        False,
    )


def test_who_has_answered_or_has_no_seat_is_told_so(asked: Asked) -> None:
    cast, seat = asked.cast, asked.seats[1][0]
    asked.answer(asked.open(BEFORE), seat, 40)
    seat_lost = asked.seats[1][1]
    seat_lost.delete()
    address = url(cast, "answer", 1, BEFORE)
    pages = [shown(cast.client(who), address) for who in (seat.account, seat_lost.account)]
    assert ["You have answered this wave" in pages[0], "You have no seat" in pages[1]] == [True, True]


def test_the_convener_opens_and_closes_a_wave_after_reading_what_it_does(asked: Asked) -> None:
    cast, client = asked.cast, asked.cast.client(asked.cast.convener)
    address = url(cast, "wave", 1, BEFORE)
    assert "Open this wave" in shown(client, address)
    client.post(address, {"deed": "open"})
    assert "0 of 16 have answered" in shown(client, address)
    client.post(address, {"deed": "close"})
    assert Wave.objects.get().closed_at is not None


def test_a_page_kept_open_does_not_close_what_it_meant_to_open(asked: Asked) -> None:
    cast, client = asked.cast, asked.cast.client(asked.cast.convener)
    wave = asked.open(BEFORE)
    again = client.post(url(cast, "wave", 1, BEFORE), {"deed": "open"})
    wave.refresh_from_db()
    assert (again.status_code, wave.closed_at) == (422, None)


@pytest.mark.parametrize("place", [(7, BEFORE), (1, "between")])
def test_a_wave_that_cannot_be_is_404(asked: Asked, place: tuple[int, str]) -> None:
    assert asked.cast.client(asked.cast.convener).get(url(asked.cast, "wave", *place)).status_code == 404


def test_everybody_who_may_see_it_sees_the_same_result_without_an_alias(asked: Asked) -> None:
    cast = asked.cast
    asked.both(*CLOSED)
    people = (cast.convener, cast.facilitator, cast.guarantors[1], cast.participants[2][0])
    pages = [shown(cast.client(who), url(cast, "about")) for who in people]
    articles = {re.search(r"<article.*</article>", page, re.DOTALL)[0] for page in pages}
    assert len(articles) == 1
    aliases = Account.objects.values_list("alias", flat=True)
    assert [(alias, one) for alias in aliases for one in articles if alias in one] == []


def test_before_the_last_close_no_number_of_any_answer_stands_on_the_page(asked: Asked) -> None:
    wave = asked.open(BEFORE)
    asked.answer(wave, asked.seats[1][0], 41)
    page = shown(asked.cast.client(asked.cast.convener), url(asked.cast, "about"))
    assert ("1 of 16" in page, ">41<" in page, "<article" in page) == (True, False, False)


def test_the_rail_tells_how_far_measuring_is(asked: Asked) -> None:
    def told() -> str:
        return state(walker_for(asked.cast.programme, asked.cast.convener, timezone.now())).state

    states = [told()]
    wave = asked.open(BEFORE)
    states.append(told())
    asked.close(wave)
    states.append(told())
    asked.close(asked.open(AFTER))
    assert [*states, told()] == [NOT_BEGUN, UNDER_WAY, UNDER_WAY, DONE]


def test_an_open_wave_waits_for_those_who_consented_and_not_for_the_others(asked: Asked) -> None:
    asked.open(BEFORE)
    willing, unwilling = asked.seats[1][:2]
    consent(unwilling, given=False)
    waits = [
        [
            one.what
            for one in waiting(walker_for(asked.cast.programme, seat.account, timezone.now()))
            if one.mine and one.step == 8
        ]
        for seat in (willing, unwilling)
    ]
    assert waits == [["Answer a few questions, without a name"], []]


def test_a_wave_that_is_complete_waits_for_the_convener_to_close_it(asked: Asked) -> None:
    wave = asked.open(BEFORE)
    for seat in asked.everybody:
        asked.answer(wave, seat, 40)
    found = waiting(walker_for(asked.cast.programme, asked.cast.convener, timezone.now()))
    assert [(one.what, one.mine) for one in found if one.step == 8] == [("Close the wave", True)]
