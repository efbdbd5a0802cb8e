"""Whether a workshop may open: the do-no-harm checklist signed by everybody who has to, and the go of step 2."""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.data.do_no_harm import VERSION
from tracktwo.foundation.people.models import Account
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
    """One guarantor is enough for a community; signatures under an older list do not count."""
    found = workshop.harm_signatures.filter(taken_back_on=None, version=VERSION)
    given = set(found.values_list("side", flat=True))
    sides = [None, *workshop.programme.communities.values_list("number", flat=True)]
    return Clearance(
        signed=tuple(side for side in sides if side in given),
        unsigned=tuple(side for side in sides if side not in given),
        going=check_state(current_check(workshop)),
    )


def harm_signature_of(workshop: Workshop, account: Account) -> HarmSignature | None:
    """The account's own signature that stands, under whichever list."""
    return workshop.harm_signatures.filter(account=account, taken_back_on=None).first()
