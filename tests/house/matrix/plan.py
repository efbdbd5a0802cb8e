from datetime import UTC, datetime

from tests.cast import Cast
from tests.house.matrix import INSIDE, Row, only
from tests.steps.plan.given import a_plan, a_workshop

SEE = INSIDE - {"nominee"}
CONVENER = only("convener")
CHECK = only("convener", "facilitator", "guarantor", "auditor")


def a_version(cast: Cast) -> dict[str, int]:
    return {"version": a_plan(cast, now=datetime(2026, 3, 10, tzinfo=UTC)).version}


def a_number(cast: Cast) -> dict[str, int]:
    return {"number": a_workshop(cast).number}


ROWS = {
    "plan:about": Row(get=SEE, post=CONVENER),
    "plan:conventions": Row(get=CONVENER, post=CONVENER),
    "plan:house_list": Row(get=CONVENER, post=CONVENER),
    "plan:delegation": Row(get=CONVENER, post=CONVENER),
    "plan:days": Row(get=CONVENER, post=CONVENER),
    "plan:days_table": Row(get=CONVENER, post=CONVENER),
    "plan:borders": Row(get=CONVENER, post=CONVENER),
    "plan:passports": Row(get=CONVENER, post=CONVENER),
    "plan:rules": Row(get=CONVENER, post=CONVENER),
    "plan:rules_dropped": Row(get=CONVENER, post=CONVENER),
    "plan:what_if": Row(get=CONVENER, post=CONVENER),
    "plan:again": Row(get=CONVENER, post=CONVENER),
    "plan:wishes": Row(get=CONVENER, post=CONVENER),
    "plan:version": Row(get=SEE, post=CONVENER, kwargs=a_version),
    "plan:keep": Row(get=SEE, post=CONVENER, kwargs=a_version),
    "plan:plan_json": Row(get=CHECK, post=CONVENER, kwargs=a_version),
    "plan:plan_ics": Row(get=SEE, post=CONVENER, kwargs=a_version),
    "plan:close": Row(get=SEE, post=CONVENER, kwargs=a_number),
}
