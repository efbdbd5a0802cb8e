"""Whether a workshop may open: the do-no-harm checklist signed by everybody who has to, and the go of step 2."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from tracktwo.data.do_no_harm import VERSION
from tracktwo.foundation.people.models import Account, Role, Standing
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries.going import GO, check_state, current_check
from tracktwo.steps.prepare.models import HarmSignature


@dataclass(frozen=True)
class Clearance:
    """``signed`` and ``unsigned`` hold sides, None for the host; ``going`` is GO, NO or OPEN as in step 2."""

    signed: tuple[int | None, ...]
    unsigned: tuple[int | None, ...]
    going: str

    @property
    def is_clear(self) -> bool:
        return not self.unsigned and self.going == GO


def clearance_of(workshop: Workshop) -> Clearance:
    """One guarantor is enough for a community; signatures under an older list do not count.

    Nor does one whose signer no longer stands for that side: nobody would answer for it. It counts again with them.
    """
    found = _signatures_that_stand(workshop).filter(version=VERSION)
    given = set(found.values_list("side", flat=True))
    sides = [None, *workshop.programme.communities.values_list("number", flat=True)]
    return Clearance(
        signed=tuple(side for side in sides if side in given),
        unsigned=tuple(side for side in sides if side not in given),
        going=check_state(current_check(workshop)),
    )


def harm_signature_of(workshop: Workshop, account: Account) -> HarmSignature | None:
    """The account's own signature that stands, under whichever list."""
    return _signatures_that_stand(workshop).filter(account=account).first()


def _signatures_that_stand(workshop: Workshop) -> QuerySet[HarmSignature]:
    """Not taken back, by a guarantor of that community or a convener of the programme as they are now."""
    held = Standing.objects.filter(account=OuterRef("account"), compartment=workshop.programme.compartment_id)
    held = held.filter(account__is_active=True)
    of_side = Exists(held.filter(role=Role.GUARANTOR, side=OuterRef("side")))
    of_host = Q(side=None) & Exists(held.filter(role=Role.CONVENER))
    return workshop.harm_signatures.filter(of_side | of_host, taken_back_on=None)
