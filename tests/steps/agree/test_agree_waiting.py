"""What waits while a round of support is open, and once a text is frozen."""

from __future__ import annotations

from tests.cast import Cast
from tests.steps.agree.stage import Table
from tests.steps.agree.test_agree_pages import body, walk
from tests.steps.agree.test_agree_support import fill
from tracktwo.foundation.ledger.models import Cosignature
from tracktwo.steps.agree import actions
from tracktwo.steps.programme.path import DONE, UNDER_WAY


def test_an_open_round_waits_for_whoever_has_not_answered_and_then_for_the_third_party(cast: Cast) -> None:
    room = fill(cast, {1: 6})
    room.open_round()
    one, other = room.member(1), room.member(2)
    assert walk(cast, one) == (UNDER_WAY, [("Answer clause by clause", True)])
    assert walk(cast, other) == (UNDER_WAY, [("See the round", False)])  # a small community affirms aloud
    assert walk(cast, cast.convener) == (UNDER_WAY, [("See the round", True)])
    assert "Round 1 of support is open" in body(room.get(one))
    room.answer(one, "live_with", "live_with", "pass")
    assert walk(cast, one) == (UNDER_WAY, [("See the round", False)])


def test_an_open_round_tells_nobody_else_that_somebody_has_answered(cast: Cast) -> None:
    room = fill(cast, {1: 6})
    room.open_round()
    others = [cast.convener, cast.guarantors[1], *cast.participants[1][1:], room.member(2)]
    before = [walk(cast, other) for other in others]
    room.answer(room.member(1), "not_yet", "live_with", "pass")
    assert [walk(cast, other) for other in others] == before


def test_a_frozen_text_waits_for_the_co_signature_of_each_community_alone(table: Table) -> None:
    cast = table.cast
    assert walk(cast, cast.guarantors[1])[1] == [("Freeze the text", False)]
    table.freeze()
    assert [walk(cast, cast.guarantors[side])[1] for side in (1, 2)] == [[("See what is signed", True)]] * 2
    kept = {"side": 1, "digest": table.text.digest, "key": "", "signature": ""}
    Cosignature.objects.create(checkpoint=actions.closing_checkpoint(table.text), **kept)
    assert [walk(cast, cast.guarantors[side])[1] for side in (1, 2)] == [[], [("See what is signed", True)]]
    assert walk(cast, cast.convener) == (DONE, [])
