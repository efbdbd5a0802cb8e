from tests.cast import NOW, Cast
from tests.house.matrix import INSIDE, PUBLIC, SIGNED_IN, Row, only
from tracktwo.steps.plan.actions.calendar import make_calendar_address

READ_RECORD = only("convener", "guarantor", "auditor")


def a_secret(cast: Cast) -> dict[str, str]:
    secret = make_calendar_address(cast.convener, cast.programme, language="en", now=NOW)
    return {"secret": secret}


ROWS = {
    "room:door": Row(get=PUBLIC, post=PUBLIC),
    "room:enter": Row(get=PUBLIC, post=PUBLIC, kwargs=lambda cast: {"code": "k7qm2x"}),
    "site:home": Row(get=SIGNED_IN),
    "site:days": Row(get=PUBLIC, kwargs=a_secret),
    "site:help": Row(get=PUBLIC),
    "site:health": Row(get=PUBLIC),
    "site:programme": Row(get=INSIDE),
    "site:record": Row(get=READ_RECORD),
    "site:record_file": Row(get=READ_RECORD),
    "people:sign_in": Row(get=PUBLIC, post=PUBLIC),
    "people:join": Row(get=PUBLIC, post=PUBLIC),
    "people:sign_out": Row(get=SIGNED_IN, post=SIGNED_IN),
    "people:language": Row(get=PUBLIC, post=PUBLIC, kwargs=lambda cast: {"code": "uk"}),
}
