"""The draw of the coming workshop, under way: frozen, affirmed and published, one seal set, two still to come."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from tracktwo.exchange.signing import sign
from tracktwo.methods.draw import Reveal, commit, own_seal, yes_to_freeze
from tracktwo.site.demo.stage import GUARANTORS, Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.actions import draws, keys, seals
from tracktwo.steps.select.models import Draw, Pool
from tracktwo.steps.select.queries import current_pool

# In the demonstration Linden's key is known to everybody: it is printed in the guarantor's guide.
KEY = Reveal(sha256(b"seed of the demonstration").digest(), sha256(b"nonce of the demonstration").digest())


# The key that Linden's side signs with; as public as the one above, and for the same reason.
SIGNING = sha256(b"signing key of the demonstration").digest()


def build(stage: Stage, workshop: Workshop) -> None:
    host = stage.by("Heron", "select.change")
    pool = current_pool(workshop, Pool.Kind.NOMINEES)
    if pool is None:
        return
    _name_key(stage, workshop)
    draw = draws.freeze_draw(pool, "maximin", by=host, now=stage.days(-5))
    for side, alias in GUARANTORS.items():
        by = stage.by(alias, "select.draw")
        party = f"community-{side}"
        signature = _yes(draw, party) if side == 1 else ""
        draws.affirm_freeze(_fresh(draw), party, signature=signature, by=by, now=stage.days(-4))
    draws.affirm_freeze(_fresh(draw), "host", by=host, now=stage.days(-4))
    if _fresh(draw).listed is None:
        draws.compute_list(_fresh(draw))
    ends = {"sealed_until": stage.now + timedelta(days=2), "opened_until": stage.now + timedelta(days=4)}
    draws.publish_list(_fresh(draw), beacon="drand", sources=(), **ends, by=host, now=stage.days(-3))
    _seal(stage, _fresh(draw))


def _name_key(stage: Stage, workshop: Workshop) -> None:
    by = stage.by(GUARANTORS[1], "select.draw")
    public = sign(SIGNING, b"").key.hex()
    keys.name_key(workshop.programme, "community-1", public=public, by=by, now=stage.days(-9))


def _yes(draw: Draw, party: str) -> str:
    return sign(SIGNING, yes_to_freeze(draw.code, party, bytes.fromhex(draw.h0))).signature.hex()


def _seal(stage: Stage, draw: Draw) -> None:
    head = bytes.fromhex(draw.h1)
    seal = commit(draw.code, head, "community-1", KEY)
    signature = sign(SIGNING, own_seal(draw.code, "community-1", head, seal)).signature.hex()
    by = stage.by(GUARANTORS[1], "select.draw")
    seals.set_seal(draw, "community-1", seal=seal.hex(), signature=signature, by=by, now=stage.days(-1))


def _fresh(draw: Draw) -> Draw:
    return Draw.objects.select_related("pool__workshop__programme").get(pk=draw.pk)
