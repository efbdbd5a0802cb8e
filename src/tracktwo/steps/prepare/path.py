"""What step 4 tells the house of itself."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.steps.plan.convert.hours import day_at
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.prepare.queries import list_lines
from tracktwo.steps.prepare.waits.care import care_waiting
from tracktwo.steps.prepare.waits.consents import consents_waiting, renewals_waiting
from tracktwo.steps.prepare.waits.contacts import contact_waiting, reaching_waiting, safe_waiting
from tracktwo.steps.prepare.waits.harm import harm_waiting
from tracktwo.steps.prepare.waits.meetings import meetings_waiting
from tracktwo.steps.prepare.waits.others import others_waiting
from tracktwo.steps.prepare.waits.readiness import arrangements_waiting, readiness_waiting
from tracktwo.steps.prepare.waits.rules import rules_waiting
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, StepState, Waiting, Walker
from tracktwo.steps.select.queries import seat_of

# What a participant is asked for, in this order.
OWN = (rules_waiting, consents_waiting, readiness_waiting, contact_waiting)


def state(walker: Walker) -> StepState:
    workshop = next_workshop(walker.programme, walker.now)
    lines = list_lines(workshop, day_at(workshop, walker.now)) if workshop else []
    if not lines:
        return StepState(NOT_BEGUN, _("Not begun"))
    open_lines = sum(not line.ready for line in lines)
    if not open_lines:
        return StepState(DONE, _("Everybody is ready"))
    return StepState(
        UNDER_WAY,
        ngettext("%(number)s is not ready yet", "%(number)s are not ready yet", open_lines) % {"number": open_lines},
    )


def waiting(walker: Walker) -> list[Waiting]:
    workshop = next_workshop(walker.programme, walker.now)
    anytime = care_waiting(walker) + safe_waiting(walker) + renewals_waiting(walker) + reaching_waiting(walker)
    if workshop is None:
        return anytime
    seat = seat_of(walker.account, workshop)
    own = [one for waits in OWN for one in waits(walker, seat)] if seat else []
    found = own + anytime + harm_waiting(walker, workshop) + others_waiting(walker, workshop)
    return found + arrangements_waiting(walker) + meetings_waiting(walker)
