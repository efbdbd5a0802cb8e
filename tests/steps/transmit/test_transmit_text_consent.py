"""The consent to the single text holds where products use it: before a release, and afterwards."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.cast import NOW
from tests.steps.transmit.given import Post
from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.select.models import Seat
from tracktwo.steps.transmit.models import ConsentUse
from tracktwo.steps.transmit.queries import halted, text_taken_back

LAPSES = NOW.date() + timedelta(days=30)


def say(post: Post, *, given: bool, until: date | None = None) -> Seat:
    seat = next(iter(post.seats.values()))
    product = Consent.Product.SINGLE_TEXT
    Consent.objects.create(seat=seat, product=product, given=given, changed_on=NOW.date(), until=until)
    return seat


def test_nothing_is_released_while_somebody_has_taken_it_back(post: Post) -> None:
    post.consent()
    say(post, given=True)
    say(post, given=False)
    with pytest.raises(Refusal) as refused:
        post.released()
    assert (refused.value, ConsentUse.objects.count()) == (Refusal("transmit.text_taken_back", count=1), 0)
    say(post, given=True)
    assert post.released(side=2).released_at is not None


def test_what_was_released_is_handed_out_no_more_once_it_is_taken_back(post: Post) -> None:
    brief = post.released()
    assert halted(post.workshop, NOW.date()) == set()
    say(post, given=False)
    assert halted(post.workshop, NOW.date()) == {("brief", brief.pk)}


def test_a_yes_to_the_text_that_lapses_halts_from_that_day_what_was_released(post: Post) -> None:
    brief = post.released()
    say(post, given=True, until=LAPSES)
    days = (LAPSES - timedelta(days=1), LAPSES)
    assert [halted(post.workshop, day) for day in days] == [set(), {("brief", brief.pk)}]
    assert [text_taken_back(post.workshop, day) for day in days] == [0, 1]
    say(post, given=True, until=LAPSES + timedelta(days=300))
    assert (halted(post.workshop, LAPSES), text_taken_back(post.workshop, LAPSES)) == (set(), 0)


def test_a_seat_that_was_given_up_cannot_renew_and_halts_nothing(post: Post) -> None:
    post.released()
    seat = say(post, given=True, until=LAPSES)
    Seat.objects.filter(pk=seat.pk).update(withdrawn_on=NOW.date())
    assert halted(post.workshop, LAPSES) == set()
