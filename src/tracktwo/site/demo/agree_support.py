"""Support and co-signatures of the demonstration: a round over last year's text, and one key under its checkpoint."""

from __future__ import annotations

from datetime import datetime, timedelta
from secrets import token_urlsafe

from tracktwo.exchange.signing import sign
from tracktwo.foundation.ledger.cosigning import head_of
from tracktwo.methods.record import cosigned_bytes
from tracktwo.site.demo.select_draw import SIGNING
from tracktwo.site.demo.stage import GUARANTORS, Stage
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.models import Text
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.queries import list_seats
from tracktwo.steps.select.queries.draws import key_of

YES, NO, PASS = "live_with", "not_yet", "pass"
# By place among those of a community; whoever comes after these can live with everything.
HARD = {0: (NO, YES, PASS, NO), 1: (PASS, NO, NO, PASS), 2: (YES, PASS, YES, NO)}


def ask_everybody(stage: Stage, text: Text, workshop: Workshop, now: datetime) -> None:
    """Before its silence: sixteen answers, of which only counts by community are left."""
    open_round(stage, text, now)
    count = len(text.rounds.get().asked)
    places: dict[int, int] = {}
    for seat in list_seats(workshop):
        side = seat.community.number
        place = places[side] = places.get(side, -1) + 1
        told = HARD.get(place, (YES,) * count)[:count]
        actions.answer_round(text, told, seat=seat, account=seat.account, token=token_urlsafe(8), now=now)
    by = stage.by("Juniper", "agree.steer")
    actions.close_round(text, {}, by=by, now=now + timedelta(hours=1), token=token_urlsafe(8))


def open_round(stage: Stage, text: Text, now: datetime) -> None:
    by = stage.by("Juniper", "agree.steer")
    actions.open_round(text, rule="agreed_in_every_community", by=by, now=now, token=token_urlsafe(8))


def cosign(stage: Stage, text: Text) -> None:
    """Linden's community has named a key and signs with it; Rowan's has none yet, and is waited for."""
    side, party = 1, "community-1"
    if key_of(stage.programme, party) is None:
        return
    head = head_of(actions.closing_checkpoint(text))
    signature = sign(SIGNING, cosigned_bytes(party, bytes.fromhex(text.digest), head)).signature.hex()
    by = stage.by(GUARANTORS[side], "agree.cosign")
    actions.cosign(text, signature=signature, by=by, now=stage.days(-8))
