"""What step 4 tells the house of itself."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tracktwo.foundation.people.models import Role
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import next_workshop
from tracktwo.steps.prepare.queries import consents_of, has_signed, list_lines, needs_of
from tracktwo.steps.programme.path import DONE, NOT_BEGUN, UNDER_WAY, StepState, Waiting, Walker
from tracktwo.steps.programme.queries import current_rules
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import seat_of


def state(walker: Walker) -> StepState:
    workshop = next_workshop(walker.programme, walker.now.date())
    lines = list_lines(workshop) if workshop else []
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
    workshop = next_workshop(walker.programme, walker.now.date())
    if workshop is None:
        return []
    seat = seat_of(walker.account, workshop)
    own = _own(walker, seat) if seat else []
    return own + _others(walker, workshop)


def _own(walker: Walker, seat: Seat) -> list[Waiting]:
    url, rules = reverse("prepare:about", args=[walker.programme.key]), current_rules(walker.programme)
    found = []
    if rules is not None and not has_signed(seat, rules):
        found.append(
            Waiting(
                what=_("Read the ground rules and sign them"),
                why=_("They are to be signed before the workshop. The third party sees, by alias, who has."),
                deed=_("Read and sign"),
                url=f"{url}#rules",
                mine=True,
                due=needs_of(seat)[-1].due,
            )
        )
    if all(given is None for _product, _label, given in consents_of(seat)):
        found.append(
            Waiting(
                what=_("Say what you consent to"),
                why=_("Each layer by itself; each can be withdrawn at any time."),
                deed=_("Answer"),
                url=f"{url}#consents",
                mine=True,
                due=needs_of(seat)[-1].due,
            )
        )
    still_open = [need for need in needs_of(seat) if not need.settled]
    if still_open:
        found.append(
            Waiting(
                what=_("Say how your journey stands"),
                why=_("Next: %(item)s.") % {"item": still_open[0].label},
                deed=_("Say how it stands"),
                url=f"{url}#readiness",
                mine=True,
                due=still_open[0].due,
            )
        )
    return found


def _others(walker: Walker, workshop: Workshop) -> list[Waiting]:
    if not walker.may("prepare.list") or walker.is_a(Role.PARTICIPANT):
        return []
    lines = list_lines(workshop)
    due = max(workshop.starts_on, walker.now.date())
    blocked = sum(line.blocked for line in lines)
    late = sum(not line.ready for line in lines)
    found = []
    if blocked:
        found.append(
            Waiting(
                what=ngettext(
                    "%(number)s participant is blocked and asks for help",
                    "%(number)s participants are blocked and ask for help",
                    blocked,
                )
                % {"number": blocked},
                why=_("You see them by alias on the page of step 4."),
                deed=_("See who"),
                url=reverse("prepare:about", args=[walker.programme.key]),
                mine=True,
                due=due,
            )
        )
    elif late:
        found.append(
            Waiting(
                what=ngettext("%(number)s participant prepares", "%(number)s participants prepare", late)
                % {"number": late},
                why=_("Rules, consents and the way to the workshop."),
                deed=_("See how far they are"),
                url=reverse("prepare:about", args=[walker.programme.key]),
                mine=False,
                due=due,
            )
        )
    return found
