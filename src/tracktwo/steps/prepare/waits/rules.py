"""Ground rules that wait for a signature."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from tracktwo.steps.prepare.queries import has_signed, signed_version
from tracktwo.steps.prepare.waits.consents import DAYS_TO_ANSWER
from tracktwo.steps.programme.path import Waiting, Walker
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat


def rules_waiting(walker: Walker, seat: Seat) -> list[Waiting]:
    rules = current_rules(walker.programme)
    if rules is None or has_signed(seat, rules):
        return []
    url = reverse("prepare:about", args=[walker.programme.key])
    return [
        Waiting(
            what=_("Read the ground rules and sign them"),
            why=_("A new version is in force; your signature is under an older one.")
            if signed_version(seat)
            else _("They are to be signed before the workshop. The third party sees, by alias, who has."),
            deed=_("Read and sign"),
            url=f"{url}#rules",
            mine=True,
            due=seat.workshop.starts_on - DAYS_TO_ANSWER,
        )
    ]
