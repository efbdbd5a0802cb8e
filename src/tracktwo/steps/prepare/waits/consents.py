"""Consents that wait for an answer."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from tracktwo.steps.prepare.queries import consents_of, needs_of
from tracktwo.steps.programme.path import Waiting, Walker
from tracktwo.steps.select.models import Seat


def consents_waiting(walker: Walker, seat: Seat) -> list[Waiting]:
    if any(given is not None for _product, _label, given in consents_of(seat)):
        return []
    url = reverse("prepare:about", args=[walker.programme.key])
    return [
        Waiting(
            what=_("Say what you consent to"),
            why=_("Each layer by itself; each can be withdrawn at any time."),
            deed=_("Answer"),
            url=f"{url}#consents",
            mine=True,
            due=needs_of(seat)[-1].due,
        )
    ]
