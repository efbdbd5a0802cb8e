"""What waits in a draw, and for whom."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from tracktwo.foundation.people.models import Role
from tracktwo.methods.draw import Stage
from tracktwo.steps.programme.path import Waiting, Walker
from tracktwo.steps.select.convert.ceremony import face_of
from tracktwo.steps.select.convert.draws import stage_of
from tracktwo.steps.select.models import Draw
from tracktwo.steps.select.queries.draws import open_draws, party_of


def waiting_in_draws(walker: Walker) -> list[Waiting]:
    """The next step of each draw under way, for the party that has to take it."""
    if not walker.is_a(Role.GUARANTOR, Role.CONVENER):
        return []
    party = party_of(walker.programme, walker.account)
    found = [_wait(walker, draw, party) for draw in open_draws(walker.programme, walker.now)]
    return [one for one in found if one is not None]


def _wait(walker: Walker, draw: Draw, party: str) -> Waiting | None:
    task = face_of(draw, party, (), {}, walker.now).task
    words = {
        "affirm": (_("Compare what was frozen for the draw, and affirm it"), _("Compare and affirm")),
        "publish": (_("Publish the list of the draw"), _("Open the draw")),
        "seal": (_("Seal your number for the draw"), _("Seal my number")),
        "open": (_("Open your seal"), _("Open my seal")),
        "draw": (_("Paste the public value and draw"), _("Open the draw")),
        "end": (_("End the draw that nobody opened"), _("Open the draw")),
        "stand": (_("Give the drawn their seats"), _("Open the draw")),
    }
    if task not in words:
        return None
    what, deed = words[task]
    due = {Stage.COMMIT: draw.sealed_until, Stage.REVEAL: draw.opened_until}.get(stage_of(draw, walker.now))
    return Waiting(
        what=what,
        why=_("Whoever does nothing in time counts as empty; the draw waits for nobody.")
        if due
        else _("The draw is in its own hands from then on."),
        deed=deed,
        url=reverse("select:draw", args=[walker.programme.key, draw.pk]),
        mine=True,
        due=due.date() if due else draw.pool.workshop.starts_on,
    )
