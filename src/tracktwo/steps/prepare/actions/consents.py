"""Giving and withdrawing consents."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from tracktwo.foundation.people.models import Standing
from tracktwo.steps.prepare.actions.checks import check_kept, note
from tracktwo.steps.prepare.models import Consent
from tracktwo.steps.select.models import Seat


@transaction.atomic
def answer_consents(seat: Seat, answers: Mapping[str, bool], *, by: Standing, now: datetime) -> None:
    """Give and withdraw layers of consent, also long after the workshop; only what changed is recorded."""
    check_kept(seat)
    seat = Seat.objects.select_for_update().get(pk=seat.pk)
    before = dict(seat.consents.values_list("product", "given"))
    for product, given in answers.items():
        if before.get(product, False) == given and product in before:
            continue
        Consent.objects.update_or_create(
            seat=seat, product=Consent.Product(product), defaults={"given": given, "changed_on": now.date()}
        )
        if given or before.get(product):
            deed = "prepare.consent_given" if given else "prepare.consent_withdrawn"
            note(deed, seat, by, now, product=product)
