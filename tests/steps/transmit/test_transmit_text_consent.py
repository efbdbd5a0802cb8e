"""The consent to the single text holds where products use it: before a release, and afterwards."""

from __future__ import annotations

import pytest

from tests.cast import NOW
from tests.steps.transmit.given import Post
from tracktwo.methods.record import Refusal
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.transmit.models import ConsentUse
from tracktwo.steps.transmit.queries import halted


def say(post: Post, *, given: bool) -> None:
    seat = next(iter(post.seats.values()))
    Consent.objects.create(seat=seat, product=Consent.Product.SINGLE_TEXT, given=given, changed_on=NOW.date())


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
