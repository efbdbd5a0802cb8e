"""The demonstration, stopped where the draw of the coming workshop has just been frozen: nobody has said yes to it yet.

Run as a program of its own: ``python -m tests.journeys.frozen_draw PLACE``. A stranger with an account is made too.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tracktwo.cli.house.demo import build, make_room, open_demo

STRANGER = "Chaffinch"


def main(place: Path) -> None:
    make_room(place, fresh=False)
    open_demo(place)
    # Only an opened house has models.
    from tracktwo.foundation.people.models import Account
    from tracktwo.site.demo import select_draw
    from tracktwo.site.demo.stage import PASSPHRASE

    select_draw.build = freeze_only
    build(place)
    Account.objects.create_account(STRANGER, PASSPHRASE)


def freeze_only(stage, workshop) -> None:
    from tracktwo.steps.select.actions import draws
    from tracktwo.steps.select.models import Draw, Pool
    from tracktwo.steps.select.queries import current_pool

    pool = current_pool(workshop, Pool.Kind.NOMINEES)
    draw = draws.freeze_draw(pool, "maximin", by=stage.by("Heron", "select.change"), now=stage.days(-5))
    if Draw.objects.get(pk=draw.pk).listed is None:
        draws.compute_list(draw)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
