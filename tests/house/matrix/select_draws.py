from tests.cast import Cast
from tests.house.matrix import Row, only
from tests.house.matrix.select import CHANGE, ENTER, SEE, a_pool
from tests.steps.select.drawing import freeze_small

PARTIES = only("convener", "guarantor")


def a_draw(cast: Cast) -> dict[str, int]:
    """A frozen pool with a row of the matrix's participant and of its nominee."""
    return {"draw": freeze_small(cast).pk}


ROWS = {
    "select:keys": Row(get=SEE, post=PARTIES),
    "select:draw_freeze": Row(get=CHANGE, post=CHANGE, kwargs=a_pool),
    "select:draw": Row(get=SEE, kwargs=a_draw),
    "select:draw_now": Row(get=SEE, kwargs=a_draw),
    "select:draw_show": Row(get=SEE, kwargs=a_draw),
    "select:draw_show_now": Row(get=SEE, kwargs=a_draw),
    "select:draw_affirm": Row(get=SEE, post=PARTIES, kwargs=a_draw),
    "select:draw_publish": Row(get=SEE, post=CHANGE, kwargs=a_draw),
    "select:draw_end": Row(get=SEE, post=CHANGE, kwargs=a_draw),
    "select:draw_seal": Row(get=SEE, post=PARTIES, kwargs=a_draw),
    "select:draw_open": Row(get=SEE, post=PARTIES, kwargs=a_draw),
    "select:draw_finish": Row(get=SEE, post=CHANGE, kwargs=a_draw),
    "select:draw_stand": Row(get=SEE, post=CHANGE, kwargs=a_draw),
    "select:draw_fresh": Row(get=SEE, post=CHANGE, kwargs=a_draw),
    "select:draw_alternates": Row(get=SEE, post=CHANGE, kwargs=a_draw),
    "select:draw_proof": Row(get=ENTER, kwargs=a_draw),
    "select:draw_audit": Row(get=SEE, post=PARTIES, kwargs=a_draw),
    "select:draw_audit_file": Row(get=only("guarantor"), post=PARTIES, kwargs=a_draw),
    "select:draw_audit_open": Row(get=SEE, post=only("guarantor"), kwargs=a_draw),
    "select:draw_own": Row(get=only("participant", "nominee"), kwargs=a_draw),
    "select:draw_receipt": Row(get=only("participant", "nominee"), kwargs=a_draw),
}
