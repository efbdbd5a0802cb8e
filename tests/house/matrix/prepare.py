from tests.house.matrix import Row, only

SEE = only("convener", "facilitator", "rapporteur", "guarantor", "participant")
ROWS = {
    "prepare:about": Row(get=SEE),
    "prepare:sign": Row(get=SEE, post=only("participant")),
    "prepare:consents": Row(get=SEE, post=only("participant")),
    "prepare:readiness": Row(get=SEE, post=only("participant")),
}
