"""The draw of the coming workshop, under way: frozen, affirmed and published, one seal set, two still to come."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from tracktwo.methods.draw import Reveal, commit
from tracktwo.site.demo.stage import GUARANTORS, Stage
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.select.actions import draws, seals
from tracktwo.steps.select.models import Draw, Pool
from tracktwo.steps.select.queries import current_pool

# In the demonstration Linden's key is known to everybody: it is printed in the guarantor's guide.
KEY = Reveal(sha256(b"seed of the demonstration").digest(), sha256(b"nonce of the demonstration").digest())


def build(stage: Stage, workshop: Workshop) -> None:
    host = stage.by("Heron", "select.change")
    pool = current_pool(workshop, Pool.Kind.NOMINEES)
    if pool is None:
        return
    draw = draws.freeze_draw(pool, "maximin", by=host, now=stage.days(-5))
    for side, alias in GUARANTORS.items():
        by = stage.by(alias, "select.draw")
        draws.affirm_freeze(_fresh(draw), f"community-{side}", by=by, now=stage.days(-4))
    draws.affirm_freeze(_fresh(draw), "host", by=host, now=stage.days(-4))
    if _fresh(draw).listed is None:
        draws.compute_list(_fresh(draw))
    ends = {"sealed_until": stage.now + timedelta(days=2), "opened_until": stage.now + timedelta(days=4)}
    draws.publish_list(_fresh(draw), beacon="drand", sources=(), **ends, by=host, now=stage.days(-3))
    _seal(stage, _fresh(draw))


def _seal(stage: Stage, draw: Draw) -> None:
    seal = commit(draw.code, bytes.fromhex(draw.h1), "community-1", KEY).hex()
    by = stage.by(GUARANTORS[1], "select.draw")
    seals.set_seal(draw, "community-1", seal=seal, by=by, now=stage.days(-1))


def _fresh(draw: Draw) -> Draw:
    return Draw.objects.select_related("pool__workshop__programme").get(pk=draw.pk)
