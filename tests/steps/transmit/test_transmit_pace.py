"""How fast a hall may write."""

from __future__ import annotations

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.steps.transmit.given import Post
from tests.steps.transmit.test_transmit_open_session import ask, hall, opened
from tracktwo.foundation.live.pace import Pace
from tracktwo.steps.transmit.actions import discussions
from tracktwo.steps.transmit.models import Remark


@given(most=st.integers(1, 5), waits=st.lists(st.floats(0, 20), max_size=40))
def test_no_stretch_of_time_holds_more_than_its_most(most: int, waits: list[float]) -> None:
    pace, now, taken = Pace(most, 10.0), 0.0, []
    for wait in waits:
        now += wait
        full = sum(1 for one in taken if now - one < 10.0) >= most
        assert pace.take("hall", now) is not full
        taken += [] if full else [now]


def test_one_hall_does_not_slow_another() -> None:
    pace = Pace(1, 60.0)
    assert [pace.take(key, 0.0) for key in ("one", "one", "other")] == [True, False, True]


def test_in_one_room_nobody_slows_another_and_nobody_is_known_after_their_time() -> None:
    pace = Pace(1, 60.0)
    assert [pace.take("room", 0.0, who) for who in ("one", "one", "other")] == [True, False, True]
    assert pace.take("room", 61.0, "third")
    assert set(pace._taken["room"]) == {"third"}
    pace.forget("room")
    assert pace._taken == {}


def test_a_flood_is_refused_with_the_words_still_there(post: Post, monkeypatch) -> None:
    monkeypatch.setattr(discussions, "PACE", Pace(3, 60.0))
    discussion = opened(post)
    assert [ask(discussion, f"Question {turn}?") for turn in range(4)] == [302, 302, 302, 422]
    said = Client().post(hall(discussion), {"words": "Still here?"}).content.decode()
    assert "Still here?" in said
    assert Remark.objects.count() == 3
