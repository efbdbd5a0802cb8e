from tests.house.matrix import INSIDE, PUBLIC, SIGNED_IN, Row, only

READ_RECORD = only("convener", "guarantor", "auditor")
ROWS = {
    "site:home": Row(get=SIGNED_IN),
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
