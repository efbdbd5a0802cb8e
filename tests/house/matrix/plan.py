from datetime import UTC, date, datetime

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


def a_number_ahead(cast: Cast) -> dict[str, int]:
    return {"number": a_workshop(cast, first=date(2031, 5, 5), last=date(2031, 5, 8)).number}


def a_deadline(cast: Cast) -> dict[str, object]:
    return {**a_number_ahead(cast), "kind": "visa"}


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
    "plan:calendar": Row(get=SEE, post=CONVENER),
    "plan:calendar_address": Row(get=SEE, post=SEE),
    "plan:calendar_address_end": Row(get=SEE, post=SEE),
    "plan:offsets": Row(get=CONVENER, post=CONVENER),
    "plan:full_calendar": Row(get=CONVENER, post=CONVENER),
    "plan:events": Row(get=SEE, post=only("convener", "facilitator", "guarantor")),
    "plan:workshop": Row(get=SEE, post=CONVENER, kwargs=a_number_ahead),
    "plan:go_ask": Row(get=SEE, post=CONVENER, kwargs=a_number_ahead),
    "plan:go_word": Row(get=SEE, post=only("convener", "guarantor"), kwargs=a_number_ahead),
    "plan:call_off": Row(get=SEE, post=CONVENER, kwargs=a_number_ahead),
    "plan:new_days": Row(get=SEE, post=CONVENER, kwargs=a_number_ahead),
    "plan:hours": Row(get=SEE, post=CONVENER, kwargs=a_number_ahead),
    "plan:deadline": Row(get=SEE, post=CONVENER, kwargs=a_deadline),
    "plan:pack": Row(get=only("convener", "officer"), post=CONVENER, kwargs=a_number_ahead),
    "plan:pack_file": Row(get=only("convener", "officer"), post=CONVENER, kwargs=a_number_ahead),
    "plan:pack_alternates": Row(get=only("convener", "officer"), post=CONVENER, kwargs=a_number_ahead),
    "plan:pack_ask": Row(get=only("convener", "officer"), post=only("convener", "officer"), kwargs=a_number_ahead),
    "plan:pack_named": Row(get=only("convener", "officer"), post=only("convener", "officer"), kwargs=a_number_ahead),
    "plan:close": Row(get=SEE, post=CONVENER, kwargs=a_number),
}
